#include "core/extract/feature_weights.hpp"

#include <algorithm>

namespace standpoint::extract {
namespace {

constexpr std::size_t max_rows = 1u << 20;

text::Error damaged() {
    return {text::ErrorKind::malformed, "The model's weights are damaged.", {}, {}};
}

}  // namespace

FeatureWeights::FeatureWeights(const std::vector<Row>& rows) {
    reserve(rows.size());
    for (const Row& row : rows) place(row.key) = row;
}

void FeatureWeights::reserve(std::size_t count) {
    std::size_t capacity = 16;
    while (capacity < count * 2) capacity *= 2;
    rows_.resize(capacity);
    marks_.resize(capacity);
    mask_ = capacity - 1;
}

FeatureWeights::Row& FeatureWeights::place(std::uint32_t key) {
    std::size_t at = key & mask_;
    while (rows_[at].key != 0 && rows_[at].key != key) at = (at + 1) & mask_;
    if (rows_[at].key == 0) ++size_;
    rows_[at].key = key;
    marks_[at] = mark_of(key);
    return rows_[at];
}

// Layout: u24 rows; u8 tags, 0 for all; the keys in ascending order, byte by byte (all lowest bytes
// first); the weights of tag 0 of all rows, of tag 1, ... In columns like bytes lie together, and
// the file packs better.
std::string FeatureWeights::write(const std::vector<Row>& rows, std::size_t tags) {
    // In order of their keys, and of one key the last.
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rows[a].key != rows[b].key ? rows[a].key < rows[b].key : a > b;
    });
    const auto same = [&](std::size_t a, std::size_t b) { return rows[a].key == rows[b].key; };
    order.erase(std::unique(order.begin(), order.end(), same), order.end());
    std::string bytes;
    const auto count = static_cast<std::uint32_t>(order.size());
    for (int shift = 0; shift < 24; shift += 8) bytes += static_cast<char>(count >> shift & 255);
    bytes += static_cast<char>(tags == tag_count ? 0 : tags);
    for (int shift = 0; shift < 32; shift += 8) {
        for (const std::size_t i : order) bytes += static_cast<char>(rows[i].key >> shift & 255);
    }
    for (std::size_t t = 0; t < tags; ++t) {
        for (const std::size_t i : order) bytes += static_cast<char>(rows[i].weights[t]);
    }
    return bytes;
}

text::Result<FeatureWeights> FeatureWeights::read(std::string_view bytes) {
    if (bytes.size() < 4) return damaged();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    std::size_t count = 0;
    for (std::size_t i = 0; i < 3; ++i) count |= std::size_t{byte(i)} << (8 * i);
    if (count > max_rows) return damaged();
    const std::size_t tags = byte(3) == 0 ? std::size_t{tag_count} : byte(3);
    if (tags > tag_count || bytes.size() != 4 + count * (4 + tags)) return damaged();
    FeatureWeights made;
    made.reserve(count);
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t key = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            key |= static_cast<std::uint32_t>(byte(4 + k * count + i)) << (8 * k);
        }
        if (key <= before) return damaged();
        before = key;
        Row& row = made.place(key);
        for (std::size_t t = 0; t < tags; ++t) {
            row.weights[t] = static_cast<std::int8_t>(byte(4 + (4 + t) * count + i));
        }
    }
    return made;
}

}  // namespace standpoint::extract
