// FeatureWeights: for each feature a row of weights, one byte a tag, found by the feature's key.
//
// An open-addressed table of 32-byte rows, half full at most on loading (linear probing): the key,
// the weights of the tags, and padding, so that a row is half a cache line and its weights are read
// by two aligned vector loads. A feature that is not in the table weighs nothing.
#pragma once

#include <cstdint>
#include <cstring>
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
    // `tags`: how many of the first have weights at all.
    static std::string write(const std::vector<Row>& rows, std::size_t tags = tag_count);

    std::size_t size() const { return size_; }
    // nullptr if the feature weighs nothing.
    const Row* find(std::uint32_t key) const {
        if (rows_.empty()) return nullptr;
        for (std::size_t at = key & mask_; marks_[at] != 0; at = (at + 1) & mask_) {
            if (marks_[at] == mark_of(key) && rows_[at].key == key) return &rows_[at];
        }
        return nullptr;
    }
    // Adds the row's weights to `sum`.
    static void add(const Row& row, TagRow<std::int16_t>& sum) {
        // Eight at a time, widened, in the vector types of g++ and clang: left to itself g++ 12
        // goes one by one.
        using Bytes = std::int8_t __attribute__((vector_size(8)));
        using Words = std::int16_t __attribute__((vector_size(16)));
        static_assert(tag_lanes % 8 == 0);
        for (std::size_t t = 0; t < tag_lanes; t += 8) {
            Bytes weights;
            Words sums;
            std::memcpy(&weights, row.weights + t, sizeof weights);
            std::memcpy(&sums, sum.data() + t, sizeof sums);
            sums += __builtin_convertvector(weights, Words);
            std::memcpy(sum.data() + t, &sums, sizeof sums);
        }
    }

  private:
    // Makes room for so many rows in an empty table.
    void reserve(std::size_t count);
    // The row of the key, new or not. REQUIRES: there is room.
    Row& place(std::uint32_t key);

    // Most features that are looked for are not there: a byte of the key, 0 for an empty place,
    // says so without a look at the row.
    static std::uint8_t mark_of(std::uint32_t key) {
        return static_cast<std::uint8_t>(key >> 24 | 1);
    }

    std::vector<Row> rows_;
    std::vector<std::uint8_t> marks_;
    std::size_t mask_ = 0, size_ = 0;
};

}  // namespace standpoint::extract
