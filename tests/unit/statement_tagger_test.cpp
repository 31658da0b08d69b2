#include <doctest/doctest.h>

#include <algorithm>

#include "core/extract/embedded_model.hpp"
#include "core/extract/role_features.hpp"
#include "core/extract/statement_tagger.hpp"
#include "tests/unit/cpu_time.hpp"
#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using namespace standpoint::extract;

TEST_CASE("roles: what a range writes over begins anew behind it") {
    std::vector<Tag> tags(6, outside);
    paint(tags, {0, 6}, Role::content);
    paint(tags, {2, 3}, Role::cue);
    mend(tags);
    const Tag b = begin_tag(Role::content), i = inside_tag(Role::content);
    CHECK(tags == std::vector<Tag>{b, i, begin_tag(Role::cue), b, i, i});
    paint(tags, {4, 90}, Role::source);  // beyond the end
    CHECK(tags[5] == inside_tag(Role::source));
    for (const Role role : {Role::source, Role::cue, Role::content}) {
        CHECK(role_of(begin_tag(role)) == role);
        CHECK(role_of(inside_tag(role)) == role);
    }
}

TEST_CASE("statements: the model that ships can be read") {
    const auto file = ModelFile::open(embedded_model());
    REQUIRE(file);
    const auto model = StatementModel::read(*file);
    REQUIRE(model);
    CHECK_FALSE(model->empty());
    CHECK(model->holders.size() > 1000);
}

TEST_CASE("statements: a model without its sections is refused") {
    const std::string bytes = write_model({{"card", "{}"}});
    const auto file = ModelFile::open(bytes);
    REQUIRE(file);
    CHECK_FALSE(StatementModel::read(*file));
}

TEST_CASE("statements: two cues share a source") {
    CHECK(Found("The Harbour Council said the bridge is safe and warned that the river is rising.")
              .said() ==
          Strings{"The Harbour Council | said | the bridge is safe | Harbour Council",
                  "The Harbour Council | warned | that the river is rising | Harbour Council"});
}

TEST_CASE("statements: a cue that no list has, told by what surrounds it") {
    CHECK(Found("Ruth Alder croaked that the bridge is safe.").said() ==
          Strings{"Ruth Alder | croaked | that the bridge is safe | Ruth Alder"});
}

TEST_CASE("statements: a dateline is no part of the source") {
    CHECK(Found("OSLO — Mayor Ruth Alder said the bridge is safe.").said() ==
          Strings{"Mayor Ruth Alder | said | the bridge is safe | Ruth Alder"});
}

TEST_CASE("statements: joint speakers have an attribution each") {
    const Strings said = Found("France, Britain and Germany said the port is closed.").said();
    REQUIRE(said.size() == 3);
    for (const std::string holder : {"France", "Britain", "Germany"}) {
        const std::string wanted =
            "France, Britain and Germany | said | the port is closed | " + holder;
        CHECK(std::count(said.begin(), said.end(), wanted) == 1);
    }
    // A capital and its government are one speaker.
    CHECK(Found("Tehran said the port is closed.").said().size() == 1);
}

TEST_CASE("statements: scores are probabilities, and a plain one is sure") {
    const Found found("Mayor Ruth Alder said on Monday that the bridge is safe.");
    REQUIRE(found.proposed.attributions.size() == 1);
    CHECK(found.proposed.attributions[0].provenance.origin == model::Origin::model);
    CHECK(found.proposed.attributions[0].provenance.score > 0.85F);
    CHECK(found.proposed.attributions[0].provenance.score <= 0.99F);
}

TEST_CASE("statements: a sentence without an end takes linear time") {
    const auto took = [](int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += "Ruth Alder said that the bridge is safe, ";
        const CpuTime time;
        const Found found(text);
        CHECK_FALSE(found.proposed.attributions.empty());
        return time.ms();
    };
    took(100);  // what is built once
    const double once = took(500), fourfold = took(2000);
    MESSAGE("500 times: ", once, " ms, 2,000: ", fourfold, " ms");
    CHECK(fourfold < 10 * once + 50);
}
