#include "core/exchange/project_json.hpp"

#include <doctest/doctest.h>

#include "core/exchange/codebook_json.hpp"
#include "core/exchange/jsonl.hpp"

using namespace standpoint;
using exchange::Report;

namespace {

model::Project small_project() {
    model::Project project;
    project.id = "p1";
    project.name = "The \"harbour\"";
    project.annotator = "kim";
    project.codebook = model::default_codebook();
    project.extra = R"({"server":null})";
    for (const char* id : {"a", "b"}) {
        text::Admitted admitted;
        admitted.text = "Ana said no.";
        model::Document document = model::make_document(id, admitted);
        document.info.done = true;
        document.info.note = "seen";
        model::Mention mention;
        mention.id = document.next_id++;
        mention.span = {0, 3};
        mention.label = "PER";
        mention.provenance.annotator = "kim";
        document.mentions.put(mention);
        project.documents.push_back(document);
    }
    return project;
}

}  // namespace

TEST_CASE("a project is read as it was written, byte for byte the same again") {
    const model::Project project = small_project();
    const std::string bytes = exchange::write_project(project);
    Report report;
    const auto again = exchange::read_project(bytes, report);
    REQUIRE(again);
    CHECK(report.clean());
    CHECK(report.documents == 2);
    CHECK(*again == project);
    CHECK(exchange::write_project(*again) == bytes);
}

TEST_CASE("a project holds its documents as JSONL has them and its codebook as its file has it") {
    const model::Project project = small_project();
    const std::string bytes = exchange::write_project(project);
    for (const model::Document& document : project.documents)
        CHECK(bytes.find("\n" + exchange::write_jsonl_line(document)) != bytes.npos);
    std::string codebook = exchange::write_codebook(project.codebook);
    codebook.pop_back();  // the newline
    CHECK(bytes.find("\"codebook\":" + codebook + ",") != bytes.npos);
}

TEST_CASE("an empty project, and one with only its name") {
    Report report;
    const model::Project empty;
    const auto again = exchange::read_project(exchange::write_project(empty), report);
    REQUIRE(again);
    CHECK(*again == empty);
    const auto named =
        exchange::read_project(R"({"format":"standpoint-project","version":0,"name":"n"})", report);
    REQUIRE(named);
    CHECK(named->name == "n");
    CHECK(report.clean());
}

TEST_CASE("a broken document is dropped and a taken id changed, both reported") {
    Report report;
    const auto project = exchange::read_project(
        R"({"format":"standpoint-project","version":1,"documents":[{"id":"a","text":"1"},)"
        R"({"id":"b"},{"id":"a","text":"2"},{"id":"a","text":"3"},7,)"
        R"({"format":"standpoint","version":9,"text":"4"},{"text":"5","entities":[5]}]})",
        report);
    REQUIRE(project);
    REQUIRE(project->documents.size() == 4);
    CHECK(project->documents[0].id == "a");
    CHECK(project->documents[1].id == "a-2");
    CHECK(project->documents[2].id == "a-3");
    CHECK(project->documents[3].id == "document-7");
    CHECK_FALSE(model::problem_in(*project));
    CHECK(report.documents == 4);
    REQUIRE(report.issues.size() == 7);
    CHECK(report.issues[0].message ==
          "documents[1]: The record has no \"text\" that is a string. It was dropped.");
    CHECK(report.issues[1].message == "documents[2]: The id is taken; it became \"a-2\".");
    CHECK(report.issues[4].message.find("newer Standpoint") != std::string::npos);
    CHECK(report.issues[6].document == "document-7");
}

TEST_CASE("what is no project, or a later one, is refused") {
    Report report;
    const auto error_of = [&report](std::string_view bytes) {
        const auto project = exchange::read_project(bytes, report);
        REQUIRE_FALSE(project);
        return project.error();
    };
    CHECK(error_of("{").kind == text::ErrorKind::malformed);
    CHECK(error_of("{\"a\":1").at == 6);
    CHECK(error_of(R"({"id":"a","text":"b"})").kind == text::ErrorKind::wrong_shape);
    const auto newer = error_of(R"({"format":"standpoint-project","version":3,"documents":{}})");
    CHECK(newer.kind == text::ErrorKind::too_new);
    CHECK(newer.message ==
          "This project was written by a newer Standpoint (version 3; this one reads up to 1): "
          "open it with that version.");
    CHECK(error_of(R"({"format":"standpoint-project","version":1.5})").kind ==
          text::ErrorKind::too_new);
    CHECK(error_of(R"({"format":"standpoint-project","codebook":{"version":2}})").kind ==
          text::ErrorKind::too_new);
}

TEST_CASE("what a JSONL record may hold can be kept in a project") {
    Report report;
    const std::string deep =
        R"({"id":"x","text":"a","deep":)" + std::string(99, '[') + std::string(99, ']') + "}";
    const auto document = exchange::read_jsonl_line(deep, report);
    REQUIRE(document);
    model::Project project;
    project.documents.push_back(*document);
    const auto again = exchange::read_project(exchange::write_project(project), report);
    REQUIRE(again);
    CHECK(*again == project);
}
