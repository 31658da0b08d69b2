#!/usr/bin/env python3
"""Subsets the bundled faces and writes them as a C++ source.

usage: make_fonts.py OUTPUT.cpp FACE=FONT_FILE...     (the faces are those of fonts_data.hpp)

Layout tables, names and hinting go, because ImGui's rasteriser uses none of them. The vertical
metrics are rewritten: ascent and descent together become exactly one em, with the capitals in its
middle. ImGui scales a font so that ascent plus descent is the size asked for; with these metrics that
size is the em, as in CSS, and text stands centred in whatever box is as high as its size.
"""
import io
import sys

from fontTools import subset

LATIN = [(0x20, 0x7E), (0xA0, 0x17F)]
LATIN_EXTENDED = [(0x180, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F)]
GREEK_CYRILLIC = [(0x370, 0x3FF), (0x400, 0x52F)]
SYMBOLS = [(0x2000, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x23FF),
           (0x25A0, 0x26FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]
KEYS = [(0x20, 0x7E), (0x2190, 0x2193), (0x21E5, 0x21E7), (0x2318, 0x2318), (0x2325, 0x2326),
        (0x232B, 0x232B), (0x23CE, 0x23CE), (0xFFFD, 0xFFFD)]

CHARACTERS = {
    "reading": LATIN + LATIN_EXTENDED + GREEK_CYRILLIC + SYMBOLS,
    "reading_bold": LATIN + GREEK_CYRILLIC + SYMBOLS,
    "ui": LATIN + LATIN_EXTENDED + GREEK_CYRILLIC + SYMBOLS,
    "ui_bold": LATIN + GREEK_CYRILLIC + SYMBOLS,
    "mono": KEYS,
}


def cap_height(font):
    units = font["head"].unitsPerEm
    return (getattr(font["OS/2"], "sCapHeight", 0) or round(0.72 * units)), units


def subset_font(path, ranges):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=True,
                             recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "MATH", "DSIG", "kern", "FFTM"]
    font = subset.load_font(path, options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    chosen.subset(font)

    capitals, units = cap_height(font)
    font["hhea"].ascent = (units + capitals) // 2
    font["hhea"].descent = font["hhea"].ascent - units
    font["hhea"].lineGap = 0

    output = io.BytesIO()
    font.save(output)
    return output.getvalue()


def main():
    output, *faces = sys.argv[1:]
    lines = ['#include "web/platform/fonts_data.hpp"', "", "namespace standpoint::web::fonts_data {",
             "namespace {"]
    names = []
    for face in faces:
        name, path = face.split("=", 1)
        data = subset_font(path, CHARACTERS[name])
        lines.append(f"constexpr unsigned char {name}_bytes[] = {{")
        lines += [",".join(map(str, data[i:i + 32])) + "," for i in range(0, len(data), 32)]
        lines.append("};")
        names.append(name)
    lines.append("}  // namespace")
    lines += [f"const std::span<const unsigned char> {name}({name}_bytes);" for name in names]
    lines.append("}  // namespace standpoint::web::fonts_data")
    with open(output, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
