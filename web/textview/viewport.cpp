#include "web/textview/viewport.hpp"

#include <algorithm>
#include <cmath>

namespace standpoint::web {

void Viewport::to_start() {
    paragraph_ = 0;
    offset_ = -head_;
    remembered_ = false;
}

void Viewport::remember() {
    remembered_ = true;
    remembered_start_ = position() <= 0;
    remembered_byte_ = 0;
    remembered_offset_ = offset_;
    if (offset_ < 0) return;
    const std::vector<Line>& lines = layout_.lines(paragraph_);
    const double line_height = layout_.spacing().line;
    const auto line = static_cast<std::size_t>(offset_ / line_height);
    if (line < lines.size()) {
        remembered_byte_ = lines[line].begin;
        remembered_offset_ = offset_ - static_cast<double>(line) * line_height;
    } else if (paragraph_ + 1 < layout_.paragraphs()) {
        // Only the gap below the paragraph is in view: the next one counts.
        remembered_byte_ = layout_.paragraph(paragraph_ + 1).begin;
        remembered_offset_ = offset_ - layout_.height(paragraph_);
    } else {
        remembered_byte_ = lines.back().begin;
    }
}

void Viewport::resize(double height, double head, double tail) {
    const bool in_head = paragraph_ == 0 && (offset_ < 0 || position() <= 0);
    if (remembered_) {
        remembered_ = false;
        paragraph_ = layout_.paragraph_of(remembered_byte_);
        const std::size_t line = layout_.line_of(paragraph_, remembered_byte_);
        offset_ = remembered_offset_ + static_cast<double>(line) * layout_.spacing().line;
        if (remembered_start_) offset_ = -head;
    } else if (in_head) {
        offset_ = position() - head;
    }
    height_ = height;
    head_ = head;
    tail_ = tail;
}

double Viewport::position() const {
    return head_ + layout_.top(paragraph_) + offset_;
}

double Viewport::farthest() const {
    return std::max(0.0, content_height() - height_);
}

void Viewport::scroll_to(double position) {
    const double y = std::clamp(position, 0.0, farthest()) - head_;
    paragraph_ = layout_.paragraph_at(y);
    offset_ = y - layout_.top(paragraph_);
    // The paragraph may turn out lower than it was estimated.
    layout_.lines(paragraph_);
    offset_ = std::min(offset_, std::max(0.0, layout_.height(paragraph_) - 1));
}

void Viewport::scroll_by(double pixels) {
    if (std::abs(pixels) > 4 * height_ + 1) {
        scroll_to(position() + pixels);
        return;
    }
    offset_ += pixels;
    normalise();
}

// Moves the anchor to the paragraph at the view's top, over exact heights.
void Viewport::normalise() {
    while (offset_ < 0 && paragraph_ > 0) {
        layout_.lines(--paragraph_);
        offset_ += layout_.height(paragraph_);
    }
    if (paragraph_ == 0) offset_ = std::max(offset_, -head_);
    while (paragraph_ + 1 < layout_.paragraphs()) {
        layout_.lines(paragraph_);
        const double height = layout_.height(paragraph_);
        if (offset_ < height) return;
        offset_ -= height;
        ++paragraph_;
    }
    layout_.lines(paragraph_);
}

double Viewport::y_of(std::uint32_t byte) {
    const std::size_t paragraph = layout_.paragraph_of(byte);
    const std::size_t line = layout_.line_of(paragraph, byte);
    return layout_.top(paragraph) + static_cast<double>(line) * layout_.spacing().line + head_ -
           position();
}

double Viewport::distance_to(std::uint32_t byte, double margin) {
    const double y = y_of(byte), line = layout_.spacing().line;
    margin = std::min(margin, std::max(0.0, (height_ - line) / 2));
    if (y < margin) return std::max(y - margin, -position());
    if (y + line > height_ - margin)
        return std::min(y + line - height_ + margin, std::max(0.0, farthest() - position()));
    return 0;
}

void Viewport::place(std::uint32_t byte, double y) {
    paragraph_ = layout_.paragraph_of(byte);
    const std::size_t line = layout_.line_of(paragraph_, byte);
    offset_ = static_cast<double>(line) * layout_.spacing().line - y;
    normalise();
}

void Viewport::collect(std::vector<LineInView>& lines, double above) {
    lines.clear();
    for (int attempt = 0; attempt < 2; ++attempt) {
        normalise();
        double y = -offset_;
        std::size_t p = paragraph_;
        for (; p < layout_.paragraphs() && y < height_; ++p) {
            layout_.lines(p);
            y += layout_.height(p);
        }
        // Below the end: come back by what is empty, and look again.
        const double missing = height_ - (y + tail_);
        if (p < layout_.paragraphs() || missing <= 0 || position() <= 0) break;
        offset_ -= std::min(missing, position());
    }
    normalise();
    double y = -offset_;
    std::size_t p = paragraph_;
    for (; p > 0 && y > -above; y -= layout_.height(p)) layout_.lines(--p);
    const double line_height = layout_.spacing().line;
    for (; p < layout_.paragraphs() && y < height_; ++p) {
        const std::vector<Line>& all = layout_.lines(p);
        const double skipped = std::max(0.0, std::floor((-above - y) / line_height));
        for (auto i = static_cast<std::size_t>(skipped); i < all.size(); ++i) {
            const double line_y = y + static_cast<double>(i) * line_height;
            if (line_y >= height_) break;
            lines.push_back({p, i, line_y});
        }
        y += layout_.height(p);
    }
}

}  // namespace standpoint::web
