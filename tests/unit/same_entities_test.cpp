#include "core/model/same_entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/edit/history.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/model/project.hpp"

using namespace standpoint;
using model::Document;
using model::Id;
using model::SameEntity;

namespace {

struct Given {
    std::string words, label, canonical;
};

// A document whose text is the words of its mentions, one after the other. The entity of the i-th
// new name has the id i + 1.
Document document(const std::string& id, const std::vector<Given>& mentions) {
    Document out;
    out.id = id;
    std::vector<std::string> names;
    for (const Given& given : mentions) {
        if (std::find(names.begin(), names.end(), given.canonical) == names.end()) {
            names.push_back(given.canonical);
            out.entities.put({static_cast<Id>(names.size()), given.canonical, {}, {}, {}});
        }
    }
    Id next = 100;
    for (const Given& given : mentions) {
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        out.text += given.words + " ";
        model::Mention mention;
        mention.id = next++;
        mention.span = {begin, begin + static_cast<std::uint32_t>(given.words.size())};
        mention.label = given.label;
        const auto name = std::find(names.begin(), names.end(), given.canonical);
        mention.entity = static_cast<Id>(name - names.begin() + 1);
        out.mentions.put(mention);
    }
    out.next_id = next;
    return out;
}

// "Velm Orsk: 0/1 1/1" for every group: its name, and documents with entities.
std::vector<std::string> groups(const std::vector<Document>& documents) {
    std::vector<std::string> lines;
    for (const SameEntity& same : model::same_entities(documents)) {
        std::string line = same.name + ":";
        for (const model::EntityAt& at : same.members)
            line += " " + std::to_string(at.document) + "/" + std::to_string(at.entity);
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

template <class Change>
void change_entity(Document& document, Id id, Change change) {
    model::Entity entity = *document.entities.find(id);
    change(entity);
    document.entities.put(entity);
}
void set_external_id(Document& document, std::string external_id) {
    change_entity(document, 1, [&](model::Entity& e) { e.external_id = std::move(external_id); });
}

}  // namespace

TEST_CASE("same entities: by name and kind, without case and article") {
    CHECK(
        groups({document("a", {{"Velm Orsk", "PER", "Velm Orsk"}, {"it", "ORG", "The Port Union"}}),
                document("b", {{"ORSK", "PER", "VELM  ORSK"}, {"it", "ORG", "port union"}}),
                document("c", {{"Velm Orsk", "FAC", "Velm Orsk"}})}) ==
        Lines{"VELM  ORSK: 0/1 1/1", "The Port Union: 0/2 1/2", "Velm Orsk: 2/1"});
    CHECK(groups({document("a", {{"Orla", "LOC", "Orla"}}),
                  document("b", {{"Orla", "GPE", "Orla"}})}) == Lines{"Orla: 0/1 1/1"});
    CHECK(groups({}).empty());
}

TEST_CASE("same entities: a surname is the only one who has it in the project") {
    const Document full = document("a", {{"Velm Orsk", "PER", "Velm Orsk"}});
    const Document surname = document("b", {{"Orsk", "PER", "Orsk"}});
    const Document brother = document("c", {{"Tarn Orsk", "PER", "Tarn Orsk"}});
    CHECK(groups({surname, full}) == Lines{"Velm Orsk: 0/1 1/1"});
    CHECK(groups({full, surname, brother}) ==
          Lines{"Velm Orsk: 0/1", "Orsk: 1/1", "Tarn Orsk: 2/1"});
}

TEST_CASE("same entities: a form of another document's entity, for names that tell") {
    CHECK(groups({document("a", {{"Harbour Workers", "ORG", "Harbour Workers"},
                                 {"HAWO", "ORG", "Harbour Workers"}}),
                  document("b", {{"HAWO", "ORG", "HAWO"}})}) == Lines{"Harbour Workers: 0/1 1/1"});
    CHECK(groups({document("a", {{"Port Council", "ORG", "Port Council"},
                                 {"Council", "ORG", "Port Council"}}),
                  document("b", {{"Council", "ORG", "Council"}})}) ==
          Lines{"Port Council: 0/1", "Council: 1/1"});
    CHECK(groups({document("a", {{"Norland", "GPE", "Norland"}, {"Grenmouth", "GPE", "Norland"}}),
                  document("b", {{"Grenmouth", "GPE", "Grenmouth"}})}) ==
          Lines{"Norland: 0/1", "Grenmouth: 1/1"});
}

TEST_CASE("same entities: rejected mentions say nothing") {
    Document a = document("a", {{"Velm Orsk", "PER", "Velm Orsk"}, {"Boss", "PER", "Velm Orsk"}});
    const Document b = document("b", {{"Boss", "PER", "Boss"}});
    CHECK(groups({a, b}).size() == 1);
    model::Mention boss = *a.mentions.find(101);
    boss.provenance.decision = model::Decision::rejected;
    a.mentions.put(boss);
    CHECK(groups({a, b}).size() == 2);
}

TEST_CASE("same entities: external ids join and part") {
    Document a = document("a", {{"Orsk", "PER", "Velm Orsk"}});
    Document b = document("b", {{"Velm", "PER", "Velm I."}});
    Document c = document("c", {{"Orsk", "PER", "Velm Orsk"}});
    set_external_id(a, "wikidata:Q1");
    set_external_id(b, "wikidata:Q1");
    set_external_id(c, "wikidata:Q2");
    CHECK(groups({a, b, c}) == Lines{"Velm Orsk: 0/1 1/1", "Velm Orsk: 2/1"});
}

TEST_CASE("same entities: what a person says counts before the guess, and is undone") {
    edit::History history;
    model::Project project;
    project.id = "p";
    project.codebook = model::default_codebook();
    for (const char* id : {"a", "b", "c"})
        project.documents.push_back(document(id, {{"Velm Orsk", "PER", "Velm Orsk"}}));
    project.documents.push_back(document("d", {{"Boss", "ORG", "The Boss"}}));
    history.open(std::move(project));
    const auto now = [&] { return groups(history.project().documents); };
    const edit::Stamp stamp{"ada", 1};
    CHECK(now() == Lines{"Velm Orsk: 0/1 1/1 2/1", "The Boss: 3/1"});

    // A namesake is parted, and two are parted together.
    REQUIRE(history.run("b", edit::SetAcross{1, "Velm Orsk (the younger)"}, stamp));
    CHECK(now() == Lines{"Velm Orsk: 0/1 2/1", "Velm Orsk (the younger): 1/1", "The Boss: 3/1"});
    REQUIRE(history.run("c", edit::SetAcross{1, "velm orsk (the younger)"}, stamp));
    CHECK(now() == Lines{"Velm Orsk: 0/1", "Velm Orsk (the younger): 1/1 2/1", "The Boss: 3/1"});

    // What has another name and kind is joined.
    REQUIRE(history.run("d", edit::SetAcross{1, "Velm Orsk"}, stamp));
    CHECK(now() == Lines{"Velm Orsk: 0/1 3/1", "Velm Orsk (the younger): 1/1 2/1"});

    for (int i = 0; i < 3; ++i) REQUIRE(history.undo());
    CHECK(now() == Lines{"Velm Orsk: 0/1 1/1 2/1", "The Boss: 3/1"});
    REQUIRE(history.redo());
    CHECK(now().size() == 3);
}

TEST_CASE("same entities: a document that is added finds its own") {
    edit::History history;
    model::Project project;
    project.id = "p";
    project.codebook = model::default_codebook();
    project.documents.push_back(document("a", {{"Velm Orsk", "PER", "Velm Orsk"}}));
    history.open(std::move(project));
    const edit::Stamp stamp{"ada", 1};
    Document bare = document("b", {{"Orsk", "PER", "Orsk"}});
    const Document proposed = bare;
    bare.mentions = {};
    bare.entities = {};
    REQUIRE(history.run("", edit::AddDocuments{{bare}}, stamp));
    edit::Propose propose;
    propose.suggestions.mentions = {*proposed.mentions.find(100)};
    propose.suggestions.mentions[0].provenance.decision = model::Decision::suggested;
    propose.suggestions.entities = {*proposed.entities.find(1)};
    REQUIRE(history.run("b", propose, stamp));
    const auto now = [&] { return model::same_entities(history.project().documents); };
    REQUIRE(now().size() == 1);
    CHECK(now()[0].members.size() == 2);
    REQUIRE(history.undo());
    REQUIRE(history.undo());
    REQUIRE(now().size() == 1);
    CHECK(now()[0].members.size() == 1);
}

TEST_CASE("the name across documents and the other reading survive the journey through a file") {
    Document document_ = document("a", {{"Grenmouth", "GPE", "Grenmouth"}});
    change_entity(document_, 1, [](model::Entity& e) { e.across = "Grenmouth (Norland)"; });
    model::Mention mention = *document_.mentions.find(100);
    mention.alternative = "Norland";
    document_.mentions.put(mention);
    exchange::Report report;
    const auto again = exchange::read_jsonl_line(exchange::write_jsonl_line(document_), report);
    REQUIRE(again);
    CHECK(again->entities.find(1)->across == "Grenmouth (Norland)");
    CHECK(again->mentions.find(100)->alternative == "Norland");
    CHECK(report.issues.empty());
}
