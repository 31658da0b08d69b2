#include "core/text/graphemes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace standpoint::text;

namespace {

// The clusters of `text`, forwards, with a bar between.
std::string clusters(std::string_view text) {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t end = next_grapheme(text, pos);
        if (pos > 0) out += '|';
        out += text.substr(pos, end - pos);
        pos = end;
    }
    return out;
}

}  // namespace

TEST_CASE("clusters are what a person calls characters") {
    CHECK(clusters("abc") == "a|b|c");
    CHECK(clusters("a\r\nb\n\rc") == "a|\r\n|b|\n|\r|c");
    CHECK(clusters("e\u0301\u0323x") == "e\u0301\u0323|x");
    CHECK(clusters("\n\u0301") == "\n|\u0301");  // nothing combines with a control
    CHECK(clusters("각각") == "각|각");          // decomposed Hangul
    CHECK(clusters("한국") == "한|국");
    CHECK(clusters("नि") == "नि");                 // a spacing vowel sign
    CHECK(clusters("\u0600٣") == "\u0600٣");       // a prefix sign
    CHECK(clusters("👍🏽!") == "👍🏽|!");  // a skin tone
    CHECK(clusters("❤️x") == "❤️|x");
    CHECK(clusters("1️⃣2") == "1️⃣|2");
    CHECK(clusters("👨‍👩‍👧👦") == "👨‍👩‍👧|👦");
    CHECK(clusters("a\u200D👦") == "a\u200D|👦");              // no pictograph before the joiner
    CHECK(clusters("👨\u200D\u200D👦") == "👨\u200D\u200D|👦");  // one joiner joins, two do not
    CHECK(clusters("🇩🇪🇫🇷🇨") == "🇩🇪|🇫🇷|🇨");
}

TEST_CASE("steps back undo steps forward") {
    const std::string_view text =
        "a\r\n🇩🇪🇫🇷🇨 👨‍👩‍👧e\u0301각\u0600٣\n\u0301❤️";
    std::vector<std::size_t> forward = {0}, back = {text.size()};
    while (forward.back() < text.size()) forward.push_back(next_grapheme(text, forward.back()));
    while (back.back() > 0) back.push_back(previous_grapheme(text, back.back()));
    CHECK(forward == std::vector<std::size_t>(back.rbegin(), back.rend()));
    for (std::size_t pos = 0, i = 0; pos <= text.size(); ++pos) {
        CAPTURE(pos);
        const bool starts = forward[i] == pos;
        CHECK(is_grapheme_boundary(text, pos) == starts);
        if (starts) ++i;
    }
}

TEST_CASE("the ends are safe") {
    CHECK(next_grapheme("", 0) == 0);
    CHECK(next_grapheme("ab", 2) == 2);
    CHECK(previous_grapheme("ab", 0) == 0);
    CHECK(previous_grapheme("", 0) == 0);
    CHECK(is_grapheme_boundary("", 0));
    CHECK_FALSE(is_grapheme_boundary("ab", 3));
}
