#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/textview/text_view_state.hpp"

namespace standpoint::web {

namespace {

constexpr float pixels_per_wheel_step = 100;  // as web/platform counts the wheel
constexpr float drag_threshold = 3;
constexpr float scrollbar_reach = 16;  // how far from the right edge it can be taken

}  // namespace

void TextView::State::take_mouse(bool active, TextEvents& events) {
    const ImRect box(position, {position.x + size.x, position.y + size.y});
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID("text");
    bool hovered = false, held = false;
    // An item of ImGui's, so that a drag that leaves the view is still ours and nobody else's.
    if (ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_NoNav) && (active || mouse.selecting))
        ImGui::ButtonBehavior(box, id, &hovered, &held,
                              ImGuiButtonFlags_PressedOnClick | ImGuiButtonFlags_NoNavFocus);
    ImGuiIO& io = ImGui::GetIO();
    mouse.scrolling_fast = false;
    const bool over = hovered && active;

    if (over && io.MouseWheel != 0 && !io.KeyCtrl) {
        glide = 0;
        viewport.scroll_by(static_cast<double>(-io.MouseWheel * pixels_per_wheel_step));
    }
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(io.MousePos, events);
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) events.right_clicked = true;
    if (mouse.selecting || mouse.on_scrollbar || mouse.note) {
        drag(io.MousePos);  // also when released: the last move may come in the same frame
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) release(events);
    }

    mouse.over_scrollbar = over && over_thumb(io.MousePos);
    if (!over || mouse.over_scrollbar || mouse.on_scrollbar) return;
    if (notes.item_at(io.MousePos))
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    else if (io.MousePos.x < column_x + column + 8)
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
}

bool TextView::State::over_thumb(ImVec2 point) const {
    return thumb() && point.x >= position.x + size.x - scrollbar_reach;
}

void TextView::State::press(ImVec2 point, TextEvents& events) {
    mouse = {};
    if (const auto place = thumb(); place && over_thumb(point)) {
        mouse.on_scrollbar = true;
        const bool on_thumb = point.y >= place->y && point.y < place->y + place->height;
        mouse.grip = static_cast<double>(on_thumb ? point.y - place->y : place->height / 2);
        return;
    }
    mouse.note = notes.item_at(point);
    if (mouse.note || rows.empty()) {
        events.clicked_nothing = !mouse.note;
        return;
    }
    const ImGuiIO& io = ImGui::GetIO();
    const std::uint32_t byte = byte_near(point);
    mouse.selecting = true;
    mouse.before = caret.selection();
    if (io.KeyShift) {
        mouse.origin = {caret.anchor(), caret.anchor()};
        mouse.dragged = true;
        caret.extend_to(byte);
        return;
    }
    switch (io.MouseClickedCount[ImGuiMouseButton_Left]) {
        case 0:
        case 1:
            mouse.plain = true;
            mouse.origin = {byte, byte};
            caret.place(byte);
            return;
        case 2: mouse.grain = Grain::word; break;
        case 3: mouse.grain = Grain::sentence; break;
        default: mouse.grain = Grain::paragraph;
    }
    // The grapheme under the pointer, not the gap next to it, says which word is meant.
    const auto under = grapheme_at(point);
    mouse.origin = grain_at(under ? under->begin : byte);
    caret.select(mouse.origin);
}

void TextView::State::drag(ImVec2 point) {
    if (mouse.on_scrollbar) {
        const auto place = thumb();
        if (!place) return;
        const double track = static_cast<double>(size.y - 8 - place->height);
        const double at = static_cast<double>(point.y - position.y - 4) - mouse.grip;
        glide = 0;
        if (track > 0) viewport.scroll_to(viewport.farthest() * std::clamp(at / track, 0.0, 1.0));
        return;
    }
    if (mouse.note) return;
    const ImVec2 from = ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left];
    if (std::hypot(point.x - from.x, point.y - from.y) >= drag_threshold) mouse.dragged = true;
    if (!mouse.dragged) return;
    mouse.plain = false;
    // Beyond the upper or lower edge the text scrolls, the faster the farther.
    const float edge = 6, above = position.y + edge - point.y,
                below = point.y - (position.y + size.y - edge);
    const float beyond = above > 0 ? -above : std::max(0.0F, below);
    if (beyond != 0 && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        mouse.scrolling_fast = true;
        const float speed = std::clamp(beyond * 12, -3000.0F, 3000.0F);
        glide = 0;
        viewport.scroll_by(static_cast<double>(speed * ImGui::GetIO().DeltaTime));
        collect();
    }
    if (rows.empty()) return;
    const std::uint32_t byte = byte_near(point);
    if (mouse.grain == Grain::grapheme) {
        caret.extend_to(byte);
        return;
    }
    const Span here = grain_at(byte);
    if (here.begin < mouse.origin.begin) {
        caret.select({mouse.origin.end, mouse.origin.end});
        caret.extend_to(here.begin);
    } else {
        caret.select({mouse.origin.begin, std::max(here.end, mouse.origin.end)});
    }
}

void TextView::State::release(TextEvents& events) {
    const Mouse done = mouse;
    mouse = {};
    if (done.on_scrollbar) return;
    if (done.note) {
        if (notes.item_at(ImGui::GetIO().MousePos) == done.note) events.clicked = {*done.note};
        return;
    }
    events.selection_changed = caret.selection() != done.before;
    if (!done.plain) return;
    events.clicked = items_at(ImGui::GetIO().MousePos);
    events.clicked_nothing = events.clicked.empty();
}

// The caret position nearest to a point, on the line that is nearest to it.
std::uint32_t TextView::State::byte_near(ImVec2 point) const {
    auto row = std::partition_point(rows.begin(), rows.end(),
                                    [&](const Row& r) { return r.top <= point.y; });
    if (row != rows.begin()) --row;
    // Between two paragraphs, the nearer.
    const auto next = std::next(row);
    if (next != rows.end() && point.y - (row->top + metrics.line_height) > next->top - point.y)
        row = next;
    const ShapedLine& line = *row->line;
    const std::uint32_t byte = line.nearest(point.x - row->x);
    // White space that hangs out of the line has no place of its own.
    return byte > line.ink_end && line.ink_end > line.span.begin ? line.ink_end : byte;
}

std::optional<Span> TextView::State::grapheme_at(ImVec2 point) const {
    const auto after = std::partition_point(rows.begin(), rows.end(),
                                            [&](const Row& r) { return r.top <= point.y; });
    if (after == rows.begin()) return {};
    const Row& row = *std::prev(after);
    if (point.y >= row.top + metrics.line_height) return {};
    return row.line->grapheme_at(point.x - row.x);
}

// What a double, triple, quadruple click at the byte selects. A word inside a mention stands for
// the mention: names are what is selected most.
Span TextView::State::grain_at(std::uint32_t byte) const {
    switch (mouse.grain) {
        case Grain::grapheme: return {byte, byte};
        case Grain::sentence: return sentence_at(layout, byte);
        case Grain::paragraph: return layout.paragraph(layout.paragraph_of(byte));
        case Grain::word: break;
    }
    const Span word = word_at(layout, byte).value_or(Span{byte, byte});
    std::vector<std::uint32_t> around;
    index.overlapping(word, around);
    std::optional<Span> best;
    for (const std::uint32_t number : around) {
        const Decoration& d = decorations[number];
        if (d.mark != Mark::mention || d.rejected || !d.span.contains(word)) continue;
        if (!best || d.span.size() < best->size()) best = d.span;
    }
    return best.value_or(word);
}

// Innermost first, each once.
std::vector<std::uint64_t> TextView::State::items_at(ImVec2 point) const {
    const auto under = grapheme_at(point);
    if (!under) return {};
    std::vector<std::uint32_t> numbers;
    index.overlapping(*under, numbers);
    std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
        return decorations[a].span.size() < decorations[b].span.size();
    });
    std::vector<std::uint64_t> items;
    for (const std::uint32_t number : numbers) {
        const std::uint64_t item = decorations[number].item;
        if (item != 0 && std::find(items.begin(), items.end(), item) == items.end())
            items.push_back(item);
    }
    return items;
}

}  // namespace standpoint::web
