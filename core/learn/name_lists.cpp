#include "core/learn/name_lists.hpp"

#include <vector>

#include "core/extract/name_features.hpp"
#include "core/text/tokens.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::learn {

std::size_t add_list(std::string_view text, std::uint32_t list, PhraseTableBuilder& table) {
    std::size_t added = 0;
    std::string buffer;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        line = line.substr(0, line.find_first_of("\t\r"));
        if (line.empty() || line[0] == '#') continue;
        const auto tokens = text::tokenize(line);
        if (tokens.empty() || tokens.size() > extract::longest_phrase) continue;
        std::uint32_t phrase = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::string_view word = slice(line, tokens[i].span);
            phrase = extract::phrase_hash(phrase, extract::word_hash(word, buffer));
            table.add(phrase, i + 1 < tokens.size() ? extract::goes_on : 1u << list);
        }
        ++added;
    }
    return added;
}

}  // namespace standpoint::learn
