#include "web/textview/line_breaker.hpp"

#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"
#include "web/textview/pieces.hpp"

namespace standpoint::web {

namespace {

// Rounding of summed advances must not break a line that fits.
constexpr float tolerance = 0.01F;

float width_of(const Metrics& metrics, std::string_view text, const Piece& piece) {
    if (piece.kind == PieceKind::plain) return plain_advance(metrics, piece.first);
    const std::string_view picture = text.substr(piece.begin, piece.end - piece.begin);
    return metrics.advance_within(picture, picture.size());
}

// Cuts a shaped word that is wider than the column after the last grapheme that fits (at least
// one).
Piece cut_to_fit(const Metrics& metrics, std::string_view text, Piece piece, float column) {
    const std::string_view picture = text.substr(piece.begin, piece.end - piece.begin);
    std::size_t fits = text::next_grapheme(picture, 0);
    for (std::size_t next = fits; next < picture.size(); fits = next) {
        next = text::next_grapheme(picture, next);
        if (metrics.advance_within(picture, next) > column) break;
    }
    piece.end = piece.begin + static_cast<std::uint32_t>(fits);
    return piece;
}

}  // namespace

float plain_advance(const Metrics& metrics, char32_t c) {
    if (c == '\t') return 4 * metrics.advance(' ');
    return is_invisible(c) ? 0 : metrics.advance(c);
}

void break_lines(std::string_view text, text::Span paragraph, float column, const Metrics& metrics,
                 std::vector<Line>& out) {
    column += tolerance;
    Line line{paragraph.begin, paragraph.begin, paragraph.begin};
    float x = 0;  // of the line up to the piece in hand
    // The last place where the line in hand may break.
    Line candidate;
    float candidate_x = 0;
    bool has_candidate = false;
    char32_t before = 0, left = 0;

    const auto finish = [&](const Line& done) {
        out.push_back(done);
        line = {done.end, done.end, done.end};
        has_candidate = false;
    };

    for (std::uint32_t pos = paragraph.begin; pos < paragraph.end;) {
        Piece piece = next_piece(text, pos, paragraph.end);
        const bool space = is_line_space(piece.first);
        if (pos > line.begin && may_break(before, left, piece.first)) {
            candidate = {line.begin, line.ink_end, pos};
            candidate_x = x;
            has_candidate = true;
        }
        float width = width_of(metrics, text, piece);
        if (!space && x + width > column) {
            if (has_candidate) {
                const std::uint32_t ink_end = line.ink_end;
                finish(candidate);
                line.ink_end = ink_end > line.begin ? ink_end : line.begin;
                x -= candidate_x;
            }
            if (x + width > column && pos > line.begin) {
                finish({line.begin, line.ink_end, pos});
                x = 0;
            }
            if (width > column && piece.kind == PieceKind::shaped) {
                piece = cut_to_fit(metrics, text, piece, column);
                width = width_of(metrics, text, piece);
            }
        }
        x += width;
        pos = piece.end;
        line.end = pos;
        if (!space) line.ink_end = pos;
        before = left;
        left = piece.first;
        if (piece.kind != PieceKind::plain) left = text::decode_before(text, pos).value;
    }
    line.end = paragraph.end;
    out.push_back(line);
}

}  // namespace standpoint::web
