// SpanIndex: which of many spans overlap a range, in reading order.
//
// The spans are sorted by reading order; above them lies an implicit tree of the largest end in
// every block of eight, of eight such blocks, and so on. A query walks only blocks that hold a
// result: O(log n + k) for k results. Building is a sort, O(n) if the spans already come in reading
// order.
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/span.hpp"

namespace standpoint::web {

class SpanIndex {
  public:
    // A span's number is its place in the vector given.
    void build(const std::vector<text::Span>& spans);

    // Appends the numbers of the spans that overlap the range (share a byte with it). Empty spans
    // overlap nothing.
    void overlapping(text::Span range, std::vector<std::uint32_t>& out) const;

    std::size_t size() const { return entries_.size(); }

  private:
    static constexpr std::size_t fan = 8;
    struct Entry {
        text::Span span;
        std::uint32_t number;
    };
    void collect(std::size_t level, std::size_t block, std::size_t limit, text::Span range,
                 std::vector<std::uint32_t>& out) const;

    std::vector<Entry> entries_;
    std::vector<std::vector<std::uint32_t>> largest_end_;  // [level][block]
};

}  // namespace standpoint::web
