#include "web/textview/pieces.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/chars.hpp"
#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::web {

namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t n>
bool in_ranges(const Range (&ranges)[n], char32_t c) {
    const Range* range = std::lower_bound(std::begin(ranges), std::end(ranges), c,
                                          [](const Range& r, char32_t v) { return r.last < v; });
    return range != std::end(ranges) && range->first <= c;
}

constexpr Range right_to_left[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

// Left-to-right scripts whose letters change shape or place beside each other: those of India, and
// Tibetan, Burmese, Khmer and Mongolian.
constexpr Range joining[] = {
    {0x0900, 0x0DFF}, {0x0F00, 0x109F}, {0x1780, 0x18AF}, {0x1A20, 0x1AAF}, {0x1B00, 0x1C4F},
    {0xA840, 0xA87F}, {0xA880, 0xA8DF}, {0xA980, 0xA9DF}, {0xABC0, 0xABFF}, {0x11000, 0x114DF}};

// A word is measured and shaped as a whole; a longer one is cut so that no text is slow.
constexpr std::uint32_t longest_shaped_word = 256;

bool is_shaped(char32_t c) {
    return c >= 0x0590 && (in_ranges(right_to_left, c) || in_ranges(joining, c));
}

bool is_glue(char32_t c) {
    return c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x2060 || c == 0xFEFF;
}

bool is_opening(char32_t c) {
    switch (c) {
        case '(':
        case '[':
        case '{':
        case 0xA1:
        case 0xAB:
        case 0xBF:
        case 0x2018:
        case 0x201C:
        case 0x201A:
        case 0x201E:
        case 0x2039:
        case 0x3008:
        case 0x300A:
        case 0x300C:
        case 0x300E:
        case 0x3010:
        case 0x3014:
        case 0xFF08: return true;
        default: return false;
    }
}

bool may_not_start_a_line(char32_t c) {
    switch (c) {
        case 0x3005:  // 々
        case 0x30FC:  // ー
        case 0x3041:
        case 0x3043:
        case 0x3045:
        case 0x3047:
        case 0x3049:
        case 0x3063:
        case 0x3083:
        case 0x3085:
        case 0x3087:
        case 0x30A1:
        case 0x30A3:
        case 0x30A5:
        case 0x30A7:
        case 0x30A9:
        case 0x30C3:
        case 0x30E3:
        case 0x30E5:
        case 0x30E7: return true;
        default: return text::is_punctuation(c) && !is_opening(c);
    }
}

bool is_word(char32_t c) {
    return text::is_letter(c) || text::is_digit(c);
}

}  // namespace

Piece next_piece(std::string_view text, std::uint32_t pos, std::uint32_t end) {
    const auto first = static_cast<unsigned char>(text[pos]);
    if (first < 0x80 && (pos + 1 == end || static_cast<unsigned char>(text[pos + 1]) < 0x80))
        return {pos, pos + 1, first, PieceKind::plain};
    const text::CodePoint code = text::decode(text, pos);
    auto stop = static_cast<std::uint32_t>(text::next_grapheme(text, pos));
    if (!is_shaped(code.value) || !text::is_letter(code.value)) {
        const bool plain = stop <= pos + code.bytes;
        return {pos, std::min(stop, end), code.value,
                plain ? PieceKind::plain : PieceKind::cluster};
    }
    while (stop < end && stop - pos < longest_shaped_word) {
        const text::CodePoint next = text::decode(text, stop);
        const bool joiner = next.value == 0x200C || next.value == 0x200D;
        if (!joiner && !(is_shaped(next.value) && text::is_letter(next.value))) break;
        stop = static_cast<std::uint32_t>(text::next_grapheme(text, stop));
    }
    return {pos, std::min(stop, end), code.value, PieceKind::shaped};
}

bool is_right_to_left(char32_t c) {
    return c >= 0x0590 && in_ranges(right_to_left, c) && text::is_letter(c);
}

bool is_left_to_right(char32_t c) {
    return text::is_letter(c) && !(c >= 0x0590 && in_ranges(right_to_left, c));
}

bool is_line_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return text::is_space(c) && !is_glue(c);
}

bool is_invisible(char32_t c) {
    if (c < 0x20) return c != '\t';
    return (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

bool may_break(char32_t before, char32_t left, char32_t right) {
    if (is_line_space(right)) return false;
    if (is_line_space(left)) return true;
    const bool latin = left < 0x80 && right < 0x80;
    if (latin && left != '-' && left != '/') return false;
    if (is_glue(left) || is_glue(right) || is_opening(left) || may_not_start_a_line(right))
        return false;
    switch (left) {
        case '-':
        case 0x2010:
        case 0x2013:
            // Not in a range of numbers, not before the digits of a negative one.
            return is_word(before) && text::is_letter(right);
        case '/': return is_word(before) && is_word(right);
        case 0x2014:
        case 0x2015: return true;
        default: return text::is_ideograph(left) || text::is_ideograph(right);
    }
}

}  // namespace standpoint::web
