#include <algorithm>

#include "web/app/decorate.hpp"
#include "web/app/fuzzy.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

void draw_entity_row(const Panel& panel, const EntityRow& row_data) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    const model::Entity* entity = d.entities.find(row_data.entity);
    if (!entity) return;
    ImVec4 area;
    ImGui::PushID(static_cast<int>(row_data.entity));
    if (row(ui, entity->canonical.c_str(), space::row, panel.bench.entity() == row_data.entity,
            area)) {
        panel.out.push_back(ShowEntity{row_data.entity});
    }
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 colour = label_colour(panel.bench.project().codebook, row_data.label, t);
    constexpr float type_width = 50;
    text_at(ui, list, {area.x + 8, area.y + 8}, row_data.label, colour, type::tiny, true,
            type_width - 6);
    std::string count = std::to_string(row_data.mentions.size());
    if (row_data.undecided > 0) {
        count = std::to_string(row_data.mentions.size() - row_data.undecided) + " / " + count;
    }
    const float count_width = text_width(ui, count, type::tiny);
    text_at(ui, list, {area.x + 8 + type_width, area.y + 7}, entity->canonical, t.ink, type::ui,
            false, area.z - type_width - count_width - 28);
    text_at(ui, list, {area.x + area.z - count_width - 8, area.y + 9}, count,
            row_data.undecided > 0 ? t.muted : t.favor, type::tiny);
}

// What can be done with the mention in hand, apart from its entity.
void draw_mention_actions(const Panel& panel) {
    const auto focus = panel.bench.focus();
    if (!focus || focus->kind != model::Kind::mention) return;
    const model::Mention* mention = panel.bench.document()->mentions.find(focus->id);
    if (!mention) return;
    const Ui& ui = panel.ui;
    if (button(ui, "own entity", panel.key("entity.split"))) panel.act("entity.split");
    ImGui::SameLine();
    if (button(ui, "another entity", panel.key("entity.assign"))) panel.act("entity.assign");
    if (mention->alternative.empty()) return;
    const std::string words = "means " + mention->alternative;
    if (button(ui, words.c_str(), panel.key("entity.alternative"))) panel.act("entity.alternative");
}

// Where else the entity in hand is in the project.
void draw_elsewhere(const Panel& panel) {
    const std::vector<model::EntityAt> places = panel.bench.elsewhere();
    if (places.empty()) return;
    const Ui& ui = panel.ui;
    section(ui, "Also in");
    constexpr std::size_t most = 12;
    const auto& documents = panel.bench.project().documents;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i) {
        const model::Document& d = documents[places[i].document];
        const std::string title = model::display_title(d);
        ImVec4 area;
        ImGui::PushID(static_cast<int>(places[i].document));
        ImGui::PushID(static_cast<int>(places[i].entity));
        if (row(ui, title.c_str(), 26, false, area)) {
            panel.out.push_back(OpenDocument{places[i].document});
            panel.out.push_back(ShowEntity{places[i].entity});
        }
        ImGui::PopID();
        ImGui::PopID();
        text_at(ui, ImGui::GetWindowDrawList(), {area.x + 8, area.y + 5}, title, ui.theme.ink,
                type::ui, false, area.z - 16);
    }
    if (places.size() > most) {
        label(ui, "and " + std::to_string(places.size() - most) + " more", ui.theme.muted,
              type::small);
    }
}

// The entity in hand: its names in the text, and what can be done with it.
void draw_entity_detail(const Panel& panel, const EntityRow& row_data) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    const model::Entity* entity = d.entities.find(row_data.entity);
    section(ui, "Entity");
    label(ui, entity->canonical, t.ink, 15, true, ImGui::GetContentRegionAvail().x);
    if (!entity->external_id.empty()) label(ui, entity->external_id, t.muted, type::small);
    gap(4);
    if (button(ui, "rename", panel.key("entity.rename"))) panel.act("entity.rename");
    ImGui::SameLine();
    if (button(ui, "merge", panel.key("entity.merge"))) panel.act("entity.merge");
    ImGui::SameLine();
    if (button(ui, "identifier")) panel.act("entity.id");
    ImGui::SameLine();
    if (button(ui, "entity note")) panel.act("entity.note");
    if (button(ui, "across articles")) panel.act("entity.across");
    if (!entity->across.empty()) label(ui, entity->across, t.muted, type::small);
    if (!entity->note.empty()) {
        label(ui, entity->note, t.ink, type::ui, false, ImGui::GetContentRegionAvail().x);
    }
    section(ui, "Mentions");
    constexpr std::size_t most = 40;
    for (std::size_t i = 0; i < std::min(row_data.mentions.size(), most); ++i) {
        const model::Mention* m = d.mentions.find(row_data.mentions[i]);
        const Ref item{model::Kind::mention, m->id};
        ImVec4 area;
        const std::string words(text::slice(d.text, m->span));
        ImGui::PushID(static_cast<int>(m->id));
        if (row(ui, words.c_str(), 26, panel.bench.focus() == item, area))
            panel.out.push_back(FocusOn{item});
        ImGui::PopID();
        const bool waiting = m->provenance.decision == model::Decision::suggested;
        const std::string state = m->label + (waiting ? " ?" : "");
        const float width = text_width(ui, state, type::tiny);
        ImDrawList* list = ImGui::GetWindowDrawList();
        text_at(ui, list, {area.x + 8, area.y + 5}, words, t.ink, type::ui, false,
                area.z - width - 26);
        text_at(ui, list, {area.x + area.z - width - 8, area.y + 7}, state, t.muted, type::tiny);
    }
    if (row_data.mentions.size() > most) {
        label(ui, "and " + std::to_string(row_data.mentions.size() - most) + " more", t.muted,
              type::small);
    }
}

}  // namespace

void draw_entities(const Panel& panel) {
    const Ui& ui = panel.ui;
    const Derived& derived = panel.bench.derived();
    const EntityRow* held = nullptr;
    for (const EntityRow& candidate : derived.entities) {
        if (panel.bench.entity() == candidate.entity) held = &candidate;
    }
    gap(6);
    text_field(ui, "##Filter entities", "Filter entities", panel.looks.entity_filter,
               ImGui::GetContentRegionAvail().x);
    if (derived.entities.empty()) {
        gap(8);
        label(ui,
              "No names yet. Select one in the article and press a label's key (1 is the first).",
              ui.theme.muted, type::ui, false, ImGui::GetContentRegionAvail().x);
        return;
    }
    std::vector<const EntityRow*> shown;
    for (const EntityRow& candidate : derived.entities) {
        const auto matches = [&] {
            const model::Entity* e = panel.bench.document()->entities.find(candidate.entity);
            return fuzzy_score(panel.looks.entity_filter, e->canonical).has_value();
        };
        if (panel.looks.entity_filter.empty() || matches()) shown.push_back(&candidate);
    }
    const float room = ImGui::GetContentRegionAvail().y;
    const float height = held ? std::max(120.0F, room * 0.36F) : room - 4;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("Entity list", {0, height});
    const auto held_row = std::find(shown.begin(), shown.end(), held);
    if (held && held_row != shown.end()) {
        panel.follow(static_cast<std::size_t>(held_row - shown.begin()), space::row);
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown.size()), space::row);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_entity_row(panel, *shown[static_cast<std::size_t>(i)]);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (!held) return;
    if (panel.bench.focus() && panel.bench.focus()->kind == model::Kind::mention) {
        const auto* p = provenance_of(*panel.bench.document(), *panel.bench.focus());
        draw_why(panel, *p);
        draw_remarks(panel, *p);
        draw_decide(panel, *p);
        draw_mention_actions(panel);
    }
    draw_entity_detail(panel, *held);
    draw_elsewhere(panel);
}

}  // namespace standpoint::web
