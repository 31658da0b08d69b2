#include "web/app/derived.hpp"

#include <doctest/doctest.h>

#include "core/text/door.hpp"
#include "web/app/fuzzy.hpp"

using namespace standpoint;
using model::Decision;
using model::Kind;

namespace {

model::Provenance suggested() {
    model::Provenance p;
    p.origin = model::Origin::rule;
    p.decision = Decision::suggested;
    p.score = 0.5F;
    return p;
}

model::Document example() {
    auto admitted = text::admit("Ann Lee backs the plan. Bo Dahl opposes the plan. Lee agreed.");
    model::Document d = model::make_document("d", std::move(*admitted));
    d.entities.put({1, "Ann Lee", {}, {}, {}});
    d.entities.put({2, "Bo Dahl", {}, {}, {}});
    d.targets.put({3, "P1", "The plan", {}, {}});
    d.mentions.put({4, {24, 31}, "PER", 2, suggested(), {}});
    d.mentions.put({5, {0, 7}, "PER", 1, {}, {}});
    d.mentions.put({6, {50, 53}, "PER", 1, suggested(), {}});
    d.stances.put({7, {1, {}}, 3, model::Polarity::favor, {}, {{0, 23}}, {}, {}});
    d.stances.put({8, {2, {}}, 3, model::Polarity::against, {}, {{24, 49}}, suggested(), {}});
    d.next_id = 9;
    return d;
}

}  // namespace

TEST_CASE(
    "the queue follows the sentences, and in a sentence what is made of mentions comes after") {
    const model::Document d = example();
    REQUIRE_FALSE(model::problem_in(d));
    const web::Derived derived = web::derive(d);
    std::vector<model::Id> ids;
    for (const auto& item : derived.queue) ids.push_back(item.item.id);
    CHECK(ids == std::vector<model::Id>{5, 3, 7, 4, 8, 6});
    CHECK(derived.progress.total == 6);
    CHECK(derived.progress.decided == 3);
}

TEST_CASE("next undecided wraps round once, in both directions") {
    const model::Document d = example();
    const web::Derived derived = web::derive(d);
    using web::Ref;
    CHECK(web::next_undecided(derived, {}, true) == Ref{Kind::mention, 4});
    CHECK(web::next_undecided(derived, Ref{Kind::mention, 4}, true) == Ref{Kind::stance, 8});
    CHECK(web::next_undecided(derived, Ref{Kind::mention, 6}, true) == Ref{Kind::mention, 4});
    CHECK(web::next_undecided(derived, Ref{Kind::mention, 4}, false) == Ref{Kind::mention, 6});
    CHECK_FALSE(web::neighbour(derived, Ref{Kind::mention, 6}, true));
}

TEST_CASE("what has little confidence is folded away, until it is shown or decided") {
    model::Document d = example();
    model::Mention unsure = *d.mentions.find(4);
    unsure.provenance.score = 0.2F;
    d.mentions.put(unsure);
    web::Fold fold{0.3F, false};
    using web::Ref;
    const Ref item{Kind::mention, 4};

    web::Derived derived = web::derive(d, fold);
    CHECK(derived.folded == 1);
    CHECK(derived.progress.total == 6);
    CHECK(web::next_undecided(derived, {}, true) == Ref{Kind::stance, 8});
    CHECK(web::neighbour(derived, Ref{Kind::stance, 7}, true) == Ref{Kind::stance, 8});
    CHECK(web::neighbour(derived, Ref{Kind::stance, 8}, false) == Ref{Kind::stance, 7});
    REQUIRE(derived.entities.size() == 1);
    CHECK(derived.entities[0].entity == 1);

    fold.shown = true;
    derived = web::derive(d, fold);
    CHECK(derived.folded == 1);
    CHECK(web::next_undecided(derived, {}, true) == item);
    CHECK(derived.entities.size() == 2);

    fold.shown = false;
    unsure.provenance.decision = Decision::accepted;
    d.mentions.put(unsure);
    derived = web::derive(d, fold);
    CHECK(derived.folded == 0);
    CHECK(derived.entities.size() == 2);
}

TEST_CASE("entities are listed by how often they are named, with what waits") {
    const web::Derived derived = web::derive(example());
    REQUIRE(derived.entities.size() == 2);
    CHECK(derived.entities[0].entity == 1);
    CHECK(derived.entities[0].mentions == std::vector<model::Id>{5, 6});
    CHECK(derived.entities[0].undecided == 1);
    CHECK(derived.entities[1].label == "PER");
}

TEST_CASE("the table has a cell per actor and target, and shows contradictions") {
    model::Document d = example();
    d.stances.put({9, {1, {}}, 3, model::Polarity::against, {}, {{54, 60}}, {}, {}});
    d.next_id = 10;
    const web::StanceTable table = web::derive(d).table;
    CHECK(table.actors.size() == 2);
    CHECK(table.targets == std::vector<model::Id>{3});
    const web::StanceCell* cell = table.cell(0, 0);
    REQUIRE(cell != nullptr);
    CHECK(cell->contradictory);
    CHECK(cell->stances == std::vector<model::Id>{7, 9});
    REQUIRE(table.cell(1, 0) != nullptr);
    CHECK_FALSE(table.cell(1, 0)->contradictory);
    CHECK(table.cell(1, 1) == nullptr);
}

TEST_CASE("rejected items stay in the queue and leave lists and table") {
    model::Document d = example();
    model::Stance s = *d.stances.find(8);
    s.provenance.decision = Decision::rejected;
    d.stances.put(s);
    const web::Derived derived = web::derive(d);
    CHECK(derived.table.actors.size() == 1);
    CHECK(derived.position({Kind::stance, 8}).has_value());
}

TEST_CASE("fuzzy search prefers whole words and starts, and refuses what is not there") {
    CHECK(web::fuzzy_score("ac", "Accept").value() > web::fuzzy_score("ac", "Add a cue").value());
    CHECK(web::fuzzy_score("make st", "Make a stance…").has_value());
    CHECK_FALSE(web::fuzzy_score("xyz", "Accept").has_value());
    CHECK(web::fuzzy_score("ÉT", "été").has_value());
}
