#include "core/text/addresses.hpp"

#include <array>

#include "core/text/marks.hpp"

namespace standpoint::text {
namespace {

bool is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool ends_address(char32_t c) {
    return class_of(c) == CharClass::space || c == U'<' || c == U'>' ||
           (is_quotation_mark(c) && c != U'\'');
}

}  // namespace

std::size_t path_end(const Line& line, std::size_t begin, std::size_t known) {
    std::size_t end = known, open = 0;
    for (; end < line.size() && !ends_address(line.code(end)); end = line.after(end)) {
        if (line.byte(end) == '(') ++open;
        if (line.byte(end) == ')' && open-- == 0) break;
    }
    constexpr std::string_view trailing = ".,;:!?'*]}";
    while (end > begin + 1 && trailing.find(line.byte(end - 1)) != std::string_view::npos) --end;
    return end;
}

std::size_t url_end(const Line& line, std::size_t begin) {
    constexpr std::array<std::string_view, 4> starts{"http://", "https://", "ftp://", "www."};
    const char first = static_cast<char>(line.byte(begin) | 0x20);
    if (first != 'h' && first != 'f' && first != 'w') return begin;
    for (const std::string_view start : starts) {
        const std::size_t known = begin + start.size();
        if (line.reads(begin, start) && is_word_class(line.class_at(known)))
            return path_end(line, begin, known);
    }
    return begin;
}

std::size_t email_end(const Line& line, std::size_t begin, std::size_t sign) {
    std::size_t end = sign + 1;
    bool dot = false;
    for (; end < line.size(); ++end) {
        const char c = line.byte(end);
        const bool inner_dot = c == '.' && is_ascii_word(line.byte(end + 1));
        if (!is_ascii_word(c) && c != '-' && !inner_dot) break;
        dot = dot || inner_dot;
    }
    return dot ? end : begin;
}

std::size_t handle_end(const Line& line, std::size_t begin) {
    const bool tag = line.byte(begin) == '#';
    std::size_t end = begin + 1;
    if (tag && !is_letter_class(line.class_at(end))) return begin;  // #1 is a number
    while (is_word_class(line.class_at(end)) || line.byte(end) == '_') end = line.after(end);
    return end > begin + 1 ? end : begin;
}

}  // namespace standpoint::text
