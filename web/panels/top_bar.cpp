#include "web/app/actions.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

std::string Panel::key(std::string_view action) const {
    const Action* found = action_named(action);
    return found ? shown_key(*found, bench.host().is_mac()) : std::string();
}

void draw_top_bar(const Panel& panel, bool narrow) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const bool mac = panel.bench.host().is_mac();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto place = [&](float x, float y) { ImGui::SetCursorScreenPos({x, y}); };
    constexpr float inset = 8;

    place(at.x + inset, at.y + inset);
    if (icon_button(ui, "Articles panel", Icon::panel_left,
                    narrow ? panel.looks.documents_drawer : panel.looks.documents_shown)) {
        panel.act("page.documents");
    }
    float x = at.x + inset + 36;
    x += text_at(ui, list, {x, at.y + 13}, "Standpoint", t.ink, type::brand, true) + 14;

    const std::string commands_key = panel.key("page.commands");
    const std::string paste_key = shown_key("Ctrl+V", mac);
    const float commands = button_width(ui, "Commands", commands_key);
    const float paste = button_width(ui, "Paste article", paste_key);
    const float export_width = button_width(ui, "Export");
    float right = at.x + width - inset - 28;
    place(right, at.y + inset);
    if (icon_button(ui, "Inspector panel", Icon::panel_right,
                    narrow ? panel.looks.inspector_drawer : panel.looks.inspector_shown)) {
        panel.act("page.inspector");
    }
    right -= 36;
    place(right + 2, at.y + inset);
    if (icon_button(ui, "Light or dark", t.dark ? Icon::sun : Icon::moon)) panel.act("page.theme");
    right -= export_width + 10;
    place(right, at.y + inset);
    if (button(ui, "Export", {}, Look::primary, panel.bench.document() != nullptr)) {
        panel.act("file.export");
    }
    right -= commands + 10;
    place(right, at.y + inset);
    if (button(ui, "Commands", commands_key)) panel.act("page.commands");
    right -= paste + 10;
    place(right, at.y + inset);
    if (button(ui, "Paste article", paste_key)) panel.act("article.add");

    const std::size_t count = panel.bench.project().documents.size();
    std::string caption =
        panel.bench.project().name.empty() ? "Untitled project" : panel.bench.project().name;
    caption += " · " + std::to_string(count) + (count == 1 ? " article" : " articles");
    if (right - x > 60) {
        text_at(ui, list, {x, at.y + 14}, caption, t.muted, type::ui, false, right - x - 16);
    }
}

}  // namespace standpoint::web
