// FontFace: a font of ImGui at one size, as the view measures and draws with it.
//
// Baselines are set on device pixels, glyphs on halves of one (which is as fine as ImGui rasterises
// them), so that text is as sharp at a device pixel ratio of 1.5 as at 1 or 2.
#pragma once

#include <imgui.h>

#include "web/textview/metrics.hpp"
#include "web/textview/shaped_line.hpp"

namespace standpoint::web {

class FontFace final : public Metrics {
  public:
    // Once per frame, before anything else: ImGui may drop what it has rasterised between frames.
    // Returns whether widths changed.
    bool use(ImFont* font, float size, float density);

    float size() const { return size_; }
    float cap_height() const { return cap_height_; }

    float advance(char32_t code_point) const override;
    float advance_within(std::string_view picture, std::size_t bytes) const override;
    char32_t code(std::string_view picture) const override;

    // `x` is where the line begins, `baseline` where it stands (set on a device pixel by this).
    void draw(ImDrawList& list, const ShapedLine& line, float x, float baseline,
              ImU32 colour) const;

    // One line of text of our own (a title, a caption), cut with an ellipsis if wider than `limit`.
    ShapedLine shape(std::string_view text, float limit) const;

  private:
    ImFont* font_ = nullptr;
    ImFontBaked* baked_ = nullptr;
    float size_ = 0, density_ = 1;
    float cap_height_ = 0;
    float baseline_ = 0;  // below the y at which ImGui places a glyph
};

}  // namespace standpoint::web
