// Breaks one paragraph into lines: after spaces, after hyphens, dashes and slashes between words,
// between ideographs, never before closing or after opening punctuation; a word wider than the
// column breaks at a grapheme. Greedy: each line takes what fits. White space at a line's end hangs
// out of the column.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/span.hpp"
#include "web/textview/metrics.hpp"

namespace standpoint::web {

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t ink_end = 0;  // where its last character that is not white space ends
    std::uint32_t end = 0;      // where the next line begins

    friend bool operator==(const Line&, const Line&) = default;
};

// Appends at least one line; together they cover the paragraph. REQUIRES: no line feed inside.
void break_lines(std::string_view text, text::Span paragraph, float column, const Metrics& metrics,
                 std::vector<Line>& out);

// The width of a piece of text drawn on its own; a tab is four spaces.
float plain_advance(const Metrics& metrics, char32_t c);

}  // namespace standpoint::web
