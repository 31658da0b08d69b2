#include "core/agreement/score.hpp"

#include <doctest/doctest.h>

#include "core/exchange/jsonl.hpp"

using namespace standpoint;
using agreement::Row;
using agreement::Score;

namespace {

model::Document read(const std::string& members) {
    exchange::Report report;
    const auto document = exchange::read_jsonl_line(
        R"({"id":"x","text":"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",)" + members +
            "}",
        report);
    REQUIRE(document);
    for (const auto& issue : report.issues) FAIL_CHECK(issue.message);
    return *document;
}

Row row(const Score& score, std::string_view name, bool is_type = false) {
    for (const Row& candidate : score.rows())
        if (candidate.name == name && candidate.is_type == is_type) return candidate;
    return {};
}

void check(const Row& row, std::size_t matched, std::size_t gold, std::size_t system) {
    CAPTURE(row.name);
    CHECK(row.matched == matched);
    CHECK(row.gold == gold);
    CHECK(row.system == system);
}

}  // namespace

TEST_CASE("precision, recall and F1") {
    const Row row{"x", false, 3, 4, 6};
    CHECK(row.precision() == doctest::Approx(0.5));
    CHECK(row.recall() == doctest::Approx(0.75));
    CHECK(row.f1() == doctest::Approx(0.6));
    const Row nothing{"x", false, 0, 0, 0};
    CHECK(nothing.precision() == 0);
    CHECK(nothing.recall() == 0);
    CHECK(nothing.f1() == 0);
}

TEST_CASE("mentions: distinct spans and types; dates and what is rejected count for nobody") {
    const auto gold =
        read(R"("entities":[{"start":0,"end":3,"type":"PER"},{"start":0,"end":3,"type":"PER"},)"
             R"({"start":4,"end":8,"type":"ORG"},{"start":9,"end":11,"type":"GPE"},)"
             R"({"start":12,"end":14,"type":"DATE"}])");
    const auto system =
        read(R"("entities":[{"start":0,"end":3,"type":"PER"},{"start":4,"end":8,"type":"GPE"},)"
             R"({"start":4,"end":8,"type":"LOC"},{"start":9,"end":12,"type":"GPE"},)"
             R"({"start":9,"end":11,"type":"GPE","decision":"rejected"},)"
             R"({"start":12,"end":14,"type":"DATE"},{"start":20,"end":21,"type":"MONEY"}])");
    Score score;
    score.add(gold, &system);
    check(row(score, "mention exact+type"), 1, 3, 4);
    check(row(score, "mention span"), 2, 3, 3);
    check(row(score, "PER", true), 1, 1, 1);
    check(row(score, "ORG", true), 0, 1, 0);
    check(row(score, "GPE", true), 0, 1, 2);
    check(row(score, "LOC", true), 0, 0, 1);
    check(row(score, "DATE", true), 0, 0, 0);

    Score plo({true});
    plo.add(gold, &system);
    check(row(plo, "mention exact+type"), 1, 3, 3);
    check(row(plo, "LOC", true), 0, 1, 2);
    check(row(plo, "GPE", true), 0, 0, 0);
}

TEST_CASE("attributions: exact spans, who said what, holders") {
    const auto gold =
        read(R"("attributions":[{"source":[0,3],"cue":[4,6],"content":[[7,10],[12,15]],)"
             R"("holder":"The Council "},)"
             R"({"source":null,"cue":[16,18],"content":[[20,25]],"holder":"-"},)"
             R"({"source":[26,28],"cue":null,"content":[[30,35]],"holder":"Ana"}])");
    const auto system =
        read(R"("attributions":[{"source":[2,3],"cue":[4,6],"content":[[7,10],[14,19]],)"
             R"("holder":"council"},)"
             R"({"source":[16,17],"cue":[17,18],"content":[[20,25]],"holder":"-"},)"
             R"({"source":[26,28],"cue":null,"content":[[34,36]],"holder":"Bo"},)"
             R"({"source":[27,28],"cue":null,"content":[[33,35]],"holder":"ANA"},)"
             R"({"source":[27,28],"content":[[30,35]],"holder":"Ana","decision":"rejected"}])");
    Score score;
    score.add(gold, &system);
    check(row(score, "attribution source exact"), 1, 2, 4);
    check(row(score, "attribution cue exact"), 1, 2, 2);
    check(row(score, "attribution content exact"), 2, 4, 5);
    check(row(score, "attribution source overlap"), 2, 2, 4);
    check(row(score, "attribution cue overlap"), 2, 2, 2);
    check(row(score, "attribution content overlap"), 4, 4, 5);
    // The second has a source in the system alone; of two that fit the third, one is left over.
    check(row(score, "who-said-what"), 2, 3, 4);
    check(row(score, "attribution + holder"), 3, 3, 4);
}

TEST_CASE("pairs are one-to-one and greedy: the first free one in order") {
    const auto gold = read(R"("attributions":[{"content":[0,10]},{"content":[8,12]}])");
    // The first gold statement takes the first that fits, which the second would have needed.
    const auto system = read(R"("attributions":[{"content":[8,10]},{"content":[0,2]}])");
    Score score;
    score.add(gold, &system);
    check(row(score, "who-said-what"), 1, 2, 2);
    Score other_way;
    other_way.add(system, &gold);
    check(row(other_way, "who-said-what"), 1, 2, 2);
}

TEST_CASE("stances: holder, polarity, evidence, target; unclear ones are left out") {
    const auto gold = read(
        R"("targets":[{"id":"P1","text":"The toll"}],"clusters":[{"id":"e1","canonical":"Ana"}],)"
        R"("stances":[{"holder":"Ana","target":"P1","polarity":"favor","evidence":[0,5]},)"
        R"({"holder":"Bo","target":"@Ana","polarity":"against","evidence":[6,9]},)"
        R"({"holder":"Bo","target":"P1","polarity":"unclear","evidence":[6,9]}])");
    const auto system = read(
        R"("targets":[{"id":"T7","text":"toll"},{"id":"T8","text":"something else"}],)"
        R"("stances":[{"holder":"ana","target":"T8","polarity":"favor","evidence":[[4,5],[20,22]]},)"
        R"({"holder":"drivers","target":"@ANA","polarity":"against","evidence":[8,12]},)"
        R"({"holder":"the Ana","target":"T7","polarity":"favor","evidence":[30,32]},)"
        R"({"holder":"Bo","target":"@Ana","polarity":"unclear","evidence":[6,9]}])");
    Score score;
    score.add(gold, &system);
    check(row(score, "stance holder+polarity+evidence"), 1, 2, 3);
    check(row(score, "stance polarity+evidence"), 2, 2, 3);
    check(row(score, "stance holder+target+polarity"), 1, 2, 3);
}

TEST_CASE("documents add up; one that the system lacks is missed as a whole") {
    const auto document = read(R"("entities":[{"start":0,"end":3,"type":"PER"}])");
    Score score;
    score.add(document, &document);
    score.add(document, nullptr);
    check(row(score, "mention exact+type"), 1, 2, 1);
    check(row(score, "PER", true), 1, 2, 1);
}

TEST_CASE("rows come in the order of the reference, ours last") {
    const auto first = read(R"("entities":[{"start":0,"end":3,"type":"PER"}])");
    const auto second = read(R"("entities":[{"start":0,"end":3,"type":"GPE"}])");
    Score score;
    score.add(first, &first);
    score.add(second, &second);
    std::vector<std::string> names;
    for (const Row& each : score.rows()) names.push_back(each.name);
    const std::vector<std::string> expected = {"mention exact+type",
                                               "mention span",
                                               "PER",
                                               "attribution source exact",
                                               "attribution cue exact",
                                               "attribution content exact",
                                               "who-said-what",
                                               "attribution + holder",
                                               "stance holder+polarity+evidence",
                                               "stance polarity+evidence",
                                               "stance holder+target+polarity",
                                               "GPE",
                                               "attribution source overlap",
                                               "attribution cue overlap",
                                               "attribution content overlap"};
    CHECK(names == expected);
}
