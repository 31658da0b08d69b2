// The Unicode properties of one code point, for the files of core/text alone; others use chars.hpp.
//
// One look-up gives both properties that the text layer needs: a class (a coarse general category)
// and the grapheme break property. ASCII is an array access, the rest a binary search.
#pragma once

#include <cstdint>

namespace standpoint::text {

// In the order of make_unicode_tables.pl, as is GraphemeBreak.
enum class CharClass : std::uint8_t {
    other,      // controls, unassigned, private use
    upper,      // Lu, Lt
    lower,      // Ll
    letter,     // Lo, Lm of the other scripts
    mark,       // M*
    ideograph,  // letters (and 〇) of Han, kana and Hangul
    digit,      // Nd
    numeral,    // No, Nl
    space,      // White_Space, U+200B, U+FEFF
    punctuation,
    symbol,
    format,  // Cf: joiners, direction marks, soft hyphen
};

enum class GraphemeBreak : std::uint8_t {
    other,
    cr,
    lf,
    control,
    extend,
    zwj,
    regional_indicator,
    prepend,
    spacing_mark,
    hangul_l,
    hangul_v,
    hangul_t,
    hangul_lv,
    hangul_lvt,
    pictographic,
};

struct Properties {
    CharClass char_class;
    GraphemeBreak grapheme_break;
};

// A look-up yields both, packed: grapheme break << 4 | class.
extern const std::uint8_t ascii_properties[128];
std::uint32_t packed_properties(char32_t c);

// Total: what is not a Unicode scalar value is `other`.
inline Properties properties(char32_t c) {
    const std::uint32_t packed = c < 0x80 ? ascii_properties[c] : packed_properties(c);
    return {static_cast<CharClass>(packed & 0xF), static_cast<GraphemeBreak>(packed >> 4 & 0xF)};
}

inline CharClass class_of(char32_t c) {
    return properties(c).char_class;
}
inline GraphemeBreak break_of(char32_t c) {
    return properties(c).grapheme_break;
}

}  // namespace standpoint::text
