#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/extract/name_forms.hpp"
#include "core/extract/stages.hpp"
#include "tests/unit/cpu_time.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

NameType type_named(std::string_view label) {
    for (int t = 0; t <= static_cast<int>(NameType::work); ++t)
        if (label_of(static_cast<NameType>(t)) == label) return static_cast<NameType>(t);
    FAIL("There is no type " << label);
    return NameType::none;
}

// A text whose names are marked by hand, "[PER Velm Orsk] spoke", so that nothing but their
// clustering is tested; "[ORG? Orsk]" is a guess.
class Clustered {
  public:
    explicit Clustered(std::string_view marked) {
        struct Mark {
            std::uint32_t begin, end;
            std::string label;
        };
        std::vector<Mark> marks;
        while (!marked.empty()) {
            const std::size_t open = std::min(marked.find('['), marked.size());
            text_ += marked.substr(0, open);
            marked.remove_prefix(open);
            if (marked.empty()) break;
            const std::size_t space = marked.find(' '), close = marked.find(']');
            const auto begin = static_cast<std::uint32_t>(text_.size());
            text_ += marked.substr(space + 1, close - space - 1);
            marks.push_back({begin, static_cast<std::uint32_t>(text_.size()),
                             std::string(marked.substr(1, space - 1))});
            marked.remove_prefix(close + 1);
        }
        read_words(vocabulary(), text_, article_);
        std::uint32_t word = 0;
        for (Mark& mark : marks) {
            Name name;
            name.guessed = mark.label.back() == '?';
            if (name.guessed) mark.label.pop_back();
            name.type = type_named(mark.label);
            while (article_.words[word].span.begin < mark.begin) ++word;
            name.words.begin = word;
            while (word < article_.words.size() && article_.words[word].span.end <= mark.end)
                ++word;
            name.words.end = word;
            REQUIRE(article_.at(name.words).size() == mark.end - mark.begin);
            name.entry = known(name);
            article_.names.push_back(name);
        }
        const CpuTime time;
        find_clusters(vocabulary(), article_);
        ms_ = time.ms();
    }

    // "Velm Orsk: Orsk, Velm Orsk" for each cluster in order: its name and the different forms.
    std::vector<std::string> clusters() const {
        std::vector<std::string> all;
        std::map<std::uint32_t, std::vector<std::string>> forms;
        for (const Name& name : article_.names) {
            auto& of_cluster = forms[name.cluster];
            const std::string form(article_.at(name.words));
            if (std::find(of_cluster.begin(), of_cluster.end(), form) == of_cluster.end())
                of_cluster.push_back(form);
        }
        for (const auto& [cluster, list] : forms) {
            std::string line = article_.clusters[cluster].canonical + ":";
            for (const std::string& form : list) line += (&form == &list[0] ? " " : ", ") + form;
            all.push_back(line);
        }
        return all;
    }
    const Article& article() const { return article_; }
    double ms() const { return ms_; }

  private:
    static std::uint32_t end_of(const Article& article, Range words) {
        NameNode node = Vocabulary::name_root;
        for (std::uint32_t i = words.begin; i < words.end && node != 0; ++i)
            node = vocabulary().step(node, article.words[i].id);
        return node == 0 ? 0 : vocabulary().name_at(node);
    }
    std::uint32_t known(const Name& name) const {
        const std::uint32_t entry = end_of(article_, name.words);
        return entry != 0 && vocabulary().name(entry).type == name.type ? entry : 0;
    }

    std::string text_;
    Article article_;
    double ms_ = 0;
};

using Lines = std::vector<std::string>;

Lines clusters(std::string_view marked) {
    return Clustered(marked).clusters();
}

}  // namespace

TEST_CASE("clusters: a person by surname, first name, and a surname of several words") {
    CHECK(clusters("[PER Orsk] left. [PER Velm Orsk] was tired. Some call him [PER Velm].") ==
          Lines{"Velm Orsk: Orsk, Velm Orsk, Velm"});
    CHECK(clusters("[PER Tarik bin Saleh] spoke; later [PER bin Saleh] left for [PER Saleh].") ==
          Lines{"Tarik bin Saleh: Tarik bin Saleh, bin Saleh, Saleh"});
    CHECK(clusters("[PER Omar al-Hakim] wrote. [PER Hakim] and [PER al-Hakim] are one.") ==
          Lines{"Omar al-Hakim: Omar al-Hakim, Hakim, al-Hakim"});
    CHECK(clusters("[PER Ann B. Cole] came. [PER Ann Cole] went.") ==
          Lines{"Ann B. Cole: Ann B. Cole, Ann Cole"});
    CHECK(clusters("[PER Pius Benno III] met [PER Pius Benno].") ==
          Lines{"Pius Benno III: Pius Benno III, Pius Benno"});
}

TEST_CASE("clusters: persons of one surname stay apart, and a surname is the one named before") {
    CHECK(clusters("[PER Anna Berg] met [PER Peter Berg].") ==
          Lines{"Anna Berg: Anna Berg", "Peter Berg: Peter Berg"});
    CHECK(clusters("[PER Anna Berg] spoke. [PER Berg] left. [PER Peter Berg] stayed.") ==
          Lines{"Anna Berg: Anna Berg, Berg", "Peter Berg: Peter Berg"});
    CHECK(clusters("[PER Carla Holt-Brandt] met [PER Nils Brandt]. [PER Brandt] smiled.") ==
          Lines{"Carla Holt-Brandt: Carla Holt-Brandt", "Nils Brandt: Nils Brandt, Brandt"});
}

TEST_CASE("clusters: a person is not what the place is that has the same name") {
    CHECK(clusters("In [GPE Orsk] they met [PER Velm Orsk]. [PER Orsk] likes [GPE Orsk].") ==
          Lines{"Orsk: Orsk", "Velm Orsk: Velm Orsk, Orsk"});
}

TEST_CASE("clusters: accents, hyphens, dots and possessive endings are no differences") {
    CHECK(clusters("[PER Jan Dvořák] came. [PER Dvorak] spoke.") ==
          Lines{"Jan Dvořák: Jan Dvořák, Dvorak"});
    CHECK(clusters("[ORG al-Nur] and [ORG Al Nur] agreed.") == Lines{"al-Nur: al-Nur, Al Nur"});
    CHECK(clusters("[ORG Miner's Bread] or [ORG Miner Bread].") ==
          Lines{"Miner's Bread: Miner's Bread, Miner Bread"});
    CHECK(clusters("[GPE GRENMOUTH] is cold. In [GPE Grenmouth] it snowed.") ==
          Lines{"Grenmouth: GRENMOUTH, Grenmouth"});
}

TEST_CASE("clusters: acronyms, by bracket or by initials") {
    CHECK(clusters("The [ORG Harbour Workers] ([ORG HAWO]) met. [ORG HAWO] agreed.") ==
          Lines{"Harbour Workers: Harbour Workers, HAWO"});
    CHECK(clusters("[ORG HAWO] ([ORG Harbour Workers]) met.") ==
          Lines{"Harbour Workers: HAWO, Harbour Workers"});
    CHECK(clusters("The [ORG Blue Water Front], or [ORG FEA], met.") ==
          Lines{"Blue Water Front: Blue Water Front, FEA"});
    CHECK(clusters("[ORG ODH] met. The [ORG Office for Dry Harbours] did not.") ==
          Lines{"Office for Dry Harbours: ODH, Office for Dry Harbours"});
    CHECK(clusters("The [ORG Board of Bridges] left. The [ORG BoB] did not.") ==
          Lines{"Board of Bridges: Board of Bridges, BoB"});
    CHECK(clusters("[ORG U.S. Bureau of Weather] staff left. [ORG USBW] stayed.") ==
          Lines{"U.S. Bureau of Weather: U.S. Bureau of Weather, USBW"});
    CHECK(clusters("The [LAW Lund Water Treaty] holds. The [LAW L.W.T.] is old.") ==
          Lines{"Lund Water Treaty: Lund Water Treaty, L.W.T."});
}

TEST_CASE("clusters: not every bracket and not every pair of capitals is an acronym") {
    CHECK(clusters("[PER Velm Orsk] ([ORG HAWO]) spoke.") ==
          Lines{"Velm Orsk: Velm Orsk", "HAWO: HAWO"});
    CHECK(clusters("[ORG Mill Weavers] met in [GPE MW].") ==
          Lines{"Mill Weavers: Mill Weavers", "MW: MW"});
}

TEST_CASE("clusters: an organisation without its country, its kind or what it is for") {
    CHECK(clusters("The [ORG Norland Grain Office] paid. The [ORG Grain Office] is rich.") ==
          Lines{"Norland Grain Office: Norland Grain Office, Grain Office"});
    CHECK(clusters(
              "[ORG Carver Holdings Inc.] grew. [ORG Carver Holdings] fell, [ORG Carver] did.") ==
          Lines{"Carver Holdings Inc.: Carver Holdings Inc., Carver Holdings, Carver"});
    CHECK(clusters("The [ORG Department of Trade] and the [ORG Trade Department].") ==
          Lines{"Department of Trade: Department of Trade, Trade Department"});
    CHECK(clusters("The [ORG High Council of the Waterways] met. The [ORG Council] left.") ==
          Lines{"High Council of the Waterways: High Council of the Waterways, Council"});
    CHECK(clusters("The [ORG House of Deputies] met. The [ORG House] left.") ==
          Lines{"House of Deputies: House of Deputies, House"});
}

TEST_CASE("clusters: a part of an organisation is not the organisation") {
    CHECK(clusters("[ORG Norland Bank] owns [ORG Norland Bank Orchestra].") ==
          Lines{"Norland Bank: Norland Bank", "Norland Bank Orchestra: Norland Bank Orchestra"});
    CHECK(clusters("The [ORG U.N. Security Council] met at the [ORG U.N.].") ==
          Lines{"U.N. Security Council: U.N. Security Council", "United Nations: U.N."});
}

TEST_CASE("clusters: places with what they are, and places that are others") {
    CHECK(clusters("[LOC Mount Orla] is high. [LOC Orla] is cold.") ==
          Lines{"Mount Orla: Mount Orla, Orla"});
    CHECK(clusters("The [LOC Orla Valley] is wide. [LOC Orla] is cold.") ==
          Lines{"Orla Valley: Orla Valley, Orla"});
    CHECK(clusters("[GPE Varga Province] is poor. [GPE Varga] is far.") ==
          Lines{"Varga: Varga Province, Varga"});
    CHECK(clusters("The [GPE Republic of Kenya] and [GPE Kenya].") ==
          Lines{"Kenya: Republic of Kenya, Kenya"});
    CHECK(clusters("[GPE North Korea] replied. The [GPE North] is silent.") ==
          Lines{"North Korea: North Korea, North"});
    CHECK(clusters("[GPE Mexico City] is in [GPE Mexico].") ==
          Lines{"Mexico City: Mexico City", "Mexico: Mexico"});
    CHECK(clusters("[GPE New Varga] is not [GPE Varga], nor [LOC West Orla] [LOC Orla].") ==
          Lines{"New Varga: New Varga", "Varga: Varga", "West Orla: West Orla", "Orla: Orla"});
}

TEST_CASE("clusters: the forms of a country are one, its people another, its capital a third") {
    CHECK(clusters(
              "The [GPE U.S.] and the [GPE United States]; [NORP American], [NORP Americans].") ==
          Lines{"United States: U.S., United States", "American: American, Americans"});
    CHECK(clusters("[GPE Moscow] is in [GPE Russia].") ==
          Lines{"Moscow: Moscow", "Russia: Russia"});
    CHECK(clusters("[NORP Orlans] and an [NORP Orlan].") == Lines{"Orlan: Orlans, Orlan"});
}

TEST_CASE("clusters: storms, works and weapons by the last word or the first") {
    CHECK(clusters("[EVENT Hurricane Odile] came. [EVENT Odile] went.") ==
          Lines{"Hurricane Odile: Hurricane Odile, Odile"});
    CHECK(clusters("The [WEAPON Tarn Hawk] flies. A [WEAPON Hawk] fell.") ==
          Lines{"Tarn Hawk: Tarn Hawk, Hawk"});
    CHECK(clusters("The [EVENT Grenvision Song Prize] began. [EVENT Grenvision] is loud.") ==
          Lines{"Grenvision Song Prize: Grenvision Song Prize, Grenvision"});
}

TEST_CASE("clusters: a guessed type becomes that of the fuller name") {
    const Clustered found("[PER Velm Orsk] spoke. Then [ORG? Orsk] left.");
    CHECK(found.clusters() == Lines{"Velm Orsk: Velm Orsk, Orsk"});
    CHECK(found.article().names[1].type == NameType::per);
    CHECK(found.article().names[1].reason == "the same as “Velm Orsk”");
    CHECK(clusters("[PER Velm Orsk] spoke. Then [ORG Orsk] left.") ==
          Lines{"Velm Orsk: Velm Orsk", "Orsk: Orsk"});
}

TEST_CASE("clusters: what has no letters is left as it is") {
    CHECK(clusters("[WORK -] and [WORK ...] and [ORG &].").size() == 3);
    CHECK(clusters("").empty());
}

TEST_CASE("clusters: letters without their accents") {
    CHECK(without_accents("Škvorecký") == "skvorecky");
    CHECK(without_accents("ØRSTED Łódź") == "orsted lodz");
    CHECK(without_accents("Æther’s 東京") == "æther's 東京");
}

TEST_CASE("clusters: fifty thousand different names take linear time") {
    const auto text_of = [](std::uint32_t names) {
        std::string text;
        for (std::uint32_t i = 0; i < names; ++i) {
            const std::string n = std::to_string(i);
            text += i % 2 == 0 ? "[PER Tarn" + n + " Berg] left. [PER Berg] left. "
                               : "The [ORG Varga" + n + " Council] met. The [ORG Council] left. ";
        }
        return text;
    };
    // The least of some runs: what else the machine does only adds to them.
    const auto least = [](const std::string& text) {
        double ms = Clustered(text).ms();
        for (int again = 0; again < 4; ++again) ms = std::min(ms, Clustered(text).ms());
        return ms;
    };
    const double small = least(text_of(6'250));
    const double large = least(text_of(25'000));
    MESSAGE("12,500 names: " << small << " ms, 50,000: " << large << " ms");
    CHECK(large < 500);
    CHECK(large < 12 * small + 50);
}
