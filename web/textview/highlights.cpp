#include "web/textview/highlights.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace standpoint::web {

namespace {

constexpr float padding = 2;  // a box reaches this far beyond its text
constexpr float corner = 4;
constexpr float foot_height = 2;
constexpr float foot_distance = 3;  // from underline to underline in a stack
constexpr float foot_overlap = 2;   // of a stack with the boxes of the next line
constexpr std::size_t most_levels = 6;
constexpr float bar_distance = 22;  // of a margin bar from the column

bool is_underlined(const Decoration& d) {
    return d.mark == Mark::mention || d.mark == Mark::cue || d.mark == Mark::source;
}

struct BoxEdges {
    float left, right, top, bottom;
};

BoxEdges edges_of(const Fragment& fragment, const HighlightInput& in, float pad) {
    const Row& row = in.rows[fragment.row];
    const RowMetrics& m = in.metrics;
    return {m.snap(fragment.extent.left - (fragment.starts ? pad : 0)),
            m.snap(fragment.extent.right + (fragment.ends ? pad : 0)), row.baseline - m.above,
            row.baseline + m.below};
}

Highlight box_of(const Fragment& fragment, const HighlightInput& in, float pad, float radius) {
    const BoxEdges e = edges_of(fragment, in, pad);
    Highlight box;
    box.x = e.left;
    box.y = e.top;
    box.width = e.right - e.left;
    box.height = e.bottom - e.top;
    box.radius_left = fragment.starts ? radius : 0;
    box.radius_right = fragment.ends ? radius : 0;
    return box;
}

// Stretches the pattern so that the line ends as it began, with a whole dash.
void fit_pattern(Highlight& shape, float dash, float gap) {
    const float gap_share = gap / (dash + gap);
    const float dashes = std::max(1.0F, std::round((shape.width + gap) / (dash + gap)));
    const float period = shape.width / (dashes - gap_share);
    shape.gap = period * gap_share;
    shape.dash = period - shape.gap;
}

// `over` laid on the opaque colour `under`.
ImU32 blended(ImU32 under, ImU32 over, float share) {
    ImU32 mixed = IM_COL32_A_MASK;
    for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
        const auto from = static_cast<float>(under >> shift & 0xFF);
        const auto to = static_cast<float>(over >> shift & 0xFF);
        mixed |= static_cast<ImU32>(std::lround(from + (to - from) * share)) << shift;
    }
    return mixed;
}

}  // namespace

ImU32 with_alpha(ImU32 colour, float share) {
    const auto alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT & 0xFF) * share;
    return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
}

float RowMetrics::snap(float v) const {
    return std::round(v / pixel) * pixel;
}

void fragments_of(Span span, const std::vector<Row>& rows, std::vector<Fragment>& out) {
    auto row = std::partition_point(rows.begin(), rows.end(),
                                    [&](const Row& r) { return r.line->span.end <= span.begin; });
    std::vector<Extent> extents;
    for (; row != rows.end() && row->line->span.begin < span.end; ++row) {
        extents.clear();
        row->line->extents(span, extents);
        for (const Extent& extent : extents)
            out.push_back({static_cast<std::size_t>(row - rows.begin()),
                           {row->x + extent.left, row->x + extent.right},
                           span.begin >= row->line->span.begin,
                           span.end <= row->line->span.end});
    }
}

std::vector<std::uint8_t> stack_underlines(const std::vector<Decoration>& decorations,
                                           const std::vector<std::uint32_t>& visible) {
    std::vector<std::uint8_t> levels(visible.size(), 0);
    std::vector<std::uint32_t> order;  // shortest first: inner spans lie nearest the text
    for (std::uint32_t i = 0; i < visible.size(); ++i)
        if (is_underlined(decorations[visible[i]])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return decorations[visible[a]].span.size() < decorations[visible[b]].span.size();
    });
    // What each level already holds, as disjoint stretches: begin -> end.
    std::map<std::uint32_t, std::uint32_t> taken[most_levels];
    for (const std::uint32_t i : order) {
        const Span span = decorations[visible[i]].span;
        std::uint8_t level = 0;
        for (; level + 1U < most_levels; ++level) {
            const auto after = taken[level].lower_bound(span.end);
            if (after == taken[level].begin() || std::prev(after)->second <= span.begin) break;
        }
        levels[i] = level;
        std::uint32_t& end = taken[level][span.begin];
        end = std::max(end, span.end);
    }
    return levels;
}

void HighlightBuilder::decorate(const HighlightInput& in, const Decoration& d, std::uint8_t level) {
    const bool focused = d.item != 0 && d.item == in.focus.item;
    const float fill_share = in.style.dark ? 0.24F : 0.14F;
    // A stack may reach into the boxes of the next line, above its letters, but no further.
    const float room = in.metrics.line_height - in.metrics.above - in.metrics.below + foot_overlap;
    const float drop = std::min(foot_distance * static_cast<float>(level), room);
    fragments_.clear();
    fragments_of(d.span, in.rows, fragments_);
    for (const Fragment& fragment : fragments_) {
        Highlight box = box_of(fragment, in, padding, corner);
        if (d.rejected) {
            box.y += box.height - foot_height;
            box.height = box.foot = in.metrics.snap(1.5F);
            box.radius_left = box.radius_right = 0;
            box.line = with_alpha(in.style.muted, 0.6F);
            fit_pattern(box, 1.5F, 3.5F);
            shapes_[feet].push_back(box);
            continue;
        }
        switch (d.mark) {
            case Mark::content:
                box.fill = focused ? with_alpha(in.style.focus_ring, fill_share) : in.style.wash;
                shapes_[washes].push_back(box);
                continue;
            case Mark::evidence:
                box.fill = with_alpha(d.colour, fill_share);
                shapes_[washes].push_back(box);
                continue;
            case Mark::found:
                box.fill = with_alpha(d.colour, 0.5F * fill_share);
                box.line = d.colour;
                box.stroke = std::max(1.0F, in.metrics.snap(1.5F));
                shapes_[fills].push_back(box);
                continue;
            case Mark::mention:
            case Mark::cue:
            case Mark::source: break;
        }
        if (d.mark == Mark::mention && !d.suggested) {
            Highlight fill = box;
            // Around or across another mention fainter, so that the colours do not mix to a third.
            fill.fill = with_alpha(d.colour, fill_share / static_cast<float>(1 + level));
            shapes_[fills].push_back(fill);
        }
        const float bottom = in.metrics.snap(box.y + box.height + drop);
        const float foot = d.mark == Mark::source ? 1 : foot_height;
        const bool in_corners = level == 0 && d.mark == Mark::mention && !d.suggested;
        box.line = d.colour;
        box.foot = std::max(in.metrics.pixel, in.metrics.snap(foot));
        if (!in_corners) {
            box.height = box.foot;
            box.y = bottom - box.height;
            box.radius_left = box.radius_right = 0;
        }
        if (d.mark == Mark::cue)
            fit_pattern(box, foot_height, foot_height);
        else if (d.mark == Mark::mention && d.suggested)
            fit_pattern(box, 5, 3);
        shapes_[feet].push_back(box);
    }
}

// One ring around all lines of what is in focus: every line's box in the ring's colour, and over
// them all, a ring's width smaller, in the colour of the ground. Lines that follow each other
// touch.
void HighlightBuilder::outline(const HighlightInput& in) {
    const float ring = in.metrics.snap(2);
    const ImU32 ground =
        blended(in.style.background, in.style.focus_ring, in.style.dark ? 0.3F : 0.17F);
    const auto follows = [&](const Fragment& a, const Fragment& b) {
        return b.row == a.row + 1 &&
               in.rows[b.row].top - in.rows[a.row].top < in.metrics.line_height + in.metrics.pixel;
    };
    for (std::size_t i = 0; i < fragments_.size(); ++i) {
        const Fragment& fragment = fragments_[i];
        const Row& row = in.rows[fragment.row];
        Highlight inside = box_of(fragment, in, padding, corner);
        inside.x -= fragment.starts ? 0 : padding;
        inside.width += (fragment.starts ? 0 : padding) + (fragment.ends ? 0 : padding);
        const float bottom = inside.y + inside.height;
        const bool joined_above = i > 0 && follows(fragments_[i - 1], fragment);
        const bool joined_below = i + 1 < fragments_.size() && follows(fragment, fragments_[i + 1]);
        inside.y = joined_above ? row.top : inside.y;
        inside.height = (joined_below ? row.top + in.metrics.line_height : bottom) - inside.y;
        inside.fill = ground;
        Highlight box = inside;
        box.x -= ring;
        box.y -= ring;
        box.width += 2 * ring;
        box.height += 2 * ring;
        box.radius_left += box.radius_left > 0 ? ring : 0;
        box.radius_right += box.radius_right > 0 ? ring : 0;
        box.fill = in.style.focus_ring;
        shapes_[outlines].push_back(box);
        shapes_[insides].push_back(inside);
    }
}

void HighlightBuilder::mark_spans(const HighlightInput& in) {
    for (const Span& span : in.focus.linked) {
        fragments_.clear();
        fragments_of(span, in.rows, fragments_);
        for (const Fragment& fragment : fragments_) {
            Highlight box = box_of(fragment, in, padding, corner);
            box.fill = with_alpha(in.style.accent, in.style.dark ? 0.22F : 0.12F);
            if (fragments_.size() == 1) {
                box.line = with_alpha(in.style.accent, 0.55F);
                box.stroke = in.metrics.pixel;
            }
            shapes_[lit].push_back(box);
        }
    }
    for (const Span& span : in.focus.spans) {
        fragments_.clear();
        fragments_of(span, in.rows, fragments_);
        if (fragments_.size() > 1) {
            outline(in);
            continue;
        }
        for (const Fragment& fragment : fragments_) {
            Highlight box = box_of(fragment, in, padding, corner);
            box.fill = with_alpha(in.style.focus_ring, in.style.dark ? 0.34F : 0.20F);
            shapes_[lit].push_back(box);
            // The ring stands a pixel clear of the box.
            const float out = 3;
            Highlight ring = box;
            ring.x -= out;
            ring.y -= out - 1;
            ring.width += 2 * out;
            ring.height += 2 * out - 2;
            ring.radius_left = ring.radius_right = corner + out - 1;
            ring.fill = 0;
            ring.line = in.style.focus_ring;
            ring.stroke = in.metrics.snap(2);
            rings_.push_back(ring);
        }
    }
    if (!in.selection) return;
    fragments_.clear();
    fragments_of(*in.selection, in.rows, fragments_);
    for (const Fragment& fragment : fragments_) {
        Highlight box = box_of(fragment, in, 0, 2);
        box.y = in.rows[fragment.row].top;
        box.height = in.metrics.line_height;
        box.fill = in.style.selection;
        shapes_[selected].push_back(box);
    }
}

void HighlightBuilder::build(const HighlightInput& input, HighlightLayers& out) {
    for (std::vector<Highlight>& shapes : shapes_) shapes.clear();
    rings_.clear();
    const std::vector<std::uint8_t> levels = stack_underlines(input.decorations, input.visible);
    for (std::size_t i = 0; i < input.visible.size(); ++i)
        decorate(input, input.decorations[input.visible[i]], levels[i]);
    mark_spans(input);
    for (const std::vector<Highlight>& shapes : shapes_)
        out.below.insert(out.below.end(), shapes.begin(), shapes.end());
    out.above.insert(out.above.end(), rings_.begin(), rings_.end());
}

std::optional<Highlight> margin_bar(const MarginBar& bar, const std::vector<Row>& rows,
                                    const RowMetrics& metrics) {
    const auto first = std::partition_point(
        rows.begin(), rows.end(), [&](const Row& r) { return r.line->span.end <= bar.span.begin; });
    const auto last = std::partition_point(
        first, rows.end(), [&](const Row& r) { return r.line->span.begin < bar.span.end; });
    if (first == last) return {};
    Highlight shape;
    shape.width = metrics.snap(3);
    shape.x = metrics.snap(first->x - bar_distance);
    shape.y = first->baseline - metrics.above + 3;
    shape.height = std::prev(last)->baseline + metrics.below - shape.y;
    shape.radius_left = shape.radius_right = shape.width / 2;
    shape.fill = bar.colour;
    return shape;
}

}  // namespace standpoint::web
