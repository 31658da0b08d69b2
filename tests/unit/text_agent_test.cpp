#include "web/platform/text_agent.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using standpoint::web::difference;
using standpoint::web::TextAgent;
using standpoint::web::TextEdit;

namespace {

// What a field does with an edit.
std::string applied(std::string text, const TextEdit& edit) {
    for (std::size_t i = 0; i < edit.erased; ++i) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        text.pop_back();
    }
    return text + edit.inserted;
}

void check(const char* before, const char* after, std::size_t erased, const char* inserted) {
    const TextEdit edit = difference(before, after);
    CHECK(edit.erased == erased);
    CHECK(edit.inserted == inserted);
}

}  // namespace

TEST_CASE("the difference is what follows the common beginning") {
    check("", "", 0, "");
    check("", "abc", 0, "abc");
    check("ab", "abc", 0, "c");
    check("abc", "ab", 1, "");
    check("abc", "", 3, "");
    check("teh", "the ", 2, "he ");
}

TEST_CASE("characters that share their first bytes are told apart") {
    check("é", "è", 1, "è");     // C3 A9, C3 A8
    check("日", "旧", 1, "旧");  // E6 97 A5, E6 97 A7
    check("😀", "😁", 1, "😁");
    check("e\u0301", "e", 1, "");  // a combining accent is a code point of its own
    check("a", "é", 1, "é");
}

TEST_CASE("an edit always turns the one text into the other") {
    std::mt19937 random(7);
    const std::string alphabet[] = {"a", "b", "é", "è", "日", "旧", "😀", "😁", " "};
    const auto text = [&] {
        std::string result;
        for (auto n = random() % 6; n > 0; --n) result += alphabet[random() % 9];
        return result;
    };
    for (int i = 0; i < 2000; ++i) {
        const std::string before = text(), after = text();
        CHECK(applied(before, difference(before, after)) == after);
    }
}

TEST_CASE("plain typing arrives character by character") {
    TextAgent agent;
    CHECK(agent.changed("h", false).inserted == "h");
    CHECK(agent.changed("hé", false).inserted == "é");
    CHECK(agent.changed("hé😀", false).inserted == "😀");
    CHECK(agent.preedit().empty());
}

TEST_CASE("a composition is shown, and committed once") {
    TextAgent agent;
    agent.changed("a", false);
    TextEdit edit = agent.changed("aに", true);
    CHECK((edit.erased == 0 && edit.inserted.empty()));
    CHECK(agent.preedit() == "に");
    agent.changed("aにほ", true);
    CHECK(agent.preedit() == "にほ");
    edit = agent.changed("a日本", false);
    CHECK(edit.erased == 0);
    CHECK(edit.inserted == "日本");
    CHECK(agent.preedit().empty());
    // Firefox sends one more input event after the end of the composition.
    edit = agent.changed("a日本", false);
    CHECK((edit.erased == 0 && edit.inserted.empty()));
}

TEST_CASE("a composition that is given up leaves nothing") {
    TextAgent agent;
    agent.changed("に", true);
    const TextEdit edit = agent.changed("", false);
    CHECK((edit.erased == 0 && edit.inserted.empty()));
    CHECK(agent.empty());
}

TEST_CASE("a phone's keyboard corrects what was typed before") {
    TextAgent agent;
    agent.changed("teh", false);
    const TextEdit edit = agent.changed("the ", false);
    CHECK(applied("teh", edit) == "the ");
    agent.reset();
    CHECK(agent.changed("x", false).inserted == "x");
}
