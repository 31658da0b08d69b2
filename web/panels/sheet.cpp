#include "web/panels/sheet.hpp"

#include <algorithm>
#include <cmath>

namespace standpoint::web {

Sheet::Sheet(const Panel& panel, const char* title, float width, float top_share, bool keep) {
    const ImVec2 size = ImGui::GetMainViewport()->Size;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, panel.ui.theme.scrim);
    ImGui::Begin("Scrim", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    const bool beside = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    ImGui::End();
    ImGui::PopStyleColor();
    const float fitted = std::min(width, size.x - 32);
    ImGui::SetNextWindowPos({std::round((size.x - fitted) / 2), std::round(size.y * top_share)});
    ImGui::SetNextWindowSize({fitted, 0});
    ImGui::SetNextWindowSizeConstraints({fitted, 0}, {fitted, size.y * (0.96F - top_share)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(16, 14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, panel.ui.theme.side);
    ImGui::SetNextWindowFocus();
    ImGui::Begin(title, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    if (beside && !keep && !ImGui::IsWindowAppearing()) panel.act("page.escape");
    // A text field that has the keyboard takes Escape to itself; once is enough to close a dialog.
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) panel.act("page.escape");
}

Sheet::~Sheet() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

float room() {
    return ImGui::GetContentRegionAvail().x;
}

bool entered() {
    const bool on_a_control = ImGui::GetIO().NavVisible && !ImGui::GetIO().WantTextInput;
    return !on_a_control && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                             ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

}  // namespace standpoint::web
