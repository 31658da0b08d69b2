#include "core/exchange/codebook_json.hpp"

#include <doctest/doctest.h>

using namespace standpoint;
using exchange::Report;

TEST_CASE("a codebook is read, and written as it was") {
    const std::string text =
        R"({"format":"standpoint-codebook","version":1,"name":"Harbour","guideline":"Mark names.",)"
        R"("labels":[{"name":"PER","title":"Person","hotkey":"1","colour":3,"guideline":"People.",)"
        R"("since":2020},{"name":"ORG","title":"","colour":0,"guideline":""}],)"
        R"("targets":[{"key":"toll","text":"Charge a toll","short":"Toll","keywords":["toll"],)"
        R"("pro":["introduce"],"con":["scrap","abolish"],"guideline":"","owner":"kim"}],)"
        R"("cue_verbs":["quipped"],"licence":"CC0"})"
        "\n";
    Report report;
    const auto codebook = exchange::read_codebook(text, report);
    REQUIRE(codebook);
    CHECK(report.clean());
    CHECK_FALSE(model::problem_in(*codebook));
    REQUIRE(codebook->labels.size() == 2);
    CHECK(codebook->labels[0].hotkey == '1');
    CHECK(codebook->labels[0].colour == 3);
    CHECK(codebook->labels[0].extra == R"({"since":2020})");
    CHECK(codebook->labels[1].hotkey == 0);
    REQUIRE(codebook->targets.size() == 1);
    CHECK(codebook->targets[0].con == std::vector<std::string>{"scrap", "abolish"});
    CHECK(codebook->cue_verbs == std::vector<std::string>{"quipped"});
    CHECK(exchange::write_codebook(*codebook) == text);
}

TEST_CASE("the built-in codebook round-trips") {
    const model::Codebook codebook = model::default_codebook();
    Report report;
    const auto again = exchange::read_codebook(exchange::write_codebook(codebook), report);
    REQUIRE(again);
    CHECK(report.clean());
    CHECK(*again == codebook);
}

TEST_CASE("what a codebook has wrong is left out and reported") {
    Report report;
    const auto codebook = exchange::read_codebook(
        R"({"format":"standpoint-codebook","labels":[{"title":"x"},{"name":"A","hotkey":"1"},)"
        R"({"name":"A"},{"name":"B","hotkey":"1"},{"name":"C","hotkey":"F5","colour":256},3],)"
        R"("targets":[{"key":"","text":"x"},{"key":"k","keywords":[1,"w"]},{"key":"k"}]})",
        report);
    REQUIRE(codebook);
    CHECK_FALSE(model::problem_in(*codebook));
    const char* messages[] = {
        "labels[0]: The label's name is missing or taken: dropped.",
        "labels[2]: The label's name is missing or taken: dropped.",
        "labels[3]: The hotkey is not a free letter or digit and was left out.",
        "labels[4]: The hotkey is not a free letter or digit and was left out.",
        "labels[4]: The colour is not between 0 and 255 and was left out.",
        "labels[5] is not an object and was dropped.",
        "targets[0]: The target's key is missing or taken: dropped.",
        "targets[1]: \"keywords\" is not a list of strings and was left out.",
        "targets[2]: The target's key is missing or taken: dropped."};
    REQUIRE(report.issues.size() == std::size(messages));
    for (std::size_t i = 0; i < std::size(messages); ++i)
        CHECK(report.issues[i].message == messages[i]);
    REQUIRE(codebook->labels.size() == 3);
    CHECK(codebook->labels[1].hotkey == 0);
    CHECK(codebook->targets[0].keywords == std::vector<std::string>{"w"});
}

TEST_CASE("other files are not taken for a codebook") {
    Report report;
    const auto kind_of = [&report](std::string_view bytes) {
        const auto codebook = exchange::read_codebook(bytes, report);
        REQUIRE_FALSE(codebook);
        return codebook.error().kind;
    };
    CHECK(kind_of("") == text::ErrorKind::malformed);
    CHECK(kind_of("[]") == text::ErrorKind::wrong_shape);
    CHECK(kind_of(R"({"labels":[]})") == text::ErrorKind::wrong_shape);
    CHECK(kind_of(R"({"format":"standpoint-project"})") == text::ErrorKind::wrong_shape);
    CHECK(kind_of(R"({"format":"standpoint-codebook","version":2})") == text::ErrorKind::too_new);
}
