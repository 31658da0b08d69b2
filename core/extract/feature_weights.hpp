// FeatureWeights: for each feature a row of weights, one byte a tag, found by the feature's key.
//
// An open-addressed table of 32-byte rows, half full at most on loading (linear probing): the key,
// the weights of the tags, and padding, so that a row is half a cache line and its weights are read
// by two aligned vector loads. A feature that is not in the table weighs nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/extract/chain.hpp"
#include "core/text/result.hpp"

namespace standpoint::extract {

class FeatureWeights {
  public:
    struct alignas(32) Row {
        std::int8_t weights[tag_lanes] = {};
        std::uint32_t key = 0;  // 0: an empty place
        std::uint32_t padding = 0;
    };

    FeatureWeights() = default;
    // REQUIRES: no key is 0. Of rows with one key the last counts, here and in `write`.
    explicit FeatureWeights(const std::vector<Row>& rows);
    // Rows as `write` has them.
    static text::Result<FeatureWeights> read(std::string_view bytes);
    static std::string write(std::vector<Row> rows);

    std::size_t size() const { return size_; }
    // nullptr if the feature weighs nothing.
    const Row* find(std::uint32_t key) const {
        if (rows_.empty()) return nullptr;
        for (std::size_t at = key & mask_;; at = (at + 1) & mask_) {
            const Row& row = rows_[at];
            if (row.key == 0) return nullptr;
            if (row.key == key) return &row;
        }
    }
    // Adds the feature's weights to `sum`; false if it weighs nothing.
    bool add(std::uint32_t key, TagRow<std::int16_t>& sum) const {
        const Row* row = find(key);
        if (row == nullptr) return false;
        for (std::size_t t = 0; t < tag_lanes; ++t) {
            sum[t] = static_cast<std::int16_t>(sum[t] + row->weights[t]);
        }
        return true;
    }

  private:
    std::vector<Row> rows_;
    std::size_t mask_ = 0, size_ = 0;
};

}  // namespace standpoint::extract
