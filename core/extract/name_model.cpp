#include "core/extract/name_model.hpp"

#include <cmath>
#include <utility>

namespace standpoint::extract {
namespace {

// Floats travel as millionths, which have one meaning everywhere.
void put_float(std::string& out, float value) {
    put_u32(out, static_cast<std::uint32_t>(std::lround(value * 1e6F)));
}
float get_float(std::string_view bytes, std::size_t at) {
    return static_cast<float>(static_cast<std::int32_t>(get_u32(bytes, at))) / 1e6F;
}

constexpr std::size_t chain_bytes = 12 + 2 * tag_count * tag_count;

bool read_chain(std::string_view bytes, NameModel& model) {
    if (bytes.size() != chain_bytes) return false;
    model.unit = get_float(bytes, 0);
    model.calibration = {get_float(bytes, 4), get_float(bytes, 8)};
    std::size_t at = 12;
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t, at += 2) {
            const auto low = static_cast<unsigned char>(bytes[at]);
            const auto high = static_cast<unsigned char>(bytes[at + 1]);
            model.transition[b][t] =
                static_cast<std::int16_t>(static_cast<std::uint16_t>(low | high << 8));
            if (model.transition[b][t] > 4096 || model.transition[b][t] < -4096) return false;
        }
    }
    return model.unit >= 0.001F && model.unit <= 1;
}

}  // namespace

std::string write_chain(const NameModel& model) {
    std::string out;
    put_float(out, model.unit);
    put_float(out, model.calibration.slope);
    put_float(out, model.calibration.shift);
    for (std::size_t b = 0; b < tag_count; ++b) {
        for (std::size_t t = 0; t < tag_count; ++t) {
            const auto value = static_cast<std::uint16_t>(model.transition[b][t]);
            out += static_cast<char>(value & 255);
            out += static_cast<char>(value >> 8);
        }
    }
    return out;
}

text::Result<NameModel> NameModel::read(const ModelFile& file) {
    using text::ErrorKind;
    if (!file.has("chain") || !file.has("weights")) {
        return model_refusal(ErrorKind::malformed,
                             "The model lacks its weights or its transitions.");
    }
    NameModel model;
    model.card = file.section("card");
    if (!read_chain(file.section("chain"), model))
        return model_refusal(ErrorKind::malformed, "The model's transitions are damaged.");
    auto weights = FeatureWeights::read(file.section("weights"));
    if (!weights) return weights.error();
    model.weights = std::move(*weights);
    for (auto [name, table] :
         {std::pair{"lists", &model.tables.lists}, std::pair{"clusters", &model.tables.clusters}}) {
        if (!file.has(name)) continue;
        auto opened = PhraseTable::open(file.section(name));
        if (!opened) return opened.error();
        *table = std::move(*opened);
    }
    return model;
}

text::Result<NameModel> NameModel::read(std::string_view bytes) {
    const auto file = ModelFile::open(bytes);
    if (!file) return file.error();
    return read(*file);
}

}  // namespace standpoint::extract
