#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

// A desk whose codebook codes one proposition.
struct TeamDesk : Desk {
    TeamDesk() {
        model::Codebook book = model::default_codebook();
        model::CodebookTarget t;
        t.key = "tax";
        t.text = "Keep the harbour tax";
        book.targets.push_back(t);
        t.key = "P1";
        t.text = "Widen the harbour";
        book.targets.push_back(t);
        run(SetCodebook{book});
    }
};

}  // namespace

TEST_CASE("targets are added under a key of their own") {
    Desk desk;
    const Id first = desk.run_id(AddTarget{"Keep  the\ntax", ""});
    CHECK(desk.target(first).text == "Keep the tax");
    CHECK(desk.target(first).key == "P1");
    CHECK(desk.target(first).provenance.origin == Origin::human);
    const Id second = desk.run_id(AddTarget{"Widen the harbour", ""});
    CHECK(desk.target(second).key == "P2");
    const Id named = desk.run_id(AddTarget{"Close the port", "P4"});
    CHECK(desk.target(named).key == "P4");
    CHECK(desk.target(desk.run_id(AddTarget{"Pay the dockers", ""})).key == "P3");
    // The same words are the same target.
    CHECK(desk.run_id(AddTarget{" Keep the tax", ""}) == first);
    CHECK(desk.run_id(AddTarget{"Keep the tax", "P1"}) == first);

    CHECK(desk.refusal(AddTarget{" ", ""}) == "A target cannot be empty.");
    CHECK(desk.refusal(AddTarget{"Other words", "P1"}) ==
          "There is another target with the key \"P1\".");
    CHECK(desk.refusal(AddTarget{"Other words", "@Lagos"}) ==
          "A target's key may not begin with @: that means an entity.");
    CHECK(desk.refusal(AddTarget{"\xff", ""}) == "The words given are not UTF-8.");
    CHECK(desk.refusal(AddTarget{"x", "\xff"}) == "The words given are not UTF-8.");
}

TEST_CASE("a target of the codebook is added by its words, under its key") {
    TeamDesk desk;
    const Id tax = desk.run_id(AddTarget{"Keep the harbour tax", ""});
    CHECK(desk.target(tax).key == "tax");
    CHECK(desk.target(desk.run_id(AddTarget{"Something else", ""})).key == "P2");  // P1 is taken
    // However the document phrases it.
    desk.run(SetTargetText{tax, "Keep the tax on ships"});
    CHECK(desk.run_id(AddTarget{"Keep the harbour tax", ""}) == tax);
}

TEST_CASE("adding a target that is proposed accepts it") {
    Desk desk;
    Target open;
    open.key = "P1";
    open.text = "Keep the tax";
    open.provenance = Desk::suggestion();
    const Id id = desk.put(open);
    CHECK(desk.run_id(AddTarget{"Keep the tax", ""}) == id);
    CHECK(desk.target(id).provenance.decision == Decision::accepted);
}

TEST_CASE("targets are rephrased and merged") {
    Desk desk;
    const Id a = desk.run_id(AddTarget{"Keep the tax", ""});
    const Id b = desk.run_id(AddTarget{"Drop the tax", ""});
    Target open;
    open.key = "P9";
    open.text = "Keep it";
    open.provenance = Desk::suggestion();
    const Id c = desk.put(open);
    Stance s;
    s.target = b;
    s.provenance = Desk::suggestion();
    const Id stance = desk.put(s);

    desk.run(SetTargetText{a, "Keep the harbour tax"});
    CHECK(desk.target(a).text == "Keep the harbour tax");
    CHECK(desk.refusal(SetTargetText{a, ""}) == "A target cannot be empty.");
    CHECK(desk.refusal(SetTargetText{99, "x"}) == "There is no target 99 in this document.");

    CHECK(desk.run(MergeTargets{c, {b, a, c}}).title == "Merge 3 targets");
    CHECK(desk.document().targets.size() == 1);
    CHECK(desk.target(c).provenance.decision == Decision::accepted);
    CHECK(desk.stance(stance).target == c);
    CHECK(desk.stance(stance).provenance.decision == Decision::suggested);
    CHECK(desk.refusal(MergeTargets{c, {c}}) == "Merging needs two different targets.");
    CHECK(desk.refusal(MergeTargets{c, {a}}) ==
          "There is no target " + std::to_string(a) + " in this document.");
    CHECK(desk.refusal(MergeTargets{a, {c}}) ==
          "There is no target " + std::to_string(a) + " in this document.");
}

TEST_CASE("a stance has a holder, a target, a polarity and evidence") {
    Desk desk;
    const Id okoye = desk.mention(desk.suggest("Mara Okoye", "PER")).entity;
    const Id tax = desk.run_id(AddTarget{"Keep the tax", ""});
    const Id id = desk.run_id(MakeStance{{okoye, {}},
                                         tax,
                                         Polarity::against,
                                         {desk.at("must go"), desk.at("tax must")},
                                         Certainty::inferred,
                                         {}});
    const Stance& s = desk.stance(id);
    CHECK(s.holder.entity == okoye);
    CHECK(s.target == tax);
    CHECK(s.polarity == Polarity::against);
    CHECK(s.certainty == Certainty::inferred);
    REQUIRE(s.evidence.size() == 1);
    CHECK(desk.text(s.evidence[0]) == "tax must go");
    CHECK(s.provenance.origin == Origin::human);

    CHECK(desk.run(SetPolarity{id, Polarity::neutral}).title == "Set polarity to neutral");
    CHECK(desk.stance(id).polarity == Polarity::neutral);
    CHECK(desk.run(SetCertainty{id, Certainty::explicit_}).title == "Mark stance as explicit");
    CHECK(desk.stance(id).certainty == Certainty::explicit_);
    desk.run(SetStanceHolder{id, {0, "the dockers"}});
    CHECK(desk.stance(id).holder.phrase == "the dockers");
    desk.run(SetStanceTarget{id, okoye, {}});
    CHECK(desk.stance(id).target == okoye);
    desk.run(SetEvidence{id, {desk.at("go"), desk.at("tax")}});
    CHECK(desk.stance(id).evidence == std::vector<Span>{desk.at("tax"), desk.at("go")});
    desk.run(SetEvidence{id, {}});
    CHECK(desk.stance(id).evidence.empty());

    CHECK(desk.refusal(MakeStance{{okoye, {}}, 0, {}, {}, {}, {}}) ==
          "There is no target 0 in this document.");
    CHECK(desk.refusal(MakeStance{{99, {}}, tax, {}, {}, {}, {}}) ==
          "There is no entity 99 in this document.");
    CHECK(desk.refusal(MakeStance{{okoye, {}}, tax, {}, {{1, 1}}, {}, {}}) ==
          "The span from byte 1 to 1 is empty.");
    CHECK(desk.refusal(SetStanceTarget{id, 99, {}}) == "There is no target 99 in this document.");
    CHECK(desk.refusal(SetStanceHolder{id, {99, {}}}) == "There is no entity 99 in this document.");
    CHECK(desk.refusal(SetEvidence{id, {{1, 1}}}) == "The span from byte 1 to 1 is empty.");
    for (const Command& command :
         {Command(SetPolarity{99, {}}), Command(SetCertainty{99, {}}),
          Command(SetStanceHolder{99, {}}), Command(SetStanceTarget{99, tax, {}}),
          Command(SetEvidence{99, {}})}) {
        CHECK(desk.refusal(command) == "There is no stance 99 in this document.");
    }
}

TEST_CASE("a stance and its new target are made in one step") {
    TeamDesk desk;
    const std::size_t steps = desk.history.steps().size();
    const Id id = desk.run_id(MakeStance{{0, "dockers"}, 0, {}, {}, {}, "Pay the dockers"});
    CHECK(desk.history.steps().size() == steps + 1);
    CHECK(desk.target(desk.stance(id).target).text == "Pay the dockers");
    CHECK(desk.target(desk.stance(id).target).key == "P2");
    // The words of the document's or the codebook's target mean that target.
    const Id again = desk.run_id(MakeStance{{0, "owners"}, 0, {}, {}, {}, "Pay the dockers"});
    CHECK(desk.stance(again).target == desk.stance(id).target);
    desk.run(SetStanceTarget{again, 0, "Keep the harbour tax"});
    CHECK(desk.target(desk.stance(again).target).key == "tax");
    CHECK(desk.refusal(MakeStance{{}, 0, {}, {}, {}, " "}) == "A target cannot be empty.");
    // A refusal leaves no target behind.
    CHECK(desk.refusal(SetStanceTarget{99, 0, "New words"}) ==
          "There is no stance 99 in this document.");
}

TEST_CASE("a stance that is made or corrected accepts its target") {
    Desk desk;
    Target open;
    open.key = "P1";
    open.text = "Keep the tax";
    open.provenance = Desk::suggestion();
    const Id target = desk.put(open);
    Stance s;
    s.target = target;
    s.provenance = Desk::suggestion();
    const Id stance = desk.put(s);
    SUBCASE("made") {
        desk.run(MakeStance{{}, target, {}, {}, {}, {}});
    }
    SUBCASE("corrected") {
        desk.run(SetPolarity{stance, Polarity::favor});
        CHECK(desk.stance(stance).provenance.decision == Decision::accepted);
        CHECK(desk.stance(stance).provenance.reasons.back() == model::corrected_by_hand);
    }
    SUBCASE("confirmed") {
        desk.run(SetPolarity{stance, Polarity::unclear});
        CHECK(desk.stance(stance).provenance.decision == Decision::accepted);
        CHECK(desk.stance(stance).provenance.reasons.size() == 1);
    }
    CHECK(desk.target(target).provenance.decision == Decision::accepted);
}

}  // namespace standpoint::edit
