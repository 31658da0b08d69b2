#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

// The holder that a statement gets from its source; `mentions` are label and words.
std::string holder_in(std::string_view text, std::string_view source,
                      const std::vector<std::pair<std::string, std::string_view>>& mentions) {
    Desk desk(text);
    for (const auto& [label, words] : mentions) desk.suggest(words, label);
    const Id id = desk.run_id(MakeAttribution{{desk.at("no")}, desk.at(source), {}, {}});
    const Actor holder = desk.attribution(id).holder;
    const std::string name(model::name_of(holder, desk.document()));
    return (holder.entity != 0 ? "entity: " : "phrase: ") + name;
}

}  // namespace

TEST_CASE("a statement is made of its content, in order and without overlaps") {
    Desk desk;
    const Span a = desk.at("the harbour tax"), b = desk.at("tax must"), c = desk.at("go");
    const Done done = desk.run(MakeAttribution{{c, b, a}, {}, {}, {}});
    CHECK(done.title == "Make statement");
    const Attribution& made = desk.attribution(done.touched.at(0).id);
    CHECK(made.content == std::vector<Span>{{a.begin, b.end}, c});
    CHECK(!made.source);
    CHECK(!made.cue);
    CHECK(made.holder.none());
    CHECK(made.provenance.origin == Origin::human);
    CHECK(made.provenance.decision == Decision::accepted);
}

TEST_CASE("statements are refused with a reason") {
    Desk desk;
    const Span tax = desk.at("tax");
    CHECK(desk.refusal(MakeAttribution{{}, {}, {}, {}}) ==
          "A statement needs words that were said.");
    CHECK(desk.refusal(MakeAttribution{{tax, {2, 2}}, {}, {}, {}}) ==
          "The span from byte 2 to 2 is empty.");
    CHECK(desk.refusal(MakeAttribution{{tax}, Span{2, 9999}, {}, {}}) ==
          "The span from byte 2 to 9999 reaches beyond the text.");
    CHECK(desk.refusal(MakeAttribution{{tax}, {}, Span{3, 1}, {}}) ==
          "The span from byte 3 to 1 is empty.");
    CHECK(desk.refusal(MakeAttribution{{tax}, {}, {}, {7, {}}}) ==
          "There is no entity 7 in this document.");
    const Id entity = desk.mention(desk.suggest("Lagos", "GPE")).entity;
    CHECK(desk.refusal(MakeAttribution{{tax}, {}, {}, {entity, "x"}}) ==
          "A holder is an entity or a phrase, not both.");
    CHECK(desk.refusal(MakeAttribution{{tax}, {}, {}, {0, " "}}) ==
          "A holder's name cannot be empty.");
}

TEST_CASE("the source says whose words they are") {
    // The last person, whatever else is named.
    CHECK(holder_in("Norland Prime Minister Ada Reyes said no.", "Norland Prime Minister Ada Reyes",
                    {{"GPE", "Norland"}, {"PER", "Ada Reyes"}}) == "entity: Ada Reyes");
    CHECK(holder_in("Kim Ford adviser Ada Reyes of Ford Bank said no.",
                    "Kim Ford adviser Ada Reyes of Ford Bank",
                    {{"PER", "Kim Ford"}, {"PER", "Ada Reyes"}, {"ORG", "Ford Bank"}}) ==
          "entity: Ada Reyes");
    // Of nested ones the outer one.
    CHECK(holder_in("Ada Reyes Junior said no.", "Ada Reyes Junior",
                    {{"PER", "Reyes Junior"}, {"PER", "Ada Reyes Junior"}}) ==
          "entity: Ada Reyes Junior");
    // An organisation before a country.
    CHECK(holder_in("A spokesman for the Port Union in Norland said no.",
                    "A spokesman for the Port Union in Norland",
                    {{"ORG", "Port Union"}, {"GPE", "Norland"}}) == "entity: Port Union");
    CHECK(holder_in("Officials in Norland said no.", "Officials in Norland",
                    {{"GPE", "Norland"}}) == "entity: Norland");
    // Another name only where it is the whole phrase.
    CHECK(holder_in("The Norlanders said no.", "The Norlanders", {{"NORP", "Norlanders"}}) ==
          "entity: Norlanders");
    CHECK(holder_in("Some Norlanders said no.", "Some Norlanders", {{"NORP", "Norlanders"}}) ==
          "phrase: Some Norlanders");
    // Else the phrase in one line, without its article.
    CHECK(holder_in("The port\nauthorities said no.", "The port\nauthorities", {}) ==
          "phrase: port authorities");
    CHECK(holder_in("An aide said no.", "An aide", {}) == "phrase: aide");
    CHECK(holder_in("A said no.", "A", {}) == "phrase: A");
    CHECK(holder_in("Another aide said no.", "Another aide", {}) == "phrase: Another aide");
    // A name that only overlaps the source does not count.
    CHECK(holder_in("The union boss Ada Reyes said no.", "The union boss Ada",
                    {{"PER", "Ada Reyes"}}) == "phrase: union boss Ada");
}

TEST_CASE("a rejected mention names no holder") {
    Desk desk;
    const Id okoye = desk.suggest("Mara Okoye", "PER");
    desk.run(Decide{{{Kind::mention, okoye}}, Decision::rejected});
    const Id id =
        desk.run_id(MakeAttribution{{desk.at("tax")}, desk.at("President Mara Okoye"), {}, {}});
    CHECK(desk.attribution(id).holder == Actor{0, "President Mara Okoye"});
}

TEST_CASE("a holder that is given stands") {
    Desk desk;
    desk.suggest("Mara Okoye", "PER");
    const Id id = desk.run_id(MakeAttribution{
        {desk.at("tax")}, desk.at("President Mara Okoye"), {}, {0, " the  palace "}});
    CHECK(desk.attribution(id).holder == Actor{0, "the palace"});
}

TEST_CASE("source, cue, content and holder are set and cleared") {
    Desk desk;
    const Id okoye = desk.suggest("Mara Okoye", "PER");
    const Id id = desk.run_id(MakeAttribution{{desk.at("tax")}, {}, {}, {}});

    desk.run(SetSource{id, desk.at("President Mara Okoye")});
    CHECK(desk.attribution(id).holder.entity == desk.mention(okoye).entity);
    CHECK(desk.run(SetSource{id, {}}).title == "Clear source");
    CHECK(!desk.attribution(id).source);
    CHECK(desk.attribution(id).holder.none());

    desk.run(SetCue{id, desk.at("said")});
    CHECK(desk.text(*desk.attribution(id).cue) == "said");
    CHECK(desk.run(SetCue{id, {}}).title == "Clear cue");
    CHECK(!desk.attribution(id).cue);

    desk.run(SetContent{id, {desk.at("go"), desk.at("must")}});
    CHECK(desk.attribution(id).content == std::vector<Span>{desk.at("must"), desk.at("go")});

    desk.run(SetAttributionHolder{id, {0, "a crowd"}});
    CHECK(desk.attribution(id).holder.phrase == "a crowd");
    desk.run(SetAttributionHolder{id, {}});
    CHECK(desk.attribution(id).holder.none());

    CHECK(desk.refusal(SetContent{id, {}}) == "A statement needs words that were said.");
    CHECK(desk.refusal(SetContent{id, {{1, 0}}}) == "The span from byte 1 to 0 is empty.");
    CHECK(desk.refusal(SetSource{id, Span{1, 1}}) == "The span from byte 1 to 1 is empty.");
    CHECK(desk.refusal(SetCue{id, Span{1, 1}}) == "The span from byte 1 to 1 is empty.");
    CHECK(desk.refusal(SetAttributionHolder{id, {99, {}}}) ==
          "There is no entity 99 in this document.");
    for (const Command& command :
         {Command(SetSource{99, {}}), Command(SetCue{99, {}}), Command(SetContent{99, {{0, 1}}}),
          Command(SetAttributionHolder{99, {}})}) {
        CHECK(desk.refusal(command) == "There is no attribution 99 in this document.");
    }
}

TEST_CASE("a correction of a statement accepts it") {
    Desk desk;
    Attribution open;
    open.content = {desk.at("tax")};
    open.provenance = Desk::suggestion();
    const Id id = desk.put(open);
    desk.run(SetCue{id, desk.at("said")});
    CHECK(desk.attribution(id).provenance.decision == Decision::accepted);
    CHECK(desk.attribution(id).provenance.origin == Origin::rule);
    CHECK(desk.attribution(id).provenance.reasons.back() == model::corrected_by_hand);
}

}  // namespace standpoint::edit
