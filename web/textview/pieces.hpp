// Pieces: the units in which a line is measured and drawn. Most are single code points; a grapheme
// of several is drawn as one picture, and so is a word of a script that joins or reorders its
// letters (Arabic, Devanagari, ...), because only the browser can shape those.
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint::web {

enum class PieceKind : std::uint8_t {
    plain,    // one code point
    cluster,  // one grapheme of several code points
    shaped,   // a word, or a part of a very long one, of a joining script
};

struct Piece {
    std::uint32_t begin = 0, end = 0;
    char32_t first = 0;  // its first code point
    PieceKind kind = PieceKind::plain;
};

// The piece that starts at `pos`. REQUIRES: pos < end <= text.size(), both grapheme boundaries.
Piece next_piece(std::string_view text, std::uint32_t pos, std::uint32_t end);

bool is_right_to_left(char32_t c);  // Hebrew, Arabic, Syriac, Thaana, N'Ko and their like
bool is_left_to_right(char32_t c);  // a letter of any other script
bool is_line_space(char32_t c);     // white space that a line may break after
bool is_invisible(char32_t c);      // controls and format characters: no width, no picture

// Whether a line may break between `left` and `right`; `before` precedes `left` (0 at the start).
bool may_break(char32_t before, char32_t left, char32_t right);

}  // namespace standpoint::web
