#include "tests/unit/edit_fixture.hpp"

namespace standpoint::edit {

namespace {

// Proposals for the desk's document, ids from 500 on.
class Proposals {
  public:
    explicit Proposals(const Desk& desk) : desk_(desk) {}

    Id entity(std::string name) {
        Entity e;
        e.id = next_++;
        e.canonical = std::move(name);
        s.entities.push_back(e);
        return e.id;
    }
    Proposals& mention(std::string_view words, std::string label, Id entity = 0, int nth = 0) {
        Mention m;
        m.id = next_++;
        m.span = desk_.at(words, nth);
        m.label = std::move(label);
        m.entity = entity;
        m.provenance = Desk::suggestion();
        s.mentions.push_back(m);
        return *this;
    }
    Id target(std::string key, std::string words) {
        Target t;
        t.id = next_++;
        t.key = std::move(key);
        t.text = std::move(words);
        t.provenance = Desk::suggestion();
        s.targets.push_back(t);
        return t.id;
    }
    Proposals& attribution(std::string_view source, std::string_view cue, std::string_view content,
                           Actor holder = {}) {
        Attribution a;
        a.id = next_++;
        a.source = desk_.at(source);
        a.cue = desk_.at(cue);
        a.content = {desk_.at(content)};
        a.holder = std::move(holder);
        a.provenance = Desk::suggestion();
        s.attributions.push_back(a);
        return *this;
    }
    Proposals& stance(Actor holder, Id target, std::string_view evidence,
                      Polarity polarity = Polarity::favor) {
        Stance st;
        st.id = next_++;
        st.holder = std::move(holder);
        st.target = target;
        st.polarity = polarity;
        st.evidence = {desk_.at(evidence)};
        st.provenance = Desk::suggestion();
        s.stances.push_back(st);
        return *this;
    }

    operator Command() const { return Propose{s}; }

    model::Suggestions s;

  private:
    const Desk& desk_;
    Id next_ = 500;
};

Proposals usual(const Desk& desk) {
    Proposals p(desk);
    const Id okoye = p.entity("Mara Okoye");
    const Id tax = p.target("P1", "Keep the tax");
    p.mention("Mara Okoye", "PER", okoye).mention("Okoye", "PER", okoye, 1).mention("Lagos", "GPE");
    p.attribution("President Mara Okoye", "said", "the harbour tax must go", {okoye, {}});
    p.stance({okoye, {}}, tax, "must go", Polarity::against);
    return p;
}

}  // namespace

TEST_CASE("proposals are taken in as open items under ids of the document") {
    Desk desk;
    CHECK(desk.run(usual(desk)).title == "Take in 6 proposals");
    const Document& d = desk.document();
    REQUIRE(d.mentions.size() == 3);
    REQUIRE(d.entities.size() == 1);
    REQUIRE(d.stances.size() == 1);
    CHECK(model::highest_id(d) == 7);
    CHECK(d.mentions[0].entity == d.entities[0].id);
    CHECK(d.mentions[2].entity == 0);
    CHECK(d.attributions[0].holder.entity == d.entities[0].id);
    CHECK(d.stances[0].target == d.targets[0].id);
    CHECK(d.mentions[0].provenance == Desk::suggestion());
}

TEST_CASE("a proposal comes undecided whatever it says of itself") {
    Desk desk;
    Proposals p(desk);
    p.mention("Lagos", "GPE");
    p.s.mentions[0].provenance.decision = Decision::accepted;
    p.s.mentions[0].provenance.annotator = "robot";
    p.s.mentions[0].provenance.time_ms = 5;
    desk.run(p);
    CHECK(desk.document().mentions[0].provenance == Desk::suggestion());
}

TEST_CASE("the same proposals again change nothing; others replace what is open") {
    Desk desk;
    desk.run(usual(desk));
    const std::size_t steps = desk.history.steps().size();
    desk.run(usual(desk));
    CHECK(desk.history.steps().size() == steps);

    const Id lagos = desk.document().mentions[2].id;
    Proposals p(desk);
    p.mention("Lagos", "GPE").mention("Ivo Lindt", "PER", p.entity("Ivo Lindt"));
    desk.run(p);
    const Document& d = desk.document();
    CHECK(d.mentions.size() == 2);
    CHECK(d.mentions.find(lagos));
    CHECK(d.entities.size() == 1);
    CHECK(d.entities[0].canonical == "Ivo Lindt");
    CHECK(d.attributions.empty());
    CHECK(d.targets.empty());
    CHECK(d.stances.empty());
}

TEST_CASE("many proposals are taken in piece by piece, the open and the kept among them") {
    model::Project project;
    project.codebook = model::default_codebook();
    text::Admitted admitted;
    constexpr std::uint32_t count = 2300;
    for (std::uint32_t i = 0; i < count; ++i) admitted.text += "Ann ";
    project.documents.push_back(model::make_document("long", std::move(admitted)));
    History history(std::move(project));
    const auto propose = [&history](std::uint32_t every) {
        model::Suggestions s;
        for (std::uint32_t i = 0; i < count; i += every) {
            Mention& m = s.mentions.emplace_back();
            m.id = i + 1;
            m.span = {i * 4, i * 4 + 3};
            m.label = "PER";
            m.provenance = Desk::suggestion();
        }
        REQUIRE(history.run("long", Propose{std::move(s)}, {}));
        return history.project().documents[0].mentions;
    };
    const auto first = propose(1);
    CHECK(first.size() == count);
    const std::uint64_t revision = history.revision();
    CHECK(propose(1) == first);
    CHECK(history.revision() == revision);
    const Id kept = first[1500].id, gone = first[1501].id;
    REQUIRE(history.run("long", Decide{{{Kind::mention, kept}}, Decision::accepted}, {"me", 1}));
    const auto other = propose(2);
    CHECK(other.size() == count / 2);
    CHECK(other.find(kept)->provenance.decision == Decision::accepted);
    CHECK_FALSE(other.find(gone));
    CHECK_FALSE(model::problem_in(history.project().documents[0]));
}

TEST_CASE("a proposal that is made twice is taken in once") {
    Desk desk;
    Proposals p(desk);
    const Id a = p.entity("Lagos"), b = p.entity("Lagos");
    p.mention("Lagos", "GPE", a).mention("Lagos", "GPE", b).mention("Okoye", "PER", b);
    const Id t = p.target("P1", "Keep the tax"), u = p.target("P2", "Keep the tax");
    p.stance({a, {}}, t, "tax").stance({b, {}}, u, "tax");
    p.attribution("President", "said", "tax").attribution("President", "said", "tax");
    desk.run(p);
    CHECK(desk.document().mentions.size() == 2);
    CHECK(desk.document().entities.size() == 1);
    CHECK(desk.document().targets.size() == 1);
    CHECK(desk.document().stances.size() == 1);
    CHECK(desk.document().attributions.size() == 1);
}

TEST_CASE("what is decided, noted, flagged or made by hand stays") {
    Desk desk;
    const Id accepted = desk.suggest("Lagos", "GPE");
    const Id rejected = desk.suggest("Mara Okoye", "PER");
    const Id noted = desk.suggest("Ivo Lindt", "PER");
    const Id flagged = desk.suggest("Port Union", "ORG");
    const Id open = desk.suggest("office", "ORG");
    const Id hand = desk.run_id(AddMention{desk.at("President"), "PER", 0});
    desk.run(Decide{{{Kind::mention, accepted}}, Decision::accepted});
    desk.run(Decide{{{Kind::mention, rejected}}, Decision::rejected});
    desk.run(SetNote{Ref{Kind::mention, noted}, "who?"});
    desk.run(SetFlag{Ref{Kind::mention, flagged}, true});
    desk.run(Decide{{{Kind::mention, hand}}, Decision::suggested});
    const Document before = desk.document();

    Proposals p(desk);  // repeats of each, and nothing new
    p.mention("Lagos", "GPE").mention("Mara Okoye", "PER").mention("Ivo Lindt", "PER");
    p.mention("Port Union", "ORG").mention("President", "PER");
    desk.run(p);
    CHECK(desk.document().mentions.size() == 5);
    CHECK(!desk.document().mentions.find(open));
    for (const Mention& m : desk.document().mentions) CHECK(m == *before.mentions.find(m.id));
}

TEST_CASE("a corrected mention does not come back") {
    Desk desk;
    const Id relabelled = desk.suggest("Lagos", "ORG");
    const Id shrunk = desk.suggest("President Mara Okoye", "PER");
    const Id rejected = desk.suggest("Ivo Lindt", "ORG");
    desk.run(Relabel{{relabelled}, "GPE"});
    desk.run(SetSpan{shrunk, desk.at("Mara Okoye")});
    desk.run(Decide{{{Kind::mention, rejected}}, Decision::rejected});
    Proposals p(desk);
    p.mention("Lagos", "ORG").mention("President Mara Okoye", "PER").mention("Ivo Lindt", "ORG");
    p.mention("Ivo Lindt", "PER");        // what was rejected was the label
    p.mention("Okoye\u2019s", "PER");     // elsewhere
    p.mention("President Mara", "NORP");  // another label may cross
    desk.run(p);
    std::vector<std::string> fresh;
    for (const Mention& m : desk.document().mentions) {
        if (m.provenance.decision == Decision::suggested) {
            fresh.push_back(std::string(desk.text(m.span)) + " " + m.label);
        }
    }
    CHECK(fresh ==
          std::vector<std::string>{"Ivo Lindt PER", "Okoye\u2019s PER", "President Mara NORP"});
}

TEST_CASE("a proposed entity is the one of that name, or the one of a kept mention") {
    Desk desk;
    desk.run(usual(desk));
    const Id full = desk.document().mentions[0].id;
    const Id entity = desk.mention(full).entity;
    SUBCASE("same name") {
        desk.run(usual(desk));
        CHECK(desk.mention(full).entity == entity);
    }
    SUBCASE("renamed by a person") {
        desk.run(Decide{{{Kind::mention, full}}, Decision::accepted});
        desk.run(SetCanonical{entity, "President Okoye"});
        desk.run(usual(desk));
        CHECK(desk.document().entities.size() == 1);
        CHECK(desk.document().mentions[1].entity == entity);
        CHECK(desk.entity(entity).canonical == "President Okoye");
    }
}

TEST_CASE("targets are matched by their words, or by a key of the codebook") {
    Desk desk;
    model::Codebook book = model::default_codebook();
    model::CodebookTarget team;
    team.key = "tax";
    team.text = "Keep the harbour tax";
    book.targets = {team};
    desk.run(SetCodebook{book});
    const Id tax = desk.run_id(AddTarget{"Keep the harbour tax", ""});
    desk.run(SetTargetText{tax, "Keep the tax on ships"});
    const Id mine = desk.run_id(AddTarget{"Close the port", ""});
    REQUIRE(desk.target(mine).key == "P1");

    Proposals p(desk);
    const Id a = p.target("tax", "Keep the harbour tax");  // the team's, rephrased here
    const Id b = p.target("P7", "Close the port");         // the same words
    const Id c = p.target("P1", "Pay the dockers");        // by chance the same number
    p.stance({}, a, "tax").stance({}, b, "office").stance({}, c, "go");
    desk.run(p);
    REQUIRE(desk.document().stances.size() == 3);
    CHECK(desk.document().stances[0].target == tax);
    CHECK(desk.document().stances[1].target == mine);
    const Target& fresh = desk.target(desk.document().stances[2].target);
    CHECK(fresh.text == "Pay the dockers");
    CHECK(fresh.key == "P2");
    CHECK(desk.target(mine).key == "P1");
    CHECK(desk.target(tax).text == "Keep the tax on ships");
}

TEST_CASE("an open target that a kept stance needs stays; a rejected one takes no new stances") {
    Desk desk;
    desk.run(usual(desk));
    const Id stance = desk.document().stances[0].id;
    const Id target = desk.document().targets[0].id;
    SUBCASE("rejected stance") {
        desk.run(Decide{{{Kind::stance, stance}}, Decision::rejected});
        desk.run(Proposals(desk));
        CHECK(desk.document().targets.find(target));
        CHECK(desk.document().stances.size() == 1);
    }
    SUBCASE("rejected target") {
        desk.run(Decide{{{Kind::target, target}}, Decision::rejected});
        Proposals p(desk);
        p.stance({}, p.target("P1", "Keep the tax"), "Lagos");
        desk.run(p);
        CHECK(desk.document().stances.size() == 1);
        CHECK(desk.document().targets.size() == 1);
    }
}

TEST_CASE("decided statements and stances do not come back, corrected ones neither") {
    Desk desk;
    desk.run(usual(desk));
    const Id said = desk.document().attributions[0].id;
    const Id stance = desk.document().stances[0].id;
    SUBCASE("rejected") {
        desk.run(Decide{{{Kind::attribution, said}, {Kind::stance, stance}}, Decision::rejected});
    }
    SUBCASE("polarity and content corrected") {
        desk.run(SetPolarity{stance, Polarity::neutral});
        desk.run(SetContent{said, {desk.at("harbour tax must go")}});  // the cue is the same
    }
    SUBCASE("holder and source corrected") {
        desk.run(SetStanceHolder{stance, {0, "the palace"}});
        desk.run(SetSource{said, desk.at("Mara Okoye")});
        desk.run(SetCue{said, desk.at("said the")});  // the content is the same
    }
    const Attribution kept = desk.attribution(said);
    desk.run(usual(desk));
    CHECK(desk.document().attributions.size() == 1);
    CHECK(desk.attribution(said) == kept);
    CHECK(desk.document().stances.size() == 1);
    CHECK(desk.document().stances.find(stance));
}

TEST_CASE("joint speakers have an attribution each, and are decided one by one") {
    Desk desk;
    const auto joint = [&] {
        Proposals p(desk);
        p.attribution("Mara Okoye", "said", "harbour tax must go", {0, "the mayor"});
        p.attribution("Mara Okoye", "said", "harbour tax must go", {0, "the council"});
        return p;
    };
    desk.run(joint());
    REQUIRE(desk.document().attributions.size() == 2);
    const Id first = desk.document().attributions[0].id;
    SUBCASE("rejected") {
        desk.run(Decide{{{Kind::attribution, first}}, Decision::rejected});
    }
    SUBCASE("accepted") {
        desk.run(Decide{{{Kind::attribution, first}}, Decision::accepted});
    }
    const Attribution kept = desk.attribution(first);
    desk.run(joint());
    CHECK(desk.document().attributions.size() == 2);
    CHECK(desk.attribution(first) == kept);
}

TEST_CASE("a corrected holder does not bring the old one back") {
    Desk desk;
    const auto said = [&] {
        Proposals p(desk);
        p.attribution("Mara Okoye", "said", "harbour tax must go", {0, "the mayor"});
        return p;
    };
    desk.run(said());
    const Id id = desk.document().attributions[0].id;
    desk.run(SetAttributionHolder{id, {0, "the palace"}});
    desk.run(said());
    CHECK(desk.document().attributions.size() == 1);
}

TEST_CASE("proposals that do not fit the text are refused as a whole") {
    Desk desk;
    Proposals p(desk);
    p.mention("Lagos", "GPE").mention("Okoye", "PER");
    p.s.mentions[1].span = {0, 9999};
    CHECK(desk.refusal(p) ==
          "The proposals do not fit this text: Mention 501: The span from byte 0 to 9999 reaches "
          "beyond the text.");
    p.s.mentions[1].span = {0, 9};
    p.s.mentions[1].entity = 7;
    CHECK(
        desk.refusal(p) ==
        "The proposals do not fit this text: Mention 501: It names an entity that does not exist.");
}

}  // namespace standpoint::edit
