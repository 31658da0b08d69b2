// Choose one of many by typing a part of its name: the command palette and its kin.

#include <algorithm>
#include <numeric>

#include "web/app/fuzzy.hpp"
#include "web/panels/sheet.hpp"

namespace standpoint::web {

namespace {

std::vector<std::size_t> matching(const Picker& picker) {
    std::vector<std::pair<int, std::size_t>> hits;
    for (std::size_t i = 0; i < picker.options.size(); ++i) {
        const Picker::Option& option = picker.options[i];
        if (picker.typed.empty()) {
            hits.push_back({0, i});
        } else if (const auto score = fuzzy_score(picker.typed, option.text)) {
            // Of two that fit alike, the one that can be used; but words that are there come before
            // letters that are scattered, or "redo" would run whatever it is a part of.
            hits.push_back({*score + (option.enabled ? 40 : 0), i});
        } else if (fuzzy_score(picker.typed, option.group + " " + option.text)) {
            hits.push_back({-1000 + (option.enabled ? 500 : 0), i});
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::size_t> order;
    order.reserve(hits.size());
    for (const auto& hit : hits) order.push_back(hit.second);
    return order;
}

void draw_option(const Panel& panel, const Picker::Option& option, std::size_t index,
                 bool highlighted) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    ImVec4 area;
    ImGui::PushID(static_cast<int>(index));
    if (row(ui, option.text.c_str(), 32, highlighted, area)) panel.out.push_back(Picked{index});
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    float x = area.x + 10;
    const ImU32 ink = option.enabled ? t.ink : t.muted;
    const float detail = option.detail.empty() ? 0 : key_cap_width(ui, option.detail) + 10;
    x += text_at(ui, list, {x, area.y + 8}, option.text, ink, type::ui, false,
                 area.z - detail - 20) +
         8;
    const std::string_view aside = option.enabled ? option.group : option.why_not;
    const float room = area.x + area.z - detail - 8 - x;
    if (room > 40) text_at(ui, list, {x, area.y + 9}, aside, t.muted, type::tiny, false, room);
    if (!option.detail.empty()) {
        key_cap(ui, list, {area.x + area.z - detail, area.y + 7}, option.detail);
    }
}

}  // namespace

void draw_picker(const Panel& panel, Picker& picker) {
    const Ui& ui = panel.ui;
    const bool fresh = ImGui::IsWindowAppearing() || picker.fresh;
    label(ui, picker.title, ui.theme.ink, 15, true);
    gap(2);
    const std::string before = picker.typed;
    text_field(ui, ("##" + picker.title).c_str(), picker.hint.c_str(), picker.typed,
               ImGui::GetContentRegionAvail().x, fresh);
    picker.fresh = false;
    if (picker.typed != before) picker.highlighted = 0;
    const std::vector<std::size_t> order = matching(picker);
    const bool own = picker.own_words && !picker.typed.empty();
    const int rows = static_cast<int>(order.size()) + (own ? 1 : 0);
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
    int& at = picker.highlighted;
    const int was = at;
    if (pressed(ImGuiKey_DownArrow)) ++at;
    if (pressed(ImGuiKey_UpArrow)) --at;
    if (pressed(ImGuiKey_PageDown)) at += 8;
    if (pressed(ImGuiKey_PageUp)) at -= 8;
    at = rows == 0 ? 0 : std::clamp(at, 0, rows - 1);
    // Single keys choose while nothing is typed before them ("f" for favor).
    if (picker.typed.size() == 1) {
        for (std::size_t i = 0; i < picker.options.size(); ++i) {
            if (picker.options[i].key == picker.typed) {
                panel.out.push_back(Picked{i});
                return;
            }
        }
    }
    if (entered()) {
        const auto chosen = static_cast<std::size_t>(at);
        if (chosen < order.size())
            panel.out.push_back(Picked{order[chosen]});
        else if (own)
            panel.out.push_back(Picked{std::nullopt});
        return;
    }
    gap(2);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    const float height = std::min(32.0F * static_cast<float>(std::max(rows, 1)), 352.0F);
    ImGui::BeginChild("Options", {0, height}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    if (at != was) {
        const float top = 32.0F * static_cast<float>(at);
        if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
        if (top + 32 > ImGui::GetScrollY() + height) ImGui::SetScrollY(top + 32 - height);
    }
    ImGuiListClipper clipper;
    clipper.Begin(rows, 32);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto n = static_cast<std::size_t>(i);
            if (n < order.size()) {
                draw_option(panel, picker.options[order[n]], order[n], i == at);
                continue;
            }
            ImVec4 area;
            const std::string words = picker.own_words_label + " “" + picker.typed + "”";
            if (row(ui, words.c_str(), 32, i == at, area))
                panel.out.push_back(Picked{std::nullopt});
            text_at(ui, ImGui::GetWindowDrawList(), {area.x + 10, area.y + 8}, words,
                    ui.theme.accent, type::ui, false, area.z - 20);
        }
    }
    if (rows == 0) {
        gap(6);
        label(ui, "Nothing fits.", ui.theme.muted, type::ui);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

}  // namespace standpoint::web
