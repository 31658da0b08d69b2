// The grammar of dates and quantities: what it finds, its normal forms, and that it holds its
// promises on any text.
#include "core/extract/quantities.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "core/exchange/jsonl.hpp"
#include "core/extract/extractor.hpp"
#include "core/extract/stages.hpp"
#include "core/text/utf8.hpp"
#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

// "DATE June 5 = 2024-06-05" for everything found. The articles are of Wednesday, 12 June 2024.
Strings found(std::string_view text,
              std::optional<text::CivilDate> today = text::CivilDate{2024, 6, 12}) {
    Article article;
    read_words(vocabulary(), text, article);
    find_quantities(today, article);
    Strings all;
    for (const Quantity& q : article.quantities) {
        std::string line = std::string(label_of(q.type)) + " " + std::string(article.at(q.words));
        all.push_back(q.normal.empty() ? line : line + " = " + q.normal);
    }
    return all;
}
Strings undated(std::string_view text) {
    return found(text, std::nullopt);
}

}  // namespace

TEST_CASE("days of the calendar") {
    CHECK(found("It opened on June 5, 2024.") == Strings{"DATE June 5, 2024 = 2024-06-05"});
    CHECK(found("It opened on 5 June 2024.") == Strings{"DATE 5 June 2024 = 2024-06-05"});
    CHECK(found("It opened on Sept. 11, 2001.") == Strings{"DATE Sept. 11, 2001 = 2001-09-11"});
    CHECK(found("The 5th of June 2023 was dry.") == Strings{"DATE 5th of June 2023 = 2023-06-05"});
    CHECK(found("On November ninth they met.") == Strings{"DATE November ninth = 2024-11-09"});
    CHECK(found("Due by 2024-06-05.") == Strings{"DATE 2024-06-05 = 2024-06-05"});
    CHECK(found("Monday, June 10, 2024, was dry.") ==
          Strings{"DATE Monday, June 10, 2024 = 2024-06-10"});
    CHECK(found("The talks ran June 5-7, 2024.") ==
          Strings{"DATE June 5-7, 2024 = 2024-06-05/2024-06-07"});
    CHECK(found("Talks ran from June 5 to 7 there.") ==
          Strings{"DATE June 5 to 7 = 2024-06-05/2024-06-07"});
    CHECK(found("On 30 February 2024 nothing happened.") == Strings{"DATE 30 February 2024"});
}

TEST_CASE("figures that can be read in two ways give the year alone") {
    CHECK(found("on 5/6/2024") == Strings{"DATE 5/6/2024 = 2024"});
    CHECK(found("on 5/5/2024") == Strings{"DATE 5/5/2024 = 2024-05-05"});
    CHECK(found("on 25/6/2024") == Strings{"DATE 25/6/2024 = 2024-06-25"});
    CHECK(found("on 6/25/2024") == Strings{"DATE 6/25/2024 = 2024-06-25"});
    CHECK(found("on 05.06.2024") == Strings{"DATE 05.06.2024 = 2024-06-05"});
    CHECK(found("a 9/11 memorial, open 24/7").empty());
}

TEST_CASE("a day or a month without a year is the nearest one") {
    CHECK(found("on June 5") == Strings{"DATE June 5 = 2024-06-05"});
    CHECK(found("on January 30") == Strings{"DATE January 30 = 2024-01-30"});
    CHECK(found("in February") == Strings{"DATE February = 2024-02"});
    CHECK(found("last September") == Strings{"DATE last September = 2023-09"});
    CHECK(found("next May") == Strings{"DATE next May = 2025-05"});
    CHECK(found("in mid-May") == Strings{"DATE mid-May = 2024-05"});
    CHECK(found("on Jan. 5", text::CivilDate{2023, 12, 20}) == Strings{"DATE Jan. 5 = 2024-01-05"});
    CHECK(undated("on June 5") == Strings{"DATE June 5 = XXXX-06-05"});
    CHECK(undated("in February") == Strings{"DATE February = XXXX-02"});
}

TEST_CASE("months that are names or verbs are left alone") {
    CHECK(found("Ms May may march with June Carter and April Jones.").empty());
    CHECK(found("They march on, come what may.").empty());
    CHECK(found("It may rain in May, or since March.") ==
          Strings{"DATE May = 2024-05", "DATE March = 2024-03"});
}

TEST_CASE("weekdays") {
    CHECK(found("They met on Monday.") == Strings{"DATE Monday = 2024-06-10"});
    CHECK(found("They met on Wednesday.") == Strings{"DATE Wednesday = 2024-06-12"});
    CHECK(found("They met last Wednesday.") == Strings{"DATE last Wednesday = 2024-06-05"});
    CHECK(found("They meet next Wednesday.") == Strings{"DATE next Wednesday = 2024-06-19"});
    CHECK(found("They meet this coming Friday.") ==
          Strings{"DATE this coming Friday = 2024-06-14"});
    CHECK(found("They meet this Friday.") == Strings{"DATE this Friday = 2024-06-14"});
    CHECK(found("It rained on Monday morning.") == Strings{"TIME Monday morning = 2024-06-10"});
    CHECK(undated("They met on Monday.") == Strings{"DATE Monday"});
    CHECK(found("He wed in the sun, said The Sun.").empty());
}

TEST_CASE("what counts from the article's date") {
    CHECK(found("Two weeks ago, a year ago, 18 months ago and three days ago") ==
          Strings{"DATE Two weeks ago = 2024-W22", "DATE a year ago = 2023",
                  "DATE 18 months ago = 2022-12", "DATE three days ago = 2024-06-09"});
    CHECK(found("yesterday, today and tomorrow night") ==
          Strings{"DATE yesterday = 2024-06-11", "DATE today = 2024-06-12",
                  "TIME tomorrow night = 2024-06-13"});
    CHECK(found("last year, this week, next month, earlier this year") ==
          Strings{"DATE last year = 2023", "DATE this week = 2024-W24", "DATE next month = 2024-07",
                  "DATE earlier this year = 2024"});
    CHECK(found("last quarter, this weekend, this decade, this century") ==
          Strings{"DATE last quarter = 2024-01/2024-03",
                  "DATE this weekend = 2024-06-15/2024-06-16", "DATE this decade = 202X",
                  "DATE this century = 20XX"});
    CHECK(found("last night and this morning, but tonight too") ==
          Strings{"TIME last night = 2024-06-11", "TIME this morning = 2024-06-12",
                  "TIME tonight = 2024-06-12"});
    CHECK(undated("yesterday, last year and two weeks ago") ==
          Strings{"DATE yesterday", "DATE last year", "DATE two weeks ago"});
    CHECK(found("two days later, the next day, a few weeks ago, ten minutes ago") ==
          Strings{"DATE two days later", "DATE next day", "DATE a few weeks ago",
                  "TIME ten minutes ago"});
    CHECK(found("last month", text::CivilDate{2024, 1, 3}) == Strings{"DATE last month = 2023-12"});
}

TEST_CASE("years and longer times") {
    CHECK(found("He was born in 1998 and ruled from 2001 to 2004.") ==
          Strings{"DATE 1998 = 1998", "DATE 2001 to 2004 = 2001/2004"});
    CHECK(found("ruled 1998-2001, then 2003–2005, in the 2014/15 season") ==
          Strings{"DATE 1998-2001 = 1998/2001", "DATE 2003–2005 = 2003/2005",
                  "DATE 2014/15 = 2014/2015"});
    CHECK(found("the 1990s, the early '80s, the nineties, mid-2019") ==
          Strings{"DATE 1990s = 199X", "DATE early '80s = 198X", "DATE nineties = 199X",
                  "DATE mid-2019 = 2019"});
    CHECK(found("a woman in her nineties").empty());
    CHECK(found("the second quarter of 2019, Q2 2020, the first half of 2021") ==
          Strings{"DATE second quarter of 2019 = 2019-04/2019-06", "DATE Q2 2020 = 2020-04/2020-06",
                  "DATE first half of 2021 = 2021-01/2021-06"});
    CHECK(found("the summer of 2019, late winter 2020, fiscal 2021") ==
          Strings{"DATE summer of 2019 = 2019-22", "DATE late winter 2020 = 2020-24",
                  "DATE fiscal 2021"});
    CHECK(found("the 20th century, nineteenth century art, 44 BC") ==
          Strings{"DATE 20th century = 19XX", "DATE nineteenth century = 18XX",
                  "DATE 44 BC = -0043"});
    CHECK(found("the 2014 annexation") == Strings{"DATE 2014 = 2014"});
}

TEST_CASE("numbers that are no years") {
    CHECK(found("UN Resolution 1973, Flight 2020 and the Expo 2010 site").empty());
    CHECK(found("1500 soldiers in 1500 cases and 2000 people").empty());
    CHECK(found("1,998 votes").empty());
}

TEST_CASE("lengths of time and ages") {
    CHECK(found("for two weeks, three-day talks, the past two years, two and a half years") ==
          Strings{"DATE two weeks = P2W", "DATE three-day = P3D", "DATE past two years = P2Y",
                  "DATE two and a half years = P2.5Y"});
    CHECK(found("for 20 minutes, half an hour, a 24-hour curfew") ==
          Strings{"TIME 20 minutes = PT20M", "TIME half an hour = PT0.5H", "TIME 24-hour = PT24H"});
    CHECK(found("two or three weeks, several months, a couple of days") ==
          Strings{"DATE two or three weeks", "DATE several months", "DATE a couple of days"});
    CHECK(found("The 50-year-old, once 61 year-old, is 50 years old, aged 45, the age of 76") ==
          Strings{"DATE 50-year-old = P50Y", "DATE 61 year-old = P61Y", "DATE 50 years old = P50Y",
                  "DATE 45 = P45Y", "DATE 76 = P76Y"});
    CHECK(found("two decades, a four-decade old feud") ==
          Strings{"DATE two decades = P20Y", "DATE four-decade old = P40Y"});
    CHECK(found("two million five hundred thousand miles") ==
          Strings{"QUANTITY two million five hundred thousand miles = 2500000 mi"});
}

TEST_CASE("times of day") {
    CHECK(found("at 3:30 p.m. and 3pm, at 12 a.m. and 12 p.m.") ==
          Strings{"TIME 3:30 p.m. = T15:30", "TIME 3pm = T15:00", "TIME 12 a.m. = T00:00",
                  "TIME 12 p.m. = T12:00"});
    CHECK(found("at 0900 GMT, 10 a.m. EST, 15:30 local time, 7.45pm, 5 p.m. Moscow time") ==
          Strings{"TIME 0900 GMT = T09:00Z", "TIME 10 a.m. EST = T10:00-05:00",
                  "TIME 15:30 local time = T15:30", "TIME 7.45pm = T19:45",
                  "TIME 5 p.m. Moscow time = T17:00"});
    CHECK(found("by noon, after midnight, at 21:15, at five o'clock, 9-11 a.m.") ==
          Strings{"TIME noon = T12:00", "TIME midnight = T00:00", "TIME 21:15 = T21:15",
                  "TIME five o'clock", "TIME 9-11 a.m. = T09:00/T11:00"});
    CHECK(found("John 13:34, and 14 p.m. and at 25:99 they won 3:1").empty());
}

TEST_CASE("money") {
    CHECK(found("$5 million, €3.2bn, £5m, US$10, A$2.50, Rs 500 crore, ¥300") ==
          Strings{"MONEY $5 million = USD 5000000", "MONEY €3.2bn = EUR 3200000000",
                  "MONEY £5m = GBP 5000000", "MONEY US$10 = USD 10", "MONEY A$2.50 = AUD 2.5",
                  "MONEY Rs 500 crore = INR 5000000000", "MONEY ¥300 = JPY 300"});
    CHECK(found("5 million euros, half a billion dollars, fifty cents, a hundred roubles") ==
          Strings{"MONEY 5 million euros = EUR 5000000",
                  "MONEY half a billion dollars = USD 500000000", "MONEY fifty cents = USD 0.5",
                  "MONEY a hundred roubles = RUB 100"});
    CHECK(found("20 million Canadian dollars, 300 Hong Kong dollars, 10 pesos, 90 Cuban pesos") ==
          Strings{"MONEY 20 million Canadian dollars = CAD 20000000",
                  "MONEY 300 Hong Kong dollars = HKD 300", "MONEY 10 pesos",
                  "MONEY 90 Cuban pesos = CUP 90"});
    CHECK(found("$5-$10 million; 1 to 2.5 million euros; a 500-euro fine") ==
          Strings{"MONEY $5-$10 million = USD 5000000/10000000",
                  "MONEY 1 to 2.5 million euros = EUR 1000000/2500000",
                  "MONEY 500-euro = EUR 500"});
    CHECK(found("five million pounds, ten pounds sterling, 12 million won") ==
          Strings{"MONEY five million pounds = GBP 5000000", "MONEY ten pounds sterling = GBP 10",
                  "MONEY 12 million won = KRW 12000000"});
    CHECK(found("The 12 won, and they try 5.").empty());
}

TEST_CASE("percentages") {
    CHECK(found("20%, 3.5 percent, ten per cent, 10-15 per cent, a 20-percent cut") ==
          Strings{"PERCENT 20% = 20%", "PERCENT 3.5 percent = 3.5%", "PERCENT ten per cent = 10%",
                  "PERCENT 10-15 per cent = 10/15%", "PERCENT 20-percent = 20%"});
    CHECK(found("by two percentage points and 25 basis points, between 5 and 7 percent") ==
          Strings{"PERCENT two percentage points = 2 pp", "PERCENT 25 basis points = 25 bp",
                  "PERCENT 5 and 7 percent = 5/7%"});
    CHECK(found("a third of voters, two-thirds of them").empty());
}

TEST_CASE("measured quantities") {
    CHECK(found("120 km, a five-kilometre race, 2,000 barrels a day, 60 km/h, 90 mph") ==
          Strings{"QUANTITY 120 km = 120 km", "QUANTITY five-kilometre = 5 km",
                  "QUANTITY 2,000 barrels a day = 2000 bbl/d", "QUANTITY 60 km/h = 60 km/h",
                  "QUANTITY 90 mph = 90 mi/h"});
    CHECK(found("50 square miles, 5 sq km, 20 cubic metres, 12 nautical miles, 10 metric tons") ==
          Strings{"QUANTITY 50 square miles = 50 mi2", "QUANTITY 5 sq km = 5 km2",
                  "QUANTITY 20 cubic metres = 20 m3", "QUANTITY 12 nautical miles = 12 nmi",
                  "QUANTITY 10 metric tons = 10 t"});
    CHECK(found("-5 degrees Celsius, 20°C, magnitude 6.5, a 7.1-magnitude quake") ==
          Strings{"QUANTITY -5 degrees Celsius = -5 °C", "QUANTITY 20°C = 20 °C",
                  "QUANTITY magnitude 6.5 = 6.5 magnitude",
                  "QUANTITY 7.1-magnitude = 7.1 magnitude"});
    CHECK(found("5 feet 11 inches, 6ft 2in, a 500-pound bomb, two hundred and five miles") ==
          Strings{"QUANTITY 5 feet 11 inches = 5 ft 11 in", "QUANTITY 6ft 2in = 6 ft 2 in",
                  "QUANTITY 500-pound = 500 lb", "QUANTITY two hundred and five miles = 205 mi"});
    CHECK(found("100m away, but 5m people") == Strings{"QUANTITY 100m = 100 m"});
    CHECK(found("40 people, 3 goals, five million refugees").empty());
}

TEST_CASE("the article's date") {
    const auto date_of = [](std::string_view text, std::string_view given = {}) {
        Article article;
        read_words(vocabulary(), text, article);
        const auto date = date_of_article(article, given);
        return date ? std::to_string(text::days_of(*date) - text::days_of({2024, 6, 5})) : "none";
    };
    CHECK(date_of("Bridge opens\nJune 5, 2024\nThe bridge opened on Monday.") == "0");
    CHECK(date_of("Bridge opens\nPublished Wednesday, 5 June 2024 at 10:30 GMT\nIt opened.") ==
          "0");
    CHECK(date_of("Bridge opens\n2024-06-06\nIt opened.") == "1");
    CHECK(date_of("KYIV, June 5, 2024 — The bridge opened on Monday.") == "0");
    CHECK(date_of("The bridge opened on June 5, 2024, after years.") == "none");
    CHECK(date_of("June 5\nThe bridge opened.") == "none");
    CHECK(date_of("It opened.", "2024-06-07T10:00:00Z") == "2");
    CHECK(date_of("It opened.", "8 June 2024") == "3");
    CHECK(date_of("Bridge opens\nJune 5, 2024\nIt opened.", "some day") == "0");
}

TEST_CASE("they are proposed only if asked for, by the caller or by the codebook's labels") {
    const std::string text = "June 5, 2024\nMara Okoye paid $5 million on Monday in Lagos.";
    const auto labels = [&](bool all, std::vector<std::string> of_codebook) {
        model::Codebook codebook;
        for (const std::string& name : of_codebook) {
            model::Label label;
            label.name = name;
            codebook.labels.push_back(label);
        }
        Input input;
        input.text = text;
        input.codebook = &codebook;
        input.quantities = all;
        const Extractor extractor;
        model::Suggestions proposed;
        extractor.run(input, *extractor.make_scratch(), proposed);
        CHECK_FALSE(model::problem_in(proposed, text));
        Strings all_labels;
        for (const model::Mention& m : proposed.mentions) {
            for (const QuantityType type : quantity_types) {
                if (m.label == label_of(type)) all_labels.push_back(m.label + " " + m.normal);
            }
        }
        return all_labels;
    };
    CHECK(labels(false, {"PER"}).empty());
    CHECK(labels(false, {"PER", "MONEY"}) == Strings{"MONEY USD 5000000"});
    CHECK(labels(true, {}) == Strings{"DATE 2024-06-05", "MONEY USD 5000000", "DATE 2024-06-03"});
}

TEST_CASE("a normal form survives the journey through a file") {
    model::Document document = model::make_document("a", {"It cost $5.", {}, {}});
    model::Mention mention;
    mention.id = 1;
    mention.span = {8, 10};
    mention.label = "MONEY";
    mention.normal = "USD 5";
    document.mentions.put(mention);
    document.next_id = 2;
    exchange::Report report;
    const auto again = exchange::read_jsonl_line(exchange::write_jsonl_line(document), report);
    REQUIRE(again);
    CHECK(*again == document);
    CHECK(report.issues.empty());
}

TEST_CASE("on any text the findings are in order, apart, whole words and inside one sentence") {
    const std::vector<std::string> pieces = {"June",
                                             "May",
                                             "5",
                                             "5th",
                                             "2024",
                                             "1990s",
                                             "1998-2001",
                                             "-",
                                             "–",
                                             ",",
                                             ".",
                                             "\n",
                                             "$",
                                             "€",
                                             "million",
                                             "half",
                                             "a",
                                             "and",
                                             "to",
                                             "between",
                                             "two",
                                             "twenty",
                                             "hundred",
                                             "weeks",
                                             "ago",
                                             "last",
                                             "next",
                                             "this",
                                             "Monday",
                                             "mid-",
                                             "mid-May",
                                             "p.m.",
                                             "GMT",
                                             "3:30",
                                             "%",
                                             "per",
                                             "cent",
                                             "km",
                                             "square",
                                             "°",
                                             "C",
                                             "of",
                                             "the",
                                             "second",
                                             "quarter",
                                             "century",
                                             "-5",
                                             "1,2",
                                             "99999999999999999999",
                                             "999,999,999,999,999 trillion",
                                             "trillion",
                                             "billion",
                                             "crore",
                                             "old",
                                             "twenty-",
                                             "five-kilometre",
                                             "50-year-old",
                                             "feet",
                                             "in",
                                             "fiscal",
                                             "magnitude",
                                             "0000-00-00",
                                             "31/02/2024",
                                             "Q2",
                                             "noon",
                                             "tonight",
                                             "nineties",
                                             "😀",
                                             "é",
                                             "'90s",
                                             "BC",
                                             "dollars",
                                             "Hong",
                                             "Kong",
                                             "won",
                                             "Rs",
                                             "…",
                                             "(",
                                             ")",
                                             "5-",
                                             "1e9",
                                             "٣",
                                             "½",
                                             "aged"};
    std::mt19937 random(7);
    std::size_t total = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = 0; i < 24; ++i) {
            text += pieces[random() % pieces.size()];
            if (random() % 4 != 0) text += ' ';
        }
        Article article;
        read_words(vocabulary(), text, article);
        static_cast<void>(date_of_article(article, text));
        std::optional<text::CivilDate> today;
        if (round % 2 == 0) today = text::CivilDate{2024, 2, 29};
        find_quantities(today, article);
        std::uint32_t end = 0;
        for (const Quantity& q : article.quantities) {
            REQUIRE_MESSAGE(q.words.begin >= end, text);
            REQUIRE_MESSAGE(q.words.begin < q.words.end, text);
            REQUIRE_MESSAGE(q.words.end <= article.words.size(), text);
            end = q.words.end;
            CHECK(article.words[q.words.begin].sentence == article.words[end - 1].sentence);
            CHECK(text::is_valid(q.normal));
            CHECK((!q.relative || !q.normal.empty()));
        }
        total += article.quantities.size();
    }
    CHECK(total > 3000);
}
