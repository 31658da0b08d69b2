#include <doctest/doctest.h>

#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

model::Codebook coded(std::string text) {
    model::Codebook codebook;
    model::CodebookTarget target;
    target.key = "toll";
    target.text = std::move(text);
    codebook.targets.push_back(target);
    return codebook;
}

}  // namespace

TEST_CASE("extract stances: proposed targets from what is backed, urged and opposed") {
    CHECK(Found("Kenya called for a new harbour.").stances() == Strings{"Kenya favor New harbour"});
    CHECK(Found("Kenya rejected the harbour plan.").stances() ==
          Strings{"Kenya against Harbour plan"});
    CHECK(Found("Kenya urged Norway to open the port.").stances() ==
          Strings{"Kenya favor Norway should open the port"});
    CHECK(Found("Kenya urged Norway not to open the port.").stances() ==
          Strings{"Kenya against Open the port"});
    CHECK(Found("Kenya refused to sign the treaty.").stances() ==
          Strings{"Kenya against Sign the treaty"});
    CHECK(Found("Kenya is opposed to the harbour plan.").stances() ==
          Strings{"Kenya against Harbour plan"});
    CHECK(Found("Kenya said ships must leave the harbour.").stances() ==
          Strings{"Kenya favor Ships must leave the harbour"});
    CHECK(Found("Kenya said ships must not leave the harbour.").stances() ==
          Strings{"Kenya favor Ships must not leave the harbour"});
}

TEST_CASE("extract stances: praise and accusation are about who is praised or accused") {
    CHECK(Found("Kenya accused Norway of closing the port.").stances() ==
          Strings{"Kenya against @Norway"});
    CHECK(Found("Kenya praised Foreign Minister Kari Solheim.").stances() ==
          Strings{"Kenya favor @Kari Solheim"});
    CHECK(Found("Kenya criticized the Danish government.").stances() ==
          Strings{"Kenya against @Denmark"});
}

TEST_CASE("extract stances: every holder of a list has one") {
    CHECK(Found("Kenya, Norway and Peru urged ships to leave the port.").stances() ==
          Strings{"Kenya favor Ships should leave the port",
                  "Norway favor Ships should leave the port",
                  "Peru favor Ships should leave the port"});
}

TEST_CASE("extract stances: plain reports and events show none") {
    CHECK(Found("Kenya said the port is closed. Police arrested two men.").stances().empty());
    CHECK(Found("Kenya denied the report.").stances().empty());
}

TEST_CASE("extract stances: a codebook target, supported and opposed") {
    const model::Codebook codebook = coded("A toll on the harbour bridge");
    CHECK(Found("Kenya supports the bridge toll.", &codebook).stances() ==
          Strings{"Kenya favor A toll on the harbour bridge"});
    CHECK(Found("Kenya does not support the bridge toll.", &codebook).stances() ==
          Strings{"Kenya against A toll on the harbour bridge"});
    CHECK(Found("Kenya condemned the tolls on the bridge.", &codebook).stances() ==
          Strings{"Kenya against A toll on the harbour bridge"});
    const Found found("Kenya supports the bridge toll.", &codebook);
    REQUIRE(found.proposed.targets.size() == 1);
    CHECK(found.proposed.targets[0].key == "toll");
    CHECK(found.proposed.targets[0].provenance.origin == model::Origin::dictionary);
    CHECK(found.proposed.targets[0].provenance.decision == model::Decision::accepted);
    CHECK(Found("Kenya supports the river project.", &codebook).stances() ==
          Strings{"Kenya favor River project"});
}

TEST_CASE("extract stances: lifting and banning turn the polarity") {
    const model::Codebook ban = coded("Ban night flights over the harbour");
    CHECK(Found("Kenya supports the ban on night flights.", &ban).stances() ==
          Strings{"Kenya favor Ban night flights over the harbour"});
    CHECK(Found("Kenya opposes the ban on night flights.", &ban).stances() ==
          Strings{"Kenya against Ban night flights over the harbour"});
    CHECK(Found("Kenya supports lifting the ban on night flights.", &ban).stances() ==
          Strings{"Kenya against Ban night flights over the harbour"});
    const model::Codebook flights = coded("Allow night flights over the harbour");
    CHECK(Found("Kenya opposes the ban on night flights.", &flights).stances() ==
          Strings{"Kenya favor Allow night flights over the harbour"});
}

TEST_CASE("extract stances: keywords and phrasings of the codebook") {
    model::Codebook codebook = coded("A toll on the harbour bridge");
    codebook.targets[0].keywords = {"tollgate"};
    codebook.targets[0].con = {"pay twice"};
    CHECK(Found("Kenya backs the tollgate.", &codebook).stances() ==
          Strings{"Kenya favor A toll on the harbour bridge"});
    CHECK(Found("Kenya said that drivers would pay twice.", &codebook).stances() ==
          Strings{"Kenya against A toll on the harbour bridge"});
}

TEST_CASE("extract stances: the document's own targets are referred to by their keys") {
    model::Table<model::Target> targets;
    model::Target target;
    target.id = 7;
    target.key = "P1";
    target.text = "Close the old harbour";
    targets.put(target);
    const Found found("Norway rejected closing the old harbour. Peru urged ships to wait.", nullptr,
                      &targets);
    CHECK(found.stances() ==
          Strings{"Norway against Close the old harbour", "Peru favor Ships should wait"});
    REQUIRE(found.proposed.targets.size() == 2);
    CHECK(found.proposed.targets[0].key == "P1");
    CHECK(found.proposed.targets[1].key == "P2");
}

TEST_CASE("extract stances: reasons name the word that shows it") {
    const Found found("Kenya rejected the harbour plan.");
    REQUIRE(found.proposed.stances.size() == 1);
    const model::Stance& stance = found.proposed.stances[0];
    CHECK(stance.provenance.reasons == Strings{"opposition word “rejected”"});
    CHECK(found.at(stance.evidence.at(0)) == "rejected the harbour plan");
}
