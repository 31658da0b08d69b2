// Faces in the browser: the bundled fonts, and behind each of them the browser's own, through a
// font loader that draws on a 2D canvas.

#include <imgui_internal.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "web/platform/clusters.hpp"
#include "web/platform/fonts.hpp"
#include "web/platform/fonts_data.hpp"

extern "C" {  // fonts_browser.js
void sp_measure_text(const char* text, int size, const char* font, float* measures);
bool sp_draw_text(int left, int above, int width, int height, unsigned char* pixels);
}

namespace standpoint::web {

namespace {

struct Family {
    const char* weight;
    const char* names;
};

// What the browser draws with, by ImFontConfig::FontLoaderFlags.
enum : unsigned { serif, serif_bold, sans, sans_bold, fixed };
constexpr std::array<Family, 5> families{{{"400", "'Noto Serif', Georgia, serif"},
                                          {"700", "'Noto Serif', Georgia, serif"},
                                          {"400", "system-ui, sans-serif"},
                                          {"600", "system-ui, sans-serif"},
                                          {"400", "ui-monospace, monospace"}}};

struct Measures {
    float advance, left, right, above, below;
};

Measures measure(std::string_view text, unsigned family, float pixels) {
    std::array<char, 96> font;
    ImFormatString(font.data(), font.size(), "%s %.3fpx %s", families[family].weight,
                   static_cast<double>(pixels), families[family].names);
    Measures measures;
    sp_measure_text(text.data(), static_cast<int>(text.size()), font.data(), &measures.advance);
    return measures;
}

bool drawable(ImWchar code) {
    return code >= 0x20 && !(code >= 0x7F && code < 0xA0);
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code) {
    return drawable(code);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* only_advance) {
    if (!drawable(code)) return false;
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const Measures m = measure(text_of_code(code), source->FontLoaderFlags, baked->Size * density);
    if (only_advance != nullptr) {
        *only_advance = m.advance / density;
        return true;
    }
    glyph->Codepoint = code;
    glyph->AdvanceX = m.advance / density;

    const int width = static_cast<int>(m.left + m.right);
    const int height = static_cast<int>(m.above + m.below);
    if (width <= 2 || height <= 2) return true;  // a space: only the margins
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
    if (place == ImFontAtlasRectId_Invalid) return true;  // the atlas is full: leave a gap
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
    ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
    pixels.resize(width * height * 4);
    glyph->Colored = sp_draw_text(static_cast<int>(m.left), static_cast<int>(m.above), width,
                                  height, pixels.Data);

    // As the bundled fonts do it: the baseline lies a whole number of units below the top.
    const float baseline = IM_ROUND(baked->Ascent);
    glyph->X0 = -m.left / density;
    glyph->Y0 = baseline - m.above / density;
    glyph->X1 = m.right / density;
    glyph->Y1 = baseline + m.below / density;
    glyph->Visible = true;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data,
                                       ImTextureFormat_RGBA32, width * 4);
    return true;
}

const ImFontLoader* browser_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "canvas";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &loader;
}

ImFont* add_face(std::span<const unsigned char> file, unsigned family) {
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    ImFontConfig bundled;
    bundled.FontData = const_cast<unsigned char*>(file.data());
    bundled.FontDataSize = static_cast<int>(file.size());
    bundled.FontDataOwnedByAtlas = false;
    // Glyphs stand at fractions of a pixel. Beside the browser's own text, enlarged, at ratios 1
    // and 2: without oversampling the edges are a fifth softer, with 2 they come within 5 %, 3
    // gains 2 % more for half again the atlas, and ImGui's own choice is 1 above 36 pixels, which
    // shows in headings. The ink is as dark as the browser's (3 % less on dark ground), so it is
    // not multiplied.
    bundled.OversampleH = 2;
    ImFont* font = atlas->AddFont(&bundled);

    ImFontConfig browser;
    browser.MergeMode = true;
    browser.FontLoader = browser_loader();
    browser.FontLoaderFlags = family;
    atlas->AddFont(&browser);
    return font;
}

}  // namespace

Faces load_faces() {
    // Room for the page without an article: uploading four times as much would hold up the first
    // frame by 10 ms. It grows in height with what is read.
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    atlas->TexMinWidth = 1024;
    atlas->TexMinHeight = 256;
    Faces faces;
    faces.ui = add_face(fonts_data::ui, sans);  // the first is ImGui's default
    faces.ui_bold = add_face(fonts_data::ui_bold, sans_bold);
    faces.reading = add_face(fonts_data::reading, serif);
    faces.reading_bold = add_face(fonts_data::reading_bold, serif_bold);
    faces.mono = add_face(fonts_data::mono, fixed);
    return faces;
}

float cluster_advance(std::string_view cluster, std::size_t bytes, float font_size) {
    return measure(cluster.substr(0, bytes), serif, font_size).advance;
}

}  // namespace standpoint::web
