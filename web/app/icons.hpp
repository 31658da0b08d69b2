// Icons: our own line icons, drawn as strokes on a grid of 24, so that they are sharp at any size
// and take any colour.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace standpoint::web {

enum class Icon : std::uint8_t {
    chevron_left,
    chevron_right,
    chevron_up,
    chevron_down,
    plus,
    search,
    close,
    check,
    cross,  // a rejected thing: the x in a circle
    flag,
    note,
    document,
    people,
    quote,
    scales,
    book,
    undo,
    redo,
    download,
    folder,
    sun,
    moon,
    keyboard,
    menu,
    panel_left,
    panel_right,
    dots,
    count,
};

// `size` is the side of the icon's square and `stroke` the width of its lines, both in CSS pixels.
void draw_icon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 colour, float stroke);

}  // namespace standpoint::web
