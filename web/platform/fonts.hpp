// Faces: the fonts of the page. Bundled subsets (Latin, Greek, Cyrillic) are rasterised by ImGui;
// every other character is drawn by the browser's own fonts, on demand, into ImGui's atlas.
//
// ImGui knows one code point, one glyph. A cluster that must be drawn as a whole (a flag, an emoji
// family, a letter with combining marks, a word in a script that joins its letters) is given a code
// of its own, where Unicode has no characters, and is drawn under that code by the browser, which
// shapes it. Codes are handed out for the life of the page and looked up by (cluster) text.
//
// Sizes are CSS font sizes: the em. Icons are not a font; see web/app/icons.hpp.
#pragma once

#include <imgui.h>

#include <string_view>

namespace standpoint::web {

struct Faces {
    ImFont* reading = nullptr;       // serif, the article
    ImFont* reading_bold = nullptr;  // serif or sans bold for emphasis in prose
    ImFont* ui = nullptr;            // sans
    ImFont* ui_bold = nullptr;       // sans, semibold: headings, the selected
    ImFont* mono = nullptr;          // key caps
};

// Adds the fonts to the current ImGui context. Natively (tests) ImGui's built-in font serves.
Faces load_faces();

// The code under which the cluster is drawn; its own code point if it is a single one. The cluster
// is valid UTF-8 and not empty.
ImWchar cluster_code(std::string_view cluster);

// Width in CSS pixels of the part of a cluster before `bytes`, as the browser measures it at this
// font size: where the caret stands inside a shaped run.
float cluster_advance(std::string_view cluster, std::size_t bytes, float font_size);

}  // namespace standpoint::web
