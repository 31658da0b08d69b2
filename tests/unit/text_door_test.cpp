#include "core/text/door.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace standpoint::text;

namespace {

struct Case {
    std::string_view raw, text;
    Newlines newlines;
    bool bom;
};

}  // namespace

TEST_CASE("line ends become LF and a byte-order mark goes, and both are remembered") {
    const Case cases[] = {
        {"", "", Newlines::lf, false},
        {"one line", "one line", Newlines::lf, false},
        {"a\nb\n", "a\nb\n", Newlines::lf, false},
        {"a\r\nb\r\n", "a\nb\n", Newlines::crlf, false},
        {"a\rb\r", "a\nb\n", Newlines::cr, false},
        {"a\r\r\nb", "a\n\nb", Newlines::mixed, false},
        {"a\nb\r\n", "a\nb\n", Newlines::mixed, false},
        {"\xEF\xBB\xBF", "", Newlines::lf, true},
        {"\xEF\xBB\xBF\xEF\xBB\xBFx", "\xEF\xBB\xBFx", Newlines::lf, true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto admitted = admit(c.raw);
        REQUIRE(admitted);
        CHECK(admitted->text == c.text);
        CHECK(admitted->newlines == c.newlines);
        CHECK(admitted->bom == c.bom);
    }
}

TEST_CASE("nothing else is changed") {
    using namespace std::string_literals;
    const std::string text = "  \t a\0b \u00A0\u200B\u2028\u2029\v\f e\u0301 \uFEFF  \n\n"s;
    const auto admitted = admit(text);
    REQUIRE(admitted);
    CHECK(admitted->text == text);
}

TEST_CASE("invalid UTF-8 is refused with its place in the input") {
    const auto refused = admit(
        "\xEF\xBB\xBF"
        "one\r\ntwo\rthr\xE9"
        "e");
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::invalid_utf8);
    CHECK(refused.error().at == 15);
    CHECK(refused.error().line == 3);
    CHECK(refused.error().message ==
          "The text is not valid UTF-8: byte 15, on line 3, cannot be read.");
}

TEST_CASE("UTF-16 is named when it looks like it") {
    const auto refused = admit(std::string_view("\xFF\xFEh\0i\0", 6));
    REQUIRE(!refused);
    CHECK(refused.error().message ==
          "The text is not valid UTF-8: byte 0, on line 1, cannot be read; it looks like UTF-16.");
}

TEST_CASE("a text over the limit is refused before it is read") {
    const char one = 'x';
    const auto refused = admit(std::string_view(&one, max_text_bytes + 1));
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::too_large);
}
