// Widgets: the few controls that the page is made of, drawn in the theme. Each registers with ImGui
// under its label, so that the accessible mirror and the tests find it by role and name.
//
// Like ImGui's own, a widget returns true in the frame in which the person used it. Sizes are CSS
// pixels; `label` may carry "##suffix" to tell equal labels apart.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "web/app/icons.hpp"
#include "web/app/theme.hpp"
#include "web/platform/fonts.hpp"

namespace standpoint::web {

struct Ui {
    const Theme& theme;
    const Faces& faces;
};

enum class Look : std::uint8_t { plain, primary, quiet, danger };

// Text at a size and colour, at the cursor; one line unless `wrap` > 0 (width in pixels).
void label(const Ui& ui, std::string_view text, ImU32 colour, float size = type::ui,
           bool bold = false, float wrap = 0);
// Wrapped prose with room between its lines, at a place; returns its height.
float prose(ImDrawList* list, ImFont* font, ImVec2 at, std::string_view text, ImU32 colour,
            float size, float width);
// One line at a place, without layout. Cut with an ellipsis at `width` if > 0. Returns its width.
float text_at(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view text, ImU32 colour,
              float size = type::ui, bool bold = false, float width = 0);
float text_width(const Ui& ui, std::string_view text, float size = type::ui, bool bold = false);

// A key cap at a place; returns its width.
float key_cap(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view key);
float key_cap_width(const Ui& ui, std::string_view key);

bool button(const Ui& ui, const char* label, std::string_view key = {}, Look look = Look::plain,
            bool enabled = true, float width = 0);
float button_width(const Ui& ui, const char* label, std::string_view key = {});
// Says what the last item is, once the mouse has rested on it.
void tooltip(std::string_view words);
bool icon_button(const Ui& ui, const char* label, Icon icon, bool pressed = false);
bool tab(const Ui& ui, const char* label, bool current);
// A check box with its label.
bool check(const Ui& ui, const char* label, bool& on);
// One of several: a round mark with its label.
bool radio(const Ui& ui, const char* label, bool on);

// A knob on a track; true while it is moved.
bool slider(const Ui& ui, const char* label, float& value, float least, float most, float width);

// A field for one line with a hint; `focus` puts the keyboard into it.
bool text_field(const Ui& ui, const char* label, const char* hint, std::string& text, float width,
                bool focus = false);
bool text_area(const Ui& ui, const char* label, std::string& text, ImVec2 size, bool focus = false);

// The polarity pill: filled when decided, dashed outline and "?" while suggested. At a place;
// returns its size.
ImVec2 pill(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view word, ImU32 colour,
            bool suggested);
ImVec2 pill_size(const Ui& ui, std::string_view word, bool suggested);

// A row of a list, full width, `height` tall: hover and selection drawn; the caller draws into
// `area` (x, y, width, height on the screen).
bool row(const Ui& ui, const char* label, float height, bool selected, ImVec4& area);

void section(const Ui& ui, std::string_view title);  // "EVIDENCE"
void gap(float pixels);
void progress_bar(const Ui& ui, ImDrawList* list, ImVec2 at, float width, float share);

}  // namespace standpoint::web
