#include "web/textview/font_face.hpp"

#include <algorithm>
#include <cmath>

#include "core/text/graphemes.hpp"
#include "core/text/utf8.hpp"
#include "web/platform/fonts.hpp"

namespace standpoint::web {

namespace {

// A cluster may go on for megabytes (a letter under endless accents); no more is drawn than is
// seen.
constexpr std::size_t longest_picture = 2048;

std::string_view drawable_part(std::string_view picture) {
    if (picture.size() <= longest_picture) return picture;
    std::size_t end = longest_picture;
    while (!text::is_boundary(picture, end)) --end;
    return picture.substr(0, end);
}

}  // namespace

bool FontFace::use(ImFont* font, float size, float density) {
    const bool changed = font != font_ || size != size_ || density != density_;
    font_ = font;
    size_ = size;
    density_ = density;
    baked_ = font->GetFontBaked(size, density);
    // A capital stands on the baseline: so its box tells where that is, whatever the font's own
    // ascent says.
    const ImFontGlyph* capital = baked_->FindGlyph('H');
    baseline_ = capital->Y1;
    cap_height_ = capital->Y1 - capital->Y0;
    return changed;
}

float FontFace::advance(char32_t code_point) const {
    return baked_->GetCharAdvance(static_cast<ImWchar>(code_point));
}

float FontFace::advance_within(std::string_view picture, std::size_t bytes) const {
    picture = drawable_part(picture);
    return cluster_advance(picture, std::min(bytes, picture.size()), size_);
}

char32_t FontFace::code(std::string_view picture) const {
    return cluster_code(drawable_part(picture));
}

void FontFace::draw(ImDrawList& list, const ShapedLine& line, float x, float baseline,
                    ImU32 colour) const {
    // Looking a glyph up may rasterise it and change the draw list's texture: all before the first
    // vertex is reserved.
    int visible = 0;
    for (const Glyph& glyph : line.glyphs)
        visible += baked_->FindGlyph(static_cast<ImWchar>(glyph.code))->Visible ? 1 : 0;
    if (visible == 0) return;
    const float y = std::round(baseline * density_) / density_ - baseline_;
    const ImU32 untinted = colour | ~IM_COL32_A_MASK;
    list.PrimReserve(visible * 6, visible * 4);
    for (const Glyph& glyph : line.glyphs) {
        const ImFontGlyph& g = *baked_->FindGlyph(static_cast<ImWchar>(glyph.code));
        if (!g.Visible) continue;
        const float left = std::round((x + glyph.x) * density_ * 2) / (density_ * 2);
        list.PrimRectUV({left + g.X0, y + g.Y0}, {left + g.X1, y + g.Y1}, {g.U0, g.V0},
                        {g.U1, g.V1}, g.Colored ? untinted : colour);
    }
}

ShapedLine FontFace::shape(std::string_view text, float limit) const {
    const auto size = static_cast<std::uint32_t>(text.size());
    ShapedLine whole = shape_line(text, {0, size, size}, false, limit, *this);
    if (whole.width <= limit || whole.cells.empty()) return whole;
    const float dots = advance(0x2026);
    std::uint32_t end = 0;
    for (const Cell& cell : whole.cells) {
        if (std::max(cell.leading, cell.trailing) + dots > limit) break;
        end = static_cast<std::uint32_t>(text::next_grapheme(text, cell.begin));
    }
    ShapedLine cut = shape_line(text, {0, end, end}, false, limit, *this);
    cut.glyphs.push_back({cut.width, 0x2026});
    cut.width += dots;
    return cut;
}

}  // namespace standpoint::web
