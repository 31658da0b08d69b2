#include "web/textview/text_view.hpp"

#include <algorithm>
#include <cmath>

#include "web/textview/text_view_state.hpp"

namespace standpoint::web {

namespace {

constexpr float heading_leading = 1.3F, head_gap = 17;  // below title and subtitle
constexpr std::size_t most_shaped_lines = 1024;
constexpr double note_overscan = 200;  // margin notes of lines this far above may reach into view

}  // namespace

TextView::TextView() : state_(std::make_unique<State>()) {
    state_->layout.set_text({});
}
TextView::~TextView() = default;

void TextView::set_content(const TextContent& content) {
    State& s = *state_;
    if (s.title != content.title || s.subtitle != content.subtitle) {
        s.title = content.title;
        s.subtitle = content.subtitle;
        s.column = 0;  // the head is laid out anew with the rest
    }
    const bool same = content.version == s.version && content.text.size() == s.text.size();
    s.text = content.text;
    s.version = content.version;
    if (same) {
        s.layout.move_text(s.text);
        s.caret.move_text(s.text);
        return;
    }
    s.decorations.clear();
    s.index.build({});
    s.bars.clear();
    s.bar_index.build({});
    s.notes.set({});
    s.focus = {};
    s.rows.clear();
    s.visible_lines.clear();
    s.visible.clear();
    s.visible_bars.clear();
    s.shaped.clear();
    s.layout.set_text(s.text);
    s.caret.set_text(s.text);
    s.caret_mode = false;
    s.viewport.to_start();
    s.laid_out = false;
    s.to_reveal.reset();
    s.glide = 0;
    s.mouse = {};
}

void TextView::set_decorations(std::vector<Decoration> decorations, std::vector<MarginNote> notes,
                               std::vector<MarginBar> bars) {
    state_->decorations = std::move(decorations);
    std::vector<Span> spans;
    spans.reserve(state_->decorations.size());
    for (const Decoration& d : state_->decorations) spans.push_back(d.span);
    state_->index.build(spans);
    state_->visible.clear();
    state_->notes.set(std::move(notes));
    spans.clear();
    for (const MarginBar& bar : bars) spans.push_back(bar.span);
    state_->bar_index.build(spans);
    state_->bars = std::move(bars);
    state_->visible_bars.clear();
}

void TextView::set_focus(TextFocus focus) {
    state_->focus = std::move(focus);
}

TextEvents TextView::draw(ImVec2 position, ImVec2 size, const TextStyle& style, bool active) {
    State& s = *state_;
    TextEvents events;
    s.prepare(position, size, style);
    s.take_mouse(active, events);
    s.settle();
    s.draw(*ImGui::GetWindowDrawList());
    return events;
}

// Lays out what a change of text, size, font or pixel ratio has made wrong.
void TextView::State::prepare(ImVec2 at, ImVec2 extent, const TextStyle& new_style) {
    const float density = std::max(0.5F, ImGui::GetIO().DisplayFramebufferScale.x);
    style = new_style;
    position = at;
    size = extent;
    metrics.pixel = 1 / density;
    const float widest = std::max(80.0F, size.x - style.margin_left - style.margin_right);
    const float new_column = std::floor(std::min(style.column, widest));
    column_x = metrics.snap(position.x + style.margin_left);

    bool changed = reading.use(style.text, style.size, density);
    changed |= heading.use(style.heading, style.heading_size, density);
    changed |= small.use(style.ui, style.small, density);
    metrics.line_height = metrics.snap(style.size * style.line_height);
    // Of a face with usual proportions this is a little more than from ascender to descender.
    metrics.above = metrics.snap(reading.cap_height() * 1.45F);
    metrics.below = metrics.snap(reading.cap_height() * 0.52F);

    const auto line = static_cast<double>(metrics.line_height);
    const LineSpacing spacing{line, static_cast<double>(style.paragraph_gap) * line, 0.35 * line};
    changed |= new_column != column || !laid_out || spacing != layout.spacing();
    if (changed) {
        if (laid_out) viewport.remember();
        column = new_column;
        shaped.clear();
        rows.clear();
        layout.reset(reading, column, spacing);
        title_lines.clear();
        if (!title.empty()) {
            std::vector<Line> lines;
            break_lines(title, {0, static_cast<std::uint32_t>(title.size())}, column, heading,
                        lines);
            const bool leftwards = begins_right_to_left(title);
            for (const Line& l : lines)
                title_lines.push_back(shape_line(title, l, leftwards, column, heading));
        }
        subtitle_line = small.shape(subtitle, column);
        heading_line = metrics.snap(style.heading_size * heading_leading);
        head = head_padding + heading_line * static_cast<float>(title_lines.size());
        if (!subtitle.empty()) head += subtitle_gap + style.small * 1.4F;
        if (!title.empty() || !subtitle.empty()) head += head_gap;
        laid_out = true;
    }
    const double height = static_cast<double>(size.y);
    viewport.resize(height, static_cast<double>(head), std::max(48.0, height * 0.25));
}

// Brings what is to be seen into view, and lists the lines that are.
void TextView::State::settle() {
    if (to_reveal) {
        reveal_now(*to_reveal);
        to_reveal.reset();
    }
    if (glide != 0) {
        // A short ease, so that the eye keeps its place: most of the way in the first frames.
        const double share = std::min(1.0, 22 * static_cast<double>(ImGui::GetIO().DeltaTime));
        const bool at_once = style.reduced_motion || std::abs(glide) < 1.5;
        const double step = at_once ? glide : glide * share;
        viewport.scroll_by(step);
        glide -= step;
    }
    collect();
}

void TextView::State::reveal_now(Span span) {
    const auto line = static_cast<double>(metrics.line_height);
    const double margin = std::min(3 * line, viewport.height() / 4);
    // Both ends, if they fit; the beginning counts more.
    glide = viewport.distance_to(span.end, margin);
    if (glide > 0)
        glide = std::min(glide, std::max(0.0, viewport.distance_to(span.begin, margin) + glide));
    const double begin = viewport.distance_to(span.begin, margin);
    if (begin < 0 || glide == 0) glide = begin;
    if (std::abs(glide) <= viewport.height()) return;
    glide = 0;
    viewport.place(span.begin, viewport.height() * 0.3);
}

void TextView::State::collect() {
    viewport.collect(lines_in_view, note_overscan);
    rows.clear();
    if (shaped.size() > most_shaped_lines) shaped.clear();
    visible_lines.clear();
    const float room = metrics.line_height - metrics.above - metrics.below;
    for (const LineInView& in_view : lines_in_view) {
        const ShapedLine& line = shape(in_view.paragraph, in_view.line);
        const float top = metrics.snap(position.y + static_cast<float>(in_view.y));
        rows.push_back({&line, column_x, top, metrics.snap(top + room / 2 + metrics.above)});
        if (top + metrics.line_height > position.y)
            visible_lines.push_back(
                {{line.span.begin, line.ink_end}, column_x, top, line.width, metrics.line_height});
    }
    visible.clear();
    visible_bars.clear();
    if (rows.empty()) return;
    const Span range{rows.front().line->span.begin, rows.back().line->span.end};
    index.overlapping(range, visible);
    bar_index.overlapping(range, visible_bars);
}

const ShapedLine& TextView::State::shape(std::size_t paragraph, std::size_t line) {
    const Line& broken = layout.lines(paragraph)[line];
    const auto [entry, missing] = shaped.try_emplace(broken.begin);
    if (missing) {
        const bool leftwards = begins_right_to_left(text::slice(text, layout.paragraph(paragraph)));
        entry->second = shape_line(text, broken, leftwards, column, reading);
    }
    return entry->second;
}

float TextView::State::caret_x(std::size_t paragraph, std::size_t line, std::uint32_t byte) {
    return shape(paragraph, line).caret_x(byte);
}

std::uint32_t TextView::State::nearest(std::size_t paragraph, std::size_t line, float x) {
    return shape(paragraph, line).nearest(x);
}

std::size_t TextView::State::lines_per_page() const {
    return std::max<std::size_t>(1, static_cast<std::size_t>(size.y / metrics.line_height) - 1);
}

// The row in which a caret before the byte stands, if that line is at hand.
const Row* TextView::State::row_of(std::uint32_t byte) const {
    const auto after = std::partition_point(
        rows.begin(), rows.end(), [&](const Row& r) { return r.line->span.begin <= byte; });
    if (after == rows.begin()) return nullptr;
    const Row& row = *std::prev(after);
    return byte <= row.line->span.end ? &row : nullptr;
}

std::optional<Span> TextView::selection() const {
    return state_->caret.selection();
}

void TextView::select(Span span) {
    state_->caret.select(span);
}

void TextView::clear_selection() {
    state_->caret.collapse();
}

bool TextView::caret_mode() const {
    return state_->caret_mode;
}

std::uint32_t TextView::caret() const {
    return state_->caret.head();
}

void TextView::set_caret_mode(bool on, std::optional<std::uint32_t> at) {
    state_->caret_mode = on;
    if (at) state_->caret.place(*at);
}

void TextView::move(Motion motion, bool extend) {
    State& s = *state_;
    if (!s.laid_out) return;
    s.caret.move(motion, extend, s.layout, s);
    s.to_reveal = Span{s.caret.head(), s.caret.head()};
}

void TextView::reveal(Span span) {
    state_->to_reveal = span;
}

void TextView::scroll_by(double pixels) {
    state_->glide = 0;
    if (state_->laid_out) state_->viewport.scroll_by(pixels);
}

void TextView::scroll_to_fraction(double share) {
    State& s = *state_;
    s.glide = 0;
    if (s.laid_out) s.viewport.scroll_to(s.viewport.farthest() * std::clamp(share, 0.0, 1.0));
}

bool TextView::animating() const {
    return state_->glide != 0 || state_->to_reveal || state_->mouse.scrolling_fast;
}

std::optional<ImVec4> TextView::rect_of(Span span) const {
    const State& s = *state_;
    const float top = s.position.y, bottom = s.position.y + s.size.y;
    const float height = s.metrics.above + s.metrics.below;
    const auto in_view = [&](const Row& row) {
        return row.top + s.metrics.line_height > top && row.top < bottom;
    };
    if (span.empty()) {
        const Row* row = s.row_of(span.begin);
        if (!row || !in_view(*row)) return {};
        return ImVec4{row->x + row->line->caret_x(span.begin), row->baseline - s.metrics.above, 0,
                      height};
    }
    std::vector<Fragment> fragments;
    fragments_of(span, s.rows, fragments);
    for (const Fragment& f : fragments) {
        const Row& row = s.rows[f.row];
        if (in_view(row))
            return ImVec4{f.extent.left, row.baseline - s.metrics.above,
                          f.extent.right - f.extent.left, height};
    }
    return {};
}

std::optional<std::uint32_t> TextView::byte_at(ImVec2 screen) const {
    const State& s = *state_;
    const bool inside = screen.x >= s.position.x && screen.x < s.position.x + s.size.x &&
                        screen.y >= s.position.y && screen.y < s.position.y + s.size.y;
    if (!inside || s.rows.empty()) return {};
    return s.byte_near(screen);
}

const std::vector<VisibleLine>& TextView::visible_lines() const {
    return state_->visible_lines;
}

const std::vector<Decoration>& TextView::decorations() const {
    return state_->decorations;
}

std::vector<std::uint32_t> TextView::decorations_in(Span range) const {
    std::vector<std::uint32_t> found;
    state_->index.overlapping(range, found);
    return found;
}

void TextView::graphics_restored() {
    state_->painter.forget();
}

}  // namespace standpoint::web
