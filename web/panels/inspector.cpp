#include "web/panels/panel.hpp"

namespace standpoint::web {

void draw_inspector(const Panel& panel) {
    const Ui& ui = panel.ui;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    static constexpr const char* names[tab_count] = {"Entities", "Statements", "Stances", "Guide"};
    float x = at.x + 14;
    for (int i = 0; i < tab_count; ++i) {
        const bool current = static_cast<int>(panel.looks.tab) == i;
        ImGui::SetCursorScreenPos({x, at.y + 2});
        if (tab(ui, names[i], current)) panel.looks.tab = static_cast<Tab>(i);
        x += text_width(ui, names[i], type::ui, true) + 18;
    }
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y + 38}, {at.x + width, at.y + 38},
                                        ui.theme.border);
    ImGui::SetCursorScreenPos({at.x, at.y + 39});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(14, 6));
    const bool open =
        ImGui::BeginChild("Inspector", {width, 0}, ImGuiChildFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (open) {
        if (!panel.bench.document() && panel.looks.tab != Tab::guide) {
            gap(10);
            label(ui, "Nothing to inspect yet: add an article.", ui.theme.muted, type::ui, false,
                  width - 28);
        } else {
            switch (panel.looks.tab) {
                case Tab::entities: draw_entities(panel); break;
                case Tab::statements: draw_statements(panel); break;
                case Tab::stances: draw_stances(panel); break;
                case Tab::guide: draw_guide(panel); break;
            }
        }
    }
    ImGui::EndChild();
}

}  // namespace standpoint::web
