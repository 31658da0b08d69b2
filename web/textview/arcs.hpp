// Arcs: the lines that join the parts of a statement, source to cue to content.
//
// An arc runs in the gaps between lines, never through words: over the line if both ends stand on
// one, through the gap between neighbouring lines, and else by way of the left margin. It begins in
// a dot and ends in an arrowhead. Pure; screen coordinates, CSS pixels.
#pragma once

#include <imgui.h>

#include <optional>
#include <vector>

#include "web/textview/highlights.hpp"

namespace standpoint::web {

struct ArcVertex {
    float x = 0, y = 0;
    float side = 0, half = 0;  // distance from the arc's line, half its width there
    ImU32 colour = 0;
};

// The way of an arc from one span to another, as points; nothing if either has no part on the rows.
std::optional<std::vector<ImVec2>> arc_between(Span from, Span to, const std::vector<Row>& rows,
                                               const RowMetrics& metrics);

// Appends triangles for the way, three vertices each, and its arrowhead.
void stroke_arc(const std::vector<ImVec2>& way, ImU32 colour, float pixel,
                std::vector<ArcVertex>& out);

// The dot that an arc begins in.
Highlight arc_dot(ImVec2 at, ImU32 colour);

}  // namespace standpoint::web
