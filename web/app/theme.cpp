#include "web/app/theme.hpp"

#include <algorithm>
#include <cmath>

namespace standpoint::web {

namespace {

constexpr ImU32 rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, alpha);
}

Theme light() {
    Theme t{};
    t.side = rgb(0xfbfaf8);
    t.article = rgb(0xfffefb);
    t.border = rgb(0xe4e1da);
    t.field = rgb(0xfffefb);
    t.card = rgb(0xfffefb);
    t.hover = rgb(0xf1efea);
    t.pressed = rgb(0xe6e3dc);
    t.selected = rgb(0xdfe8fb);
    t.shadow = rgb(0x1d1f21, 28);
    t.scrim = rgb(0x1d1f21, 70);
    t.ink = rgb(0x1d1f21);
    t.muted = rgb(0x62666d);
    t.faint = rgb(0x8b8f96);
    t.accent = rgb(0x2f5fd0);
    t.on_accent = rgb(0xffffff);
    t.wash = rgb(0xe9edf7);
    t.text_selection = rgb(0xbcd3ff);
    t.ring = rgb(0x2f5fd0);
    t.favor = rgb(0x17704f);
    t.against = rgb(0xa83a26);
    t.neutral = rgb(0x5b5f8a);
    t.unclear = rgb(0x62666d);
    t.labels = {rgb(0x2f5fd0), rgb(0x8e4bb8), rgb(0x1b7f5c), rgb(0xa8741a), rgb(0x0f7f93),
                rgb(0x8a5a3c), rgb(0xc03a78), rgb(0x4d5663), rgb(0x6d7a1c), rgb(0xb4432f)};
    return t;
}

Theme dark() {
    Theme t{};
    t.dark = true;
    t.side = rgb(0x1b1e23);
    t.article = rgb(0x1f2228);
    t.border = rgb(0x2f343c);
    t.field = rgb(0x1f2228);
    t.card = rgb(0x1f2228);
    t.hover = rgb(0x272b33);
    t.pressed = rgb(0x303540);
    t.selected = rgb(0x26324b);
    t.shadow = rgb(0x000000, 90);
    t.scrim = rgb(0x000000, 120);
    t.ink = rgb(0xe6e4df);
    t.muted = rgb(0x9aa0aa);
    t.faint = rgb(0x737985);
    t.accent = rgb(0x7aa2ff);
    t.on_accent = rgb(0x10131a);
    t.wash = rgb(0x283042);
    t.text_selection = rgb(0x34508c);
    t.ring = rgb(0x7aa2ff);
    t.favor = rgb(0x5fcf9f);
    t.against = rgb(0xf0907e);
    t.neutral = rgb(0xa9b0e8);
    t.unclear = rgb(0x9aa0aa);
    t.labels = {rgb(0x7aa2ff), rgb(0xc78fea), rgb(0x5fcf9f), rgb(0xdcae5a), rgb(0x5cc8dc),
                rgb(0xc99a7c), rgb(0xf08ab8), rgb(0xa8b2c1), rgb(0xbfcc62), rgb(0xf0907e)};
    return t;
}

double channel(ImU32 colour, int shift) {
    const double c = static_cast<double>((colour >> shift) & 255) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 colour) {
    return 0.2126 * channel(colour, IM_COL32_R_SHIFT) + 0.7152 * channel(colour, IM_COL32_G_SHIFT) +
           0.0722 * channel(colour, IM_COL32_B_SHIFT);
}

}  // namespace

ImU32 Theme::polarity(model::Polarity polarity) const {
    switch (polarity) {
        case model::Polarity::favor: return favor;
        case model::Polarity::against: return against;
        case model::Polarity::neutral: return neutral;
        case model::Polarity::unclear: break;
    }
    return unclear;
}

const Theme& theme(bool wants_dark) {
    static const Theme themes[2] = {light(), dark()};
    return themes[wants_dark ? 1 : 0];
}

ImU32 faded(ImU32 colour, float share) {
    const auto alpha = static_cast<float>((colour >> IM_COL32_A_SHIFT) & 255) * share;
    return (colour & ~IM_COL32_A_MASK) |
           (static_cast<ImU32>(std::clamp(alpha, 0.0F, 255.0F)) << IM_COL32_A_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void apply(const Theme& t) {
    ImGuiStyle style;  // a fresh one: scaling and repeated application must not add up
    style.FontSizeBase = type::ui;
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.PopupRounding = 10;
    style.PopupBorderSize = 1;
    style.FramePadding = ImVec2(10, 7);
    style.FrameRounding = space::radius;
    style.FrameBorderSize = 1;
    style.ItemSpacing = ImVec2(6, 6);
    style.ItemInnerSpacing = ImVec2(6, 4);
    style.ScrollbarSize = 8;
    style.ScrollbarRounding = 5;
    style.GrabRounding = 4;
    style.DisabledAlpha = 0.45F;
    style.AntiAliasedLinesUseTex = true;
    const auto set = [&style](ImGuiCol index, ImU32 colour) {
        style.Colors[index] = ImGui::ColorConvertU32ToFloat4(colour);
    };
    set(ImGuiCol_Text, t.ink);
    set(ImGuiCol_TextDisabled, t.muted);
    set(ImGuiCol_WindowBg, t.side);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, t.card);
    set(ImGuiCol_Border, t.border);
    set(ImGuiCol_FrameBg, t.field);
    set(ImGuiCol_FrameBgHovered, t.field);
    set(ImGuiCol_FrameBgActive, t.field);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, t.border);
    set(ImGuiCol_ScrollbarGrabHovered, t.faint);
    set(ImGuiCol_ScrollbarGrabActive, t.muted);
    set(ImGuiCol_Button, t.card);
    set(ImGuiCol_ButtonHovered, t.hover);
    set(ImGuiCol_ButtonActive, t.pressed);
    set(ImGuiCol_Header, t.selected);
    set(ImGuiCol_HeaderHovered, t.hover);
    set(ImGuiCol_HeaderActive, t.pressed);
    set(ImGuiCol_CheckMark, t.accent);
    set(ImGuiCol_SliderGrab, t.accent);
    set(ImGuiCol_SliderGrabActive, t.accent);
    set(ImGuiCol_Separator, t.border);
    set(ImGuiCol_TextSelectedBg, t.text_selection);
    set(ImGuiCol_InputTextCursor, t.accent);
    set(ImGuiCol_NavCursor, t.ring);
    set(ImGuiCol_ModalWindowDimBg, t.scrim);
    ImGui::GetStyle() = style;
}

}  // namespace standpoint::web
