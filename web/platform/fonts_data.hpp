// The bundled faces, subset and compiled in: TrueType or OpenType files. Defined by a source that
// make_fonts.py generates.
#pragma once

#include <span>

namespace standpoint::web::fonts_data {

extern const std::span<const unsigned char> reading, reading_bold, ui, ui_bold, mono;

}  // namespace standpoint::web::fonts_data
