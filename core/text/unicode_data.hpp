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

// Total: what is not a Unicode scalar value is `other`.
Properties properties(char32_t c);

inline CharClass class_of(char32_t c) {
    return properties(c).char_class;
}
inline GraphemeBreak break_of(char32_t c) {
    return properties(c).grapheme_break;
}

}  // namespace standpoint::text
