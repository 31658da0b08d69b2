#include <algorithm>
#include <cmath>

#include "web/textview/text_view_state.hpp"

namespace standpoint::web {

namespace {

constexpr float note_gap = 18;  // from the column to the margin notes
constexpr float scrollbar_width = 6, scrollbar_inset = 4, shortest_thumb = 36;

}  // namespace

void TextView::State::draw(ImDrawList& list) {
    layers.clear();
    arcs.clear();
    const HighlightInput input{rows,  metrics,          style, decorations, visible,
                               focus, caret.selection()};
    builder.build(input, layers);
    for (const std::uint32_t bar : visible_bars)
        if (const auto shape = margin_bar(bars[bar], rows, metrics)) layers.below.push_back(*shape);
    const float note_x = column_x + column + note_gap;
    const float note_width = position.x + size.x - scrollbar_width - scrollbar_inset - 2 - note_x;
    notes.arrange(rows, metrics, style, small, {note_x, std::max(40.0F, note_width)}, focus.item,
                  layers.below);
    add_arcs();
    add_caret();
    add_scrollbar();

    const ImVec2 end{position.x + size.x, position.y + size.y};
    list.PushClipRect(position, end, true);
    if (style.background != 0) list.AddRectFilled(position, end, style.background);
    painter.set(layers, arcs);
    painter.below(list);
    draw_head(list);
    for (const Row& row : rows)
        if (row.top + metrics.line_height > position.y)
            reading.draw(list, *row.line, row.x, row.baseline, style.ink);
    notes.draw(list, style, small);
    painter.above(list);
    list.PopClipRect();
}

void TextView::State::draw_head(ImDrawList& list) const {
    auto y = position.y - static_cast<float>(viewport.position());
    if (y + head < position.y) return;
    y += head_padding;
    for (const ShapedLine& line : title_lines) {
        heading.draw(list, line, column_x, y + (heading_line + heading.cap_height()) / 2,
                     style.heading_ink);
        y += heading_line;
    }
    small.draw(list, subtitle_line, column_x, y + subtitle_gap + style.small, style.muted);
}

void TextView::State::add_arcs() {
    const ImU32 colour = with_alpha(style.accent, 0.9F);
    for (const auto& [from, to] : focus.arcs) {
        const auto way = arc_between(from, to, rows, metrics);
        if (!way) continue;
        stroke_arc(*way, colour, metrics.pixel, arcs);
        layers.above.push_back(arc_dot(way->front(), colour));
    }
}

void TextView::State::add_caret() {
    if (!caret_mode) return;
    const Row* row = row_of(caret.head());
    if (!row) return;
    Highlight bar;
    bar.width = metrics.snap(2);
    bar.x = metrics.snap(row->x + row->line->caret_x(caret.head())) - bar.width / 2;
    bar.y = row->baseline - metrics.above;
    bar.height = metrics.above + metrics.below;
    bar.fill = style.caret;
    layers.above.push_back(bar);
}

std::optional<TextView::State::Thumb> TextView::State::thumb() const {
    const double height = viewport.height(), content = viewport.content_height();
    if (content <= height + 1) return {};
    const float track = size.y - 2 * scrollbar_inset;
    const float length =
        std::min(track, std::max(shortest_thumb, static_cast<float>(height / content) * track));
    const double share = std::clamp(viewport.position() / viewport.farthest(), 0.0, 1.0);
    return Thumb{position.x + size.x - scrollbar_width - scrollbar_inset,
                 position.y + scrollbar_inset + static_cast<float>(share) * (track - length),
                 scrollbar_width, length};
}

void TextView::State::add_scrollbar() {
    const auto place = thumb();
    if (!place) return;
    Highlight bar;
    bar.x = metrics.snap(place->x);
    bar.y = place->y;
    bar.width = place->width;
    bar.height = place->height;
    bar.radius_left = bar.radius_right = bar.width / 2;
    bar.fill = with_alpha(style.muted, mouse.over_scrollbar || mouse.on_scrollbar ? 0.65F : 0.3F);
    layers.above.push_back(bar);
}

}  // namespace standpoint::web
