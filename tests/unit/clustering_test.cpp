#include "core/agreement/clustering.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/agreement/assignment.hpp"
#include "core/exchange/jsonl.hpp"

using namespace standpoint;
using agreement::Clustering;
using agreement::ClusterRow;
using agreement::Entities;

namespace {

// Mentions at the places 0, 1, 2, ... of the string: 'a' names the entity "a"; a blank is none.
Entities read(std::string_view letters) {
    Entities out;
    for (std::uint32_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == ' ') continue;
        const std::string name(1, letters[i]);
        const auto there = std::find(out.names.begin(), out.names.end(), name);
        const auto entity = static_cast<std::uint32_t>(there - out.names.begin());
        if (there == out.names.end()) out.names.push_back(name);
        out.mentions.push_back({{i, i + 1}, entity});
    }
    return out;
}

ClusterRow row(const Clustering& clustering, std::string_view name) {
    for (const ClusterRow& candidate : clustering.rows())
        if (candidate.name == name) return candidate;
    FAIL("There is no row " << name);
    return {};
}

void check(const Clustering& clustering, std::string_view name, double precision, double recall) {
    CAPTURE(name);
    CHECK(row(clustering, name).precision == doctest::Approx(precision));
    CHECK(row(clustering, name).recall == doctest::Approx(recall));
}

Clustering compare(std::string_view gold, std::string_view system) {
    Clustering out;
    out.add(read(gold), read(system));
    return out;
}

model::Document document(const std::string& members) {
    exchange::Report report;
    const auto read = exchange::read_jsonl_line(
        R"({"id":"x","text":"Orsk met Velm Orsk and the Orsk of 1990",)" + members + "}", report);
    REQUIRE(read);
    return *read;
}

}  // namespace

TEST_CASE("the same entities, and none at all") {
    const Clustering same = compare("aabbc", "xxyyz");
    for (const char* name : {"entity MUC", "entity B-cubed", "entity CEAF-e", "entity CoNLL mean",
                             "entity B-cubed, common mentions"})
        check(same, name, 1, 1);
    check(same, "entity name", 0, 0);
    check(compare("aab", ""), "entity CoNLL mean", 0, 0);
    check(compare("", ""), "entity CoNLL mean", 0, 0);
}

// Gold {1 2 3} {4 5} {6 7 8 9 10}; one system joins the last two entities, another the first and
// the last: B-cubed tells them apart, MUC does not.
TEST_CASE("MUC counts links, B-cubed mentions, CEAF-e entities") {
    const Clustering small = compare("aaabbccccc", "aaabbbbbbb");
    check(small, "entity MUC", 7.0 / 8, 1);
    check(small, "entity B-cubed", (3 + (4.0 + 25) / 7) / 10, 1);
    // a with a: 1; c with b: 2 * 5 / 12.
    check(small, "entity CEAF-e", (1 + 10.0 / 12) / 2, (1 + 10.0 / 12) / 3);
    CHECK(row(small, "entity MUC").gold == 7);
    CHECK(row(small, "entity B-cubed").system == 10);
    CHECK(row(small, "entity CEAF-e").gold == 3);

    const Clustering large = compare("aaabbccccc", "aaabbaaaaa");
    check(large, "entity MUC", 7.0 / 8, 1);
    check(large, "entity B-cubed", (2 + (9.0 + 25) / 8) / 10, 1);

    const Clustering split = compare("aaaa", "aabb");
    check(split, "entity MUC", 1, 2.0 / 3);
    check(split, "entity B-cubed", 1, 0.5);
    check(split, "entity CEAF-e", (2.0 / 3) / 2, 2.0 / 3);
}

TEST_CASE("the mean is that of the three, F1 of their F1s") {
    const Clustering split = compare("aaaa", "aabb");
    double f1 = 0;
    for (const char* name : {"entity MUC", "entity B-cubed", "entity CEAF-e"})
        f1 += row(split, name).f1 / 3;
    CHECK(row(split, "entity CoNLL mean").f1 == doctest::Approx(f1));
    check(split, "entity CoNLL mean", (1 + 1 + 1.0 / 3) / 3, (2.0 / 3 + 0.5 + 2.0 / 3) / 3);
}

TEST_CASE("what only one version has counts on its own side, and not among the common mentions") {
    // Gold {1 2 3} {4}; system {1 2 5} {3}.
    const Clustering twinless = compare("aaab ", "aab a");
    check(twinless, "entity MUC", 1.0 / 2, 1.0 / 2);
    check(twinless, "entity B-cubed", (4.0 / 3 + 1) / 4, (4.0 / 3 + 1.0 / 3) / 4);
    // a with a: 2 * 2 / 6.
    check(twinless, "entity CEAF-e", (2.0 / 3) / 2, (2.0 / 3) / 2);
    // Gold {1 2 3}; system {1 2} {3}.
    check(twinless, "entity MUC, common mentions", 1, 1.0 / 2);
    check(twinless, "entity B-cubed, common mentions", 1, 5.0 / 9);
    CHECK(row(twinless, "entity B-cubed, common mentions").gold == 3);
}

TEST_CASE("CEAF-e takes the best assignment, not the greedy one") {
    // a and x have most in common of all, but a with y and b with x is more together.
    const Clustering crossed = compare("aaaaaabbbbb", "xxxyyyxxxxx");
    const double ay = 2 * 3.0 / 9, bx = 2 * 5.0 / 13;
    check(crossed, "entity CEAF-e", (ay + bx) / 2, (ay + bx) / 2);
}

TEST_CASE("names are compared where entities are paired") {
    const Clustering named = compare("aabbc", "aaxxx");
    check(named, "entity name", 1.0 / 2, 1.0 / 3);
    check(named, "entity name of paired", 1.0 / 2, 1.0 / 2);
}

TEST_CASE("documents add up") {
    Clustering both;
    both.add(read("aa"), read("aa"));
    both.add(read("aaaa"), read("aabb"));
    check(both, "entity MUC", 1, 3.0 / 4);
    check(both, "entity B-cubed", 1, 4.0 / 6);
    check(both, "entity CEAF-e", (1 + 2.0 / 3) / 3, (1 + 2.0 / 3) / 2);
}

TEST_CASE("entities of a document: by name, without what is rejected or found by a grammar") {
    const Entities entities = agreement::entities_of(
        document(R"("entities":[{"start":9,"end":18,"type":"PER","canonical":"Velm Orsk"},)"
                 R"({"start":0,"end":4,"type":"PER","canonical":"the VELM Orsk "},)"
                 R"({"start":0,"end":4,"type":"ORG","canonical":"Orsk Mills"},)"
                 R"({"start":27,"end":31,"type":"PER"},)"
                 R"({"start":5,"end":8,"type":"PER","canonical":"met","decision":"rejected"},)"
                 R"({"start":35,"end":39,"type":"DATE"}])"));
    REQUIRE(entities.mentions.size() == 3);
    CHECK(entities.mentions[0].span == text::Span{0, 4});
    CHECK(entities.mentions[0].entity == entities.mentions[1].entity);
    CHECK(entities.mentions[2].entity != entities.mentions[1].entity);
    CHECK(entities.names[entities.mentions[1].entity] == "velm orsk");
    CHECK(entities.names[entities.mentions[2].entity] == "orsk");
}

TEST_CASE("across documents: gold by name, the system as a project matches") {
    const auto one =
        document(R"("entities":[{"start":9,"end":18,"type":"PER","canonical":"Velm Orsk"}])");
    const auto two =
        document(R"("entities":[{"start":0,"end":4,"type":"PER","canonical":"Orsk"}])");
    const std::vector<std::uint32_t> begins = {0, 39};
    const Entities gold = agreement::entities_by_name({one, two}, begins);
    const Entities system = agreement::entities_as_matched({one, two}, begins);
    REQUIRE(gold.mentions.size() == 2);
    REQUIRE(system.mentions.size() == 2);
    CHECK(gold.mentions[1].span == text::Span{39, 43});
    CHECK(gold.mentions[0].entity != gold.mentions[1].entity);
    CHECK(system.mentions[0].entity == system.mentions[1].entity);
    CHECK(system.names == std::vector<std::string>{"velm orsk"});
}

TEST_CASE("with --plo only persons, organisations and places are clustered") {
    const auto all = document(R"("entities":[{"start":0,"end":4,"type":"PER","canonical":"a"},)"
                              R"({"start":5,"end":8,"type":"NORP","canonical":"b"}])");
    CHECK(agreement::entities_of(all).mentions.size() == 2);
    CHECK(agreement::entities_of(all, {true}).mentions.size() == 1);
}

TEST_CASE("the best assignment is as good as the best of all") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const std::size_t rows = 1 + random() % 4, columns = rows + random() % 3;
        std::vector<double> weights;
        for (std::size_t i = 0; i < rows * columns; ++i)
            weights.push_back(static_cast<double>(random() % 6));
        std::vector<std::uint32_t> order(columns);
        for (std::uint32_t c = 0; c < columns; ++c) order[c] = c;
        const auto sum = [&](const std::vector<std::uint32_t>& of_row) {
            double total = 0;
            for (std::size_t r = 0; r < rows; ++r) total += weights[r * columns + of_row[r]];
            return total;
        };
        double best = 0;
        do {
            best = std::max(best, sum(order));
        } while (std::next_permutation(order.begin(), order.end()));
        std::vector<std::uint32_t> found = agreement::best_assignment(rows, columns, weights);
        CHECK(sum(found) == best);
        std::sort(found.begin(), found.end());
        CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
    }
}
