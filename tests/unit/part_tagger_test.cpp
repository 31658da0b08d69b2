// Parts of speech: the tagger with the weights that ship, its file, and how it learns.
#include "core/extract/part_tagger.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/extract/embedded_model.hpp"
#include "core/extract/name_model.hpp"
#include "core/learn/part_trainer.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

// What is compiled in.
struct Shipped {
    Vocabulary vocabulary;
    ModelFile file;
    NameModel names;
    PartModel parts;
    PartTagger tagger;

    explicit Shipped(ModelFile opened)
        : file(std::move(opened)),
          names(std::move(*NameModel::read(file))),
          parts(std::move(*PartModel::read(file))),
          tagger(vocabulary, names.tables, parts) {}
};

const Shipped& shipped() {
    static const Shipped made(std::move(*ModelFile::open(embedded_model())));
    return made;
}

std::vector<Part> parts_in(const PartTagger& tagger, PartTagger::Scratch& scratch,
                           const Vocabulary& vocabulary, std::string_view text) {
    Article article;
    read_words(vocabulary, text, article);
    REQUIRE(tagger.run(article, scratch, {nullptr, 0, 1}));
    std::vector<Part> parts;
    for (const Word& word : article.words) parts.push_back(word.part);
    return parts;
}

// The universal parts of speech of a text's words, with a blank between.
std::string tagged(std::string_view text) {
    PartTagger::Scratch scratch;
    std::string out;
    for (const Part part : parts_in(shipped().tagger, scratch, shipped().vocabulary, text)) {
        out += (out.empty() ? "" : " ") + std::string(universal(part));
    }
    return out;
}

Part part_of(std::string_view text, std::size_t word) {
    PartTagger::Scratch scratch;
    return parts_in(shipped().tagger, scratch, shipped().vocabulary, text).at(word);
}

ModelSections sections_with(std::string parts) {
    return {{"lists", "a"}, {"clusters", "b"}, {"parts", std::move(parts)}};
}

std::vector<FeatureWeights::Row> some_rows() {
    std::vector<FeatureWeights::Row> rows(40);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        rows[i].key = mix(i + 1);
        for (std::size_t t = i % 5; t < part_count; t += 1 + i % 7) {
            rows[i].weights[t] =
                static_cast<std::int8_t>(static_cast<int>(i * 13 + t * 7) % 255 - 127);
        }
    }
    return rows;
}

std::string refusal(const std::string& model) {
    const auto file = ModelFile::open(model);
    REQUIRE(file);
    const auto read = PartModel::read(*file);
    return read ? "" : read.error().message;
}

constexpr std::string_view treebank =
    "The\tDET\tDT\t2\tdet\nbaker\tNOUN\tNN\t3\tnsubj\nsaw\tVERB\tVBD\t0\troot\n"
    "the\tDET\tDT\t5\tdet\nsaw\tNOUN\tNN\t3\tobj\n.\tPUNCT\t.\t3\tpunct\n\n"
    "They\tPRON\tPRP\t4\tnsubj\ndid\tAUX\tVBD\t4\taux\nn't\tPART\tRB\t4\tadvmod\n"
    "see\tVERB\tVB\t0\troot\na\tDET\tDT\t8\tdet\npro\tADJ\tJJ\t8\tamod\n-\tPUNCT\tHYPH\t6\tpunct\n"
    "peace\tADJ\tJJ\t9\tamod\nmarch\tNOUN\tNN\t4\tobj\n.\tPUNCT\t.\t4\tpunct\n";

}  // namespace

TEST_CASE("parts: plain sentences of news are read as a grammarian reads them") {
    CHECK(tagged("The minister said that talks would resume in Oslo.") ==
          "DET NOUN VERB SCONJ NOUN AUX VERB ADP PROPN PUNCT");
    CHECK(tagged("Anna Ruiz has not rejected the offer, her lawyer told reporters.") ==
          "PROPN PROPN AUX PART VERB DET NOUN PUNCT PRON NOUN VERB NOUN PUNCT");
    CHECK(tagged("").empty());
}

TEST_CASE("parts: verbs are told apart by form, and from the nouns they are written like") {
    CHECK(part_of("She said it.", 1) == Part::verb_past);
    CHECK(part_of("He says it.", 1) == Part::verb_present);
    CHECK(part_of("He will say it.", 1) == Part::modal);
    CHECK(part_of("He will say it.", 2) == Part::verb_base);
    CHECK(part_of("They were accused of fraud.", 1) == Part::auxiliary_past);
    CHECK(part_of("They were accused of fraud.", 2) == Part::verb_participle);
    CHECK(part_of("The claims were false.", 1) == Part::noun);
    CHECK(part_of("He claims victory.", 1) == Part::verb_present);
    CHECK(is_finite(part_of("The report warned of floods.", 2)));
    CHECK(is_noun(part_of("The report warned of floods.", 1)));
}

TEST_CASE("parts: a run does not hear what was read before with its scratch") {
    PartTagger::Scratch warm;
    const Shipped& with = shipped();
    const std::string_view texts[] = {
        "LEADERS MEET IN OSLO FOR TALKS\nLeaders met in Oslo.",
        "Zorbling grelks zorble. The Zorbling said so; \"zorbling,\" he said — 12 times.",
        "zorbling Grelks ZORBLE said so.", "…", "He said Oslo meets. \xE2\x98\x83 & Co."};
    for (int round = 0; round < 2; ++round) {
        for (const std::string_view text : texts) {
            PartTagger::Scratch fresh;
            CHECK(parts_in(with.tagger, warm, with.vocabulary, text) ==
                  parts_in(with.tagger, fresh, with.vocabulary, text));
        }
    }
}

TEST_CASE("parts: weights are written and read as they are") {
    const auto rows = some_rows();
    const std::string section = write_parts(rows, "a", "b");
    const std::string model = write_model(sections_with(section));
    const auto file = ModelFile::open(model);
    REQUIRE(file);
    const auto read = PartModel::read(*file);
    REQUIRE(read);
    CHECK(read->weights.size() == rows.size());
    for (const auto& row : rows) {
        const auto* found = read->weights.find(row.key);
        REQUIRE(found != nullptr);
        CHECK(std::equal(row.weights, row.weights + part_count, found->weights));
    }
    CHECK(write_parts({rows.rbegin(), rows.rend()}, "a", "b") == section);
}

TEST_CASE("parts: what is cut short, newer or made for other word tables is refused") {
    const std::string section = write_parts(some_rows(), "a", "b");
    CHECK(refusal(write_model(sections_with(section))).empty());
    for (std::size_t size = 0; size < section.size(); ++size) {
        if (refusal(write_model(sections_with(section.substr(0, size)))).empty())
            FAIL("read at ", size);
    }
    CHECK_FALSE(refusal(write_model(sections_with(section + 'x'))).empty());
    CHECK_FALSE(refusal(write_model({})).empty());
    std::string newer = section;
    ++newer[0];
    CHECK(refusal(write_model(sections_with(newer))) ==
          "The model's parts of speech are of version 2; this program reads 1.");
    CHECK(refusal(write_model({{"lists", "other"}, {"clusters", "b"}, {"parts", section}})) ==
          "The model's parts of speech were trained with other word tables.");
}

TEST_CASE("a treebank becomes text as people write it, and our tokens take their words' parts") {
    const auto documents = learn::read_treebank(treebank);
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    const learn::TreebankDocument& document = documents->front();
    CHECK(document.text == "The baker saw the saw.\nThey didn't see a pro-peace march.");
    Article article;
    read_words(shipped().vocabulary, document.text, article);
    std::vector<bool> whole;
    const std::vector<Part> parts = learn::parts_of(article, document, &whole);
    std::string told;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        told += std::string(article.at(static_cast<std::uint32_t>(i))) + "/" +
                std::string(universal(parts[i])) + (whole[i] ? " " : "* ");
    }
    CHECK(told ==
          "The/DET baker/NOUN saw/VERB the/DET saw/NOUN ./PUNCT They/PRON did/AUX n't/PART "
          "see/VERB a/DET pro-peace/ADJ* march/NOUN ./PUNCT ");
}

TEST_CASE("a treebank is refused at the first line that lacks a column") {
    const auto bad = learn::read_treebank("The\tDET\tDT\t2\n\n\nbaker\tNOUN\n");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().message == "Line 4 lacks a column.");
    CHECK_FALSE(learn::read_treebank("a\tDET\tDT\tx\n"));
    CHECK_FALSE(learn::read_treebank("\tDET\tDT\t1\n"));
    CHECK(learn::read_treebank("")->empty());
    CHECK(learn::read_treebank("-DOCSTART-\tO\n\na\tDET\tDT\t0\r\n-DOCSTART-\nb\tNOUN\tNN\t0")
              ->size() == 2);
}

TEST_CASE("the trainer learns which saw is which, and makes the same rows again") {
    const auto documents = learn::read_treebank(treebank);
    REQUIRE(documents);
    const WordTables tables;
    learn::PartPlan plan;
    plan.least_count = 1;
    plan.feature_drop = 0.1F;
    plan.most_rows = 60;
    std::vector<FeatureWeights::Row> made[2];
    for (auto& rows : made) {
        learn::PartTrainer trainer(shipped().vocabulary, tables, plan);
        trainer.add(documents->front());
        trainer.begin();
        for (int i = 0; i < 20; ++i) trainer.epoch();
        REQUIRE(trainer.prune());
        CHECK(trainer.features() == 60);
        CHECK_FALSE(trainer.prune());
        for (int i = 0; i < 20; ++i) trainer.epoch();
        rows = trainer.rows();
    }
    CHECK(write_parts(made[0], "", "") == write_parts(made[1], "", ""));
    PartModel model;
    model.weights = FeatureWeights(made[0]);
    const PartTagger tagger(shipped().vocabulary, tables, model);
    Article article;
    read_words(shipped().vocabulary, documents->front().text, article);
    PartTagger::Scratch scratch;
    tagger.run(article, scratch, {nullptr, 0, 1});
    learn::PartCounts counts;
    counts.add(article, documents->front());
    CHECK(counts.words == 14);
    CHECK(counts.right == 14);
    CHECK(counts.whole == 13);
}
