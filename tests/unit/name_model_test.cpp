// The model file: what is written is read, and what is damaged, cut short or newer is refused.
#include "core/extract/name_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/learn/phrase_table_builder.hpp"

using namespace standpoint;
using namespace standpoint::extract;

namespace {

using Row = FeatureWeights::Row;

std::vector<Row> some_rows(std::size_t count) {
    std::mt19937 random(5);
    std::vector<Row> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        rows[i].key = mix(static_cast<std::uint32_t>(i + 1));  // a bijection: no two alike, none 0
        for (std::size_t t = 0; t < tag_count; ++t) {
            rows[i].weights[t] = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
        }
    }
    return rows;
}

bool holds(const FeatureWeights& weights, const Row& row) {
    const Row* found = weights.find(row.key);
    return found != nullptr && found->key == row.key &&
           std::equal(row.weights, row.weights + tag_lanes, found->weights);
}

NameModel some_chain() {
    NameModel model;
    model.unit = 0.031251F;
    model.calibration = {0.75F, -0.125F};
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            model.transition[b][t] = static_cast<std::int16_t>(b * 190 - t * 180);
        }
    }
    return model;
}

std::string some_lists() {
    learn::PhraseTableBuilder builder;
    builder.add(phrase_hash(9), 3);
    return builder.bytes();
}

ModelSections some_sections() {
    return {{"chain", write_chain(some_chain())},
            {"weights", FeatureWeights::write(some_rows(3))},
            {"card", "{\"name\": \"a test\"}"}};
}

// The sentence that refuses the file; empty if it is read.
std::string refusal(std::string_view bytes) {
    const std::vector<char> exact(bytes.begin(), bytes.end());
    const auto read = NameModel::read({exact.data(), exact.size()});
    return read ? "" : read.error().message;
}

std::string with_u32(std::string bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 255);
    return bytes;
}

// The file with the checksum that its bytes have now.
std::string sealed(const std::string& bytes) {
    return with_u32(bytes, 12, checksum(std::string_view(bytes).substr(20)));
}

}  // namespace

TEST_CASE("weights are found by their keys, and no others are") {
    const auto rows = some_rows(5000);
    const FeatureWeights weights(rows);
    CHECK(weights.size() == rows.size());
    CHECK(std::all_of(rows.begin(), rows.end(), [&](const Row& r) { return holds(weights, r); }));
    int found = 0;
    for (std::uint32_t i = 5001; i < 15'000; ++i) found += weights.find(mix(i)) != nullptr;
    CHECK(found == 0);
    CHECK(weights.find(0) == nullptr);
    CHECK(FeatureWeights().find(1) == nullptr);
    CHECK(FeatureWeights(std::vector<Row>{}).find(1) == nullptr);
}

TEST_CASE("weights are written and read as they are, in any order") {
    auto rows = some_rows(700);
    const std::string bytes = FeatureWeights::write(rows);
    CHECK(bytes.size() == 4 + 700 * (4 + tag_count));
    const auto read = FeatureWeights::read(bytes);
    REQUIRE(read);
    CHECK(read->size() == rows.size());
    CHECK(std::all_of(rows.begin(), rows.end(), [&](const Row& r) { return holds(*read, r); }));
    std::reverse(rows.begin(), rows.end());
    CHECK(FeatureWeights::write(rows) == bytes);
    CHECK(FeatureWeights::read(FeatureWeights::write({}))->size() == 0);
}

TEST_CASE("of weights with one key the last count, in the table and in the file") {
    auto rows = some_rows(40);
    rows.push_back(rows[11]);
    rows.back().weights[2] = 99;
    const FeatureWeights weights(rows);
    CHECK(weights.size() == 40);
    CHECK(holds(weights, rows.back()));
    const auto read = FeatureWeights::read(FeatureWeights::write(rows));
    REQUIRE(read);
    CHECK(read->size() == 40);
    CHECK(holds(*read, rows.back()));
}

TEST_CASE("weights out of order, doubled, without a key or of the wrong size are refused") {
    const std::string bytes = FeatureWeights::write(some_rows(2));
    // The keys lie in columns: the lowest bytes of both, the next bytes of both, ...
    const auto with_keys = [&](std::uint32_t a, std::uint32_t b) {
        std::string changed = bytes;
        for (std::size_t k = 0; k < 4; ++k) {
            changed[4 + 2 * k] = static_cast<char>(a >> (8 * k) & 255);
            changed[5 + 2 * k] = static_cast<char>(b >> (8 * k) & 255);
        }
        return changed;
    };
    CHECK(FeatureWeights::read(with_keys(1, 0x01000000)));
    CHECK_FALSE(FeatureWeights::read(with_keys(0x01000000, 1)));
    CHECK_FALSE(FeatureWeights::read(with_keys(8, 8)));
    CHECK_FALSE(FeatureWeights::read(with_keys(0, 8)));
    CHECK_FALSE(FeatureWeights::read(bytes + '\0'));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(FeatureWeights::read(bytes.substr(0, size)));
    }
    for (const std::uint32_t count : {0U, 1U, 3U, 1U << 20, 0xffffffffU}) {
        CHECK_FALSE(FeatureWeights::read(with_u32(bytes, 0, count)));
    }
}

TEST_CASE("a model is read as it was written") {
    ModelSections sections = some_sections();
    sections.emplace_back("lists", some_lists());
    sections.emplace_back("later", "sections of other names are passed over");
    const std::string bytes = write_model(sections);
    const auto model = NameModel::read(bytes);
    REQUIRE(model);
    const NameModel expected = some_chain();
    CHECK(model->unit == expected.unit);
    CHECK(model->calibration.slope == expected.calibration.slope);
    CHECK(model->calibration.shift == expected.calibration.shift);
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            CHECK(model->transition[b][t] == expected.transition[b][t]);
        }
    }
    CHECK(model->card == "{\"name\": \"a test\"}");
    CHECK(model->weights.size() == 3);
    CHECK(model->tables.lists.find(phrase_hash(9)) == 3);
    CHECK(model->tables.clusters.find(phrase_hash(9)) == 0);
    CHECK(write_chain(*model) == sections[0].second);
}

TEST_CASE("a model that is cut short or longer than it says is refused") {
    const std::string bytes = write_model(some_sections());
    REQUIRE(refusal(bytes).empty());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        if (refusal(bytes.substr(0, size)).empty()) FAIL("read at ", size);
        // And where the checksum is that of what is left.
        if (size >= 20 && refusal(sealed(bytes.substr(0, size))).empty()) FAIL("read at ", size);
    }
    CHECK_FALSE(refusal(bytes + 'x').empty());
    CHECK_FALSE(refusal(sealed(bytes + 'x')).empty());
}

TEST_CASE("a model with any bit turned is refused") {
    const std::string bytes = write_model(some_sections());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 1 << bit);
            if (refusal(damaged).empty()) FAIL("read with a bit turned at ", at);
        }
    }
}

TEST_CASE("a newer model is refused with a sentence that says so") {
    const std::string bytes = with_u32(write_model(some_sections()), 8, 7);
    const auto read = NameModel::read(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == text::ErrorKind::too_new);
    CHECK(read.error().message == "The model is of version 7; this program reads 2.");
    CHECK(refusal("") == "This is not a Standpoint model.");
    CHECK(refusal("PK\x03\x04 and more than a header of it") == "This is not a Standpoint model.");
}

TEST_CASE("absurd sizes and counts of sections are refused though the checksum fits") {
    const std::string bytes = write_model(some_sections());
    for (const std::uint32_t size : {0U, 1U, 10'000U, 0x7fffffffU, 0xfffffff0U, 0xffffffffU}) {
        CHECK_FALSE(refusal(sealed(with_u32(bytes, 28, size))).empty());
    }
    for (const std::uint32_t count : {0U, 1U, 2U, 4U, 65U, 0xffffffffU}) {
        CHECK_FALSE(refusal(with_u32(bytes, 16, count)).empty());
    }
}

TEST_CASE("a model without weights or transitions, or with impossible ones, is refused") {
    const ModelSections sections = some_sections();
    CHECK_FALSE(refusal(write_model({})).empty());
    CHECK_FALSE(refusal(write_model({sections[0]})).empty());
    CHECK_FALSE(refusal(write_model({sections[1]})).empty());
    CHECK(refusal(write_model({sections[1], sections[0]})).empty());
    CHECK_FALSE(refusal(write_model({sections[0], {"weights", "abc"}})).empty());
    CHECK_FALSE(refusal(write_model({sections[0], sections[1], {"lists", "abc"}})).empty());
    // Steps so small or so large that no table of their exponentials is worth making.
    for (const std::uint32_t unit : {0U, 1U, 900U, 1'000'001U, 0x80000000U, 0xffffffffU}) {
        const std::string chain = with_u32(sections[0].second, 0, unit);
        CHECK_FALSE(refusal(write_model({{"chain", chain}, sections[1]})).empty());
    }
    const std::string far = with_u32(sections[0].second, 12, 0x00007fffU);
    CHECK_FALSE(refusal(write_model({{"chain", far}, sections[1]})).empty());
}
