#include <doctest/doctest.h>

#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using namespace standpoint::extract;

TEST_CASE("extract names: titles stay outside and make a person") {
    const Found found("Norwegian Foreign Minister Kari Solheim met Mr. Ndiaye and Gen. J. K. Rao.");
    CHECK(found.names() ==
          Strings{"NORP Norwegian", "PER Kari Solheim", "PER Ndiaye", "PER J. K. Rao"});
    CHECK(Found("Secretary of State Ruth Alder spoke.").names() == Strings{"PER Ruth Alder"});
    CHECK(Found("Transportation Minister Ilse Brandt resigned.").names() ==
          Strings{"PER Ilse Brandt"});
}

TEST_CASE("extract names: a possessive is outside, one inside an organisation's name is not") {
    const Found found("Kenya's government thanked Alder's staff and the Norland People's Party.");
    CHECK(found.label("Kenya") == "GPE");
    CHECK(found.label("Alder") == "PER");
    CHECK(found.label("Norland People's Party") == "ORG");
}

TEST_CASE("extract names: known words tell the kind of a name") {
    CHECK(Found("They left the Ministry of Public Works.").label("Ministry of Public Works") ==
          "ORG");
    CHECK(Found("She studied at the University of Oslo.").label("University of Oslo") == "ORG");
    CHECK(Found("It was signed by Carver & Holt Ltd yesterday.").label("Carver & Holt Ltd") ==
          "ORG");
    CHECK(Found("Rain fell on the Orla River.").label("Orla River") == "LOC");
    CHECK(Found("Flights left Varga Airport late.").label("Varga Airport") == "FAC");
    CHECK(Found("Many died in Hurricane Odile.").label("Hurricane Odile") == "EVENT");
    CHECK(Found("Both signed the Lund Treaty.").label("Lund Treaty") == "LAW");
    CHECK(Found("He was read the Koran.").label("Koran") == "WORK");
    CHECK(Found("Ukraine asked for Abrams tanks again.").label("Abrams") == "WEAPON");
    CHECK(Found("Many Iraqis and Shi'ites voted.").names() ==
          Strings{"NORP Iraqis", "NORP Shi'ites"});
}

TEST_CASE("extract names: an adherence before an office is a name of its own") {
    CHECK(Found("The Danish Foreign Ministry agreed.").names() ==
          Strings{"NORP Danish", "ORG Foreign Ministry"});
    CHECK(Found("The Russian Navy Museum reopened.").names() == Strings{"ORG Russian Navy Museum"});
}

TEST_CASE("extract names: particles, hyphens and initials belong to a person's name") {
    CHECK(Found("The call came from Leila al-Hakim.").names() == Strings{"PER Leila al-Hakim"});
    CHECK(Found("They praised Ludwig van Brandt.").names() == Strings{"PER Ludwig van Brandt"});
    CHECK(Found("We met Kim Dae-jung there.").names() == Strings{"PER Kim Dae-jung"});
    CHECK(Found("A reply came from George W. Hale.").names() == Strings{"PER George W. Hale"});
}

TEST_CASE("extract names: first words, headlines and weekdays are not names by their capitals") {
    CHECK(Found("Officials met Monday. However, Nothing came of it in March.").names() ==
          Strings{});
    CHECK(Found("Quiet Talks Fail As Angry Crowd Waits\n\nIt rained.").names() == Strings{});
    CHECK(Found("LEADERS FAIL IN TALKS OVER KENYA\n\nIt rained.").names() == Strings{"GPE KENYA"});
    CHECK(Found("OSLO — It rained in town.").names() == Strings{"GPE OSLO"});
    CHECK(Found("Give it to us. They told us so. Turkey was cooked.").names() ==
          Strings{"GPE Turkey"});
}

TEST_CASE("extract names: a surname is who the full name is, before and after it") {
    const Found found(
        "Solheim resigned. Kari Solheim, 51, led the party. Critics said Solheim was tired.");
    for (const model::Mention& m : found.proposed.mentions) {
        CHECK(m.label == "PER");
        CHECK(found.canonical(m.entity) == "Kari Solheim");
    }
    CHECK(found.proposed.entities.size() == 1);
}

TEST_CASE("extract names: acronyms and the forms of a country's name are one entity") {
    const Found found(
        "The Harbour Workers Federation (HWF) wrote to the U.S. embassy. The HWF asked the "
        "United States for help. The U.N. and the United Nations agreed.");
    CHECK(found.entity("HWF") == "Harbour Workers Federation");
    CHECK(found.entity("U.S.") == "United States");
    CHECK(found.entity("United States") == "United States");
    CHECK(found.entity("U.N.") == "United Nations");
}

TEST_CASE("extract names: two people of one surname stay two") {
    const Found found("Anna Berg met Peter Berg.");
    CHECK(found.entity("Anna Berg") == "Anna Berg");
    CHECK(found.entity("Peter Berg") == "Peter Berg");
}

TEST_CASE("extract names: a capital is the town, and its government is offered") {
    const Found found("Moscow warned that it would reply. Talks in Varga failed.");
    CHECK(found.entity("Moscow") == "Moscow");
    for (const model::Mention& m : found.proposed.mentions)
        CHECK(m.alternative == (found.at(m.span) == "Moscow" ? "Russia" : ""));
    REQUIRE(found.proposed.attributions.size() == 1);
    CHECK(found.who(found.proposed.attributions[0].holder) == "Russia");
}
