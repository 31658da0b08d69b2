#include <doctest/doctest.h>

#include "tests/unit/extract_fixture.hpp"

using namespace standpoint;
using namespace standpoint::extract;

TEST_CASE("extract attributions: indirect speech, its 'that' in and its full stop out") {
    CHECK(Found("Mayor Ruth Alder said on Monday that the bridge is safe.").said() ==
          Strings{"Mayor Ruth Alder | said | that the bridge is safe | Ruth Alder"});
    CHECK(Found("Mayor Ruth Alder also said the bridge is safe.").said() ==
          Strings{"Mayor Ruth Alder | also said | the bridge is safe | Ruth Alder"});
    CHECK(Found("Ruth Alder told reporters the bridge was safe.").said() ==
          Strings{"Ruth Alder | told | the bridge was safe | Ruth Alder"});
}

TEST_CASE("extract attributions: a quotation with the cue after, before, inside and inverted") {
    CHECK(Found("“The bridge is safe,” Ruth Alder said.").said() ==
          Strings{"Ruth Alder | said | “The bridge is safe,” | Ruth Alder"});
    CHECK(Found("Ruth Alder said: “The bridge is safe.”").said() ==
          Strings{"Ruth Alder | said | “The bridge is safe.” | Ruth Alder"});
    CHECK(Found("“The bridge,” Ruth Alder said, “is safe.”").said() ==
          Strings{"Ruth Alder | said | “The bridge,” + “is safe.” | Ruth Alder"});
    CHECK(Found("\"The bridge is safe,\" said Ruth Alder on Monday.").said() ==
          Strings{"Ruth Alder | said | \"The bridge is safe,\" | Ruth Alder"});
    CHECK(Found("«The bridge is safe,» Ruth Alder told reporters in Oslo.").said() ==
          Strings{"Ruth Alder | told | «The bridge is safe,» | Ruth Alder"});
}

TEST_CASE("extract attributions: mixed quotation is one content") {
    CHECK(Found("Ruth Alder said the bridge was “as safe as houses” again.").said() ==
          Strings{"Ruth Alder | said | the bridge was “as safe as houses” again | Ruth Alder"});
}

TEST_CASE("extract attributions: the clause before its cue") {
    CHECK(Found("The bridge was closed at noon, police said.").said() ==
          Strings{"police | said | The bridge was closed at noon | police"});
    CHECK(Found("The bridge, police said, was closed at noon.").said() ==
          Strings{"police | said | The bridge + was closed at noon | police"});
    CHECK(Found("The bridge was closed, according to the Harbour Council.").said() ==
          Strings{"the Harbour Council | according to | The bridge was closed | Harbour Council"});
    CHECK(Found("According to the Harbour Council, the bridge was closed.").said() ==
          Strings{"the Harbour Council | According to | the bridge was closed | Harbour Council"});
}

TEST_CASE("extract attributions: what is urged, promised, demanded, denied and alleged") {
    CHECK(Found("Kenya urged Norway to open the port.").said() ==
          Strings{"Kenya | urged | Norway to open the port | Kenya"});
    CHECK(Found("Kenya has called on Norway to open the port.").said() ==
          Strings{"Kenya | has called on | Norway to open the port | Kenya"});
    CHECK(Found("Kenya promised to open the port.").said() ==
          Strings{"Kenya | promised | to open the port | Kenya"});
    CHECK(Found("Kenya called Tuesday for an inquiry.").said() ==
          Strings{"Kenya | called Tuesday for | an inquiry | Kenya"});
    CHECK(Found("Kenya has not denied the report.").said() ==
          Strings{"Kenya | has not denied | the report | Kenya"});
    CHECK(Found("Kenya accused Norway of closing the port.").said() ==
          Strings{"Kenya | accused | Norway of closing the port | Kenya"});
    CHECK(Found("The mayor is accused of taking bribes.").said() ==
          Strings{"- | is accused | The mayor + of taking bribes | -"});
}

TEST_CASE("extract attributions: appositions, relative clauses and joined verbs") {
    CHECK(Found("Kari Solheim, who leads the party, said it will vote.").said() ==
          Strings{"Kari Solheim | said | it will vote | Kari Solheim"});
    CHECK(Found("The party's leader, Kari Solheim, said it will vote.").said() ==
          Strings{"The party's leader, Kari Solheim | said | it will vote | Kari Solheim"});
    CHECK(Found("Kenya said the port is closed and urged Norway to wait.").said() ==
          Strings{"Kenya | said | the port is closed | Kenya",
                  "Kenya | urged | Norway to wait | Kenya"});
    CHECK(Found("Kenya closed the port, saying it was unsafe.").said() ==
          Strings{"Kenya | saying | it was unsafe | Kenya"});
}

TEST_CASE("extract attributions: a cue inside another's content is not reported") {
    CHECK(Found("Ruth Alder said the council believes the bridge is safe.").said().size() == 1);
}

TEST_CASE("extract attributions: nouns and events are no cues") {
    CHECK(Found("The report and the claim were read in the state of Texas.").said().empty());
    CHECK(Found("Police arrested two men after the call.").said().empty());
}

TEST_CASE("extract attributions: sentences in a quotation continue the speaker's words") {
    const Found found(
        "“The bridge is safe,” Ruth Alder said. “It was built to last. Nobody should worry.”");
    CHECK(found.said() == Strings{"Ruth Alder | said | “The bridge is safe,” | Ruth Alder",
                                  "- | - | “It was built to last. | Ruth Alder",
                                  "- | - | Nobody should worry.” | Ruth Alder"});
}

TEST_CASE("extract attributions: a quotation over paragraphs, left open until the last") {
    const Found found(
        "“The bridge is safe and it will stay open,” Ruth Alder said.\n"
        "“It was built to last for a hundred years.\n"
        "“We will repair it all the same.”\n"
        "The council met.");
    CHECK(found.said() == Strings{"Ruth Alder | said | “The bridge is safe and it will stay open,” "
                                  "| Ruth Alder",
                                  "- | - | “It was built to last for a hundred years. | Ruth Alder",
                                  "- | - | “We will repair it all the same.” | Ruth Alder"});
}

TEST_CASE("extract attributions: an unbalanced mark swallows nothing but its paragraph") {
    const Found found(
        "He left a 5\" pipe behind. Ruth Alder said it is safe.\nKenya said no more.");
    REQUIRE(found.said().size() == 2);
    CHECK(found.said()[0] == "Ruth Alder | said | it is safe | Ruth Alder");
}

TEST_CASE("extract holders: pronouns, offices, officials and capitals") {
    CHECK(Found("Kari Solheim arrived. She said it will rain.").said() ==
          Strings{"She | said | it will rain | Kari Solheim"});
    CHECK(Found("Foreign Minister Kari Solheim arrived. The foreign minister said it will rain.")
              .said() == Strings{"The foreign minister | said | it will rain | Kari Solheim"});
    CHECK(Found("Iranian officials said it will rain in Iran.").said() ==
          Strings{"Iranian officials | said | it will rain in Iran | Iran"});
    CHECK(Found("Paris said it will not sign.").said() ==
          Strings{"Paris | said | it will not sign | France"});
    CHECK(Found("Some dock workers at the port said it will rain.").said() ==
          Strings{"Some dock workers at the port | said | it will rain | dock workers"});
    CHECK(Found("Putin's ally Oleg Serov said it will rain.").said() ==
          Strings{"Putin's ally Oleg Serov | said | it will rain | Oleg Serov"});
}

TEST_CASE("extract attributions: the codebook's own cue verbs") {
    model::Codebook codebook;
    codebook.cue_verbs = {"yodelled"};
    CHECK(Found("Ruth Alder yodelled the bridge is safe.").said().empty());
    CHECK(Found("Ruth Alder yodelled the bridge is safe.", &codebook).said() ==
          Strings{"Ruth Alder | yodelled | the bridge is safe | Ruth Alder"});
}

TEST_CASE("extract attributions: every proposal says why") {
    const Found found("President Vera Lund warned that the river is rising.");
    REQUIRE(found.proposed.attributions.size() == 1);
    CHECK(found.proposed.attributions[0].provenance.reasons ==
          Strings{"cue “warned”", "source “President Vera Lund”", "holder: named in the source"});
    REQUIRE(found.proposed.mentions.size() == 1);
    REQUIRE(found.proposed.mentions[0].provenance.reasons.size() == 1);
    CHECK(found.proposed.mentions[0].provenance.reasons[0].find("“") != std::string::npos);
}
