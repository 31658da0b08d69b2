#include <limits>

#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

// A target with one open and one accepted stance.
struct TargetDesk : Desk {
    TargetDesk() {
        Target t;
        t.key = "P1";
        t.text = "Keep the harbour tax";
        t.provenance = suggestion(0.4F);
        target_id = put(t);
        Stance s;
        s.target = target_id;
        s.holder.phrase = "dockers";
        s.provenance = suggestion(0.6F);
        open_id = put(s);
        s.provenance.decision = Decision::accepted;
        accepted_id = put(s);
    }
    Id target_id = 0, open_id = 0, accepted_id = 0;
};

}  // namespace

TEST_CASE("a decision is stamped, and can be taken back") {
    Desk desk;
    const Id id = desk.suggest("Mara Okoye", "PER");
    CHECK(desk.run(Decide{{{Kind::mention, id}}, Decision::accepted}).title == "Accept mention");
    const Provenance& p = desk.mention(id).provenance;
    CHECK(p.decision == Decision::accepted);
    CHECK(p.annotator == "ada");
    CHECK(p.time_ms == 1000);
    CHECK(p.origin == Origin::rule);
    CHECK(p.score == 0.5F);
    CHECK(p.reasons == std::vector<std::string>{"capitalised"});

    desk.stamp.time_ms = 2000;
    desk.run(Decide{{{Kind::mention, id}}, Decision::accepted});
    CHECK(desk.mention(id).provenance.time_ms == 1000);  // nothing new was decided
    desk.stamp.annotator = "bo";
    desk.run(Decide{{{Kind::mention, id}}, Decision::accepted});
    CHECK(desk.mention(id).provenance.annotator == "bo");  // somebody else confirmed it

    CHECK(desk.run(Decide{{{Kind::mention, id}}, Decision::rejected}).title == "Reject mention");
    CHECK(desk.mention(id).provenance.decision == Decision::rejected);
    CHECK(desk.mention(id).entity != 0);  // kept whole: it is a negative example
    CHECK(desk.run(Decide{{{Kind::mention, id}}, Decision::suggested}).title == "Reopen mention");
    CHECK(desk.mention(id).provenance == Desk::suggestion());
}

TEST_CASE("several items are decided in one step") {
    Desk desk;
    const Id a = desk.suggest("Mara Okoye", "PER");
    const Id b = desk.suggest("Lagos", "GPE");
    const Done done =
        desk.run(Decide{{{Kind::mention, b}, {Kind::mention, a}}, Decision::accepted});
    CHECK(done.title == "Accept 2 items");
    CHECK(done.touched == std::vector<Ref>{{Kind::mention, b}, {Kind::mention, a}});
    CHECK(desk.history.steps().size() == 1);
}

TEST_CASE("accepting a stance accepts its target; rejecting a target rejects its open stances") {
    TargetDesk desk;
    SUBCASE("accept the stance") {
        desk.run(Decide{{{Kind::stance, desk.open_id}}, Decision::accepted});
        CHECK(desk.target(desk.target_id).provenance.decision == Decision::accepted);
        CHECK(desk.target(desk.target_id).provenance.annotator == "ada");
    }
    SUBCASE("reject the stance") {
        desk.run(Decide{{{Kind::stance, desk.open_id}}, Decision::rejected});
        CHECK(desk.target(desk.target_id).provenance.decision == Decision::suggested);
    }
    SUBCASE("reject the target") {
        desk.run(Decide{{{Kind::target, desk.target_id}}, Decision::rejected});
        CHECK(desk.stance(desk.open_id).provenance.decision == Decision::rejected);
        CHECK(desk.stance(desk.accepted_id).provenance.decision == Decision::accepted);
    }
    SUBCASE("accept the target") {
        desk.run(Decide{{{Kind::target, desk.target_id}}, Decision::accepted});
        CHECK(desk.stance(desk.open_id).provenance.decision == Decision::suggested);
    }
}

TEST_CASE("decisions are refused with a reason") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "GPE");
    CHECK(desk.refusal(Decide{}) == "Nothing is selected.");
    CHECK(desk.refusal(Decide{{{Kind::mention, id}, {Kind::stance, id}}, {}}) ==
          "There is no stance 2 in this document.");
    CHECK(desk.refusal(Decide{{{Kind::entity, desk.mention(id).entity}}, {}}) ==
          "An entity is not decided upon; decide on its mentions.");
    CHECK(problem(desk.project(), "nowhere", Decide{{{Kind::mention, id}}, {}}) ==
          "There is no document \"nowhere\".");
    desk.stamp.annotator = "\xff";
    const auto done = desk.history.run(Desk::doc, Decide{{{Kind::mention, id}}, {}}, desk.stamp);
    REQUIRE(!done);
    CHECK(done.error().kind == text::ErrorKind::invalid_utf8);
}

TEST_CASE("everything above a score is accepted, and what is decided stays") {
    Desk desk;
    const Id low = desk.suggest("Lagos", "GPE", 0, 0.3F);
    const Id exact = desk.suggest("Mara Okoye", "PER", 0, 0.7F);
    const Id high = desk.suggest("Ivo Lindt", "PER", 0, 0.9F);
    const Id rejected = desk.suggest("Port Union", "ORG", 0, 0.95F);
    desk.run(Decide{{{Kind::mention, rejected}}, Decision::rejected});
    CHECK(desk.run(AcceptAbove{0.7F, {}}).title == "Accept 2 suggestions");
    CHECK(desk.mention(low).provenance.decision == Decision::suggested);
    CHECK(desk.mention(exact).provenance.decision == Decision::accepted);
    CHECK(desk.mention(high).provenance.decision == Decision::accepted);
    CHECK(desk.mention(rejected).provenance.decision == Decision::rejected);
    CHECK(desk.refusal(AcceptAbove{0.7F, {}}) == "No suggestion reaches that score.");
    CHECK(desk.refusal(AcceptAbove{std::numeric_limits<float>::quiet_NaN(), {}}) ==
          "No suggestion reaches that score.");
}

TEST_CASE("accepting above a score can be confined to a kind, and takes targets along") {
    TargetDesk desk;
    const Id mention = desk.suggest("Lagos", "GPE", 0, 0.9F);
    desk.run(AcceptAbove{0.5F, Kind::stance});
    CHECK(desk.stance(desk.open_id).provenance.decision == Decision::accepted);
    CHECK(desk.target(desk.target_id).provenance.decision == Decision::accepted);
    CHECK(desk.mention(mention).provenance.decision == Decision::suggested);
    CHECK(desk.refusal(AcceptAbove{0.0F, Kind::entity}) == "No suggestion reaches that score.");
}

}  // namespace standpoint::edit
