#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

TEST_CASE("a mention is added with its entity, made by hand") {
    Desk desk;
    desk.stamp = {"ada", 77};
    const Done done = desk.run(AddMention{desk.at("Mara Okoye"), "PER", 0});
    CHECK(done.title == "Add PER");
    REQUIRE(done.touched.size() == 1);
    const Mention& m = desk.mention(done.touched[0].id);
    CHECK(m.label == "PER");
    CHECK(m.provenance.origin == Origin::human);
    CHECK(m.provenance.decision == Decision::accepted);
    CHECK(m.provenance.score == 1.0F);
    CHECK(m.provenance.annotator == "ada");
    CHECK(m.provenance.time_ms == 77);
    CHECK(desk.entity(m.entity).canonical == "Mara Okoye");
}

TEST_CASE("a new mention joins the entity that goes by its name") {
    Desk desk;
    const Id full = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id okoye = desk.mention(full).entity;
    // By another mention that reads so.
    const Id second = desk.run_id(AddMention{desk.at("Okoye", 1), "PER", okoye});
    const Id third = desk.run_id(AddMention{desk.at("Okoye", 2), "PER", 0});
    CHECK(desk.mention(second).entity == okoye);
    CHECK(desk.mention(third).entity == okoye);
    CHECK(desk.document().entities.size() == 1);
    // By its canonical name.
    desk.run(SetCanonical{okoye, "Lagos"});
    CHECK(desk.mention(desk.run_id(AddMention{desk.at("Lagos"), "GPE", 0})).entity == okoye);
}

TEST_CASE("of several entities with a name the one whose mention has the label is taken") {
    Desk desk;
    const Id person = desk.run_id(AddMention{desk.at("Okoye", 0), "PER", 0});
    const Id company = desk.run_id(AddMention{desk.at("Okoye", 1), "ORG", 0});
    CHECK(desk.mention(company).entity == desk.mention(person).entity);
    desk.run(SplitEntity{{company}, ""});
    const Id third = desk.run_id(AddMention{desk.at("Okoye", 2), "ORG", 0});
    CHECK(desk.mention(third).entity == desk.mention(company).entity);
    CHECK(desk.mention(third).entity != desk.mention(person).entity);
}

TEST_CASE("a name over a line end is one line") {
    Desk desk("They met in New\n  York today.");
    const Id id = desk.run_id(AddMention{desk.at("New\n  York"), "GPE", 0});
    CHECK(desk.entity_of(id).canonical == "New York");
    CHECK(desk.text(desk.mention(id).span) == "New\n  York");  // the span is as it was given
}

TEST_CASE("adding what is there accepts it") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "GPE");
    SUBCASE("a suggestion") {}
    SUBCASE("a rejected one") {
        desk.run(Decide{{{Kind::mention, id}}, Decision::rejected});
    }
    CHECK(desk.run_id(AddMention{desk.at("Lagos"), "GPE", 0}) == id);
    CHECK(desk.document().mentions.size() == 1);
    CHECK(desk.mention(id).provenance.decision == Decision::accepted);
    CHECK(desk.mention(id).provenance.origin == Origin::rule);
    // Again: no step, but a success that says which one it is.
    const std::size_t steps = desk.history.steps().size();
    CHECK(desk.run_id(AddMention{desk.at("Lagos"), "GPE", 0}) == id);
    CHECK(desk.history.steps().size() == steps);
    // Another label is another mention.
    CHECK(desk.run_id(AddMention{desk.at("Lagos"), "ORG", 0}) != id);
}

TEST_CASE("adding what is there with an entity links it") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "GPE");
    const Id other = desk.mention(desk.suggest("Mara Okoye", "PER")).entity;
    CHECK(desk.run_id(AddMention{desk.at("Lagos"), "GPE", other}) == id);
    CHECK(desk.mention(id).entity == other);
    CHECK(desk.document().entities.size() == 1);  // the old one had no other mention
}

TEST_CASE("mentions are refused with a reason") {
    Desk desk;
    const Span lagos = desk.at("Lagos");
    CHECK(desk.refusal(AddMention{{5, 5}, "PER", 0}) == "The span from byte 5 to 5 is empty.");
    CHECK(desk.refusal(AddMention{{9, 4}, "PER", 0}) == "The span from byte 9 to 4 is empty.");
    CHECK(desk.refusal(AddMention{{0, 9999}, "PER", 0}) ==
          "The span from byte 0 to 9999 reaches beyond the text.");
    const std::uint32_t quote = desk.at("\u201c").begin;
    CHECK(desk.refusal(AddMention{{quote + 1, quote + 4}, "PER", 0}).find("in two") !=
          std::string::npos);
    CHECK(desk.refusal(AddMention{desk.at("\n\n"), "PER", 0}) ==
          "A mention has to cover more than white space.");
    CHECK(desk.refusal(AddMention{lagos, "", 0}) == "The codebook has no label \"\".");
    CHECK(desk.refusal(AddMention{lagos, "CITY", 0}) == "The codebook has no label \"CITY\".");
    CHECK(desk.refusal(AddMention{lagos, "GPE", 4}) == "There is no entity 4 in this document.");
    // A label that a file brought can be used on.
    desk.suggest("Mara Okoye", "CITY");
    desk.run(AddMention{lagos, "CITY", 0});
}

TEST_CASE("a change to a suggestion is a decision, and is marked as a correction") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "ORG");
    CHECK(desk.run(Relabel{{id}, "GPE"}).title == "Relabel as GPE");
    const Mention& m = desk.mention(id);
    CHECK(m.label == "GPE");
    CHECK(m.provenance.decision == Decision::accepted);
    CHECK(m.provenance.annotator == "ada");
    CHECK(m.provenance.origin == Origin::rule);
    CHECK(m.provenance.reasons ==
          std::vector<std::string>{"capitalised", std::string(model::corrected_by_hand)});
    desk.run(Relabel{{id}, "LOC"});
    CHECK(desk.mention(id).provenance.reasons.size() == 2);  // said once

    const Id hand = desk.run_id(AddMention{desk.at("Ivo Lindt"), "ORG", 0});
    desk.run(Relabel{{hand}, "PER"});
    CHECK(desk.mention(hand).provenance.reasons.empty());
}

TEST_CASE("relabelling to the same label accepts") {
    Desk desk;
    const Id id = desk.suggest("Lagos", "GPE");
    desk.run(Relabel{{id}, "GPE"});
    CHECK(desk.mention(id).provenance.decision == Decision::accepted);
    CHECK(desk.mention(id).provenance.reasons.size() == 1);
    CHECK(desk.refusal(Relabel{{}, "GPE"}) == "No mention is selected.");
    CHECK(desk.refusal(Relabel{{id, 9}, "GPE"}) == "There is no mention 9 in this document.");
    CHECK(desk.refusal(Relabel{{id}, "X"}) == "The codebook has no label \"X\".");
}

TEST_CASE("a mention is moved to another span") {
    Desk desk;
    const Id id = desk.suggest("President Mara Okoye", "PER");
    desk.run(SetSpan{id, desk.at("Mara Okoye")});
    CHECK(desk.text(desk.mention(id).span) == "Mara Okoye");
    CHECK(desk.mention(id).provenance.decision == Decision::accepted);
    CHECK(desk.refusal(SetSpan{id, {3, 3}}) == "The span from byte 3 to 3 is empty.");
    CHECK(desk.refusal(SetSpan{99, {0, 3}}) == "There is no mention 99 in this document.");
}

TEST_CASE("every occurrence is labelled in one step, and what is there is not doubled") {
    Desk desk;
    const Id suggested = desk.suggest("Okoye", "PER", 1);
    const Id entity = desk.mention(suggested).entity;
    const std::vector<Span> spans = occurrences(desk.document(), desk.at("Okoye"));
    REQUIRE(spans.size() == 3);
    const Done done = desk.run(LabelEvery{spans, "PER", 0});
    CHECK(done.title == "Label 3 occurrences as PER");
    CHECK(done.touched.size() == 3);
    CHECK(desk.history.steps().size() == 1);
    CHECK(desk.document().mentions.size() == 3);
    CHECK(desk.document().entities.size() == 1);
    for (const Mention& m : desk.document().mentions) {
        CHECK(m.entity == entity);
        CHECK(m.provenance.decision == Decision::accepted);
        CHECK(m.provenance.origin == (m.id == suggested ? Origin::rule : Origin::propagated));
    }
    desk.run(LabelEvery{spans, "PER", 0});
    CHECK(desk.history.steps().size() == 1);
}

TEST_CASE("occurrences of different names get an entity each") {
    Desk desk;
    desk.run(LabelEvery{
        {desk.at("Lagos"), desk.at("Okoye", 0), desk.at("Okoye", 1), desk.at("Okoye", 1)},
        "PER",
        0});
    CHECK(desk.document().mentions.size() == 3);
    CHECK(desk.document().entities.size() == 2);
    CHECK(desk.refusal(LabelEvery{{}, "PER", 0}) == "There is nothing to label.");
    CHECK(desk.refusal(LabelEvery{{{0, 9}, {0, 9999}}, "PER", 0}) ==
          "The span from byte 0 to 9999 reaches beyond the text.");
    CHECK(desk.refusal(LabelEvery{{{0, 9}}, "PER", 99}) ==
          "There is no entity 99 in this document.");
}

TEST_CASE("what is removed is gone, with an entity that nothing else refers to") {
    Desk desk;
    const Id lagos = desk.suggest("Lagos", "GPE");
    const Id okoye = desk.run_id(AddMention{desk.at("Okoye"), "PER", 0});
    const Id entity = desk.mention(okoye).entity;
    const Id attribution = desk.run_id(MakeAttribution{{desk.at("tax")}, {}, {}, {entity, {}}});
    CHECK(desk.run(Remove{{{Kind::mention, lagos}}}).title == "Remove mention");
    CHECK(desk.document().entities.size() == 1);
    desk.run(Remove{{{Kind::mention, okoye}}});
    CHECK(desk.document().entities.find(entity));  // it is still a holder
    desk.run(Remove{{{Kind::attribution, attribution}}});
    CHECK(desk.document().entities.empty());
    CHECK(desk.refusal(Remove{{{Kind::mention, okoye}}}) ==
          "There is no mention " + std::to_string(okoye) + " in this document.");
    CHECK(desk.refusal(Remove{}) == "Nothing is selected.");
}

TEST_CASE("a removed target takes its stances along; entities are not removed by hand") {
    Desk desk;
    const Id target = desk.run_id(AddTarget{"Keep the tax", ""});
    const Id lagos = desk.run_id(AddMention{desk.at("Lagos"), "GPE", 0});
    const Id entity = desk.mention(lagos).entity;
    const Id about_tax = desk.run_id(MakeStance{{entity, {}}, target, {}, {}, {}, {}});
    const Id about_lagos = desk.run_id(MakeStance{{0, "dockers"}, entity, {}, {}, {}, {}});
    CHECK(desk.refusal(Remove{{{Kind::entity, entity}}}) ==
          "An entity goes by itself when nothing refers to it; remove or reassign its mentions.");
    CHECK(desk.run(Remove{{{Kind::target, target}, {Kind::mention, lagos}}}).title ==
          "Remove 2 items");
    CHECK(!desk.document().stances.find(about_tax));
    CHECK(desk.document().stances.find(about_lagos));
    CHECK(desk.document().entities.find(entity));  // a stance is about it
    desk.run(Remove{{{Kind::stance, about_lagos}}});
    CHECK(desk.document().entities.empty());
    CHECK(desk.document().next_id > about_lagos);  // ids are not used again
}

}  // namespace standpoint::edit
