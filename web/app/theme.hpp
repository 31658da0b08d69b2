// Theme: every colour, size and distance of the page, light and dark. Nothing else in web/ names
// one.
//
// Sizes are CSS pixels at zoom 1. Text colours meet WCAG AA (4.5:1) on every surface that they are
// used on, marks and lines 3:1; tests/unit/theme_test.cpp computes it. The label colours are told
// apart by lightness as well as by hue, and no state is told by colour alone.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

#include "core/model/annotation.hpp"

namespace standpoint::web {

inline constexpr std::size_t label_colours = 10;

struct Theme {
    bool dark = false;
    // Surfaces.
    ImU32 side, article, border, field, card, hover, pressed, selected, shadow, scrim;
    // Text.
    ImU32 ink, muted, faint, accent, on_accent;
    // The article's own marks.
    ImU32 wash, text_selection, ring;
    // Polarity: ink of the word, and the soft ground behind it when decided.
    ImU32 favor, against, neutral, unclear;
    std::array<ImU32, label_colours> labels;

    ImU32 polarity(model::Polarity polarity) const;
    ImU32 label(std::size_t colour) const { return labels[colour % label_colours]; }
};

const Theme& theme(bool dark);

// The same colour with its alpha scaled by `share` (0 to 1).
ImU32 faded(ImU32 colour, float share);
// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrast(ImU32 a, ImU32 b);

// Whole pixels: ImGui rasterises no other sizes and would stretch, and blur, the nearest. At 17 the
// small letters and the capitals of the reading face end on pixel rows as well (9.1 and 12.1).
namespace type {
inline constexpr float reading = 17, heading = 26, ui = 13, small = 12, tiny = 11, brand = 15;
}

namespace space {
inline constexpr float unit = 4, radius = 6, row = 30, top_bar = 44, status_bar = 30;
inline constexpr float documents = 228, inspector = 366, inspector_share = 0.25F,
                       drawer_below = 1000;
inline constexpr float documents_least = 170, inspector_least = 280, side_most = 560;
}  // namespace space

// Gives ImGui's own widgets (text fields, scrollbars, popups) the theme's looks.
void apply(const Theme& theme);

}  // namespace standpoint::web
