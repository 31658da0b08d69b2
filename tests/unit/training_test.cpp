// Training: what annotations allow, and that the trainer learns from it.
#include "core/learn/chain_trainer.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/extract/stages.hpp"
#include "core/learn/corpus.hpp"

using namespace standpoint;
using namespace standpoint::extract;
using namespace standpoint::learn;

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

constexpr TypeSet places =
    type_bit(NameType::gpe) | type_bit(NameType::loc) | type_bit(NameType::fac);

GoldName name_in(const std::string& text, std::string_view name, TypeSet types) {
    const auto at = static_cast<std::uint32_t>(text.find(name));
    REQUIRE(at < text.size());
    return {{at, at + static_cast<std::uint32_t>(name.size())}, types};
}

struct Words : Article {
    explicit Words(std::string_view of) { read_words(vocabulary(), of, *this); }
};

// The tags that each word of the text may have.
std::vector<TagSet> allowed(const TrainingText& gold) {
    return allowed_tags(Words(gold.text), gold);
}

model::Document document(const std::string& text,
                         const std::vector<std::pair<std::string, std::string>>& names) {
    model::Document made = model::make_document("d", *text::admit(text));
    for (const auto& [label, name] : names) {
        model::Mention mention;
        mention.id = made.next_id++;
        mention.label = label;
        mention.span = name_in(text, name, 0).span;
        made.mentions.put(std::move(mention));
    }
    return made;
}

// "7 Ana Ruiz" for every name: its set of types, and its text.
std::vector<std::string> read(const TrainingText& text) {
    std::vector<std::string> all;
    for (const GoldName& name : text.names) {
        all.push_back(std::to_string(name.types) + " " +
                      std::string(slice(std::string_view(text.text), name.span)));
    }
    return all;
}

using Strings = std::vector<std::string>;

// Sentences of one pattern, with names that no list has.
TrainingText pattern(const std::string& person, const std::string& town, const std::string& firm) {
    TrainingText made;
    made.text = "Yesterday the baker " + person + " walked to " + town + " and sold " + firm +
                " Ltd for little.";
    made.names = {name_in(made.text, person, type_bit(NameType::per)),
                  name_in(made.text, town, type_bit(NameType::gpe)),
                  name_in(made.text, firm + " Ltd", type_bit(NameType::org))};
    return made;
}

std::vector<TrainingText> lessons() {
    std::vector<TrainingText> all;
    const char* people[] = {"Velm Orsk",   "Tarn Ubbel", "Quist Hollen",
                            "Dorrin Vask", "Ymke Saul",  "Brill Ottmar"};
    const char* towns[] = {"Grenmouth", "Oddavik", "Pellerby", "Zandrup", "Hexmoor", "Umberfjord"};
    const char* firms[] = {"Brontix", "Calvero", "Dynork", "Elmhaus", "Fintle", "Gorvane"};
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = 0; j < 6; ++j) {
            all.push_back(pattern(people[i], towns[(i + j) % 6], firms[(i + 2 * j) % 6]));
        }
    }
    return all;
}

struct Learned {
    NameModel model;
    std::vector<FeatureWeights::Row> rows;
    std::vector<double> losses;

    explicit Learned(const std::vector<TrainingText>& texts, const TrainingPlan& plan) {
        TrainingSet set;
        for (const TrainingText& text : texts) set.add(vocabulary(), model.tables, text);
        ChainTrainer trainer(set, plan);
        trainer.run([this](int epoch, double loss) {
            losses.push_back(loss);
            CHECK(epoch == static_cast<int>(losses.size()));
        });
        trainer.quantise(model, rows);
        model.weights = FeatureWeights(rows);
    }
    // "PER Ana Ruiz" for every name found.
    Strings names(std::string_view text) const {
        const Article found = tag(text);
        Strings all;
        for (const Name& name : found.names) {
            CHECK(name.score >= 0.01F);
            CHECK(name.score <= 0.99F);
            all.push_back(std::string(label_of(name.type)) + " " +
                          std::string(found.at(name.words)));
        }
        return all;
    }
    Article tag(std::string_view text) const {
        Words article(text);
        find_quotes(article);
        NameTagger::Scratch scratch;
        CHECK(NameTagger(vocabulary(), model).run(article, scratch, {nullptr, 0, 1}));
        return article;
    }
};

TrainingPlan short_plan() {
    TrainingPlan plan;
    plan.epochs = 8;
    plan.epochs_after = 2;
    return plan;
}

bool same(const Learned& a, const Learned& b) {
    return a.model.unit == b.model.unit && a.rows.size() == b.rows.size() &&
           write_chain(a.model) == write_chain(b.model) &&
           FeatureWeights::write(a.rows) == FeatureWeights::write(b.rows);
}

}  // namespace

TEST_CASE("labels name types") {
    CHECK(types_named("PER") == type_bit(NameType::per));
    CHECK(types_named("WORK") == type_bit(NameType::work));
    CHECK(types_named("O") == no_name);
    CHECK(types_named("*") == anything);
    CHECK(types_named("DATE") == 0);
    CHECK(types_named("") == 0);
}

TEST_CASE("a name's words may have the tags of its types, others are outside") {
    TrainingText gold{"Anna Ruiz came to Lower Bavaria.", {}, no_name, 1};
    gold.names = {name_in(gold.text, "Anna Ruiz", type_bit(NameType::per)),
                  name_in(gold.text, "Lower Bavaria", places)};
    const TagSet first = tag_bit(begin_tag(NameType::gpe)) | tag_bit(begin_tag(NameType::loc)) |
                         tag_bit(begin_tag(NameType::fac));
    CHECK(allowed(gold) == std::vector<TagSet>{tag_bit(begin_tag(NameType::per)),
                                               tag_bit(inside_tag(NameType::per)), 1, 1, first,
                                               first << 1, 1});
}

TEST_CASE("what may be a name or none may be outside at each word") {
    TrainingText gold{"The Orange Book fell.", {}, no_name, 1};
    gold.names = {name_in(gold.text, "Orange Book", no_name | type_bit(NameType::work))};
    const TagSet first = 1 | tag_bit(begin_tag(NameType::work));
    const TagSet then = 1 | tag_bit(inside_tag(NameType::work));
    CHECK(allowed(gold) == std::vector<TagSet>{1, first, then, 1, 1});
}

TEST_CASE("unmarked words may be what the corpus does not mark") {
    TrainingText gold{"Danish Anna", {}, no_name | type_bit(NameType::norp), 1};
    gold.names = {name_in(gold.text, "Anna", type_bit(NameType::per))};
    const TagSet open =
        1 | tag_bit(begin_tag(NameType::norp)) | tag_bit(inside_tag(NameType::norp));
    CHECK(allowed(gold) == std::vector<TagSet>{open, tag_bit(begin_tag(NameType::per))});
    gold.unmarked = 0;
    CHECK(allowed(gold)[0] == tag_bit(outside));
}

TEST_CASE("names that are not whole words, or of no known type, leave their words open") {
    TrainingText gold{"Anna Ruiz of Harbourtown", {}, no_name, 1};
    gold.names = {name_in(gold.text, "nna Ruiz", type_bit(NameType::per)),
                  name_in(gold.text, "Harbour", type_bit(NameType::org))};
    CHECK(allowed(gold) == std::vector<TagSet>{all_tags, all_tags, 1, all_tags});
    gold.names = {name_in(gold.text, "Anna Ruiz", 0)};
    CHECK(allowed(gold) == std::vector<TagSet>{all_tags, all_tags, 1, 1});
    // Of nothing but the space between words, and past the end, nothing follows.
    gold.names = {name_in(gold.text, " ", type_bit(NameType::per)), {{500, 510}, places}};
    CHECK(allowed(gold) == std::vector<TagSet>{1, 1, 1, 1});
    CHECK(allowed({"", {{{0, 3}, places}}, no_name, 1}).empty());
}

TEST_CASE("a name that begins before its region leaves the region's first word open") {
    // No region holds the small letters of the first word.
    for (const TypeSet types : {type_bit(NameType::org), no_name | type_bit(NameType::org)}) {
        TrainingText gold{"they praised adidas Runners loudly", {}, no_name, 1};
        gold.names = {name_in(gold.text, "adidas Runners", types)};
        TrainingSet set;
        set.add(vocabulary(), {}, gold);
        CHECK(set.allowed == std::vector<TagSet>{all_tags});
        CHECK(set.names == (types == type_bit(NameType::org) ? 1 : 0));
        CHECK(set.lost == set.names);
    }
}

TEST_CASE("mentions become gold names in order, without those inside others") {
    CorpusRule rule;
    rule.labels = {{"PER", type_bit(NameType::per)}, {"LOC", places}, {"time", no_name}};
    rule.unmarked = no_name | type_bit(NameType::norp);
    rule.weight = 0.5F;
    const auto text =
        training_text(document("In May the Mayor of Oslo met Bo Lind of the River Board.",
                               {{"LOC", "Oslo"},
                                {"PER", "Mayor of Oslo"},
                                {"ship", "River Board"},
                                {"PER", "Bo Lind"},
                                {"time", "May"}}),
                      rule);
    CHECK(read(text) == Strings{"1 May", "2 Mayor of Oslo", "2 Bo Lind", "0 River Board"});
    CHECK(text.unmarked == rule.unmarked);
    CHECK(text.weight == 0.5F);
}

TEST_CASE("of a corpus that also marks what is no name, names alone are taken") {
    CorpusRule rule;
    rule.names_only = true;
    rule.labels = {{"ORG", type_bit(NameType::org)}};
    const auto text = training_text(
        document("The Fleet, a Guard and the opposition forces fought an Army for the .",
                 {{"ORG", "The Fleet"},
                  {"ORG", "a Guard"},
                  {"ORG", "the opposition forces"},
                  {"ORG", "an Army"},
                  {"ORG", "the "}}),
        rule);
    CHECK(read(text) == Strings{"4 Fleet", "4 Guard", "0 opposition forces", "4 Army"});
    rule.names_only = false;
    CHECK(read(training_text(document("The Fleet", {{"ORG", "The Fleet"}}), rule)) ==
          Strings{"4 The Fleet"});
}

TEST_CASE("names are right in span and type, by either scheme") {
    TrainingText gold{"Ana met Bo in Oslo near Lade with NATO and Danes and Vikings", {}, 1, 1};
    gold.names = {name_in(gold.text, "Ana", type_bit(NameType::per)),
                  name_in(gold.text, "Bo", type_bit(NameType::per)),
                  name_in(gold.text, "Oslo", type_bit(NameType::gpe)),
                  name_in(gold.text, "Lade", places),
                  name_in(gold.text, "NATO", type_bit(NameType::org)),
                  name_in(gold.text, "Danes", type_bit(NameType::norp)),
                  name_in(gold.text, "Vikings", no_name | type_bit(NameType::norp)),
                  name_in(gold.text, "with", 0)};
    Words found(gold.text);
    const auto add = [&](std::uint32_t word, NameType type, std::uint32_t size = 1) {
        Name name;
        name.words = {word, word + size};
        name.type = type;
        found.names.push_back(name);
    };
    add(0, NameType::per);     // Ana: right
    add(2, NameType::per, 2);  // Bo in: too long
    add(4, NameType::loc);     // Oslo: right as a place
    add(6, NameType::fac);     // Lade: right as a place
    add(7, NameType::law);     // with: wrong
    add(8, NameType::per);     // NATO: wrong
    add(10, NameType::norp);   // Danes: right, and no place
    const Counts all = compare(found, gold, Scheme::ten_types);
    CHECK(all.right == 2);
    CHECK(all.found == 7);
    CHECK(all.gold == 6);
    const Counts three = compare(found, gold, Scheme::three_types);
    CHECK(three.right == 3);
    CHECK(three.found == 5);
    CHECK(three.gold == 5);
    CHECK(three.f1() == doctest::Approx(0.6));
    CHECK(three.precision() == doctest::Approx(0.6));
    Counts sum;
    CHECK(sum.f1() + sum.precision() + sum.recall() == 0);
    sum.add(three);
    CHECK(sum.recall() == doctest::Approx(0.6));
}

TEST_CASE("gold that is declared no name does not count") {
    TrainingText gold{"May came", {}, no_name, 1};
    gold.names = {name_in(gold.text, "May", no_name)};
    CHECK(compare(Words(gold.text), gold, Scheme::ten_types).gold == 0);
    gold.names[0].types = 0;
    CHECK(compare(Words(gold.text), gold, Scheme::three_types).gold == 0);
}

TEST_CASE("the trainer learns a pattern and finds it around words that it never saw") {
    const Learned learned(lessons(), short_plan());
    REQUIRE(learned.losses.size() == 8);
    CHECK(learned.losses.back() < 0.1 * learned.losses.front());
    CHECK(learned.names(pattern("Skarn Wimbel", "Lurstad", "Nembex").text) ==
          Strings{"PER Skarn Wimbel", "GPE Lurstad", "ORG Nembex Ltd"});
    CHECK(learned.names("").empty());
    CHECK(learned.names("nothing here begins with a capital").empty());
}

TEST_CASE("one seed gives the same weights twice, another gives others") {
    TrainingPlan plan = short_plan();
    plan.epochs = 2;
    const Learned once(lessons(), plan), again(lessons(), plan);
    CHECK(once.losses == again.losses);
    CHECK(same(once, again));
    plan.seed = 2;
    CHECK_FALSE(same(once, Learned(lessons(), plan)));
}

TEST_CASE("no more features are kept than the plan says, and they suffice") {
    TrainingPlan plan = short_plan();
    plan.most_rows = 60;
    // What is seen first, and without weight, has nothing to say and goes.
    TrainingText silent{"Nothing Else But Capitals Stands Here, Over And Over.", {}, no_name, 0};
    std::vector<TrainingText> texts{silent, silent};
    for (const TrainingText& text : lessons()) texts.push_back(text);
    const Learned learned(texts, plan);
    CHECK(learned.rows.size() <= 60);
    CHECK(learned.rows.size() > 10);
    CHECK(learned.losses.size() == 10);
    CHECK(learned.names(pattern("Skarn Wimbel", "Lurstad", "Nembex").text) ==
          Strings{"PER Skarn Wimbel", "GPE Lurstad", "ORG Nembex Ltd"});
}

TEST_CASE("what a corpus does not mark it does not teach to be outside") {
    // One corpus marks adherents; a larger one does not, and says so or does not say so.
    const auto taught = [](TypeSet unmarked) {
        std::vector<TrainingText> texts;
        const char* folk[] = {"Ostrians", "Velmians", "Zandrians", "Quorrians"};
        for (int i = 0; i < 40; ++i) {
            TrainingText text;
            const std::string name = folk[i % 4];
            text.text = "We saw the " + name + " dance, and Tarn Ubbel sang.";
            text.names = {name_in(text.text, "Tarn Ubbel", type_bit(NameType::per))};
            text.unmarked = unmarked;
            if (i < 4) {
                text.names.insert(text.names.begin(),
                                  name_in(text.text, name, type_bit(NameType::norp)));
                text.unmarked = no_name;
            }
            texts.push_back(text);
        }
        return Learned(texts, short_plan()).names("We saw the Ubrians dance, and Tarn Ubbel sang.");
    };
    CHECK(taught(no_name | type_bit(NameType::norp)) == Strings{"NORP Ubrians", "PER Tarn Ubbel"});
    CHECK(taught(no_name) == Strings{"PER Tarn Ubbel"});
}

TEST_CASE("texts without weight, without words or wholly open teach nothing") {
    std::vector<TrainingText> texts = lessons();
    for (TrainingText& text : texts) {
        text.weight = 0;
        if (&text - texts.data() < 12) continue;
        text.weight = 1;
        text.names.clear();
        text.unmarked = anything;
    }
    texts.push_back({"", {}, no_name, 1});
    texts.push_back({"no capitals at all", {}, no_name, 1});
    TrainingPlan plan = short_plan();
    plan.epochs = 2;
    const Learned learned(texts, plan);
    for (const double loss : learned.losses) CHECK(std::isfinite(loss));
    CHECK(learned.losses[1] <= learned.losses[0]);
    const Learned untaught({}, plan);
    CHECK(untaught.rows.empty());
    CHECK(untaught.names("Anna Ruiz came.").empty());
}

TEST_CASE("an annotation that allows no path is passed over") {
    TrainingSet set;
    set.add(vocabulary(), {}, pattern("Velm Orsk", "Oddavik", "Dynork"));
    REQUIRE_FALSE(set.allowed.empty());
    for (TagSet& tags : set.allowed) tags = tag_bit(inside_tag(NameType::law));
    TrainingPlan plan = short_plan();
    plan.least_count = 1;
    ChainTrainer trainer(set, plan);
    trainer.run([](int, double loss) { CHECK(loss == 0); });
    NameModel model;
    std::vector<FeatureWeights::Row> rows;
    trainer.quantise(model, rows);
    CHECK(rows.empty());
}

TEST_CASE("the second look is taught by what the first made of texts that it was not taught") {
    const auto texts = lessons();
    const Learned first({texts.begin(), texts.begin() + 18}, short_plan());
    const NameTagger tagger(vocabulary(), first.model);
    TrainingSet votes;
    for (std::size_t i = 18; i < texts.size(); ++i) {
        votes.add_votes(vocabulary(), tagger, first.model.unit, texts[i]);
    }
    CHECK(votes.given.size() == votes.allowed.size());
    CHECK(votes.starts.size() == votes.allowed.size() + 1);
    ChainTrainer listener(votes, short_plan());
    listener.fix_transitions(first.model.transition, first.model.unit);
    double last = 0;
    listener.run([&](int, double loss) { last = loss; });
    CHECK(last < 0.1);
    std::vector<FeatureWeights::Row> rows;
    listener.quantise(first.model.unit, rows);
    CHECK_FALSE(rows.empty());
    // Transitions stay as they were given.
    NameModel after;
    std::vector<FeatureWeights::Row> other;
    listener.quantise(after, other);
    const float given = first.model.unit * first.model.transition[outside][1];
    CHECK(after.unit * after.transition[outside][1] == doctest::Approx(given).epsilon(0.05));
}
