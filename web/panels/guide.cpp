// The codebook: its labels and targets, and the guideline of the one in hand.

#include "web/app/decorate.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

void paragraphs(const Ui& ui, std::string_view text, float width) {
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        label(ui, text.substr(0, end), ui.theme.ink, type::ui, false, width);
        gap(6);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 2);
    }
}

// The label of the mention in hand, else the one clicked here last.
std::string label_in_hand(const Panel& panel) {
    const auto focus = panel.bench.focus();
    if (focus && focus->kind == model::Kind::mention) {
        return panel.bench.document()->mentions.find(focus->id)->label;
    }
    return panel.looks.guide_label;
}

}  // namespace

void draw_guide(const Panel& panel) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Codebook& codebook = panel.bench.project().codebook;
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string held = label_in_hand(panel);
    gap(6);
    if (const model::Label* known = codebook.label(held)) {
        label(ui, known->title.empty() ? known->name : known->title,
              label_colour(codebook, known->name, t), 17, true, width);
        gap(4);
        if (known->guideline.empty()) {
            label(ui, "The codebook says nothing about this label.", t.muted, type::ui, false,
                  width);
        }
        paragraphs(ui, known->guideline, width);
    } else if (!codebook.guideline.empty()) {
        paragraphs(ui, codebook.guideline, width);
    } else {
        label(ui, "Go to a mention, or choose a label below, to read its guideline.", t.muted,
              type::ui, false, width);
    }
    section(ui, codebook.name.empty() ? "Labels" : "Labels · " + codebook.name);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    for (const model::Label& known : codebook.labels) {
        ImVec4 area;
        const std::string name = known.name + " " + known.title;
        if (row(ui, name.c_str(), 28, known.name == held, area)) {
            panel.looks.guide_label = known.name;
        }
        ImDrawList* list = ImGui::GetWindowDrawList();
        text_at(ui, list, {area.x + 8, area.y + 7}, known.name,
                label_colour(codebook, known.name, t), type::tiny, true);
        text_at(ui, list, {area.x + 74, area.y + 6}, known.title, t.ink, type::ui, false,
                area.z - 110);
        if (known.hotkey) {
            key_cap(ui, list, {area.x + area.z - 26, area.y + 5}, std::string(1, known.hotkey));
        }
    }
    ImGui::PopStyleVar();
    if (!codebook.targets.empty()) section(ui, "Targets");
    for (const model::CodebookTarget& target : codebook.targets) {
        label(ui, target.text, t.ink, type::ui, true, width);
        paragraphs(ui, target.guideline, width);
    }
}

}  // namespace standpoint::web
