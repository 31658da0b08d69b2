#include "core/text/utf8.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace standpoint::text;

TEST_CASE("valid UTF-8 passes, at the edges of every length") {
    for (const std::string_view text :
         {"", "plain", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
          "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        CAPTURE(text);
        CHECK(is_valid(text));
    }
    CHECK(is_valid(std::string_view("a\0b", 3)));
}

TEST_CASE("the first byte that cannot be read is found") {
    struct Case {
        std::string_view text;
        std::size_t at;
    };
    const std::vector<Case> cases = {
        {"\x80", 0},                // a continuation byte alone
        {"ab\xFF", 2},              // never a byte of UTF-8
        {"\xC0\x80", 0},            // overlong NUL
        {"\xE0\x9F\xBF", 0},        // overlong, three bytes
        {"\xF0\x8F\xBF\xBF", 0},    // overlong, four bytes
        {"\xED\xA0\x80", 0},        // a surrogate
        {"\xF4\x90\x80\x80", 0},    // over U+10FFFF
        {"ab\xE2\x82", 2},          // cut off
        {"ab\xE2\x82zz", 2},        // interrupted
        {"12345678\xE9t\xE9", 8},   // Latin-1 after a full word of ASCII
        {"1234567\xC3\xA9\xC3", 9}  // after a valid character that straddles a word
    };
    for (const Case& c : cases) {
        CAPTURE(c.at);
        CHECK(first_invalid(c.text) == c.at);
    }
}

TEST_CASE("decoding forwards and backwards agrees with encoding") {
    for (const char32_t value : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\u07FF', U'\u0800', U'日',
                                 U'\uFFFF', U'\U00010000', U'😀', U'\U0010FFFF'}) {
        std::string text = "x";
        append(text, value);
        CAPTURE(text);
        CHECK(is_valid(text));
        CHECK(decode(text, 1).value == value);
        CHECK(decode(text, 1).bytes == text.size() - 1);
        CHECK(decode_before(text, text.size()).value == value);
        CHECK(decode_before(text, text.size()).bytes == text.size() - 1);
    }
}

TEST_CASE("boundaries lie between code points and at both ends") {
    const std::string_view text = "aé😀";
    std::vector<std::size_t> boundaries;
    for (std::size_t i = 0; i <= text.size() + 1; ++i)
        if (is_boundary(text, i)) boundaries.push_back(i);
    CHECK(boundaries == std::vector<std::size_t>{0, 1, 3, 7});
}

TEST_CASE("invalid bytes neither stop nor overrun a walk") {
    const std::string_view text = "\xE2\x82\xF0\x80\xC3";
    std::size_t steps = 0;
    for (std::size_t pos = 0; pos < text.size(); pos += decode(text, pos).bytes) ++steps;
    CHECK(steps <= text.size());
    steps = 0;
    for (std::size_t pos = text.size(); pos > 0; pos -= decode_before(text, pos).bytes) ++steps;
    CHECK(steps <= text.size());
}
