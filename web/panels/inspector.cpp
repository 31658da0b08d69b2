#include <cmath>

#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

// What is folded away, and the score below which it is.
void draw_fold(const Panel& panel, ImVec2 at, float width) {
    const Ui& ui = panel.ui;
    const Fold& fold = panel.looks.fold;
    const std::string folded = panel.bench.folded_words();
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + width, at.y}, ui.theme.border);
    constexpr float inset = 14, track = 110;
    ImGui::SetCursorScreenPos({at.x + inset, at.y + 6});
    if (folded.empty()) {
        text_at(ui, ImGui::GetWindowDrawList(), {at.x + inset, at.y + 11},
                "None below " + std::to_string(std::lround(fold.below * 100)) + " %",
                ui.theme.muted, type::small);
    } else if (button(ui, ((fold.shown ? "fold " : "show ") + folded + "##fold").c_str(),
                      panel.key("review.fold"), Look::quiet)) {
        panel.act("review.fold");
    }
    ImGui::SetCursorScreenPos({at.x + width - inset - track, at.y + 8});
    float below = fold.below;
    if (slider(ui, "Fold below", below, 0, 0.95F, track)) panel.looks.fold.below = below;
    tooltip("Suggestions with less confidence are folded away: ( less, ) more");
}

}  // namespace

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
    const bool folding = panel.bench.document() && panel.looks.tab != Tab::guide;
    constexpr float fold_height = 40;
    const float bottom = at.y + ImGui::GetContentRegionAvail().y + 39;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(14, 6));
    const bool open = ImGui::BeginChild("Inspector", {width, folding ? -fold_height : 0},
                                        ImGuiChildFlags_AlwaysUseWindowPadding);
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
    if (folding) draw_fold(panel, {at.x, bottom - fold_height}, width);
}

}  // namespace standpoint::web
