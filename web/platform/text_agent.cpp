#include "web/platform/text_agent.hpp"

#include <algorithm>

namespace standpoint::web {
namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

TextEdit difference(std::string_view before, std::string_view after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t same = 0;
    while (same < shorter && before[same] == after[same]) ++same;
    // Two characters may share their first bytes: go back to where both begin.
    while (same > 0 && ((same < before.size() && continues(before[same])) ||
                        (same < after.size() && continues(after[same]))))
        --same;
    const std::string_view gone = before.substr(same);
    const auto points =
        std::count_if(gone.begin(), gone.end(), [](char c) { return !continues(c); });
    return {static_cast<std::size_t>(points), std::string(after.substr(same))};
}

TextEdit TextAgent::changed(std::string_view value, bool composing) {
    TextEdit edit = difference(committed_, value);
    if (composing) {
        preedit_ = std::move(edit.inserted);
        return {};
    }
    preedit_.clear();
    committed_ = value;
    return edit;
}

void TextAgent::reset() {
    committed_.clear();
    preedit_.clear();
}

}  // namespace standpoint::web
