#include <doctest/doctest.h>

#include <string>

#include "core/text/tokens.hpp"

using namespace standpoint::text;

namespace {

// The sentences of `text` with a bar between.
std::string split(std::string_view text) {
    std::string out;
    for (const Span span : sentences(text, tokenize(text))) {
        if (!out.empty()) out += '|';
        out += slice(text, span);
    }
    return out;
}

// Whether `text` is one sentence.
bool whole(std::string_view text) {
    return split(text) == text;
}

}  // namespace

TEST_CASE("marks end sentences, and the space between belongs to none") {
    CHECK(split("") == "");
    CHECK(split("  \n ") == "");
    CHECK(split(" They met.  They left!\tWhy? Nobody knew ") ==
          "They met.|They left!|Why?|Nobody knew");
    CHECK(split("So?! Yes!!! Well... No.") == "So?!|Yes!!!|Well...|No.");
    CHECK(whole("He said: go; then, go"));
}

TEST_CASE("a line end always ends a sentence") {
    CHECK(split("Minister visits port\nHARBOUR CITY — She came. She saw\n\nand left") ==
          "Minister visits port|HARBOUR CITY — She came.|She saw|and left");
}

TEST_CASE("abbreviations end sentences only before a word that opens one") {
    CHECK(whole("Gen. Li and Sen. Roy met Dr. Ames at St. Olaf on Jan. 6."));
    CHECK(whole("J. K. Lane and George B. Cole Jr. met U.S. President Ann C. Moe."));
    CHECK(whole("John J. “Jack” Doe of Acme Inc. paid U.S. Steel Corp. in Ohio."));
    CHECK(split("She lives in the U.S. The rest left. He works at Acme Inc. He likes it.") ==
          "She lives in the U.S.|The rest left.|He works at Acme Inc.|He likes it.");
    CHECK(split("She left the U.S. “Germany calls,” she said.") ==
          "She left the U.S.|“Germany calls,” she said.");
    CHECK(split("It began at 5 p.m. Guests came. It ended at 9 a.m. Monday.") ==
          "It began at 5 p.m.|Guests came.|It ended at 9 a.m. Monday.");
    CHECK(split("See No. 5. Say no. Then go.") == "See No. 5.|Say no.|Then go.");
    CHECK(split("They met in the U.S.. Nobody came to the U.S.? Nobody did.") ==
          "They met in the U.S..|Nobody came to the U.S.?|Nobody did.");
    CHECK(split("He left the U.S.\nNew York waited.") == "He left the U.S.|New York waited.");
}

TEST_CASE("a mark before a word in lower case ends nothing") {
    CHECK(whole("Yahoo! is a firm."));
    CHECK(whole("The firm (est. 1990) grew approx. twofold."));
    CHECK(whole("Wait... what happened … then?"));
    CHECK(split("They fled. al-Shabab came. iPhone sales rose.") ==
          "They fled.|al-Shabab came.|iPhone sales rose.");
}

TEST_CASE("closing quotes and brackets stay with their sentence") {
    CHECK(split("“We go.” They went. \"We stay.\" They stayed. ‘No.’ Yes.") ==
          "“We go.”|They went.|\"We stay.\"|They stayed.|‘No.’|Yes.");
    CHECK(split("(They left.) Then [she] came. He (the other) slept.") ==
          "(They left.)|Then [she] came.|He (the other) slept.");
    CHECK(split("“One. Two.” \"Three. Four.\" «Cinq. »") ==
          "“One.|Two.”|\"Three.|Four.\"|«Cinq. »");
    CHECK(split("She said “no.” “Never.”") == "She said “no.”|“Never.”");
}

TEST_CASE("a quotation and who spoke are one sentence") {
    CHECK(whole("“Will it hold?” he asked."));
    CHECK(whole("“Go!” shouted Ann Lee."));
    CHECK(whole("“Will it hold?” Minister Ann Lee asked."));
    CHECK(whole("“We hold,” she said, “and we wait.”"));
    CHECK(split("“Will it hold?” The crowd laughed.") == "“Will it hold?”|The crowd laughed.");
}

TEST_CASE("datelines, lists and ellipses in brackets") {
    CHECK(whole("BEIRUT, Lebanon (AP) - Two ministers met."));
    CHECK(whole("ST. PAUL, Minn. — It rained."));
    CHECK(split("1. First point. 2. Second.\n3. Third") == "1. First point.|2. Second.|3. Third");
    CHECK(whole("They [...] Never left."));
    CHECK(whole("“We wait here.” — Ann Lee, a witness"));
}

TEST_CASE("emoji after a mark belong to its sentence") {
    CHECK(split("Great! 😀 Next one. 👍🏽") == "Great! 😀|Next one. 👍🏽");
}

TEST_CASE("the full stops of other scripts") {
    CHECK(split("東京です。大阪です！本当？はい") == "東京です。|大阪です！|本当？|はい");
    CHECK(whole("「行きます。」と言った"));
    CHECK(split("他说：“好。”然后走了。") == "他说：“好。”|然后走了。");
    CHECK(split("هل هذا صحيح؟ نعم. وذهب") == "هل هذا صحيح؟|نعم.|وذهب");
    CHECK(split("वह गया। फिर आया।") == "वह गया।|फिर आया।");
    CHECK(split("Он ушёл. Потом пришёл.") == "Он ушёл.|Потом пришёл.");
}
