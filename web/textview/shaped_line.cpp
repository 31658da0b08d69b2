#include "web/textview/shaped_line.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"
#include "web/textview/pieces.hpp"

namespace standpoint::web {

namespace {

class Shaper {
  public:
    Shaper(std::string_view text, const Metrics& metrics, ShapedLine& out)
        : text_(text), metrics_(metrics), out_(out) {}

    void run(const Line& line, bool right_to_left, float column) {
        for (std::uint32_t pos = line.begin; pos < line.end;) {
            const Piece piece = next_piece(text_, pos, line.end);
            std::uint32_t end = piece.end;
            const Mark mark{out_.cells.size(), out_.glyphs.size(), x_};
            const std::uint32_t run_end =
                end_of_run(pos, piece, pos < line.ink_end ? line.ink_end : line.end, right_to_left);
            const bool leftwards = run_end > pos;
            if (leftwards) {
                end = run_end;
                add_picture(pos, end, true);
                out_.mixed = true;
            } else if (piece.kind == PieceKind::plain) {
                add_plain(piece);
            } else {
                add_picture(pos, end, false);
            }
            // In a right-to-left line, what runs to the right is one segment up to the next run.
            if (right_to_left && (leftwards || !open_segment_)) segments_.push_back(mark);
            open_segment_ = !leftwards;
            pos = end;
            if (pos == line.ink_end) out_.width = x_;
        }
        if (right_to_left) reorder(column);
    }

  private:
    struct Mark {  // where a segment starts
        std::size_t cell, glyph;
        float x;
    };

    void add_plain(const Piece& piece) {
        const float width = plain_advance(metrics_, piece.first);
        out_.cells.push_back({piece.begin, x_, x_ + width});
        if (!is_invisible(piece.first) && !is_line_space(piece.first))
            out_.glyphs.push_back({x_, piece.first});
        x_ += width;
    }

    void add_picture(std::uint32_t begin, std::uint32_t end, bool leftwards) {
        const std::string_view picture = text_.substr(begin, end - begin);
        const float width = metrics_.advance_within(picture, picture.size());
        for (std::size_t at = 0; at < picture.size();) {
            const std::size_t next = std::min(text::next_grapheme(picture, at), picture.size());
            const float from = at == 0 ? 0 : metrics_.advance_within(picture, at);
            const float to =
                next == picture.size() ? width : metrics_.advance_within(picture, next);
            const auto byte = begin + static_cast<std::uint32_t>(at);
            out_.cells.push_back(leftwards ? Cell{byte, x_ + width - from, x_ + width - to}
                                           : Cell{byte, x_ + from, x_ + to});
            at = next;
        }
        // Marks around a right-to-left run keep the punctuation at its ends on the right side,
        // whatever direction the page is drawn in.
        out_.glyphs.push_back({x_, leftwards
                                       ? metrics_.code("\u200F" + std::string(picture) + "\u200F")
                                       : metrics_.code(picture)});
        x_ += width;
    }

    // Where the right-to-left run that begins here ends; `begin` if none does. It reaches from one
    // right-to-left word to another over everything that is no letter of another script; in a
    // right-to-left line it also takes what stands before the first and after the last.
    std::uint32_t end_of_run(std::uint32_t begin, const Piece& first, std::uint32_t line_end,
                             bool right_to_left) const {
        if (!right_to_left && !is_right_to_left(first.first)) return begin;
        std::uint32_t last_word = begin, pos = begin;
        while (pos < line_end) {
            const Piece piece = next_piece(text_, pos, line_end);
            if (is_right_to_left(piece.first))
                last_word = piece.end;
            else if (is_left_to_right(piece.first))
                break;
            pos = piece.end;
        }
        return right_to_left && last_word > begin ? pos : last_word;
    }

    // Puts the segments, which stand from left to right, from right to left.
    void reorder(float column) {
        const float end = std::max(x_, 0.0F);
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            const Mark& from = segments_[i];
            const Mark to = i + 1 < segments_.size()
                                ? segments_[i + 1]
                                : Mark{out_.cells.size(), out_.glyphs.size(), end};
            // What stood `from.x` from the left end now ends as far from the column's right edge.
            const float shift = column - to.x - from.x;
            for (std::size_t c = from.cell; c < to.cell; ++c) {
                out_.cells[c].leading += shift;
                out_.cells[c].trailing += shift;
            }
            for (std::size_t g = from.glyph; g < to.glyph; ++g) out_.glyphs[g].x += shift;
        }
        out_.mixed = true;
    }

    std::string_view text_;
    const Metrics& metrics_;
    ShapedLine& out_;
    float x_ = 0;
    std::vector<Mark> segments_;
    bool open_segment_ = false;
};

}  // namespace

ShapedLine shape_line(std::string_view text, const Line& line, bool right_to_left, float column,
                      const Metrics& metrics) {
    ShapedLine out;
    out.span = {line.begin, line.end};
    out.ink_end = line.ink_end;
    out.cells.reserve(line.end - line.begin);
    out.glyphs.reserve(line.end - line.begin);
    Shaper(text, metrics, out).run(line, right_to_left, column);
    return out;
}

bool begins_right_to_left(std::string_view paragraph) {
    for (std::size_t pos = 0; pos < paragraph.size();) {
        const text::CodePoint code = text::decode(paragraph, pos);
        if (is_right_to_left(code.value)) return true;
        if (is_left_to_right(code.value)) return false;
        pos += code.bytes;
    }
    return false;
}

float ShapedLine::caret_x(std::uint32_t byte) const {
    if (cells.empty()) return 0;
    const auto after = std::upper_bound(cells.begin(), cells.end(), byte,
                                        [](std::uint32_t b, const Cell& c) { return b < c.begin; });
    const Cell& cell = after == cells.begin() ? *after : *(after - 1);
    return byte >= span.end ? cells.back().trailing : cell.leading;
}

std::uint32_t ShapedLine::nearest(float x) const {
    std::uint32_t best = span.begin;
    float distance = INFINITY;
    const auto consider = [&](std::uint32_t byte, float edge) {
        if (std::abs(edge - x) < distance) {
            distance = std::abs(edge - x);
            best = byte;
        }
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        consider(cells[i].begin, cells[i].leading);
        consider(i + 1 < cells.size() ? cells[i + 1].begin : span.end, cells[i].trailing);
    }
    return best;
}

std::optional<text::Span> ShapedLine::grapheme_at(float x) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto [left, right] = std::minmax(cells[i].leading, cells[i].trailing);
        if (left <= x && x < right)
            return text::Span{cells[i].begin, i + 1 < cells.size() ? cells[i + 1].begin : span.end};
    }
    return {};
}

void ShapedLine::extents(text::Span range, std::vector<Extent>& out) const {
    range.begin = std::max(range.begin, span.begin);
    range.end = std::min(range.end, ink_end);
    if (range.empty() || cells.empty()) return;
    if (!mixed) {
        out.push_back({caret_x(range.begin), caret_x(range.end)});
        return;
    }
    const std::size_t first_new = out.size();
    for (const Cell& cell : cells) {
        if (!range.contains(cell.begin)) continue;
        const auto [left, right] = std::minmax(cell.leading, cell.trailing);
        if (out.size() > first_new && std::abs(out.back().right - left) < 0.5F)
            out.back().right = right;
        else if (out.size() > first_new && std::abs(out.back().left - right) < 0.5F)
            out.back().left = left;
        else
            out.push_back({left, right});
    }
}

}  // namespace standpoint::web
