#include <cstddef>

#include "core/edit/command.hpp"
#include "core/text/chars.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::edit {

namespace {

bool is_word_part(char32_t c) {
    return text::is_letter(c) || text::is_digit(c) || c == U'_';
}

// Whether a word ends or begins at `at`, so that a match may stop there. Ideographs are words of
// their own. A dot joins (3.5, example.org), and @ and # belong to the name that they introduce.
bool is_word_edge(std::string_view text, std::size_t at) {
    if (at == 0 || at == text.size()) return true;
    const char32_t left = text::decode_before(text, at).value;
    const char32_t right = text::decode(text, at).value;
    if (is_word_part(left) && is_word_part(right)) {
        return text::is_ideograph(left) || text::is_ideograph(right);
    }
    const auto joins = [](char32_t c) { return c == U'.' || c == U'@'; };
    if (is_word_part(right) && (left == U'@' || left == U'#')) return false;
    if (is_word_part(left) && joins(right)) {
        const std::size_t after = at + 1;
        return after == text.size() || !is_word_part(text::decode(text, after).value) ||
               text::is_upper(text::decode(text, after).value);
    }
    if (is_word_part(right) && joins(left)) {
        const std::size_t before = at - 1;
        return before == 0 || !is_word_part(text::decode_before(text, before).value) ||
               text::is_upper(right);
    }
    return true;
}

}  // namespace

std::vector<Span> occurrences(const model::Document& document, Span span) {
    const std::string_view text = document.text;
    if (model::span_problem(text, span)) return {};
    const std::string_view wanted = text::slice(text, span);
    // An edge that lies inside a word (a stem before its ending, any word in a script without
    // spaces) asks for no word's edge elsewhere.
    const bool left_edge = is_word_edge(text, span.begin);
    const bool right_edge = is_word_edge(text, span.end);

    std::vector<Span> found;
    std::size_t at = 0;
    while ((at = text.find(wanted, at)) != std::string_view::npos) {
        const Span match = {static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(at + wanted.size())};
        const bool whole = text::is_grapheme_boundary(text, match.begin) &&
                           text::is_grapheme_boundary(text, match.end) &&
                           (!left_edge || is_word_edge(text, match.begin)) &&
                           (!right_edge || is_word_edge(text, match.end));
        if (match == span || (whole && !match.overlaps(span))) {
            found.push_back(match);
            at = match.end;
        } else {
            ++at;
        }
    }
    return found;
}

}  // namespace standpoint::edit
