// Caret: a selection between an anchor and a head, and where motions of the keyboard take it.
//
// Both ends are always grapheme boundaries of the text. Vertical motions keep the x at which they
// began. Word motions stop at the edges of tokens (core/text/tokens.hpp).
#pragma once

#include <cstdint>
#include <optional>

#include "core/text/span.hpp"
#include "web/textview/layout.hpp"
#include "web/textview/text_view.hpp"

namespace standpoint::web {

// What a motion asks of the view: a line's geometry, and how many lines a page is.
class LineGeometry {
  public:
    virtual ~LineGeometry() = default;
    virtual float caret_x(std::size_t paragraph, std::size_t line, std::uint32_t byte) = 0;
    virtual std::uint32_t nearest(std::size_t paragraph, std::size_t line, float x) = 0;
    virtual std::size_t lines_per_page() const = 0;
};

class Caret {
  public:
    void set_text(std::string_view text);
    // The same text at another place in memory.
    void move_text(std::string_view text) { text_ = text; }

    std::uint32_t head() const { return head_; }
    std::uint32_t anchor() const { return anchor_; }
    std::optional<text::Span> selection() const;
    // Both are moved to grapheme boundaries: inwards for the head of a motion, outwards for a span.
    void place(std::uint32_t byte);
    void extend_to(std::uint32_t byte);
    void select(text::Span span);
    void collapse() { anchor_ = head_; }

    void move(Motion motion, bool extend, Layout& layout, LineGeometry& geometry);

  private:
    std::uint32_t target(Motion motion, Layout& layout, LineGeometry& geometry);
    std::uint32_t vertical(std::ptrdiff_t lines, Layout& layout, LineGeometry& geometry);
    std::uint32_t boundary(std::uint32_t byte) const;

    std::string_view text_;
    std::uint32_t anchor_ = 0, head_ = 0;
    std::optional<float> goal_x_;
};

// The token that holds the byte (or ends at it, if none holds it), within its paragraph of the
// layout; nothing between tokens.
std::optional<text::Span> word_at(const Layout& layout, std::uint32_t byte);
// The sentence that holds the byte; the paragraph if it lies between sentences.
text::Span sentence_at(const Layout& layout, std::uint32_t byte);

}  // namespace standpoint::web
