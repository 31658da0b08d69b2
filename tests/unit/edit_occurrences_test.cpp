#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

// The occurrences of the first place where the words stand, each as its offset.
std::vector<std::uint32_t> places(std::string_view text, std::string_view words, int nth = 0) {
    Desk desk(text);
    std::vector<std::uint32_t> begins;
    for (const Span& span : occurrences(desk.document(), desk.at(words, nth))) {
        CHECK(desk.text(span) == words);
        begins.push_back(span.begin);
    }
    return begins;
}

using Places = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("occurrences are whole words, case kept") {
    CHECK(places("Reyes, Reyes's, reyes, Reyesian, (Reyes) xReyes Reyes", "Reyes") ==
          Places{0, 7, 34, 48});
    CHECK(places("pro-Reyes, Reyes-led, Reyes\u2014who", "Reyes") == Places{4, 11, 22});
    CHECK(places("Ada Reyes. Ada\nReyes. Ada Reyes", "Ada Reyes") == Places{0, 22});
    CHECK(places("no", "no") == Places{0});
}

TEST_CASE("addresses, handles and decimals are not taken apart") {
    CHECK(places("Port, @Port, #Port, www.Port.com, Port.com, me@Port.org, Port.", "Port") ==
          Places{0, 57});
    CHECK(places("port of port.com and my.port", "port") == Places{0});
    CHECK(places("5 or 5.2 or 3.5 or 5.", "5") == Places{0, 19});
    CHECK(places("They left.Ada stayed. Ada", "Ada", 1) == Places{10, 22});
    CHECK(places("a_b b", "b", 1) == Places{4});
}

TEST_CASE("marks and emoji belong to their character") {
    CHECK(places("Rene Rene\u0301 Rene", "Rene") == Places{0, 12});
    // A family is not its members.
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    CHECK(places("\U0001F469 " + family + " \U0001F469", "\U0001F469") == Places{0, 24});
}

TEST_CASE("where there are no word edges none are asked for") {
    CHECK(places("\u4e2d\u56fd\u4eba\u5728\u4e2d\u56fd", "\u4e2d\u56fd") == Places{0, 12});
    // Arabic: selected after its prefix (and-), found without it and with another (to-).
    const std::string name = "\u0631\u064a\u0633";
    const std::string text = "\u0648" + name + " " + name + " \u0644" + name;
    CHECK(places(text, name) == Places{2, 9, 18});
    // Selected as a word, it is found as a word only.
    CHECK(places(text, name, 1) == Places{9});
    // A stem finds its forms.
    CHECK(places("Reyes Reyesian Reyesite", "Reyes", 1) == Places{0, 6, 15});
}

TEST_CASE("occurrences do not overlap, and the one selected is among them") {
    const std::string ha = "\u54c8";
    CHECK(places(ha + ha + ha + ha + ha, ha + ha) == Places{0, 6});
    CHECK(places(ha + ha + ha + ha + ha, ha + ha, 1) == Places{3, 9});
}

TEST_CASE("a span outside the text has no occurrences") {
    Desk desk("abc");
    CHECK(occurrences(desk.document(), {1, 1}).empty());
    CHECK(occurrences(desk.document(), {1, 9}).empty());
}

}  // namespace standpoint::edit
