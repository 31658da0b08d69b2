#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

TEST_CASE("merging moves everything that refers to the merged entities") {
    Desk desk;
    const Id okoye = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id lindt = desk.run_id(AddMention{desk.at("Ivo Lindt"), "PER", 0});
    const Id lagos = desk.suggest("Lagos", "GPE");
    const Id into = desk.mention(okoye).entity;
    const Id from = desk.mention(lindt).entity;
    const Id third = desk.mention(lagos).entity;
    desk.run(SetExternalId{from, "wikidata:Q1"});
    desk.run(SetNote{Ref{Kind::entity, from}, "see page 2"});
    desk.run(SetNote{Ref{Kind::entity, into}, "the president"});
    const Id said = desk.run_id(MakeAttribution{{desk.at("tax")}, {}, {}, {from, {}}});
    const Id stance = desk.run_id(MakeStance{{from, {}}, third, {}, {}, {}, {}});

    const Done done = desk.run(MergeEntities{into, {from, third, into, from}});
    CHECK(done.title == "Merge 3 entities");
    CHECK(done.touched == std::vector<Ref>{{Kind::entity, into}});
    CHECK(desk.document().entities.size() == 1);
    CHECK(desk.mention(lindt).entity == into);
    CHECK(desk.mention(lagos).entity == into);
    CHECK(desk.mention(lagos).provenance.decision == Decision::suggested);  // not itself decided
    CHECK(desk.attribution(said).holder.entity == into);
    CHECK(desk.stance(stance).holder.entity == into);
    CHECK(desk.stance(stance).target == into);
    CHECK(desk.entity(into).canonical == "Mara Okoye");
    CHECK(desk.entity(into).external_id == "wikidata:Q1");
    CHECK(desk.entity(into).note == "the president\nsee page 2");

    CHECK(desk.refusal(MergeEntities{into, {into}}) == "Merging needs two different entities.");
    CHECK(desk.refusal(MergeEntities{into, {from}}) ==
          "There is no entity " + std::to_string(from) + " in this document.");
    CHECK(desk.refusal(MergeEntities{okoye, {into}}) ==
          "There is no entity " + std::to_string(okoye) + " in this document.");
}

TEST_CASE("an entity that nothing refers to can be merged away") {
    Desk desk;
    const Id okoye = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    Entity lonely;
    lonely.canonical = "Nobody";
    const Id from = desk.put(lonely);
    desk.run(MergeEntities{desk.mention(okoye).entity, {from}});
    CHECK(desk.document().entities.size() == 1);
}

TEST_CASE("splitting gives mentions an entity of their own") {
    Desk desk;
    const Id full = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id old = desk.mention(full).entity;
    const Id second = desk.run_id(AddMention{desk.at("Okoye", 1), "PER", old});
    const Id third = desk.run_id(AddMention{desk.at("Okoye", 2), "PER", old});
    const Done done = desk.run(SplitEntity{{third, second, third}, ""});
    CHECK(done.title == "Split entity");
    const Id fresh = desk.mention(second).entity;
    CHECK(fresh != old);
    CHECK(desk.mention(third).entity == fresh);
    CHECK(desk.mention(full).entity == old);
    CHECK(desk.entity(fresh).canonical == "Okoye");
    CHECK(done.touched.back() == Ref{Kind::entity, fresh});

    desk.run(SplitEntity{{third}, "  Okoye \n senior "});
    CHECK(desk.entity_of(third).canonical == "Okoye senior");
    CHECK(desk.refusal(SplitEntity{{third}, ""}) ==
          "These are all the mentions of \"Okoye senior\"; give it another name instead.");
    CHECK(desk.refusal(SplitEntity{{}, ""}) == "No mention is selected.");
    CHECK(desk.refusal(SplitEntity{{99}, ""}) == "There is no mention 99 in this document.");
    CHECK(desk.refusal(SplitEntity{{third}, "\xff"}) == "The words given are not UTF-8.");
    // Mentions of several entities can become one.
    desk.run(SplitEntity{{full, second, third}, ""});
    CHECK(desk.entity_of(second).canonical == "Mara Okoye");
    CHECK(desk.document().entities.size() == 1);
}

TEST_CASE("mentions are linked to an entity and unlinked") {
    Desk desk;
    const Id lagos = desk.suggest("Lagos", "GPE");
    const Id okoye = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id into = desk.mention(okoye).entity;
    CHECK(desk.run(AssignEntity{{lagos}, into}).title == "Link to Mara Okoye");
    CHECK(desk.mention(lagos).entity == into);
    CHECK(desk.mention(lagos).provenance.decision == Decision::accepted);
    CHECK(desk.document().entities.size() == 1);  // Lagos had no other mention
    CHECK(desk.run(AssignEntity{{lagos, okoye}, 0}).title == "Unlink mention");
    CHECK(desk.document().entities.empty());
    CHECK(desk.refusal(AssignEntity{{lagos}, 99}) == "There is no entity 99 in this document.");
    CHECK(desk.refusal(AssignEntity{{}, 0}) == "No mention is selected.");
}

TEST_CASE("an entity is named and given an external id") {
    Desk desk;
    const Id entity = desk.mention(desk.suggest("Okoye", "PER")).entity;
    CHECK(desk.run(SetCanonical{entity, " Mara  Okoye"}).touched ==
          std::vector<Ref>{{Kind::entity, entity}});
    CHECK(desk.entity(entity).canonical == "Mara Okoye");
    CHECK(desk.refusal(SetCanonical{entity, " \n"}) == "An entity's name cannot be empty.");
    CHECK(desk.refusal(SetCanonical{99, "x"}) == "There is no entity 99 in this document.");
    CHECK(desk.refusal(SetCanonical{entity, "\xff"}) == "The words given are not UTF-8.");
    desk.run(SetExternalId{entity, "wikidata:Q2"});
    CHECK(desk.entity(entity).external_id == "wikidata:Q2");
    desk.run(SetExternalId{entity, ""});
    CHECK(desk.entity(entity).external_id.empty());
    CHECK(desk.refusal(SetExternalId{99, "x"}) == "There is no entity 99 in this document.");
}

TEST_CASE("the other reading of a mention is taken, and taken back") {
    Desk desk;
    const Id lagos = desk.suggest("Lagos", "GPE");
    CHECK(desk.refusal(TakeAlternative{{lagos}}) == "There is no other reading of this mention.");
    CHECK(desk.refusal(TakeAlternative{{}}) == "No mention is selected.");
    Mention mention = desk.mention(lagos);
    mention.alternative = "Nigeria";
    desk.put(mention);

    CHECK(desk.run(TakeAlternative{{lagos}}).title == "Read as Nigeria");
    CHECK(desk.entity(desk.mention(lagos).entity).canonical == "Nigeria");
    CHECK(desk.mention(lagos).alternative == "Lagos");
    CHECK(desk.mention(lagos).provenance.decision == Decision::accepted);
    CHECK(desk.document().entities.size() == 1);  // nothing names Lagos any more

    const Id country = desk.mention(lagos).entity;
    const Id union_port = desk.run_id(AddMention{desk.at("Port Union"), "ORG", country});
    desk.run(TakeAlternative{{lagos}});
    CHECK(desk.entity(desk.mention(lagos).entity).canonical == "Lagos");
    desk.run(TakeAlternative{{lagos}});
    CHECK(desk.mention(lagos).entity == country);  // the one that is there
    CHECK(desk.mention(union_port).entity == country);

    desk.run(Relabel{{lagos}, "LOC"});
    CHECK(desk.mention(lagos).alternative.empty());
}

TEST_CASE("an entity gets and loses its name across documents") {
    Desk desk;
    const Id okoye = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id lindt = desk.run_id(AddMention{desk.at("Ivo Lindt"), "PER", 0});
    const Id entity = desk.mention(okoye).entity;
    desk.run(SetAcross{entity, " Mara  Okoye (the elder)"});
    CHECK(desk.entity(entity).across == "Mara Okoye (the elder)");
    desk.run(MergeEntities{desk.mention(lindt).entity, {entity}});
    CHECK(desk.entity(desk.mention(lindt).entity).across == "Mara Okoye (the elder)");
    desk.run(SetAcross{desk.mention(lindt).entity, ""});
    CHECK(desk.entity(desk.mention(lindt).entity).across.empty());
    CHECK(desk.refusal(SetAcross{99, "x"}) == "There is no entity 99 in this document.");
}

}  // namespace standpoint::edit
