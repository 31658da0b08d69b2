#include <limits>

#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

struct ResizeDesk : Desk {
    explicit ResizeDesk(std::string_view text = desk_text) : Desk(text) {}

    // What a mention of the words covers after its edge has moved.
    std::string moved(std::string_view words, Edge edge, int tokens) {
        return moved(at(words), edge, tokens);
    }
    std::string moved(Span span, Edge edge, int tokens) {
        const Id id = run_id(AddMention{span, "PER", 0});
        run(Resize{{Kind::mention, id}, Part::whole, 0, edge, tokens});
        const std::string after(text(mention(id).span));
        run(Remove{{{Kind::mention, id}}});
        return after;
    }
    std::string refused(std::string_view words, Edge edge, int tokens) {
        const Id id = run_id(AddMention{at(words), "PER", 0});
        const std::string sentence =
            refusal(Resize{{Kind::mention, id}, Part::whole, 0, edge, tokens});
        run(Remove{{{Kind::mention, id}}});
        return sentence;
    }
};

}  // namespace

TEST_CASE("a mention grows and shrinks by words") {
    ResizeDesk desk;
    CHECK(desk.moved("Mara", Edge::right, 1) == "Mara Okoye");
    CHECK(desk.moved("Mara", Edge::right, 2) == "Mara Okoye said");
    CHECK(desk.moved("Mara Okoye", Edge::left, 1) == "President Mara Okoye");
    CHECK(desk.moved("President Mara Okoye", Edge::left, -1) == "Mara Okoye");
    CHECK(desk.moved("President Mara Okoye", Edge::right, -2) == "President");
    CHECK(desk.moved("go", Edge::right, 1) == "go.");
    CHECK(desk.moved("Okoye\u2019s office", Edge::right, -1) == "Okoye\u2019s");
    CHECK(desk.moved("Okoye\u2019s", Edge::right, -1) == "Okoye");
}

TEST_CASE("an edge inside a word goes to its border first") {
    ResizeDesk desk;
    const Span okoye = desk.at("Okoye");
    CHECK(desk.moved(Span{okoye.begin, okoye.begin + 3}, Edge::right, 1) == "Okoye");
    CHECK(desk.moved(Span{okoye.begin + 2, okoye.end}, Edge::left, 1) == "Okoye");
    // What is left of a word that is cut off goes, with the space before it.
    const Span mara = desk.at("Mara Oko");
    CHECK(desk.moved(mara, Edge::right, -1) == "Mara");
    CHECK(desk.moved(Span{mara.begin + 2, okoye.end}, Edge::left, -1) == "Okoye");
    // From within white space too.
    CHECK(desk.moved(Span{mara.begin, okoye.begin}, Edge::right, -1) == "Mara");
    CHECK(desk.moved(Span{mara.begin, okoye.begin}, Edge::right, 1) == "Mara Okoye");
}

TEST_CASE("a mention stays on its line and keeps a word") {
    ResizeDesk desk;
    CHECK(desk.moved("tax must", Edge::right, 99) == "tax must go.");
    CHECK(desk.moved("Okoye said", Edge::left, std::numeric_limits<int>::max()) ==
          "President Mara Okoye said");
    CHECK(desk.moved("Okoye said the", Edge::right, std::numeric_limits<int>::min()) == "Okoye");
    CHECK(desk.refused("go.", Edge::right, 1) == "There is no further word on the line.");
    CHECK(desk.refused("President", Edge::left, 1) == "There is no further word on the line.");
    CHECK(desk.refused("Lagos", Edge::left, -1) ==
          "The span is a single word and cannot shrink further.");
    CHECK(desk.refused("Lagos", Edge::right, -1) ==
          "The span is a single word and cannot shrink further.");
    CHECK(desk.refused("Lagos", Edge::right, 0) == "A span grows or shrinks by at least one word.");
}

TEST_CASE("a mention over several lines shrinks over their ends") {
    ResizeDesk desk("New\n\nYork is far.\nEnd");
    CHECK(desk.moved("New\n\nYork", Edge::right, -1) == "New");
    CHECK(desk.moved("New\n\nYork", Edge::left, -1) == "York");
    CHECK(desk.moved("New\n\nYork", Edge::right, 1) == "New\n\nYork is");
    CHECK(desk.refused("New\n", Edge::right, 1) == "There is no further word on the line.");
}

TEST_CASE("content and evidence grow over line ends, source and cue do not") {
    Desk desk;
    const Id id = desk.run_id(MakeAttribution{
        {desk.at("tax must go.")}, desk.at("President Mara Okoye"), desk.at("said"), {}});
    desk.run(Resize{{Kind::attribution, id}, Part::content, 0, Edge::right, 2});
    CHECK(desk.text(desk.attribution(id).content[0]) == "tax must go.\n\nThe Port");
    desk.run(Resize{{Kind::attribution, id}, Part::content, 0, Edge::right, -2});
    CHECK(desk.text(desk.attribution(id).content[0]) == "tax must go.");
    desk.run(Resize{{Kind::attribution, id}, Part::cue, 0, Edge::right, 1});
    CHECK(desk.text(*desk.attribution(id).cue) == "said the");
    CHECK(desk.refusal(Resize{{Kind::attribution, id}, Part::source, 0, Edge::left, 1}) ==
          "There is no further word on the line.");
    CHECK(desk.refusal(Resize{{Kind::attribution, id}, Part::content, 1, Edge::left, 1}) ==
          "There is no such span to resize.");
    CHECK(desk.refusal(Resize{{Kind::attribution, id}, Part::whole, 0, Edge::left, 1}) ==
          "There is no such span to resize.");

    const Id target = desk.run_id(AddTarget{"Keep the tax", ""});
    const Id stance =
        desk.run_id(MakeStance{{0, "x"}, target, {}, {desk.at("did not answer.")}, {}, {}});
    CHECK(desk.refusal(Resize{{Kind::stance, stance}, Part::evidence, 0, Edge::right, 1}) ==
          "There is no further word in the text.");
    desk.run(Resize{{Kind::stance, stance}, Part::evidence, 0, Edge::right, -1});
    CHECK(desk.text(desk.stance(stance).evidence[0]) == "did not answer");
    CHECK(desk.refusal(Resize{{Kind::target, target}, Part::whole, 0, Edge::right, 1}) ==
          "Only mentions, attributions and stances have spans.");
    CHECK(desk.refusal(Resize{{Kind::mention, 99}, Part::whole, 0, Edge::right, 1}) ==
          "There is no mention 99 in this document.");
}

TEST_CASE("pieces of content that meet become one") {
    Desk desk;
    const Id id =
        desk.run_id(MakeAttribution{{desk.at("must go"), desk.at("the harbour")}, {}, {}, {}});
    REQUIRE(desk.attribution(id).content.size() == 2);
    desk.run(Resize{{Kind::attribution, id}, Part::content, 0, Edge::right, 2});
    REQUIRE(desk.attribution(id).content.size() == 1);
    CHECK(desk.text(desk.attribution(id).content[0]) == "the harbour tax must go");
}

TEST_CASE("a holder that the source names follows the source") {
    Desk desk;
    const Id mention = desk.run_id(AddMention{desk.at("Mara Okoye"), "PER", 0});
    const Id id =
        desk.run_id(MakeAttribution{{desk.at("tax")}, desk.at("President"), desk.at("said"), {}});
    CHECK(desk.attribution(id).holder == Actor{0, "President"});
    desk.run(Resize{{Kind::attribution, id}, Part::source, 0, Edge::right, 2});
    CHECK(desk.attribution(id).holder == Actor{desk.mention(mention).entity, {}});
    desk.run(SetAttributionHolder{id, {0, "the palace"}});
    desk.run(Resize{{Kind::attribution, id}, Part::source, 0, Edge::right, -1});
    CHECK(desk.attribution(id).holder == Actor{0, "the palace"});  // it had been set by hand
}

TEST_CASE("resizing a suggestion accepts it") {
    Desk desk;
    const Id id = desk.suggest("Mara", "PER");
    desk.run(Resize{{Kind::mention, id}, Part::whole, 0, Edge::right, 1});
    CHECK(desk.mention(id).provenance.decision == Decision::accepted);
    CHECK(desk.mention(id).provenance.reasons.back() == model::corrected_by_hand);
}

}  // namespace standpoint::edit
