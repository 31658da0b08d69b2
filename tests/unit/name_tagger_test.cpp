// The tagger under made-up weights: long texts, texts of capitals alone, and extreme models.
#include "core/extract/name_tagger.hpp"

#include <doctest/doctest.h>

#include <string>

#include "core/extract/feature_kinds.hpp"
#include "tests/unit/cpu_time.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

// Every word that could be a name begins a PER, and a capitalised one goes on in it.
NameModel eager(int weight, int inside) {
    FeatureWeights::Row row;
    row.key = combine(bias + 1U, 0);
    row.weights[begin_tag(NameType::per)] = static_cast<std::int8_t>(weight);
    row.weights[inside_tag(NameType::per)] = static_cast<std::int8_t>(inside);
    NameModel model;
    model.unit = 0.25F;
    model.weights = FeatureWeights({row});
    return model;
}

Article tagged(std::string_view text, const NameModel& model) {
    Article article;
    read_words(vocabulary(), text, article);
    find_quotes(article);
    NameTagger::Scratch scratch;
    CHECK(NameTagger(vocabulary(), model).run(article, scratch, {nullptr, 0, 1}));
    return article;
}

std::string many(std::string_view word, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += word;
    return text;
}

}  // namespace

TEST_CASE("a name may begin, end or be the text") {
    const NameModel model = eager(40, 80);
    CHECK(tagged("", model).names.empty());
    CHECK(tagged("small letters", model).names.empty());
    for (const char* text : {"Velmor", "a Velmor", "Velmor came", "VELMOR ORSK", "Velmor Orsk"}) {
        const Article article = tagged(text, model);
        REQUIRE(article.names.size() == 1);
        const Range words = article.names[0].words;
        CHECK(text::slice(std::string_view(text), article.span_of(words)).find_first_of("VO") == 0);
        CHECK(article.words[words.begin].name == 0);
        CHECK(article.names[0].score > 0.5F);
    }
}

TEST_CASE("a text of capitals alone takes time in proportion to its length") {
    // One sentence: no full stop, and no end of line.
    const NameModel model = eager(40, 40);
    const auto ms_of = [&](std::size_t bytes) {
        const std::string text = many("Velmor Orsk ", bytes);
        Article article;
        read_words(vocabulary(), text, article);
        REQUIRE(article.sentences.size() == 1);
        NameTagger::Scratch scratch;
        const NameTagger tagger(vocabulary(), model);
        const CpuTime time;
        CHECK(tagger.run(article, scratch, {nullptr, 0, 1}));
        const double ms = time.ms();
        CHECK(article.names.size() >= article.words.size() / (longest_region + 2));
        return ms;
    };
    const double small = ms_of(64 << 10);
    CHECK(ms_of(1 << 20) < 16 * 3 * small + 50);
}

TEST_CASE("the longest regions are found one after the other") {
    const std::string text = many("Velmor ", 7 * 1000);
    const Article article = tagged(text, eager(40, 80));
    REQUIRE(article.names.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(article.names[i].words.begin == i * longest_region);
        CHECK(article.names[i].score > 0.5F);
    }
    CHECK(article.names[3].words.end == 1000);
}

TEST_CASE("a region takes in a few particles, however many stand before the name") {
    const std::string text = many("bin ", 4 * 5000) + "Velmor";
    Article article;
    read_words(vocabulary(), text, article);
    const WordTables tables;
    NameFeatures::Scratch scratch;
    NameFeatures(tables).find_regions(article, scratch);
    REQUIRE(scratch.regions.size() == 1);
    CHECK(scratch.regions[0].end == 5001);
    CHECK(scratch.regions[0].size() == 4);
}

TEST_CASE("a model that contradicts itself still gives every name some probability") {
    // Each word alone begins a name, no two beside each other do, and no float holds the odds.
    NameModel model = eager(127, -127);
    model.unit = 1;
    model.transition[begin_tag(NameType::per)][begin_tag(NameType::per)] = -4096;
    const Article article = tagged("Velmor Orsk", model);
    REQUIRE(article.names.size() == 1);
    CHECK(article.names[0].score > 0.01F);
    CHECK(article.names[0].score < 0.99F);
}
