#include "core/extract/part_model.hpp"

#include <algorithm>

#include "core/extract/hash.hpp"

namespace standpoint::extract {
namespace {

// Raised when the features (part_features.cpp) change their meaning.
constexpr std::uint32_t feature_set = 1;
constexpr std::size_t max_rows = 1u << 18;
constexpr std::size_t header = 12;     // feature set, word tables, rows
constexpr std::size_t mask_bytes = 3;  // a bit for each weight that is not 0
static_assert(part_count == 8 * mask_bytes);

std::uint32_t tables_of(std::string_view lists, std::string_view clusters) {
    return combine(checksum(lists), checksum(clusters));
}

}  // namespace

// Layout: u32 feature set, u32 hash of the word tables, u32 rows; the keys in ascending order, byte
// by byte (all lowest bytes first); which weights are not 0, eight at a time; those weights, row by
// row. Of 24 weights in a row most are 0.
std::string write_parts(std::vector<FeatureWeights::Row> rows, std::string_view lists,
                        std::string_view clusters) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    std::string out;
    put_u32(out, feature_set);
    put_u32(out, tables_of(lists, clusters));
    put_u32(out, static_cast<std::uint32_t>(rows.size()));
    for (int shift = 0; shift < 32; shift += 8) {
        for (const auto& row : rows) out += static_cast<char>(row.key >> shift & 255);
    }
    for (std::size_t byte = 0; byte < mask_bytes; ++byte) {
        for (const auto& row : rows) {
            int mask = 0;
            for (std::size_t bit = 0; bit < 8; ++bit) {
                mask |= row.weights[8 * byte + bit] != 0 ? 1 << bit : 0;
            }
            out += static_cast<char>(mask);
        }
    }
    for (const auto& row : rows) {
        for (const std::int8_t weight : row.weights) {
            if (weight != 0) out += static_cast<char>(weight);
        }
    }
    return out;
}

text::Result<PartModel> PartModel::read(const ModelFile& file) {
    const auto refuse = [](std::string sentence) {
        return model_refusal(text::ErrorKind::malformed, std::move(sentence));
    };
    const std::string_view bytes = file.section("parts");
    if (bytes.size() < header) return refuse("The model lacks its parts of speech.");
    if (const std::uint32_t found = get_u32(bytes, 0); found != feature_set) {
        return model_refusal(
            found > feature_set ? text::ErrorKind::too_new : text::ErrorKind::malformed,
            "The model's parts of speech are of version " + std::to_string(found) +
                "; this program reads " + std::to_string(feature_set) + ".");
    }
    if (get_u32(bytes, 4) != tables_of(file.section("lists"), file.section("clusters"))) {
        return refuse("The model's parts of speech were trained with other word tables.");
    }
    const std::size_t count = get_u32(bytes, 8);
    if (count > max_rows || bytes.size() < header + count * (4 + mask_bytes))
        return refuse("The model's parts of speech are damaged.");
    std::vector<FeatureWeights::Row> rows(count);
    std::size_t at = header + count * (4 + mask_bytes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto byte = [&](std::size_t column) {
            return static_cast<unsigned char>(bytes[header + column * count + i]);
        };
        for (std::size_t k = 0; k < 4; ++k) {
            rows[i].key |= static_cast<std::uint32_t>(byte(k)) << (8 * k);
        }
        for (std::size_t t = 0; t < part_count; ++t) {
            if ((byte(4 + t / 8) >> t % 8 & 1) == 0) continue;
            if (at == bytes.size()) return refuse("The model's parts of speech are damaged.");
            rows[i].weights[t] = static_cast<std::int8_t>(bytes[at++]);
        }
        if (rows[i].key == 0 || (i > 0 && rows[i].key <= rows[i - 1].key))
            return refuse("The model's parts of speech are damaged.");
    }
    if (at != bytes.size()) return refuse("The model's parts of speech are damaged.");
    PartModel model;
    model.weights = FeatureWeights(rows);
    return model;
}

}  // namespace standpoint::extract
