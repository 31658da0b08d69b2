// Any bytes as a model file, as its sections behind a checksum that fits, as its weights, or as its
// parts of speech: what is read tags a text, and its names lie in order inside it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/name_tagger.hpp"
#include "core/extract/part_tagger.hpp"

namespace {

using namespace standpoint::extract;

constexpr std::string_view text =
    "Mayor Anna Ruiz of Port Lind, 54, told the BBC on Monday that 12 Danish ships left.\n"
    "RUIZ AND LIND AT ODDS\n"
    "The Bank of Lind-Oslo (BLO) and al-Amin's Party opposed Resolution 1441; Ruiz";

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

void tag(const NameModel& model) {
    Article article;
    read_words(vocabulary(), text, article);
    find_quotes(article);
    NameTagger::Scratch scratch;
    if (!NameTagger(vocabulary(), model).run(article, scratch, {nullptr, 0, 1})) std::abort();
    std::uint32_t before = 0;
    for (const Name& name : article.names) {
        if (name.words.empty() || name.words.begin < before ||
            name.words.end > article.words.size() || !(name.score >= 0 && name.score <= 1)) {
            std::abort();
        }
        before = name.words.end;
    }
}

void tag_parts(const PartModel& model) {
    const WordTables tables;
    Article article;
    read_words(vocabulary(), text, article);
    PartTagger::Scratch scratch;
    if (!PartTagger(vocabulary(), tables, model).run(article, scratch, {nullptr, 0, 1}))
        std::abort();
    for (const Word& word : article.words) {
        if (static_cast<std::size_t>(word.part) >= part_count) std::abort();
    }
}

// The keys of what the text has without word tables.
std::vector<std::uint32_t> keys_of_text() {
    const WordTables tables;
    const NameFeatures features(tables);
    NameFeatures::Scratch scratch;
    Article article;
    read_words(vocabulary(), text, article);
    features.find_regions(article, scratch);
    std::vector<Feature> found;
    for (const Range region : scratch.regions) {
        features.read_region(vocabulary(), article, region, scratch);
        for (std::uint32_t i = region.begin; i < region.end; ++i) {
            features.of_word(article, region, i, scratch, found);
        }
    }
    std::vector<std::uint32_t> keys;
    for (const Feature& feature : found) keys.push_back(feature.key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

// A model whose unit, calibration, transitions and weights are the bytes, over and over.
std::string model_of(std::string_view bytes) {
    static const std::vector<std::uint32_t> keys = keys_of_text();
    std::size_t at = 0;
    const auto next = [&] {
        return bytes.empty() ? 0 : static_cast<unsigned char>(bytes[at++ % bytes.size()]);
    };
    NameModel model;
    model.unit = static_cast<float>(1 + next()) / 256;
    model.calibration = {static_cast<float>(next() - 128), static_cast<float>(next() - 128)};
    for (auto& row : model.transition) {
        for (auto& cell : row) cell = static_cast<std::int16_t>((next() - 128) * 32);
    }
    std::vector<FeatureWeights::Row> rows(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        rows[i].key = keys[i];
        for (std::size_t t = 0; t < tag_count; ++t) {
            rows[i].weights[t] = static_cast<std::int8_t>(next() - 128);
        }
    }
    return write_model({{"chain", write_chain(model)}, {"weights", FeatureWeights::write(rows)}});
}

// A model whose parts of speech are these bytes, behind a header that fits.
std::string parts_of(std::string_view bytes) {
    std::string section = write_parts({}, {}, {});
    section.resize(section.size() - 4);  // the number of rows
    return write_model({{"parts", section.append(bytes)}});
}

// The bytes as the sections of a model: their number, then what is in them.
std::string sealed(std::string_view bytes) {
    std::string file = write_model({});
    if (bytes.empty()) return file;
    const std::uint32_t sum = checksum(bytes.substr(1));
    for (std::size_t i = 0; i < 4; ++i) {
        file[12 + i] = static_cast<char>(sum >> (8 * i) & 255);
    }
    file[16] = bytes[0];
    return file.append(bytes.substr(1));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const int mode = data[0] % 4;
    const std::string file = mode == 0   ? std::string(bytes)
                             : mode == 1 ? sealed(bytes)
                             : mode == 2 ? model_of(bytes)
                                         : parts_of(bytes);
    const auto model = NameModel::read(file);
    if (model) tag(*model);
    if (const auto opened = ModelFile::open(file)) {
        if (const auto parts = PartModel::read(*opened)) tag_parts(*parts);
    }
    if (mode == 2 && !model) std::abort();
    return 0;
}
