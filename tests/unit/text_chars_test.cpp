#include "core/text/chars.hpp"

#include <doctest/doctest.h>

using namespace standpoint::text;

TEST_CASE("classes follow the Unicode categories") {
    for (const char32_t c : U"azAZéßДжΩאبनकあ漢한ǅª\u0301") {
        if (c != 0) CHECK_MESSAGE(is_letter(c), static_cast<unsigned>(c));
    }
    for (const char32_t c : {U'1', U' ', U'.', U'$', U'½', U'\0', U'\u200D'})
        CHECK_MESSAGE(!is_letter(c), static_cast<unsigned>(c));
    CHECK(is_upper(U'Ä'));
    CHECK(is_upper(U'ǅ'));
    CHECK(is_lower(U'ß'));
    CHECK_FALSE(is_upper(U'漢'));
    CHECK_FALSE(is_lower(U'漢'));
    CHECK(is_digit(U'7'));
    CHECK(is_digit(U'٣'));
    CHECK_FALSE(is_digit(U'½'));
    CHECK(is_punctuation(U'—'));
    CHECK(is_punctuation(U'。'));
    CHECK_FALSE(is_punctuation(U'$'));
    CHECK(is_symbol(U'€'));
    CHECK(is_symbol(U'😀'));
    CHECK_FALSE(is_symbol(U'%'));
}

TEST_CASE("white space includes the invisible spaces") {
    for (const char32_t c : {U' ', U'\t', U'\n', U'\r', U'\u0085', U'\u00A0', U'\u2009', U'\u2028',
                             U'\u200B', U'\u3000', U'\uFEFF'})
        CHECK_MESSAGE(is_space(c), static_cast<unsigned>(c));
    CHECK_FALSE(is_space(U'\u200D'));
    CHECK_FALSE(is_space(U'\0'));
}

TEST_CASE("ideographs are Han, kana and Hangul alone") {
    for (const char32_t c : U"漢々〇あアｱ한ㄱ𠀀")
        if (c != 0) CHECK_MESSAGE(is_ideograph(c), static_cast<unsigned>(c));
    for (const char32_t c : U"aДअ。1") CHECK_MESSAGE(!is_ideograph(c), static_cast<unsigned>(c));
}

TEST_CASE("functions are total") {
    for (const char32_t c : {0xD800u, 0x110000u, 0xFFFFFFFFu}) {
        CHECK_FALSE(is_letter(c));
        CHECK_FALSE(is_space(c));
        CHECK(to_lower(c) == c);
        CHECK(to_upper(c) == c);
    }
}

TEST_CASE("case maps by the simple mapping") {
    CHECK(to_lower(U'A') == U'a');
    CHECK(to_lower(U'Ω') == U'ω');
    CHECK(to_lower(U'Ą') == U'ą');  // every second code point
    CHECK(to_lower(U'ą') == U'ą');
    CHECK(to_upper(U'ÿ') == U'Ÿ');
    CHECK(to_upper(U'ß') == U'ß');  // its capital is two letters
    CHECK(to_upper(U'ж') == U'Ж');
    CHECK(to_lower(U'𐐀') == U'𐐨');
    CHECK(to_upper(U'7') == U'7');
    CHECK(lower("KYIV, Łódź, ÎLE") == "kyiv, łódź, île");
    CHECK(lower("Ⱥ") == "ⱥ");  // two bytes become three
    CHECK(lower("") == "");
}

TEST_CASE("capitalisation of words") {
    CHECK(starts_upper("Kyiv"));
    CHECK(starts_upper("Élysée"));
    CHECK(starts_upper("'Tis"));
    CHECK_FALSE(starts_upper("iPhone"));
    CHECK_FALSE(starts_upper("7"));
    CHECK_FALSE(starts_upper(""));
    CHECK(all_upper("NATO"));
    CHECK(all_upper("U.S."));
    CHECK(all_upper("G20A"));
    CHECK_FALSE(all_upper("A"));
    CHECK_FALSE(all_upper("NATOs"));
    CHECK_FALSE(all_upper("漢字"));
}
