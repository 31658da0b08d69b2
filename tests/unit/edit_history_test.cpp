#include <set>

#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

TEST_CASE("undo and redo go through the steps and say what they are") {
    Desk desk;
    CHECK(!desk.history.can_undo());
    CHECK(desk.history.undo_title().empty());
    CHECK(desk.history.undo().error().message == "There is nothing to undo.");
    CHECK(desk.history.redo().error().message == "There is nothing to redo.");

    const model::Project empty = desk.project();
    desk.run(AddMention{desk.at("Lagos"), "GPE", 0});
    desk.run(SetDone{true});
    const model::Project full = desk.project();
    CHECK(desk.history.undo_title() == "Mark document as done");
    REQUIRE(desk.history.steps().size() == 2);
    CHECK(desk.history.steps()[0].change.title == "Add GPE");

    CHECK(desk.history.undo()->title == "Mark document as done");
    const auto done = desk.history.undo();
    REQUIRE(done);
    CHECK(done->title == "Add GPE");
    CHECK(done->document == "d");
    CHECK(done->touched.size() == 1);
    CHECK(desk.project() == empty);
    CHECK(desk.document().next_id == 1);
    CHECK(desk.history.redo_title() == "Add GPE");
    CHECK(desk.history.redo());
    CHECK(desk.history.redo());
    CHECK(desk.project() == full);
    CHECK(!desk.history.can_redo());

    CHECK(desk.history.undo());
    desk.run(SetFlag{{}, true});  // a new step ends what could be redone
    CHECK(!desk.history.can_redo());
}

TEST_CASE("dirty compares with what was saved") {
    Desk desk;
    CHECK(!desk.history.dirty());
    desk.run(SetDone{true});
    CHECK(desk.history.dirty());
    desk.history.mark_saved();
    CHECK(!desk.history.dirty());
    desk.run(SetFlag{{}, true});
    CHECK(desk.history.dirty());
    CHECK(desk.history.undo());
    CHECK(!desk.history.dirty());
    CHECK(desk.history.undo());
    CHECK(desk.history.dirty());
    CHECK(desk.history.redo());
    CHECK(!desk.history.dirty());
    // The saved state lies on a branch that is left: it cannot be reached again.
    CHECK(desk.history.undo());
    desk.run(SetFlag{{}, true});
    CHECK(desk.history.dirty());
    CHECK(desk.history.undo());
    CHECK(desk.history.dirty());
}

TEST_CASE("a command without effect makes no step and leaves redo alone") {
    Desk desk;
    desk.run(SetDone{true});
    CHECK(desk.history.undo());
    const std::uint64_t revision = desk.history.revision();
    CHECK(desk.history.run(Desk::doc, SetDone{false}, desk.stamp));
    CHECK(desk.history.can_redo());
    CHECK(desk.history.revision() == revision);
}

TEST_CASE("revisions rise with what they cover") {
    Desk desk;
    Document other = desk.document();
    other.id = "e";
    desk.run(AddDocuments{{other}});
    const std::uint64_t all = desk.history.revision();
    const std::uint64_t d = desk.history.revision("d"), e = desk.history.revision("e");

    desk.run(SetDone{true});
    CHECK(desk.history.revision() > all);
    CHECK(desk.history.revision("d") > d);
    CHECK(desk.history.revision("e") == e);

    const std::uint64_t d2 = desk.history.revision("d");
    desk.run(SetProjectInfo{"n", "a"});
    CHECK(desk.history.revision("d") == d2);
    CHECK(desk.history.undo());
    CHECK(desk.history.undo());
    CHECK(desk.history.revision("d") > d2);

    const std::uint64_t d3 = desk.history.revision("d");
    desk.run(SetCodebook{});
    CHECK(desk.history.revision("d") > d3);
    CHECK(desk.history.revision("e") > e);
}

TEST_CASE("another project opens clean, and revisions do not repeat") {
    Desk desk;
    desk.run(SetDone{true});
    const std::uint64_t before = desk.history.revision("d");
    desk.history.open(desk.project());
    CHECK(!desk.history.can_undo());
    CHECK(!desk.history.dirty());
    CHECK(desk.history.revision("d") > before);
    CHECK(desk.history.steps().empty());
}

TEST_CASE("every command has a name of its own") {
    const std::vector<Command> commands = {
        Decide{},          AcceptAbove{},     AddMention{},
        Relabel{},         Resize{},          SetSpan{},
        LabelEvery{},      Remove{},          MergeEntities{},
        SplitEntity{},     AssignEntity{},    SetCanonical{},
        SetExternalId{},   MakeAttribution{}, SetSource{},
        SetCue{},          SetContent{},      SetAttributionHolder{},
        AddTarget{},       SetTargetText{},   MergeTargets{},
        MakeStance{},      SetPolarity{},     SetCertainty{},
        SetStanceHolder{}, SetStanceTarget{}, SetEvidence{},
        SetNote{},         SetFlag{},         SetDone{},
        SetInfo{},         AddDocuments{},    RemoveDocument{},
        Propose{},         SetCodebook{},     SetProjectInfo{},
        TakeAlternative{}, SetAcross{}};
    REQUIRE(commands.size() == std::variant_size_v<Command>);
    std::set<std::string_view> names;
    for (const Command& command : commands) {
        CHECK(!name_of(command).title.empty());
        names.insert(name_of(command).name);
    }
    CHECK(names.size() == commands.size());
    CHECK(name_of(Decide{{}, Decision::rejected}).title == "Reject");
    CHECK(name_of(AddMention{}).name == "mention.add");
}

TEST_CASE("undo takes back one's own step, not proposals that came to another article since") {
    Desk desk;
    Document other = desk.document();
    other.id = "other";
    desk.run(AddDocuments{{other}});
    History& history = desk.history;
    const Stamp stamp;
    const Span span{0, 3};
    REQUIRE(history.run("d", AddMention{span, "PER", 0}, stamp));
    const auto labelled = history.project().document("d")->mentions.size();
    model::Suggestions proposals;
    model::Mention proposal;
    proposal.id = 1;
    proposal.span = {0, 3};
    proposal.label = "LOC";
    proposal.provenance.origin = model::Origin::rule;
    proposal.provenance.decision = Decision::suggested;
    proposals.mentions.push_back(proposal);
    REQUIRE(history.run("other", Propose{proposals}, stamp, true));
    const auto proposed = history.project().document("other")->mentions.size();
    const bool dirty = history.dirty();

    REQUIRE(history.undo());
    CHECK(history.project().document("d")->mentions.size() == labelled - 1);
    CHECK(history.project().document("other")->mentions.size() == proposed);
    CHECK(history.dirty() == dirty);
    SUBCASE("and it can be done again, also after more proposals") {
        proposals.mentions[0].label = "ORG";
        REQUIRE(history.run("other", Propose{proposals}, stamp, true));
        REQUIRE(history.redo());
        CHECK(history.project().document("d")->mentions.size() == labelled);
    }
    SUBCASE("taking the article away takes its proposals along, and brings them back") {
        REQUIRE(history.undo());
        CHECK(history.project().document("other") == nullptr);
        while (history.can_undo()) REQUIRE(history.undo());
        while (history.can_redo()) REQUIRE(history.redo());
        CHECK(history.project().document("other")->mentions.size() == proposed);
    }
    SUBCASE("proposals alone are nothing to undo") {
        while (history.can_undo()) REQUIRE(history.undo());
        CHECK(history.undo_title().empty());
        CHECK_FALSE(history.undo());
    }
}

TEST_CASE("proposals that came to the same article are undone before the step they may build on") {
    Desk desk;
    History& history = desk.history;
    REQUIRE(history.run("d", AddMention{{0, 3}, "PER", 0}, {}));
    const model::Project before = history.project();
    model::Suggestions proposals;
    model::Mention proposal;
    proposal.id = 1;
    proposal.span = {10, 14};
    proposal.label = "LOC";
    proposal.provenance.origin = model::Origin::rule;
    proposal.provenance.decision = Decision::suggested;
    proposals.mentions.push_back(proposal);
    REQUIRE(history.run("d", Propose{proposals}, {}, true));
    REQUIRE_FALSE(history.project() == before);
    REQUIRE(history.undo());
    CHECK(history.project() == before);
}

}  // namespace standpoint::edit
