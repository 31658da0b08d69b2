#include <algorithm>

#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

void draw_statement_row(const Panel& panel, const model::Attribution& a) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    const Ref item{model::Kind::attribution, a.id};
    ImVec4 area;
    const std::string name = summary_of(d, item);
    ImGui::PushID(static_cast<int>(a.id));
    if (row(ui, name.c_str(), 46, panel.bench.focus() == item, area))
        panel.out.push_back(FocusOn{item});
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool waiting = a.provenance.decision == model::Decision::suggested;
    const std::string_view holder = model::name_of(a.holder, d);
    const std::string cue = a.cue ? std::string(text::slice(d.text, *a.cue)) : std::string();
    const float inset = 8;
    float right = area.x + area.z - inset;
    if (waiting) {
        right -= 10;
        text_at(ui, list, {right, area.y + 6}, "?", t.muted, type::small, true);
    } else {
        right -= 14;
        draw_icon(list, Icon::check, {right + 6, area.y + 14}, 12, t.favor, 2);
    }
    const float name_width =
        text_at(ui, list, {area.x + inset, area.y + 5}, holder.empty() ? "Nobody named" : holder,
                holder.empty() ? t.muted : t.ink, type::ui, true, area.z * 0.62F);
    text_at(ui, list, {area.x + inset + name_width + 7, area.y + 6}, cue, t.muted, type::small,
            false, right - area.x - inset - name_width - 12);
    text_at(ui, list, {area.x + inset, area.y + 25}, text::slice(d.text, a.content.front()),
            t.muted, type::small, false, area.z - 2 * inset);
}

void draw_statement_detail(const Panel& panel, const model::Attribution& a) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    section(ui, "Statement");
    const auto part = [&](const char* name, std::string_view words, const char* verb,
                          std::string_view action) {
        const ImVec2 left = ImGui::GetCursorScreenPos();
        text_at(ui, ImGui::GetWindowDrawList(), {left.x, left.y + 6}, name, t.muted, type::small);
        ImGui::SetCursorScreenPos({left.x + 50, left.y});
        const float room =
            ImGui::GetContentRegionAvail().x - button_width(ui, verb, panel.key(action)) - 8;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(ui, ImGui::GetWindowDrawList(), {at.x, at.y + 5}, words.empty() ? "none" : words,
                words.empty() ? t.muted : t.ink, type::ui, false, room);
        ImGui::SetCursorScreenPos({at.x + room + 8, at.y});
        if (button(ui, (std::string(verb) + "##" + name).c_str(), panel.key(action)))
            panel.act(action);
    };
    part("who", a.source ? text::slice(d.text, *a.source) : std::string_view(), "set",
         "statement.source");
    part("cue", a.cue ? text::slice(d.text, *a.cue) : std::string_view(), "set", "statement.cue");
    part("holder", model::name_of(a.holder, d), "change", "holder.change");
    std::string words;
    for (const Span& piece : a.content) {
        if (!words.empty()) words += " … ";
        words += text::slice(d.text, piece);
    }
    draw_evidence(panel, words);
    draw_why(panel, a.provenance);
    draw_remarks(panel, a.provenance);
    draw_decide(panel, a.provenance);
}

}  // namespace

void draw_statements(const Panel& panel) {
    const Ui& ui = panel.ui;
    const Derived& derived = panel.bench.derived();
    if (derived.statements.empty()) {
        gap(8);
        label(ui, "No statements yet. Select what was said and press q, then who says it and w.",
              ui.theme.muted, type::ui, false, ImGui::GetContentRegionAvail().x);
        return;
    }
    const model::Document& d = *panel.bench.document();
    const auto held = panel.bench.statement();
    const model::Attribution* detail = held ? d.attributions.find(*held) : nullptr;
    const float room = ImGui::GetContentRegionAvail().y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("Statement list", {0, detail ? std::max(140.0F, room * 0.42F) : room - 4});
    for (std::size_t i = 0; i < derived.statements.size(); ++i) {
        if (held && derived.statements[i].attribution == *held) panel.follow(i, 46);
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(derived.statements.size()), 46);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_statement_row(
                panel,
                *d.attributions.find(derived.statements[static_cast<std::size_t>(i)].attribution));
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (detail) draw_statement_detail(panel, *detail);
}

}  // namespace standpoint::web
