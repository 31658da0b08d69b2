// What a TextView holds, for the files that implement it: text_view.cpp (the interface and the
// frame), text_view_draw.cpp (what is drawn), text_view_mouse.cpp (what the mouse does).
#pragma once

#include <unordered_map>

#include "web/textview/caret.hpp"
#include "web/textview/font_face.hpp"
#include "web/textview/highlights.hpp"
#include "web/textview/layout.hpp"
#include "web/textview/margin_notes.hpp"
#include "web/textview/painter.hpp"
#include "web/textview/span_index.hpp"
#include "web/textview/text_view.hpp"
#include "web/textview/viewport.hpp"

namespace standpoint::web {

// Above the title, and between it and the subtitle.
inline constexpr float head_padding = 28, subtitle_gap = 5;

struct TextView::State final : LineGeometry {
    // What the caller gave.
    std::string_view text;
    std::string title, subtitle;
    std::uint64_t version = 0;
    std::vector<Decoration> decorations;
    std::vector<MarginBar> bars;
    TextFocus focus;
    TextStyle style;
    ImVec2 position, size;

    // Derived from it.
    SpanIndex index, bar_index;  // of decorations, of bars
    Layout layout;
    Viewport viewport{layout};
    Caret caret;
    bool caret_mode = false;
    bool laid_out = false;  // false before the first frame of a text
    FontFace reading, heading, small;
    float column = 0, column_x = 0;
    RowMetrics metrics;
    std::vector<ShapedLine> title_lines;
    ShapedLine subtitle_line;
    float head = 0, heading_line = 0;
    std::unordered_map<std::uint32_t, ShapedLine> shaped;  // by the byte at which a line begins

    // Of the last frame.
    std::vector<LineInView> lines_in_view;
    std::vector<Row> rows;  // some above the view as well, for margin notes that reach into it
    std::vector<VisibleLine> visible_lines;
    std::vector<std::uint32_t> visible, visible_bars;
    HighlightBuilder builder;
    HighlightLayers layers;
    std::vector<ArcVertex> arcs;
    MarginNotes notes;
    Painter painter;

    std::optional<Span> to_reveal;
    double glide = 0;  // pixels of a scroll that are still to go

    enum class Grain { grapheme, word, sentence, paragraph };
    struct Mouse {
        bool selecting = false, dragged = false, plain = false, scrolling_fast = false;
        Grain grain = Grain::grapheme;
        Span origin;                 // what was under the press, at that grain
        std::optional<Span> before;  // the selection before it
        bool on_scrollbar = false, over_scrollbar = false;
        double grip = 0;  // where on the thumb it was taken
        std::optional<std::uint64_t> note;
    } mouse;

    // text_view.cpp
    void prepare(ImVec2 at, ImVec2 extent, const TextStyle& new_style);
    void settle();
    void collect();
    void reveal_now(Span span);
    const ShapedLine& shape(std::size_t paragraph, std::size_t line);
    const Row* row_of(std::uint32_t byte) const;
    float caret_x(std::size_t paragraph, std::size_t line, std::uint32_t byte) override;
    std::uint32_t nearest(std::size_t paragraph, std::size_t line, float x) override;
    std::size_t lines_per_page() const override;

    // text_view_draw.cpp
    void draw(ImDrawList& list);
    struct Thumb {
        float x, y, width, height;
    };
    std::optional<Thumb> thumb() const;

    // text_view_mouse.cpp
    void take_mouse(bool active, TextEvents& events);
    std::uint32_t byte_near(ImVec2 point) const;
    std::optional<Span> grapheme_at(ImVec2 point) const;

  private:
    void draw_head(ImDrawList& list) const;
    void add_arcs();
    void add_caret();
    void add_scrollbar();

    void press(ImVec2 point, TextEvents& events);
    void drag(ImVec2 point);
    void release(TextEvents& events);
    Span grain_at(std::uint32_t byte) const;
    std::vector<std::uint64_t> items_at(ImVec2 point) const;
    bool over_thumb(ImVec2 point) const;
};

}  // namespace standpoint::web
