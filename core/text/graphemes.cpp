// The rules GB1 to GB999 of Unicode Standard Annex #29, as of Unicode 14.
#include "core/text/graphemes.hpp"

#include "core/text/unicode_data.hpp"
#include "core/text/utf8.hpp"

namespace standpoint::text {
namespace {

using enum GraphemeBreak;

bool is_control(GraphemeBreak b) {
    return b == control || b == cr || b == lf;
}

// What the two code points beside a position decide.
enum class Verdict { boundary, joined, if_even_flags_before, if_no_pictograph_before };

Verdict between(GraphemeBreak left, GraphemeBreak right) {
    using enum Verdict;
    if (left == other && right == other) return boundary;
    if (left == cr && right == lf) return joined;                                 // GB3
    if (is_control(left) || is_control(right)) return boundary;                   // GB4, GB5
    if (right == extend || right == zwj || right == spacing_mark) return joined;  // GB9, GB9a
    if (left == prepend) return joined;                                           // GB9b
    switch (right) {
        case hangul_l:
        case hangul_lv:
        case hangul_lvt: return left == hangul_l ? joined : boundary;  // GB6
        case hangul_v:
            return left == hangul_l || left == hangul_v || left == hangul_lv ? joined : boundary;
        case hangul_t:  // GB7, GB8
            return left == hangul_v || left == hangul_lv || left == hangul_t || left == hangul_lvt
                       ? joined
                       : boundary;
        case pictographic: return left == zwj ? if_no_pictograph_before : boundary;  // GB11
        case regional_indicator:
            return left == regional_indicator ? if_even_flags_before : boundary;  // GB12, GB13
        default: return boundary;
    }
}

// Whether an even number of regional indicators ends at `pos`.
bool even_flags_before(std::string_view text, std::size_t pos) {
    bool even = true;
    while (pos > 0) {
        const CodePoint c = decode_before(text, pos);
        if (break_of(c.value) != regional_indicator) break;
        even = !even;
        pos -= c.bytes;
    }
    return even;
}

// Whether a pictograph and any number of extending marks end at `pos`.
bool pictograph_before(std::string_view text, std::size_t pos) {
    while (pos > 0) {
        const CodePoint c = decode_before(text, pos);
        const GraphemeBreak b = break_of(c.value);
        if (b != extend) return b == pictographic;
        pos -= c.bytes;
    }
    return false;
}

}  // namespace

std::size_t next_grapheme(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return text.size();
    CodePoint c = decode(text, pos);
    GraphemeBreak left = break_of(c.value);
    bool odd_flags = left == regional_indicator;
    bool pictograph = left == pictographic;  // seen, with only marks or one joiner since
    for (pos += c.bytes; pos < text.size(); pos += c.bytes) {
        c = decode(text, pos);
        const GraphemeBreak right = break_of(c.value);
        switch (between(left, right)) {
            case Verdict::boundary: return pos;
            case Verdict::joined: break;
            case Verdict::if_even_flags_before:
                if (!odd_flags) return pos;
                break;
            case Verdict::if_no_pictograph_before:
                if (!pictograph) return pos;
                break;
        }
        odd_flags = right == regional_indicator && !odd_flags;
        pictograph = right == pictographic ||
                     (pictograph && left != zwj && (right == extend || right == zwj));
        left = right;
    }
    return pos;
}

bool is_grapheme_boundary(std::string_view text, std::size_t pos) {
    if (pos == 0 || pos >= text.size()) return pos <= text.size();
    if (!is_boundary(text, pos)) return false;
    const CodePoint before = decode_before(text, pos);
    const GraphemeBreak right = break_of(decode(text, pos).value);
    switch (between(break_of(before.value), right)) {
        case Verdict::boundary: return true;
        case Verdict::joined: return false;
        case Verdict::if_even_flags_before: return even_flags_before(text, pos);
        case Verdict::if_no_pictograph_before: return !pictograph_before(text, pos - before.bytes);
    }
    return true;
}

std::size_t previous_grapheme(std::string_view text, std::size_t pos) {
    if (pos > text.size()) pos = text.size();
    while (pos > 0) {
        pos -= decode_before(text, pos).bytes;
        if (is_grapheme_boundary(text, pos)) break;
    }
    return pos;
}

}  // namespace standpoint::text
