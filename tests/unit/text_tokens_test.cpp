#include "core/text/tokens.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace standpoint::text;

namespace {

// The tokens of `text` with a space between.
std::string split(std::string_view text) {
    std::string out;
    for (const Token& token : tokenize(text)) {
        if (!out.empty()) out += ' ';
        out += slice(text, token.span);
    }
    return out;
}

// One letter for the kind of every token: word, number, punctuation, quote, symbol, url.
std::string kinds(std::string_view text) {
    std::string out;
    for (const Token& token : tokenize(text)) out += "wnpqsu"[static_cast<int>(token.kind)];
    return out;
}

}  // namespace

TEST_CASE("words, marks and spaces") {
    CHECK(split("") == "");
    CHECK(split(" \t\n\u00A0\u200B ") == "");
    CHECK(split("Ministers met, briefly.") == "Ministers met , briefly .");
    CHECK(split("and/or (see below)") == "and / or ( see below )");
    CHECK(split("AT&T and R&D, Marks & Sons") == "AT&T and R&D , Marks & Sons");
    CHECK(kinds("Ministers met, 5% more (+2).") == "wwpnswpsnpp");
}

TEST_CASE("contractions and possessives part as in the Penn Treebank, with either apostrophe") {
    CHECK(split("don't can’t WON'T") == "do n't ca n’t WO N'T");
    CHECK(split("she's we’re I'd they'll you’ve I'm") ==
          "she 's we ’re I 'd they 'll you ’ve I 'm");
    CHECK(split("they'd've") == "they 'd 've");
    CHECK(split("Kyiv's NATO’s BERLIN'S") == "Kyiv 's NATO ’s BERLIN 'S");
    CHECK(split("U.S.’s 1990's “Dune”’s (sic)'s") == "U.S. ’s 1990 's “ Dune ” ’s ( sic ) 's");
    CHECK(split("the owners’ vote, James' house") == "the owners ’ vote , James ' house");
    CHECK(kinds("the owners’ vote") == "wwww");
    CHECK(split("O'Brien d’Ivoire Qur'an Hawai‘i") == "O'Brien d’Ivoire Qur'an Hawai‘i");
}

TEST_CASE("apostrophes that begin a word") {
    CHECK(split("'Tis so; tell 'em, rock 'n' roll") == "'Tis so ; tell 'em , rock 'n' roll");
    CHECK(split("the ’90s, the '80s, spring ’68") == "the ’90s , the '80s , spring ’68");
    CHECK(kinds("the ’90s") == "wn");
    CHECK(split("'68 was loud'") == "' 68 was loud '");
}

TEST_CASE("quotation marks stand alone, and are told from apostrophes") {
    CHECK(split("“We’ll go,” she said.") == "“ We ’ll go , ” she said .");
    CHECK(split("\"We'll go,\" she said.") == "\" We 'll go , \" she said .");
    CHECK(kinds("‘No,’ he said") == "qwpqww");
    CHECK(kinds("'It isn't,' he said. 'No'") == "qwwwpqwwpqwq");
    CHECK(kinds("“It is ‘over’” «oui» „ja“ 「はい」") == "qwwqwqqqwqqwqqwwq");
    CHECK(split("``So'' he said") == "`` So '' he said");
    // The plural's apostrophe is not the end of the quotation.
    CHECK(kinds("‘The workers’ rights go first,’ she said") == "qwwwwwwpqww");
    CHECK(kinds("‘Meet the workers’ he said") == "qwwwqww");
    CHECK(kinds("a 'no' to the owners' vote") == "wqwqwwwww");
}

TEST_CASE("abbreviations, initials and acronyms keep their dots") {
    CHECK(split("the U.S. and the U.N. at 5 p.m. sharp") ==
          "the U.S. and the U.N. at 5 p.m. sharp");
    CHECK(split("Gen. Li, Lt. Col. Roy, Mr. de Wit") == "Gen. Li , Lt. Col. Roy , Mr. de Wit");
    CHECK(split("J. K. Lane, J.K. Lane and Ann B. Cole") ==
          "J. K. Lane , J.K. Lane and Ann B. Cole");
    CHECK(split("Acme Inc. and Foo Corp.") == "Acme Inc. and Foo Corp.");
    CHECK(split("a Ph.D. in law, e.g. tax, etc.") == "a Ph.D. in law , e.g. tax , etc.");
    CHECK(split("ST. PAUL, Minn. (AP)") == "ST. PAUL , Minn. ( AP )");
    CHECK(split("It cost U.S.. Then") == "It cost U.S. . Then");
}

TEST_CASE("words that only look like abbreviations let their dot go") {
    CHECK(split("We met Jan. 6 and Jan. then left.") == "We met Jan. 6 and Jan. then left .");
    CHECK(split("She met Jan. Then she left.") == "She met Jan . Then she left .");
    CHECK(split("No. 5 was it. No. Never.") == "No. 5 was it . No . Never .");
    CHECK(split("Salem, Mass. is small. Say mass.") == "Salem , Mass. is small . Say mass .");
    CHECK(split("They went to Mass. Then") == "They went to Mass . Then");
    CHECK(split("Group A. Peru won") == "Group A . Peru won");
    CHECK(split("plan B. The end") == "plan B . The end");
    CHECK(split("We sat. The sun.") == "We sat . The sun .");
    CHECK(split("and so on...") == "and so on ...");
}

TEST_CASE("hyphenated words are whole, but for names in compounds") {
    CHECK(split("long-range fourth-generation 20-year-old") ==
          "long-range fourth-generation 20-year-old");
    CHECK(split("F-16 COVID-19 Jean-Luc Al-Qaida al-Jazeera Jong-un Port-au-Prince") ==
          "F-16 COVID-19 Jean-Luc Al-Qaida al-Jazeera Jong-un Port-au-Prince");
    CHECK(split("U.S.-led NATO-backed Texas-based Dutch-born") ==
          "U.S. - led NATO - backed Texas - based Dutch - born");
    CHECK(split("pro-Russian anti-NATO ex-President non-Arab UN-brokered") ==
          "pro - Russian anti - NATO ex - President non - Arab UN - brokered");
    CHECK(split("Israeli-Egyptian Iran-Oman US-Russia Al-Shabab-linked") ==
          "Israeli - Egyptian Iran - Oman US - Russia Al-Shabab - linked");
    CHECK(split("a - b -- c") == "a - b -- c");
    CHECK(split("re- and pre-war") == "re - and pre-war");
}

TEST_CASE("numbers keep separators and part from units") {
    CHECK(split("5,000 3.5 2024-05-01 9/11 10:30 1,2.") == "5,000 3.5 2024-05-01 9/11 10:30 1,2 .");
    CHECK(split("10km 3.5m 5bn 5% $5 €3m US$5") == "10 km 3.5 m 5 bn 5 % $ 5 € 3 m US$ 5");
    CHECK(split("10pm 10p.m. 7am") == "10 pm 10 p.m. 7 am");
    CHECK(split("21st 5th 1990s 5th-largest") == "21st 5th 1990s 5th-largest");
    CHECK(split("-5 degrees, .38, 2010–2012, 5½") == "-5 degrees , .38 , 2010 – 2012 , 5½");
    CHECK(split("3D 5G 4x4 M1 G7") == "3D 5G 4x4 M1 G7");
    CHECK(kinds("5,000 1990s -5 M1 3D $5 ٣") == "nnnwwsnn");
}

TEST_CASE("addresses are one token without the sentence's punctuation") {
    CHECK(split("See https://example.org/a_(b)?c=d,e. Or www.example.org!") ==
          "See https://example.org/a_(b)?c=d,e . Or www.example.org !");
    CHECK(split("(http://example.org/x)") == "( http://example.org/x )");
    CHECK(split("“example.com/news”, Example.com") == "“ example.com/news ” , Example.com");
    CHECK(split("Mail ann.lee@example.co.uk, @ann_lee #peace #1.") ==
          "Mail ann.lee@example.co.uk , @ann_lee #peace # 1 .");
    CHECK(kinds("http://example.org a.b@example.org @ann #peace") == "uuuu");
    CHECK(split("http:// www. a@b @ #") == "http : // www . a @b @ #");
}

TEST_CASE("runs of one mark are one token") {
    CHECK(split("Well... no——yes – maybe!!! ?!") == "Well ... no —— yes – maybe !!! ? !");
    CHECK(split("((a)) \"\" * * *") == "( ( a ) ) \" \" * * *");
    CHECK(kinds("… ... ——") == "ppp");
}

TEST_CASE("every script") {
    CHECK(split("Привет, мир! Ελλάδα· ναι;") == "Привет , мир ! Ελλάδα · ναι ;");
    CHECK(split("هل هذا صحيح؟ می‌خواهم بروم") ==
          "هل هذا صحيح ؟ می‌خواهم بروم");
    CHECK(split("東京タワーは高い。") == "東 京 タワー は 高 い 。");
    CHECK(split("서울에서 만났다.") == "서울에서 만났다 .");
    CHECK(split("नमस्ते दुनिया।") == "नमस्ते दुनिया ।");
    CHECK(split("e\u0301tude co\u00ADop H₂O") == "e\u0301tude co\u00ADop H₂O");
    CHECK(split("\u200Fשלום\u200F!") == "\u200F שלום \u200F !");
}

TEST_CASE("a symbol of several code points is one token") {
    CHECK(split("😀👨‍👩‍👧 🇩🇪🇫🇷 1️⃣ 👍🏽!") ==
          "😀 👨‍👩‍👧 🇩🇪 🇫🇷 1️⃣ 👍🏽 !");
    CHECK(kinds("😀€") == "ss");
    CHECK(kinds(std::string_view("a\0b", 3)) == "wsw");
}

TEST_CASE("the tokens of a line depend on that line alone") {
    const std::string_view text = "‘An open quote\nthe owners’ vote\n’ and 'more\nJames' house";
    std::string by_line;
    for (std::uint32_t at = 0; at <= text.size();) {
        const Span line = line_at(text, at);
        for (const Token& token : tokenize(slice(text, line), line.begin)) {
            by_line +=
                std::to_string(token.span.begin) + '-' + std::to_string(token.span.end) + ' ';
        }
        at = line.end + 1;
    }
    std::string whole;
    for (const Token& token : tokenize(text))
        whole += std::to_string(token.span.begin) + '-' + std::to_string(token.span.end) + ' ';
    CHECK(by_line == whole);
}

TEST_CASE("the line at a byte") {
    const std::string_view text = "ab\n\ncd";
    CHECK(line_at(text, 0) == Span{0, 2});
    CHECK(line_at(text, 2) == Span{0, 2});  // the LF ends its line
    CHECK(line_at(text, 3) == Span{3, 3});
    CHECK(line_at(text, 4) == Span{4, 6});
    CHECK(line_at(text, 6) == Span{4, 6});
    CHECK(line_at(text, 99) == Span{4, 6});
    CHECK(line_at("", 0) == Span{0, 0});
    CHECK(line_at("a\n", 2) == Span{2, 2});
}
