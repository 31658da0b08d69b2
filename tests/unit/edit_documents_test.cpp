#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

TEST_CASE("notes and flags are no decisions") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "GPE");
    const Ref lagos{Kind::mention, id};
    CHECK(desk.run(SetNote{lagos, "which one?"}).title == "Write note");
    CHECK(desk.run(SetFlag{lagos, true}).title == "Flag");
    CHECK(desk.mention(id).provenance.note == "which one?");
    CHECK(desk.mention(id).provenance.flagged);
    CHECK(desk.mention(id).provenance.decision == Decision::suggested);
    CHECK(desk.run(SetNote{lagos, ""}).title == "Clear note");
    CHECK(desk.run(SetFlag{lagos, false}).title == "Remove flag");
    CHECK(desk.mention(id).provenance == Desk::suggestion());

    const Ref entity{Kind::entity, desk.mention(id).entity};
    desk.run(SetNote{entity, "the city"});
    CHECK(desk.entity(entity.id).note == "the city");
    CHECK(desk.refusal(SetFlag{entity, true}) ==
          "An entity carries a note but no flag; flag one of its mentions.");
    CHECK(desk.refusal(SetNote{Ref{Kind::entity, 99}, ""}) ==
          "There is no entity 99 in this document.");
    CHECK(desk.refusal(SetNote{Ref{Kind::stance, 99}, ""}) ==
          "There is no stance 99 in this document.");
    CHECK(desk.refusal(SetNote{lagos, "\xff"}) == "The words given are not UTF-8.");
}

TEST_CASE("a document has a note, a flag, an end and details") {
    Desk desk;
    desk.run(SetNote{{}, "from the archive"});
    desk.run(SetFlag{{}, true});
    CHECK(desk.run(SetDone{true}).title == "Mark document as done");
    CHECK(desk.document().info.note == "from the archive");
    CHECK(desk.document().info.flagged);
    CHECK(desk.document().info.done);
    CHECK(desk.run(SetDone{false}).title == "Reopen document");
    model::DocumentInfo info = desk.document().info;
    info.title = "Harbour tax";
    info.author = "B. Writer";
    desk.run(SetInfo{info});
    CHECK(desk.document().info == info);
    info.date = "\xff";
    CHECK(desk.refusal(SetInfo{info}) == "The words given are not UTF-8.");
}

TEST_CASE("documents are added under an id of their own and removed") {
    Desk desk;
    Document second = desk.document();
    const Done done = desk.run(AddDocuments{{second}});
    CHECK(done.document == "d-2");
    REQUIRE(desk.project().documents.size() == 2);
    CHECK(desk.project().documents[1].id == "d-2");
    second.id.clear();
    CHECK(desk.run(AddDocuments{{second}}).document == "document");
    second.next_id = 0;
    CHECK(desk.refusal(AddDocuments{{second}}) ==
          "The document cannot be added: The id counter is not above every id.");

    CHECK(desk.run(RemoveDocument{}).document == "d");
    CHECK(desk.project().document("d") == nullptr);
    CHECK(desk.refusal(RemoveDocument{}) == "There is no document \"d\".");
    CHECK(desk.refusal(SetDone{true}) == "There is no document \"d\".");
}

TEST_CASE("codebook and project details are changed") {
    Desk desk;
    model::Codebook book = desk.project().codebook;
    book.labels.pop_back();
    desk.run(SetCodebook{book});
    CHECK(desk.project().codebook == book);
    book.labels[1].name = "PER";
    CHECK(desk.refusal(SetCodebook{book}) == "The codebook has the label \"PER\" twice.");
    desk.run(SetProjectInfo{"Harbour", "bo"});
    CHECK(desk.project().name == "Harbour");
    CHECK(desk.project().annotator == "bo");
    const std::size_t steps = desk.history.steps().size();
    desk.run(SetProjectInfo{"Harbour", "bo"});
    desk.run(SetCodebook{desk.project().codebook});
    CHECK(desk.history.steps().size() == steps);
    CHECK(desk.refusal(SetProjectInfo{"\xff", "bo"}) == "The words given are not UTF-8.");
}

TEST_CASE("ids run out with a sentence, not with a crash") {
    Desk desk;
    Document full = desk.document();
    full.id = "full";
    full.next_id = 4294967295U;
    desk.run(AddDocuments{{full}});
    const auto done = desk.history.run("full", AddTarget{"x", ""}, desk.stamp);
    REQUIRE(!done);
    CHECK(done.error().message == "The document has run out of ids.");
}

TEST_CASE("many documents are added as one step, each under an id of its own") {
    Desk desk;
    const std::size_t before = desk.project().documents.size();
    const Document again = desk.document();
    desk.run(AddDocuments{{again, again, again}});
    REQUIRE(desk.project().documents.size() == before + 3);
    CHECK(desk.project().documents[before].id == "d-2");
    CHECK(desk.project().documents[before + 2].id == "d-4");
    REQUIRE(desk.history.undo());
    CHECK(desk.project().documents.size() == before);
}

}  // namespace standpoint::edit
