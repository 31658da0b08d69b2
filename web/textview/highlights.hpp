// Highlights: what is drawn around the text, as plain data. Pure: the same decorations on the same
// lines give the same shapes; highlights_gl.cpp draws them.
//
// One shape serves them all: a rounded box with a fill, an outline and a foot (the underline), the
// latter two solid, dashed or dotted. A decided mention is a fill with a solid foot, a suggestion a
// dashed foot alone, a cue dots, a content a wash; what is in focus is ringed. Feet of spans that
// overlap are stacked downwards, inner spans nearest the text. Screen coordinates, CSS pixels.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "web/textview/shaped_line.hpp"
#include "web/textview/text_view.hpp"

namespace standpoint::web {

struct Highlight {
    float x = 0, y = 0, width = 0, height = 0;
    float radius_left = 0, radius_right = 0;
    float stroke = 0;         // width of the outline, inside the edge
    float foot = 0;           // height of the underline, inside the lower edge
    float dash = 0, gap = 0;  // pattern of the outline or the foot; dash = 0: solid
    ImU32 fill = 0, line = 0;
};

struct HighlightLayers {
    std::vector<Highlight> below, above;  // the text
    void clear() {
        below.clear();
        above.clear();
    }
};

// A line in view and where it stands.
struct Row {
    const ShapedLine* line = nullptr;
    float x = 0;    // the column's left edge
    float top = 0;  // the line's upper edge
    float baseline = 0;
};

// Measures that all rows share, all whole device pixels.
struct RowMetrics {
    float line_height = 28;
    float above = 18, below = 6;  // a box around text reaches this far from the baseline
    float pixel = 1;              // one device pixel
    float snap(float v) const;
};

// One span on one line.
struct Fragment {
    std::size_t row = 0;
    Extent extent;  // screen x
    bool starts = true, ends = true;
};

// Appends the fragments of a span on the rows (which are in the order of the text).
void fragments_of(Span span, const std::vector<Row>& rows, std::vector<Fragment>& out);

// How deep each underline lies among those that it overlaps: 0 is nearest the text. `visible` are
// numbers of decorations; marks without an underline stay at 0. Returns one level for each.
std::vector<std::uint8_t> stack_underlines(const std::vector<Decoration>& decorations,
                                           const std::vector<std::uint32_t>& visible);

struct HighlightInput {
    const std::vector<Row>& rows;
    const RowMetrics& metrics;
    const TextStyle& style;
    const std::vector<Decoration>& decorations;
    const std::vector<std::uint32_t>& visible;  // in reading order
    const TextFocus& focus;
    std::optional<Span> selection;
};

class HighlightBuilder {
  public:
    void build(const HighlightInput& input, HighlightLayers& out);

  private:
    // Order of drawing within the layer below the text.
    enum Depth { washes, outlines, insides, lit, selected, fills, feet, depths };
    void decorate(const HighlightInput& input, const Decoration& decoration, std::uint8_t level);
    void mark_spans(const HighlightInput& input);
    void outline(const HighlightInput& input);

    std::vector<Highlight> shapes_[depths];
    std::vector<Highlight> rings_;
    std::vector<Fragment> fragments_;
};

// The vertical bar in the left margin along the rows of the span; nothing if none is in view.
std::optional<Highlight> margin_bar(const MarginBar& bar, const std::vector<Row>& rows,
                                    const RowMetrics& metrics);

ImU32 with_alpha(ImU32 colour, float share);

}  // namespace standpoint::web
