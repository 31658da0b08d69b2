// Span: a half-open range [begin, end) of bytes in a document's text.
//
// Both ends lie on code-point boundaries of the text that they point into; whoever makes a span
// guarantees that (see utf8.hpp, is_boundary). Bytes are the only unit inside the core; other units
// exist at the border alone (offset_index.hpp).
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::text {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(std::uint32_t byte) const { return begin <= byte && byte < end; }
    constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend constexpr bool operator==(Span, Span) = default;
    // Reading order: earlier first, and of two that start together the longer (outer) first.
    friend constexpr bool operator<(Span a, Span b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    }
};

// The bytes that the span covers; empty if it lies outside the text.
constexpr std::string_view slice(std::string_view text, Span span) {
    if (span.end > text.size() || span.begin >= span.end) return {};
    return text.substr(span.begin, span.size());
}

}  // namespace standpoint::text
