#include "web/app/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace standpoint::web {

namespace {

// What of a label is shown: up to "##".
std::string_view shown(const char* label) {
    const std::string_view whole(label);
    return whole.substr(0, whole.find("##"));
}

// Tells the accessible mirror that the last item is one that is on or off.
void tell_state(const char* label, bool on) {
    [[maybe_unused]] ImGuiContext& g = *ImGui::GetCurrentContext();
    IMGUI_TEST_ENGINE_ITEM_INFO(g.LastItemData.ID, label,
                                g.LastItemData.StatusFlags | ImGuiItemStatusFlags_Checkable |
                                    (on ? ImGuiItemStatusFlags_Checked : 0));
}

ImFont* face(const Ui& ui, bool bold) {
    return bold ? ui.faces.ui_bold : ui.faces.ui;
}

ImVec2 snapped(ImVec2 at) {
    return {std::round(at.x), std::round(at.y)};
}

constexpr float button_height = 28, button_inset = 7.5F, key_gap = 6;

// Lets std::string grow as ImGui's text field does.
int grow(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto* text = static_cast<std::string*>(data->UserData);
        text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text->data();
    }
    return 0;
}

void dashed_rounded(ImDrawList* list, ImVec2 low, ImVec2 high, ImU32 colour) {
    const float r = (high.y - low.y) / 2;
    list->PathArcTo({low.x + r, low.y + r}, r, IM_PI * 0.5F, IM_PI * 1.5F, 10);
    list->PathArcTo({high.x - r, low.y + r}, r, IM_PI * 1.5F, IM_PI * 2.5F, 10);
    const ImVector<ImVec2> path = list->_Path;
    list->PathClear();
    constexpr float dash = 3, pause = 2;
    float walked = 0;
    for (int i = 0; i < path.Size; ++i) {
        const ImVec2 a = path[i], b = path[(i + 1) % path.Size];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        for (float at = 0; at < length;) {
            const float phase = std::fmod(walked, dash + pause);
            const float run =
                std::min(length - at, phase < dash ? dash - phase : dash + pause - phase);
            if (phase < dash && length > 0) {
                const ImVec2 p(a.x + (b.x - a.x) * at / length, a.y + (b.y - a.y) * at / length);
                const ImVec2 q(a.x + (b.x - a.x) * (at + run) / length,
                               a.y + (b.y - a.y) * (at + run) / length);
                list->AddLine(p, q, colour, 1.0F);
            }
            at += std::max(run, 0.01F);
            walked += std::max(run, 0.01F);
        }
    }
}

}  // namespace

float text_width(const Ui& ui, std::string_view text, float size, bool bold) {
    return face(ui, bold)
        ->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size())
        .x;
}

float text_at(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view text, ImU32 colour,
              float size, bool bold, float width) {
    ImFont* font = face(ui, bold);
    const float full = text_width(ui, text, size, bold);
    const char* end = text.data() + text.size();
    at = snapped(at);
    if (width <= 0 || full <= width) {
        list->AddText(font, size, at, colour, text.data(), end);
        return full;
    }
    const float dots = text_width(ui, "…", size, bold);
    const char* cut = nullptr;
    const float kept =
        font->CalcTextSizeA(size, std::max(width - dots, 1.0F), 0, text.data(), end, &cut).x;
    list->AddText(font, size, at, colour, text.data(), cut);
    list->AddText(font, size, {at.x + kept, at.y}, colour, "…");
    return kept + dots;
}

float prose(ImDrawList* list, ImFont* font, ImVec2 at, std::string_view text, ImU32 colour,
            float size, float width) {
    const char* begin = text.data();
    const char* const end = begin + text.size();
    const float line = std::round(size * 1.42F);
    at = snapped(at);
    float y = at.y;
    while (begin < end) {
        const char* stop = font->CalcWordWrapPosition(size, begin, end, width);
        const char* newline = std::find(begin, stop, '\n');
        if (newline == begin || stop == begin)
            ++stop;  // an empty line, or one too narrow for a word
        else
            stop = newline;
        list->AddText(font, size, {at.x, y}, colour, begin, std::min(stop, end));
        y += line;
        begin = stop;
        while (begin < end && *begin == ' ') ++begin;
        if (begin < end && *begin == '\n' && begin[-1] != '\n') ++begin;
    }
    return std::round(y - at.y - (line - size) / 2);
}

void label(const Ui& ui, std::string_view text, ImU32 colour, float size, bool bold, float wrap) {
    ImFont* font = face(ui, bold);
    const char* end = text.data() + text.size();
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (wrap > 0) {
        ImGui::Dummy({wrap, prose(list, font, at, text, colour, size, wrap)});
        return;
    }
    list->AddText(font, size, at, colour, text.data(), end);
    ImGui::Dummy(font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), end));
}

float key_cap_width(const Ui& ui, std::string_view key) {
    const float w =
        ui.faces.mono->CalcTextSizeA(type::tiny, FLT_MAX, 0, key.data(), key.data() + key.size()).x;
    return std::round(std::max(w + 9, 17.0F));
}

float key_cap(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view key) {
    const float width = key_cap_width(ui, key);
    constexpr float height = 18;
    at = snapped(at);
    list->AddRectFilled(at, {at.x + width, at.y + height}, ui.theme.side, 4);
    list->AddRect(at, {at.x + width, at.y + height}, ui.theme.border, 4);
    const float w =
        ui.faces.mono->CalcTextSizeA(type::tiny, FLT_MAX, 0, key.data(), key.data() + key.size()).x;
    list->AddText(ui.faces.mono, type::tiny,
                  snapped({at.x + (width - w) / 2, at.y + (height - type::tiny) / 2 - 1}),
                  ui.theme.muted, key.data(), key.data() + key.size());
    return width;
}

float button_width(const Ui& ui, const char* label, std::string_view key) {
    float width = text_width(ui, shown(label)) + 2 * button_inset;
    if (!key.empty()) width += key_gap + key_cap_width(ui, key) - 3;
    return std::round(width);
}

bool button(const Ui& ui, const char* label, std::string_view key, Look look, bool enabled,
            float width) {
    if (width <= 0) width = button_width(ui, label, key);
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    ImGui::BeginDisabled(!enabled);
    const bool pressed =
        ImGui::InvisibleButton(label, {width, button_height}, ImGuiButtonFlags_EnableNav);
    ImGui::EndDisabled();
    const bool hovered = ImGui::IsItemHovered(), active = ImGui::IsItemActive();
    const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 high(at.x + width, at.y + button_height);
    const Theme& t = ui.theme;
    ImU32 ground = look == Look::primary ? t.accent : (look == Look::quiet ? 0 : t.card);
    ImU32 ink = look == Look::primary ? t.on_accent : (look == Look::danger ? t.against : t.ink);
    if (look == Look::primary && (hovered || active))
        ground = faded(t.accent, active ? 0.8F : 0.9F);
    else if (active)
        ground = t.pressed;
    else if (hovered)
        ground = t.hover;
    if (!enabled) ink = faded(ink, 0.45F);
    if (ground) list->AddRectFilled(at, high, ground, space::radius);
    if (look == Look::plain || look == Look::danger)
        list->AddRect(at, high, t.border, space::radius);
    if (focused)
        list->AddRect({at.x - 2, at.y - 2}, {high.x + 2, high.y + 2}, t.ring, space::radius + 2, 0,
                      2);
    const std::string_view words = shown(label);
    const float inner =
        text_width(ui, words) + (key.empty() ? 0 : key_gap + key_cap_width(ui, key));
    float x = at.x + (width - inner) / 2;
    x += text_at(ui, list, {x, at.y + (button_height - type::ui) / 2 - 1}, words, ink);
    if (!key.empty()) key_cap(ui, list, {x + key_gap, at.y + 5}, key);
    return pressed && enabled;
}

void tooltip(std::string_view words) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(9, 6));
    ImGui::SetTooltip("%.*s", static_cast<int>(words.size()), words.data());
    ImGui::PopStyleVar();
}

bool icon_button(const Ui& ui, const char* label, Icon icon, bool on) {
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    const bool pressed =
        ImGui::InvisibleButton(label, {button_height, button_height}, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    tooltip(shown(label));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 high(at.x + button_height, at.y + button_height);
    if (hovered || on)
        list->AddRectFilled(at, high, on ? ui.theme.selected : ui.theme.hover, space::radius);
    draw_icon(list, icon, {at.x + button_height / 2, at.y + button_height / 2}, 16,
              on ? ui.theme.accent : ui.theme.muted, 1.5F);
    return pressed;
}

bool tab(const Ui& ui, const char* label, bool current) {
    constexpr float height = 36;
    const float width = text_width(ui, shown(label), type::ui, current);
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    const bool pressed = ImGui::InvisibleButton(label, {width, height}, ImGuiButtonFlags_EnableNav);
    const Theme& t = ui.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = current || ImGui::IsItemHovered() ? t.ink : t.muted;
    text_at(ui, list, {at.x, at.y + 10}, shown(label), ink, type::ui, current);
    if (current) {
        list->AddRectFilled({at.x, at.y + height - 7}, {at.x + width, at.y + height - 5}, t.accent,
                            1);
    }
    return pressed;
}

bool check(const Ui& ui, const char* label, bool& on) {
    constexpr float height = 24, box = 16;
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    const float width = box + 8 + text_width(ui, shown(label));
    const bool pressed = ImGui::InvisibleButton(label, {width, height}, ImGuiButtonFlags_EnableNav);
    if (pressed) on = !on;
    tell_state(label, on);
    const Theme& t = ui.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 low(at.x, at.y + 4), high(at.x + box, at.y + 4 + box);
    list->AddRectFilled(low, high, on ? t.accent : t.field, 4);
    list->AddRect(low, high, on ? t.accent : t.faint, 4);
    if (on) draw_icon(list, Icon::check, {at.x + box / 2, at.y + 4 + box / 2}, 12, t.on_accent, 2);
    text_at(ui, list, {at.x + box + 8, at.y + 4}, shown(label), t.ink);
    return pressed;
}

bool slider(const Ui& ui, const char* label, float& value, float least, float most, float width) {
    constexpr float height = 24, knob = 7;
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    ImGui::InvisibleButton(label, {width, height});
    const float begin = at.x + knob, length = width - 2 * knob, middle = at.y + height / 2;
    // The last move and the release may come in one frame.
    const bool moved = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
    if (moved) {
        const float share = (ImGui::GetIO().MousePos.x - begin) / length;
        value = least + std::clamp(share, 0.0F, 1.0F) * (most - least);
    }
    const Theme& t = ui.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float x = begin + length * std::clamp((value - least) / (most - least), 0.0F, 1.0F);
    list->AddRectFilled({begin, middle - 1.5F}, {begin + length, middle + 1.5F}, t.border, 2);
    list->AddRectFilled({begin, middle - 1.5F}, {x, middle + 1.5F}, t.faint, 2);
    list->AddCircleFilled({x, middle}, knob, t.card);
    list->AddCircle({x, middle}, knob, moved || ImGui::IsItemHovered() ? t.accent : t.faint, 0, 2);
    return moved;
}

bool radio(const Ui& ui, const char* label, bool on) {
    constexpr float height = 24, box = 16;
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    const bool pressed = ImGui::InvisibleButton(
        label, {box + 8 + text_width(ui, shown(label)), height}, ImGuiButtonFlags_EnableNav);
    tell_state(label, on);
    const Theme& t = ui.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 centre(at.x + box / 2, at.y + 4 + box / 2);
    list->AddCircleFilled(centre, box / 2, t.field);
    list->AddCircle(centre, box / 2 - 0.5F, on ? t.accent : t.faint, 0, on ? 2.0F : 1.0F);
    if (on) list->AddCircleFilled(centre, 4, t.accent);
    text_at(ui, list, {at.x + box + 8, at.y + 4}, shown(label), t.ink);
    return pressed;
}

bool text_field(const Ui&, const char* label, const char* hint, std::string& text, float width,
                bool focus) {
    ImGui::SetNextItemWidth(width);
    if (focus) ImGui::SetKeyboardFocusHere();
    text.reserve(text.size() + 1);
    return ImGui::InputTextWithHint(label, hint, text.data(), text.capacity() + 1,
                                    ImGuiInputTextFlags_CallbackResize, grow, &text);
}

bool text_area(const Ui&, const char* label, std::string& text, ImVec2 size, bool focus) {
    if (focus) ImGui::SetKeyboardFocusHere();
    text.reserve(text.size() + 1);
    return ImGui::InputTextMultiline(label, text.data(), text.capacity() + 1, size,
                                     ImGuiInputTextFlags_CallbackResize, grow, &text);
}

ImVec2 pill_size(const Ui& ui, std::string_view word, bool suggested) {
    const float width = text_width(ui, word, type::tiny, true) +
                        (suggested ? text_width(ui, " ?", type::tiny, true) : 0) + 16;
    return {std::round(width), 18};
}

ImVec2 pill(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view word, ImU32 colour,
            bool suggested) {
    const ImVec2 size = pill_size(ui, word, suggested);
    at = snapped(at);
    const ImVec2 high(at.x + size.x, at.y + size.y);
    if (suggested)
        dashed_rounded(list, at, high, colour);
    else
        list->AddRectFilled(at, high, faded(colour, 0.17F), size.y / 2);
    const float w = text_at(ui, list, {at.x + 8, at.y + 3}, word, colour, type::tiny, true);
    if (suggested) text_at(ui, list, {at.x + 8 + w, at.y + 3}, " ?", colour, type::tiny, true);
    return size;
}

bool row(const Ui& ui, const char* label, float height, bool selected, ImVec4& area) {
    const ImVec2 at = snapped(ImGui::GetCursorScreenPos());
    const float width = ImGui::GetContentRegionAvail().x;
    const bool pressed =
        ImGui::InvisibleButton(label, {std::max(width, 1.0F), height}, ImGuiButtonFlags_EnableNav);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (selected || ImGui::IsItemHovered()) {
        list->AddRectFilled(at, {at.x + width, at.y + height},
                            selected ? ui.theme.selected : ui.theme.hover, space::radius + 2);
    }
    area = {at.x, at.y, width, height};
    return pressed;
}

void section(const Ui& ui, std::string_view title) {
    gap(10);
    std::string capitals(title);
    for (char& c : capitals) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    label(ui, capitals, ui.theme.muted, type::tiny, true);
    gap(2);
}

void gap(float pixels) {
    ImGui::Dummy({0, pixels - ImGui::GetStyle().ItemSpacing.y > 0
                         ? pixels - ImGui::GetStyle().ItemSpacing.y
                         : 0});
}

void progress_bar(const Ui& ui, ImDrawList* list, ImVec2 at, float width, float share) {
    at = snapped(at);
    list->AddRectFilled(at, {at.x + width, at.y + 3}, ui.theme.border, 1.5F);
    if (share > 0) {
        list->AddRectFilled(at, {at.x + width * std::min(share, 1.0F), at.y + 3}, ui.theme.favor,
                            1.5F);
    }
}

}  // namespace standpoint::web
