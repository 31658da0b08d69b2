// PhraseTable: what is known of a word or of a phrase of some words: which lists it is on, or which
// cluster it belongs to.
//
// A phrase is known by a 32-bit hash of its folded words (phrase_hash). The hashes are quotiented
// (after Cleary 1984): the high 14 bits choose a bucket, and a bucket holds the low 16 bits of its
// own, sorted, each with one byte that names one of at most 256 meanings. That takes three bytes a
// phrase, and nothing is built at start-up. With 60,000 phrases, one unknown phrase in some 18,000
// is taken for a known one. The bytes belong to the model file; a PhraseTable is a view of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/hash.hpp"
#include "core/text/result.hpp"

namespace standpoint::extract {

inline constexpr std::size_t longest_phrase = 8;  // in words

constexpr std::uint32_t phrase_hash(std::uint32_t phrase, std::uint32_t word) {
    return combine(phrase, word);
}
constexpr std::uint32_t phrase_hash(std::uint32_t word) {
    return combine(0, word);
}

class PhraseTable {
  public:
    static constexpr int bucket_bits = 14;

    PhraseTable() = default;
    // A view of `bytes`, which must stay; or what is wrong with them.
    static text::Result<PhraseTable> open(std::string_view bytes);

    // 0 if the phrase is not known.
    std::uint32_t find(std::uint32_t hash) const;

  private:
    std::vector<std::uint32_t> meanings_;
    const unsigned char* ends_ = nullptr;    // 2^bucket_bits little-endian u32: ends of the buckets
    const unsigned char* lows_ = nullptr;    // u16 each
    const unsigned char* values_ = nullptr;  // u8 each: an index of meanings_
};

}  // namespace standpoint::extract
