#include "web/textview/margin_notes.hpp"

#include <algorithm>
#include <cmath>

#include "web/textview/run_sort.hpp"

namespace standpoint::web {

namespace {

constexpr float pill_height = 18, pill_padding = 8, caption_gap = 2, stack_gap = 7;

}  // namespace

void MarginNotes::set(std::vector<MarginNote> notes) {
    notes_ = std::move(notes);
    placed_.clear();  // refers to the former notes
    run_sort(notes_, [](const MarginNote& a, const MarginNote& b) { return a.at < b.at; });
}

void MarginNotes::arrange(const std::vector<Row>& rows, const RowMetrics& metrics,
                          const TextStyle& style, const FontFace& face, Place place,
                          std::uint64_t focus, std::vector<Highlight>& out) {
    placed_.clear();
    if (rows.empty()) return;
    auto note = std::partition_point(notes_.begin(), notes_.end(), [&](const MarginNote& n) {
        return n.at < rows.front().line->span.begin;
    });
    float free_from = -INFINITY;
    for (const Row& row : rows) {
        // A line's notes are those up to the next line; the text's end belongs to the last.
        const std::uint32_t end =
            &row == &rows.back() ? row.line->span.end + 1 : (&row)[1].line->span.begin;
        for (; note != notes_.end() && note->at < end; ++note) {
            Placed& p = placed_.emplace_back();
            p.note = &*note;
            p.pill = face.shape(note->pill, place.width - 2 * pill_padding);
            p.caption = face.shape(note->caption, place.width);
            const float top = metrics.snap(
                std::max(row.baseline - face.cap_height() / 2 - pill_height / 2 - 2, free_from));
            Highlight pill;
            pill.x = metrics.snap(place.x);
            pill.y = top;
            pill.width = metrics.snap(p.pill.width + 2 * pill_padding);
            pill.height = metrics.snap(pill_height);
            pill.radius_left = pill.radius_right = pill.height / 2;
            const bool focused = note->item != 0 && note->item == focus;
            if (note->suggested) {
                pill.line = note->colour;
                pill.stroke = std::max(metrics.pixel, metrics.snap(1));
                pill.dash = 3;
                pill.gap = 2;
            } else {
                pill.fill = with_alpha(note->colour, style.dark ? 0.24F : 0.16F);
            }
            out.push_back(pill);
            if (focused) {
                Highlight ring = pill;
                ring.fill = 0;
                ring.dash = ring.gap = 0;
                ring.x -= 3;
                ring.y -= 3;
                ring.width += 6;
                ring.height += 6;
                ring.radius_left = ring.radius_right = ring.height / 2;
                ring.line = style.focus_ring;
                ring.stroke = metrics.snap(2);
                out.push_back(ring);
            }
            p.pill_baseline = pill.y + (pill.height + face.cap_height()) / 2;
            p.caption_baseline = pill.y + pill.height + caption_gap + face.size();
            p.low = {pill.x, pill.y};
            p.high = {pill.x + std::max(pill.width, p.caption.width),
                      pill.y + pill.height +
                          (note->caption.empty() ? 0 : caption_gap + face.size() * 1.25F)};
            free_from = p.high.y + stack_gap;
        }
    }
}

void MarginNotes::draw(ImDrawList& list, const TextStyle& style, const FontFace& face) const {
    for (const Placed& p : placed_) {
        const bool own = p.note->suggested && style.pill_text_suggested != 0;
        face.draw(list, p.pill, p.low.x + pill_padding, p.pill_baseline,
                  own ? style.pill_text_suggested : p.note->colour);
        face.draw(list, p.caption, p.low.x, p.caption_baseline, style.muted);
    }
}

std::optional<std::uint64_t> MarginNotes::item_at(ImVec2 point) const {
    for (const Placed& p : placed_)
        if (p.note->item != 0 && p.low.x <= point.x && point.x < p.high.x && p.low.y <= point.y &&
            point.y < p.high.y)
            return p.note->item;
    return {};
}

}  // namespace standpoint::web
