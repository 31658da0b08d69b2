// Layout: a text of any size as paragraphs and lines, where only what is looked at is laid out.
//
// A paragraph is a line of the text (between line feeds). One longer than `longest_paragraph` bytes
// is cut, at a space where there is one, into parts that are laid out each on its own (so a book
// without a single line feed costs no more than one with many; the line before a cut may end
// early). Lines are broken when first asked for and kept until the column or the metrics change;
// heights of the others are estimates, summed in a Fenwick tree. Heights are CSS pixels in double
// precision, kept in 1/64 pixel. The text must outlive the layout and must not change.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/span.hpp"
#include "web/textview/fenwick.hpp"
#include "web/textview/line_breaker.hpp"
#include "web/textview/metrics.hpp"

namespace standpoint::web {

struct LineSpacing {
    double line = 28;        // from baseline to baseline
    double paragraph = 14;   // added after a paragraph
    double blank_line = 10;  // a paragraph of white space alone

    friend bool operator==(const LineSpacing&, const LineSpacing&) = default;
};

class Layout {
  public:
    static constexpr std::uint32_t longest_paragraph = 8192;

    void set_text(std::string_view text);
    // The same text at another place in memory.
    void move_text(std::string_view text) { text_ = text; }
    // Forgets all lines. `metrics` must outlive the layout or its next reset.
    void reset(const Metrics& metrics, float column, const LineSpacing& spacing);

    std::string_view text() const { return text_; }
    std::size_t paragraphs() const { return begins_.size(); }
    // Without the line feed that ends it.
    text::Span paragraph(std::size_t index) const;
    std::size_t paragraph_of(std::uint32_t byte) const;

    // REQUIRES: reset() was called.
    const std::vector<Line>& lines(std::size_t index);
    // The line of a paragraph that holds the byte; a byte between two lines belongs to the later.
    std::size_t line_of(std::size_t index, std::uint32_t byte);

    double top(std::size_t index) const { return pixels(heights_.sum(index)); }
    double height(std::size_t index) const { return top(index + 1) - top(index); }
    double total() const { return top(paragraphs()); }
    // The paragraph at a height; the last one below the end.
    std::size_t paragraph_at(double y) const;
    const LineSpacing& spacing() const { return spacing_; }

  private:
    static double pixels(std::int64_t units) { return static_cast<double>(units) / 64; }
    std::int64_t units_for(std::size_t index, std::size_t line_count) const;
    std::size_t estimated_lines(std::size_t index) const;
    bool is_blank(std::size_t index) const { return paragraph(index).empty(); }
    bool continues(std::size_t index) const;

    std::string_view text_;
    std::vector<std::uint32_t> begins_;
    const Metrics* metrics_ = nullptr;
    float column_ = 0;
    LineSpacing spacing_;
    double bytes_per_line_ = 80;
    Fenwick heights_;
    std::unordered_map<std::size_t, std::vector<Line>> lines_;
};

}  // namespace standpoint::web
