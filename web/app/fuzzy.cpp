#include "web/app/fuzzy.hpp"

#include <string>

#include "core/text/chars.hpp"

namespace standpoint::web {

std::optional<int> fuzzy_score(std::string_view typed, std::string_view name) {
    const std::string wanted = text::lower(typed), field = text::lower(name);
    // A whole-word hit beats any scattering of letters.
    const std::size_t whole = wanted.empty() ? std::string::npos : field.find(wanted);
    int score = 0;
    if (whole != std::string::npos) {
        score += whole == 0 ? 200 : (field[whole - 1] == ' ' ? 150 : 80);
    }
    std::size_t at = 0;
    bool run = false;
    for (const char c : wanted) {
        if (c == ' ') {
            run = false;
            continue;
        }
        const std::size_t found = field.find(c, at);
        if (found == std::string::npos) return {};
        const bool word_start = found == 0 || field[found - 1] == ' ';
        score += run && found == at ? 8 : (word_start ? 6 : 1);
        score -= static_cast<int>(found - at < 10 ? found - at : 10) / 3;
        at = found + 1;
        run = true;
    }
    return score - static_cast<int>(field.size()) / 16;
}

}  // namespace standpoint::web
