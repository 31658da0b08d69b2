// Viewport: which part of a layout is in view.
//
// Scrolling is anchored to a paragraph, not to a height from the top: while estimates above turn
// exact, what is on the screen stays where it is. Heights are CSS pixels, y = 0 at the top of the
// content (title and subtitle, `head` pixels high, come before the first paragraph).
#pragma once

#include "web/textview/layout.hpp"

namespace standpoint::web {

// A line in view: y is where it begins, from the top of the view.
struct LineInView {
    std::size_t paragraph = 0, line = 0;
    double y = 0;
};

class Viewport {
  public:
    explicit Viewport(Layout& layout) : layout_(layout) {}

    void to_start();
    // After a change of size or of the layout; `head` and `tail` are what stands above and below
    // the text. Keeps the byte at the top of the view in its place.
    void resize(double height, double head, double tail);
    // Call before Layout::reset, then resize: remembers by byte what is at the top.
    void remember();

    double position() const;  // of the view's top in the content
    double farthest() const;  // the largest position
    double content_height() const { return head_ + layout_.total() + tail_; }
    double height() const { return height_; }

    void scroll_to(double position);
    void scroll_by(double pixels);

    // How far to scroll so that the line of the byte stands at least `margin` from both edges; 0 if
    // it already does.
    double distance_to(std::uint32_t byte, double margin);

    // Brings the line of the byte to stand `y` below the view's top.
    void place(std::uint32_t byte, double y);

    // Lays out what is in view, keeps the position within the content, and lists the lines in view
    // in order, from `above` pixels over the view's top.
    void collect(std::vector<LineInView>& lines, double above = 0);

  private:
    void normalise();
    double y_of(std::uint32_t byte);

    Layout& layout_;
    double height_ = 0, head_ = 0, tail_ = 0;
    // The view's top lies `offset_` below the top of the paragraph (above it: in the head).
    std::size_t paragraph_ = 0;
    double offset_ = 0;
    bool remembered_ = false, remembered_start_ = false;
    std::uint32_t remembered_byte_ = 0;
    double remembered_offset_ = 0;
};

}  // namespace standpoint::web
