// ShapedLine: where every grapheme of one line stands, and what is drawn for it.
//
// Offsets stay logical: cells are in the order of the text, whatever the direction. Words of a
// right-to-left script, with the spaces, digits and punctuation between them, are one picture, so
// that the browser orders them; if the paragraph begins in such a script its lines run from the
// right edge of the column, picture by picture. x is in CSS pixels from the column's left edge.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/span.hpp"
#include "web/textview/line_breaker.hpp"
#include "web/textview/metrics.hpp"

namespace standpoint::web {

struct Cell {
    std::uint32_t begin = 0;
    float leading = 0, trailing = 0;  // x of its edges; leading > trailing if it runs to the left
};

struct Glyph {
    float x = 0;
    char32_t code = 0;
};

struct Extent {
    float left = 0, right = 0;
};

struct ShapedLine {
    text::Span span;  // up to the next line; without a line feed
    std::uint32_t ink_end = 0;
    float width = 0;          // up to ink_end
    bool mixed = false;       // some cells run to the left
    std::vector<Cell> cells;  // one per grapheme
    std::vector<Glyph> glyphs;

    // Where a caret before `byte` stands. REQUIRES: span.begin <= byte <= span.end.
    float caret_x(std::uint32_t byte) const;
    // The caret position nearest to x.
    std::uint32_t nearest(float x) const;
    // The grapheme that x lies in; none beside the line.
    std::optional<text::Span> grapheme_at(float x) const;
    // Appends the stretches that the part of `range` on this line covers, white space at the line's
    // end aside.
    void extents(text::Span range, std::vector<Extent>& out) const;
};

// `right_to_left`: the paragraph begins in a right-to-left script.
ShapedLine shape_line(std::string_view text, const Line& line, bool right_to_left, float column,
                      const Metrics& metrics);

// Whether the first letter of the paragraph belongs to a right-to-left script.
bool begins_right_to_left(std::string_view paragraph);

}  // namespace standpoint::web
