#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>

#include "core/model/project.hpp"
#include "core/model/suggestions.hpp"

namespace standpoint::model {

namespace {

Document sample() {
    Document d;
    d.id = "d";
    d.text = "Zo\u00eb Brandt opposes the toll.\nShe said so.";
    d.sentences = {{0, 29}, {30, 42}};
    d.next_id = 10;
    Entity zoe;
    zoe.id = 1;
    zoe.canonical = "Zo\u00eb Brandt";
    d.entities.put(zoe);
    Mention m;
    m.id = 2;
    m.span = {0, 11};
    m.label = "PER";
    m.entity = 1;
    d.mentions.put(m);
    Target toll;
    toll.id = 3;
    toll.key = "P1";
    toll.text = "Keep the toll";
    d.targets.put(toll);
    Attribution a;
    a.id = 4;
    a.source = Span{30, 33};
    a.cue = Span{34, 38};
    a.content = {{39, 41}};
    a.holder.entity = 1;
    d.attributions.put(a);
    Stance s;
    s.id = 5;
    s.holder.entity = 1;
    s.target = 3;
    s.polarity = Polarity::against;
    s.evidence = {{12, 19}};
    d.stances.put(s);
    return d;
}

template <class T>
T item(const Table<T>& table) {
    return table[0];
}

std::string problem(const Document& d) {
    return problem_in(d).value_or("none");
}

}  // namespace

TEST_CASE("names of the enumerators go to text and back") {
    for (int i = 0; i < 6; ++i) {
        const auto origin = static_cast<Origin>(i);
        CHECK(origin_named(name_of(origin)) == origin);
    }
    for (int i = 0; i < 3; ++i) {
        const auto decision = static_cast<Decision>(i);
        CHECK(decision_named(name_of(decision)) == decision);
    }
    for (int i = 0; i < 4; ++i) {
        const auto polarity = static_cast<Polarity>(i);
        CHECK(polarity_named(name_of(polarity)) == polarity);
    }
    for (int i = 0; i < 2; ++i) {
        const auto certainty = static_cast<Certainty>(i);
        CHECK(certainty_named(name_of(certainty)) == certainty);
    }
    CHECK(name_of(Kind::attribution) == "attribution");
    CHECK(name_of(Certainty::explicit_) == "explicit");
    CHECK(name_of(Polarity::favor) == "favor");
    CHECK(name_of(Origin::propagated) == "propagated");
    CHECK(!origin_named("Rule"));
    CHECK(!decision_named(""));
    CHECK(name_of(static_cast<Origin>(99)).empty());
}

TEST_CASE("a table keeps the order of ids whatever is done to it") {
    Table<Entity> table;
    const auto entity = [](Id id, std::string name) {
        Entity e;
        e.id = id;
        e.canonical = std::move(name);
        return e;
    };
    CHECK(!table.put(entity(5, "e")));
    CHECK(!table.put(entity(2, "b")));
    CHECK(!table.put(entity(9, "i")));
    const auto old = table.put(entity(5, "E"));
    REQUIRE(old);
    CHECK(old->canonical == "e");
    CHECK(table.find(5)->canonical == "E");
    CHECK(table.find(3) == nullptr);
    CHECK(table.find(10) == nullptr);

    table.insert_sorted({entity(1, "a"), entity(6, "f"), entity(12, "l")});
    std::string all;
    for (const Entity& e : table) all += e.canonical;
    CHECK(all == "abEfil");

    const auto taken = table.take_sorted({2, 6, 12});
    REQUIRE(taken.size() == 3);
    CHECK(taken[0].canonical == "b");
    CHECK(taken[2].canonical == "l");
    all.clear();
    for (const Entity& e : table) all += e.canonical;
    CHECK(all == "aEi");
    CHECK(table.take_sorted({}).empty());

    CHECK(table.erase(5));
    CHECK(!table.erase(5));
    CHECK(table.size() == 2);
}

TEST_CASE("a sound document has no problem") {
    CHECK(problem(sample()) == "none");
    CHECK(problem(Document()) == "The document has no id.");
}

TEST_CASE("every broken invariant of a document is named") {
    Document d = sample();
    SUBCASE("text") {
        d.text[2] = 'x';
        CHECK(problem(d) == "The text is not UTF-8 at byte 3.");
        d.text = "a\r\nb";
        CHECK(problem(d) == "The text holds a carriage return.");
    }
    SUBCASE("sentences") {
        d.sentences.push_back({42, 42});
        CHECK(problem(d) == "Sentences: The span from byte 42 to 42 is empty.");
    }
    SUBCASE("metadata") {
        d.info.author = "\xff";
        CHECK(problem(d) == "A field of the document is not UTF-8.");
    }
    SUBCASE("ids") {
        d.next_id = 5;
        CHECK(problem(d) == "The id counter is not above every id.");
        d.next_id = 10;
        Target t = item(d.targets);
        t.id = 2;
        t.key = "P2";
        d.targets.put(t);
        CHECK(problem(d) == "The id 2 is used twice.");
        d.targets.erase(2);
        t.id = 0;
        d.targets.put(t);
        CHECK(problem(d) == "An item has the id 0.");
    }
    SUBCASE("mentions") {
        Mention m = item(d.mentions);
        m.span = {3, 11};
        d.mentions.put(m);
        CHECK(problem(d) == "Mention 2: The span from byte 3 to 11 cuts a character in two.");
        m.span = {38, 43};
        d.mentions.put(m);
        CHECK(problem(d) == "Mention 2: The span from byte 38 to 43 reaches beyond the text.");
        m.span = {0, 11};
        m.label.clear();
        d.mentions.put(m);
        CHECK(problem(d) == "Mention 2: It has no label.");
        m.label = "PER";
        m.entity = 3;
        d.mentions.put(m);
        CHECK(problem(d) == "Mention 2: It names an entity that does not exist.");
    }
    SUBCASE("provenance") {
        Mention m = item(d.mentions);
        for (const float bad : {-0.1F, 1.5F, std::numeric_limits<float>::quiet_NaN()}) {
            m.provenance.score = bad;
            d.mentions.put(m);
            CHECK(problem(d) == "Mention 2: Its score is not between 0 and 1.");
        }
        m.provenance.score = 0;
        m.provenance.reasons = {"\xc3"};
        d.mentions.put(m);
        CHECK(problem(d) == "Mention 2: It holds text that is not UTF-8.");
    }
    SUBCASE("entities") {
        Entity e = item(d.entities);
        e.canonical.clear();
        d.entities.put(e);
        CHECK(problem(d) == "Entity 1: It has no name.");
    }
    SUBCASE("attributions") {
        Attribution a = item(d.attributions);
        a.content = {{34, 38}, {30, 33}};
        d.attributions.put(a);
        CHECK(problem(d) == "Attribution 4: Its spans overlap or are out of order.");
        a.content = {{30, 34}, {33, 38}};
        d.attributions.put(a);
        CHECK(problem(d) == "Attribution 4: Its spans overlap or are out of order.");
        a.content = {{30, 34}, {34, 38}};
        d.attributions.put(a);
        CHECK(problem(d) == "none");
        a.content.clear();
        d.attributions.put(a);
        CHECK(problem(d) == "Attribution 4: It has no content.");
        a = item(sample().attributions);
        a.cue = Span{90, 91};
        d.attributions.put(a);
        CHECK(problem(d).find("reaches beyond the text") != std::string::npos);
        a = item(sample().attributions);
        a.holder.phrase = "she";
        d.attributions.put(a);
        CHECK(problem(d) == "Attribution 4: Its holder is both an entity and a phrase.");
        a.holder = {7, {}};
        d.attributions.put(a);
        CHECK(problem(d) == "Attribution 4: Its holder does not exist.");
    }
    SUBCASE("targets") {
        Target t = item(d.targets);
        t.id = 7;
        d.targets.put(t);
        CHECK(problem(d) == "Two targets have the key \"P1\".");
        t.key.clear();
        d.targets.put(t);
        CHECK(problem(d) == "Target 7: It has no key.");
    }
    SUBCASE("stances") {
        Stance s = item(d.stances);
        s.target = 2;
        d.stances.put(s);
        CHECK(problem(d) == "Stance 5: It is about something that does not exist.");
        s.target = 1;  // an entity can be a target
        s.evidence.clear();
        d.stances.put(s);
        CHECK(problem(d) == "none");
    }
}

TEST_CASE("suggestions are held to the same invariants") {
    Suggestions s;
    Mention m;
    m.id = 70;
    m.span = {0, 3};
    m.label = "PER";
    m.entity = 71;
    s.mentions.push_back(m);
    CHECK(problem_in(s, "abc") == "Mention 70: It names an entity that does not exist.");
    Entity e;
    e.id = 71;
    e.canonical = "abc";
    s.entities.push_back(e);
    CHECK(!problem_in(s, "abc"));
    CHECK(problem_in(s, "ab") == "Mention 70: The span from byte 0 to 3 reaches beyond the text.");
    s.entities.push_back(e);
    CHECK(problem_in(s, "abc") == "The id 71 is used twice.");
}

TEST_CASE("a document is made with its sentences") {
    text::Admitted admitted;
    admitted.text = "One came. Two left.\nThree.";
    admitted.newlines = text::Newlines::crlf;
    admitted.bom = true;
    DocumentInfo info;
    info.title = "T";
    const Document d = make_document("x", admitted, info);
    CHECK(d.id == "x");
    CHECK(d.bom);
    CHECK(d.newlines == text::Newlines::crlf);
    CHECK(d.info.title == "T");
    CHECK(d.sentences.size() == 3);
    CHECK(problem(d) == "none");
}

TEST_CASE("the title shown is the given one, the first line, or the id") {
    Document d;
    d.id = "x1";
    CHECK(display_title(d) == "x1");
    d.text = " \n\t\n";
    CHECK(display_title(d) == "x1");
    d.text = "\n  A short line \nAnother";
    CHECK(display_title(d) == "A short line");
    d.text = std::string(78, 'a') + " bcd efg";
    CHECK(display_title(d) == std::string(78, 'a') + "\u2026");
    d.text = std::string(76, 'a') + " bcd efg";  // the cut falls on a word's end
    CHECK(display_title(d) == std::string(76, 'a') + " bcd\u2026");
    d.text = std::string(80, 'a');
    CHECK(display_title(d) == std::string(80, 'a'));
    d.text.clear();
    for (int i = 0; i < 90; ++i) d.text += "\u4e2d";  // no word's end to cut at
    CHECK(display_title(d).size() == 80 * 3 + 3);
    d.info.title = "Given";
    CHECK(display_title(d) == "Given");
}

TEST_CASE("actors and targets are named") {
    const Document d = sample();
    CHECK(name_of(Actor{1, {}}, d) == "Zo\u00eb Brandt");
    CHECK(name_of(Actor{0, "residents"}, d) == "residents");
    CHECK(name_of(Actor{}, d).empty());
    CHECK(name_of(Actor{99, {}}, d).empty());
    CHECK(target_text(d, 3) == "Keep the toll");
    CHECK(target_text(d, 1) == "Zo\u00eb Brandt");
    CHECK(target_text(d, 2).empty());
    CHECK(highest_id(d) == 5);
    CHECK(highest_id(Document()) == 0);
}

TEST_CASE("progress counts what is decided") {
    Document d = sample();
    CHECK(progress_of(d).total == 4);
    CHECK(progress_of(d).decided == 4);
    Mention m = item(d.mentions);
    m.id = 6;
    m.provenance.decision = Decision::suggested;
    d.mentions.put(m);
    m.id = 7;
    m.provenance.decision = Decision::rejected;
    d.mentions.put(m);
    CHECK(progress_of(d).total == 6);
    CHECK(progress_of(d).decided == 5);
}

TEST_CASE("the shipped codebook is sound and complete") {
    const Codebook book = default_codebook();
    CHECK(!problem_in(book));
    REQUIRE(book.labels.size() == 10);
    std::string names, keys;
    std::set<int> colours;
    for (const Label& l : book.labels) {
        names += l.name + " ";
        keys += l.hotkey;
        colours.insert(l.colour);
        CHECK(!l.title.empty());
        CHECK(l.guideline.size() > 40);
    }
    CHECK(names == "PER ORG GPE LOC NORP FAC EVENT WEAPON LAW WORK ");
    CHECK(keys == "1234567890");
    CHECK(colours.size() == 10);
    CHECK(book.targets.empty());
    CHECK(book.label("GPE")->title == "Country, state or city");
    CHECK(book.label("gpe") == nullptr);
}

TEST_CASE("every problem of a codebook is named") {
    Codebook book = default_codebook();
    const auto problem_of = [&book] { return problem_in(book).value_or("none"); };
    SUBCASE("labels") {
        book.labels[1].name = "PER";
        CHECK(problem_of() == "The codebook has the label \"PER\" twice.");
        book.labels[1].name.clear();
        CHECK(problem_of() == "A label of the codebook has no name.");
    }
    SUBCASE("hotkeys") {
        book.labels[1].hotkey = '1';
        CHECK(problem_of() == "The labels \"PER\" and \"ORG\" have the same key.");
        book.labels[1].hotkey = '?';
        CHECK(problem_of() == "The key of the label \"ORG\" is not a letter or digit.");
        book.labels[1].hotkey = 0;
        book.labels[2].hotkey = 0;
        CHECK(problem_of() == "none");
    }
    SUBCASE("targets") {
        CodebookTarget t;
        t.key = "toll";
        t.text = "Keep the toll";
        book.targets = {t, t};
        CHECK(problem_of() == "The codebook has the target \"toll\" twice.");
        book.targets[1].key.clear();
        CHECK(problem_of() == "A target of the codebook has no key.");
        book.targets.pop_back();
        CHECK(book.target("toll") == &book.targets[0]);
        CHECK(book.target("x") == nullptr);
        book.targets[0].pro = {"\xff"};
        CHECK(problem_of() == "A target of the codebook holds text that is not UTF-8.");
    }
}

TEST_CASE("documents of a project are found and kept apart") {
    Project project;
    project.documents = {sample(), sample()};
    CHECK(problem_in(project) == "Two documents have the id \"d\".");
    project.documents[1].id = "d-2";
    CHECK(!problem_in(project));
    CHECK(project.document("d-2") == &project.documents[1]);
    CHECK(project.document("e") == nullptr);
    CHECK(project.index_of("d") == 0u);
    CHECK(free_document_id(project, "e") == "e");
    CHECK(free_document_id(project, "d") == "d-3");
    CHECK(free_document_id(project, "d-2") == "d-2-2");
    CHECK(free_document_id(project, "") == "document");
    project.documents[1].next_id = 0;
    CHECK(problem_in(project) == "Document \"d-2\": The id counter is not above every id.");
    project.name = "\xff";
    CHECK(problem_in(project) == "The project's own fields hold text that is not UTF-8.");
}

}  // namespace standpoint::model
