// OffsetIndex: converts offsets between bytes and the units that the exchange formats use.
//
// The only place in the project that counts characters. Built once per text in O(n); conversions
// are O(log n) or better plus a short scan. The index refers to the text and does not own it: the
// text must outlive it and must not change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace standpoint::text {

enum class Unit : std::uint8_t { bytes, code_points, utf16, graphemes };

class OffsetIndex {
  public:
    // REQUIRES: valid UTF-8.
    explicit OffsetIndex(std::string_view text);

    // Units before `byte`. A position inside a unit counts the units that end at or before it.
    // REQUIRES: byte <= text.size().
    std::size_t from_byte(std::size_t byte, Unit unit) const;

    // Byte position of the offset, or nullopt if it lies beyond the end or inside a character
    // (between the halves of a surrogate pair, inside a code point).
    std::optional<std::size_t> to_byte(std::size_t offset, Unit unit) const;

    // The text's length in the unit.
    std::size_t length(Unit unit) const;

  private:
    // Counts at the start of every block of `block_bytes` bytes (first boundary at or after it).
    struct Sample {
        std::uint32_t byte, code_points, utf16;
    };
    std::size_t clusters_before(std::size_t byte) const;
    std::size_t start_of_cluster(std::size_t cluster) const;

    std::string_view text_;
    bool ascii_ = true;   // then bytes, code points and UTF-16 units coincide
    bool simple_ = true;  // ASCII without CR: then clusters coincide with them too
    std::vector<Sample> samples_;
    std::vector<std::uint32_t> graphemes_;  // start byte of every 64th cluster
    std::size_t code_points_ = 0, utf16_ = 0, clusters_ = 0;
};

}  // namespace standpoint::text
