// TextView: the article. Layout, scrolling, hit-testing, selection and highlights, over a text of
// any size; it draws what it is given and knows nothing of the project.
//
// The caller gives text, heading and decorations when they change and draws every frame; a frame
// costs what is visible (wrapped lines are cached per paragraph, spans sit in an interval index).
// Spans are bytes of the text. Positions are CSS pixels; scrolling is in double precision. The text
// must stay alive and unchanged while it is set.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.hpp"

namespace standpoint::web {

using text::Span;

// How a span is drawn. Underlines of overlapping and nested spans are stacked.
enum class Mark : std::uint8_t {
    mention,   // filled when decided; a dashed underline only when suggested
    cue,       // dotted underline
    content,   // soft wash behind the text
    source,    // thin solid underline
    evidence,  // wash in the polarity's colour
    found,     // a search hit or a previewed occurrence: outlined
};

struct Decoration {
    Span span;
    Mark mark = Mark::mention;
    std::uint64_t item = 0;  // opaque to the view; comes back from hit-testing; 0 = not clickable
    ImU32 colour = 0;
    bool suggested = false;
    bool rejected = false;  // drawn faintly
};

// A pill in the right margin, beside the line that holds `at` ("favor ?" / "Lindqvist → toll").
struct MarginNote {
    std::uint32_t at = 0;
    std::uint64_t item = 0;
    std::string pill, caption;
    ImU32 colour = 0;
    bool suggested = false;
};

// A vertical bar in the left margin, along the lines of the span.
struct MarginBar {
    Span span;
    ImU32 colour = 0;
};

struct TextStyle {
    ImFont* text = nullptr;     // the reading face
    ImFont* heading = nullptr;  // bold face of title
    ImFont* ui = nullptr;       // subtitle, margin captions
    float size = 17, line_height = 1.68F, heading_size = 26, small = 11.5F;
    float column = 560;  // widest text column, CSS pixels (the caller keeps it <= 75 chars)
    float margin_left = 44, margin_right = 120, paragraph_gap = 0.85F;  // gap in lines
    ImU32 ink = 0, muted = 0, heading_ink = 0, background = 0;
    ImU32 selection = 0, caret = 0, focus_ring = 0, accent = 0, wash = 0;
    ImU32 pill_text_suggested = 0;
    bool dark = false;
    bool reduced_motion = false;  // jump where it would glide
};

struct TextContent {
    std::string_view text;
    std::string_view title, subtitle;  // drawn above the text; not part of it
    std::uint64_t version = 0;         // another number = another text
};

// What is in hand: drawn unmistakably, its parts joined by arcs (source -> cue -> content).
struct TextFocus {
    std::uint64_t item = 0;
    std::vector<Span> spans;   // of the item itself: ring around it
    std::vector<Span> linked;  // the item's other parts
    // Arcs between the middles of two spans, drawn if `arcs`.
    std::vector<std::pair<Span, Span>> arcs;
};

enum class Motion : std::uint8_t {
    character_left,
    character_right,
    word_left,
    word_right,
    line_up,
    line_down,
    line_start,
    line_end,
    page_up,
    page_down,
    paragraph_up,
    paragraph_down,
    text_start,
    text_end,
};

// What the person did in the view in this frame.
struct TextEvents {
    bool selection_changed = false;      // by the mouse, and the button is up again
    std::vector<std::uint64_t> clicked;  // items under a plain click, innermost first
    bool clicked_nothing = false;        // a plain click on no item
    bool right_clicked = false;
};

// One visible line, for the accessible mirror.
struct VisibleLine {
    Span span;
    float x, y, width, height;
};

class TextView {
  public:
    TextView();
    ~TextView();
    TextView(const TextView&) = delete;
    TextView& operator=(const TextView&) = delete;

    void set_content(const TextContent& content);
    void set_decorations(std::vector<Decoration> decorations, std::vector<MarginNote> notes,
                         std::vector<MarginBar> bars);
    void set_focus(TextFocus focus);

    // Draws into the current ImGui window, in the rectangle given (screen coordinates), and takes
    // the mouse there. `active`: mouse input is for the view (no popup above it).
    TextEvents draw(ImVec2 position, ImVec2 size, const TextStyle& style, bool active);

    // Selection and caret. The selection is always on grapheme boundaries.
    std::optional<Span> selection() const;
    void select(Span span);
    void clear_selection();
    bool caret_mode() const;
    std::uint32_t caret() const;
    void set_caret_mode(bool on, std::optional<std::uint32_t> at = {});
    void move(Motion motion,
              bool extend);  // moves the caret; extends the selection from its anchor

    // Scrolls as little as needed to have the span well in view at the next draw.
    void reveal(Span span);
    void scroll_by(double pixels);
    void scroll_to_fraction(double share);
    bool animating() const;  // wants another frame

    // Where the span's first visible line is on the screen (as last drawn), if it is visible.
    std::optional<ImVec4> rect_of(Span span) const;  // x, y, width, height
    std::optional<std::uint32_t> byte_at(ImVec2 screen) const;
    // Lines visible as last drawn, top first.
    const std::vector<VisibleLine>& visible_lines() const;
    const std::vector<Decoration>& decorations() const;
    // Indices into decorations() that overlap the range, in reading order.
    std::vector<std::uint32_t> decorations_in(Span range) const;

    void graphics_restored();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace standpoint::web
