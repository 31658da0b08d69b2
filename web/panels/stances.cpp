// The table of actor by target, and the stance in hand.

#include <algorithm>

#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

constexpr float least_column = 84, header = 44, line = 42;

struct Grid {
    float actor, column;
    std::size_t columns;  // shown at once
};

Grid grid_of(const StanceTable& table, float width) {
    const float actor = std::min(110.0F, width * 0.36F);
    const auto fit = static_cast<std::size_t>((width - actor) / least_column);
    const std::size_t columns = std::max<std::size_t>(1, std::min(fit, table.targets.size()));
    return {actor, (width - actor) / static_cast<float>(columns), columns};
}

// Words in at most two lines, the second cut with an ellipsis, in the middle of `height`.
void two_lines(const Ui& ui, ImDrawList* list, ImVec2 at, std::string_view words, ImU32 colour,
               float size, float width, float height) {
    const char* const end = words.data() + words.size();
    const char* second = ui.faces.ui->CalcWordWrapPosition(size, words.data(), end, width);
    const std::string_view above(words.data(), static_cast<std::size_t>(second - words.data()));
    std::string_view below(second, static_cast<std::size_t>(end - second));
    while (!below.empty() && below.front() == ' ') below.remove_prefix(1);
    const float step = size + 3;
    float y = at.y + (height - (below.empty() ? 1 : 2) * step) / 2;
    text_at(ui, list, {at.x, y}, above, colour, size);
    if (!below.empty()) text_at(ui, list, {at.x, y + step}, below, colour, size, false, width);
}

std::string heading_of(const Panel& panel, Id target) {
    const model::Document& d = *panel.bench.document();
    if (const model::Target* t = d.targets.find(target)) {
        const model::CodebookTarget* known = panel.bench.project().codebook.target(t->key);
        if (known && !known->short_text.empty()) return known->short_text;
    }
    return std::string(model::target_text(d, target));
}

void draw_header(const Panel& panel, const Grid& grid, std::size_t first) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const StanceTable& table = panel.bench.derived().table;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_at(ui, list, {at.x + 4, at.y + header - 20}, "Actor", t.muted, type::tiny);
    for (std::size_t c = 0; c < grid.columns && first + c < table.targets.size(); ++c) {
        const Id target = table.targets[first + c];
        const std::string name = heading_of(panel, target);
        const float x = at.x + grid.actor + grid.column * static_cast<float>(c);
        ImGui::SetCursorScreenPos({x, at.y});
        ImGui::PushID(static_cast<int>(target));
        if (ImGui::InvisibleButton(name.c_str(), {grid.column - 4, header}) &&
            panel.bench.document()->targets.find(target)) {
            panel.out.push_back(FocusOn{Ref{model::Kind::target, target}});
        }
        ImGui::PopID();
        tooltip(name);
        if (ImGui::IsItemHovered()) {
            list->AddRectFilled({x, at.y}, {x + grid.column - 4, at.y + header}, t.hover,
                                space::radius);
        }
        const model::Stance* stance =
            panel.bench.focus() && panel.bench.focus()->kind == model::Kind::stance
                ? panel.bench.document()->stances.find(panel.bench.focus()->id)
                : nullptr;
        const bool held = panel.bench.focus() == Ref{model::Kind::target, target} ||
                          (stance && stance->target == target);
        two_lines(ui, list, {x + 2, at.y + 4}, name, held ? t.accent : t.muted, type::tiny,
                  grid.column - 10, header - 10);
    }
    list->AddLine({at.x, at.y + header - 2},
                  {at.x + ImGui::GetContentRegionAvail().x, at.y + header - 2}, t.border);
    ImGui::SetCursorScreenPos({at.x, at.y + header});
}

void draw_cell(const Panel& panel, const StanceCell& cell, ImVec2 at, float width) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    const model::Stance& s = *d.stances.find(cell.stances.front());
    const bool waiting = s.provenance.decision == model::Decision::suggested;
    std::string word(model::name_of(s.polarity));
    ImU32 colour = t.polarity(s.polarity);
    if (cell.contradictory) {
        word = "both";
        colour = t.neutral;
    }
    if (cell.stances.size() > 1) word += " ×" + std::to_string(cell.stances.size());
    const ImVec2 size = pill_size(ui, word, waiting);
    const ImVec2 place(at.x, at.y + (line - size.y) / 2);
    ImGui::SetCursorScreenPos({at.x, at.y + 2});
    ImGui::PushID(static_cast<int>(s.id));
    const std::string name = summary_of(d, {model::Kind::stance, s.id}) + ": " + word;
    if (ImGui::InvisibleButton(name.c_str(), {std::min(width - 4, size.x + 4), line - 4})) {
        // A second click goes on to the next of several in the cell.
        std::size_t next = 0;
        for (std::size_t i = 0; i < cell.stances.size(); ++i) {
            if (panel.bench.focus() == Ref{model::Kind::stance, cell.stances[i]}) {
                next = (i + 1) % cell.stances.size();
            }
        }
        panel.out.push_back(FocusOn{Ref{model::Kind::stance, cell.stances[next]}});
    }
    ImGui::PopID();
    const bool held = panel.bench.focus() && panel.bench.focus()->kind == model::Kind::stance &&
                      std::find(cell.stances.begin(), cell.stances.end(),
                                panel.bench.focus()->id) != cell.stances.end();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (held) {
        list->AddRect({place.x - 2, place.y - 2}, {place.x + size.x + 2, place.y + size.y + 2},
                      t.ring, 11, 0, 2);
    }
    pill(ui, list, place, word, colour, waiting);
}

void draw_rows(const Panel& panel, const Grid& grid, std::size_t first) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const StanceTable& table = panel.bench.derived().table;
    const model::Document& d = *panel.bench.document();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(table.actors.size()), line);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto r = static_cast<std::size_t>(i);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            bool held = false;
            for (std::size_t c = 0; c < table.targets.size(); ++c) {
                const StanceCell* cell = table.cell(r, c);
                if (!cell || !panel.bench.focus()) continue;
                for (const Id id : cell->stances) {
                    held = held || panel.bench.focus() == Ref{model::Kind::stance, id};
                }
            }
            ImDrawList* list = ImGui::GetWindowDrawList();
            if (held) list->AddRectFilled(at, {at.x + width, at.y + line}, t.selected, 4);
            const std::string_view name = model::name_of(table.actors[r], d);
            two_lines(ui, list, {at.x + 4, at.y + 4}, name.empty() ? "Nobody named" : name, t.ink,
                      type::ui, grid.actor - 10, line - 8);
            for (std::size_t c = 0; c < grid.columns && first + c < table.targets.size(); ++c) {
                if (const StanceCell* cell = table.cell(r, first + c)) {
                    draw_cell(panel, *cell,
                              {at.x + grid.actor + grid.column * static_cast<float>(c), at.y},
                              grid.column);
                }
            }
            list->AddLine({at.x, at.y + line - 1}, {at.x + width, at.y + line - 1}, t.border);
            ImGui::SetCursorScreenPos(at);
            ImGui::Dummy({width, line});
        }
    }
}

void draw_stance_detail(const Panel& panel, const model::Stance& s) {
    const Ui& ui = panel.ui;
    const model::Document& d = *panel.bench.document();
    section(ui, "Stance");
    const std::string_view holder = model::name_of(s.holder, d);
    const std::string words = (holder.empty() ? "Nobody named" : std::string(holder)) + " → " +
                              std::string(model::target_text(d, s.target));
    label(ui, words, ui.theme.ink, type::ui, true, ImGui::GetContentRegionAvail().x);
    if (s.certainty == model::Certainty::inferred)
        label(ui, "inferred", ui.theme.muted, type::small);
    draw_why(panel, s.provenance);
    std::string evidence;
    for (const Span& piece : s.evidence) {
        if (!evidence.empty()) evidence += " … ";
        evidence += text::slice(d.text, piece);
    }
    draw_evidence(panel, evidence);
    draw_remarks(panel, s.provenance);
    section(ui, "Polarity");
    const struct {
        const char* word;
        const char* action;
    } polarities[] = {{"favor", "stance.favor"},
                      {"against", "stance.against"},
                      {"neutral", "stance.neutral"},
                      {"unclear", "stance.unclear"}};
    float room = ImGui::GetContentRegionAvail().x;
    for (const auto& p : polarities) {
        const float width = button_width(ui, p.word, panel.key(p.action));
        if (&p != polarities) {
            if (room >= width)
                ImGui::SameLine(0, 4);
            else
                room = ImGui::GetContentRegionAvail().x;
        }
        room -= width + 4;
        if (button(ui, p.word, panel.key(p.action))) panel.act(p.action);
    }
    if (button(ui, "holder", panel.key("holder.change"))) panel.act("holder.change");
    ImGui::SameLine(0, 4);
    if (button(ui, "target", panel.key("stance.target"))) panel.act("stance.target");
    draw_decide(panel, s.provenance);
}

}  // namespace

void draw_stances(const Panel& panel) {
    const Ui& ui = panel.ui;
    const StanceTable& table = panel.bench.derived().table;
    gap(4);
    if (table.targets.empty()) {
        gap(4);
        label(ui,
              "No targets yet. Write a proposition that one can be for or against, or select a "
              "sentence and press s.",
              ui.theme.muted, type::ui, false, ImGui::GetContentRegionAvail().x);
        if (button(ui, "New target", panel.key("target.add"))) panel.act("target.add");
        return;
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const Grid grid = grid_of(table, width);
    const std::size_t last = table.targets.size() - grid.columns;
    std::size_t first = std::min(panel.looks.first_target, last);
    const auto focus = panel.bench.focus();
    const model::Document& d = *panel.bench.document();
    const model::Stance* stance =
        focus && focus->kind == model::Kind::stance ? d.stances.find(focus->id) : nullptr;
    const model::Target* target =
        focus && focus->kind == model::Kind::target ? d.targets.find(focus->id) : nullptr;
    if (stance && panel.looks.followed != focus) {
        const auto found = std::find(table.targets.begin(), table.targets.end(), stance->target);
        const auto column = static_cast<std::size_t>(found - table.targets.begin());
        if (column < first || column >= first + grid.columns) first = std::min(column, last);
        panel.looks.first_target = first;
    }
    const float room = ImGui::GetContentRegionAvail().y;
    const float wanted = header + line * static_cast<float>(table.actors.size()) + 6;
    const float height = std::min(wanted, stance || target ? room * 0.45F : room - 46);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("Stance table", {0, height});
    draw_header(panel, grid, first);
    if (stance) {
        const auto actor = std::find(table.actors.begin(), table.actors.end(), stance->holder);
        panel.follow(static_cast<std::size_t>(actor - table.actors.begin()) + 1, line);
    }
    draw_rows(panel, grid, first);
    ImGui::EndChild();
    ImGui::PopStyleVar();
    gap(8);
    if (button(ui, "New target", panel.key("target.add"))) panel.act("target.add");
    if (last > 0) {
        ImGui::SameLine();
        if (button(ui, "‹##targets", {}, Look::plain, first > 0))
            panel.looks.first_target = first - 1;
        ImGui::SameLine();
        if (button(ui, "›##targets", {}, Look::plain, first < last))
            panel.looks.first_target = first + 1;
        ImGui::SameLine();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(ui, ImGui::GetWindowDrawList(), {at.x, at.y + 6},
                "targets " + std::to_string(first + 1) + "–" +
                    std::to_string(first + grid.columns) + " of " +
                    std::to_string(table.targets.size()),
                ui.theme.muted, type::small);
        ImGui::Dummy({1, 28});
    }
    if (stance) draw_stance_detail(panel, *stance);
    if (target) {
        section(ui, "Target");
        label(ui, target->text, ui.theme.ink, type::ui, true, ImGui::GetContentRegionAvail().x);
        if (button(ui, "reword", panel.key("target.reword"))) panel.act("target.reword");
        ImGui::SameLine();
        if (button(ui, "merge")) panel.act("target.merge");
        draw_why(panel, target->provenance);
        draw_remarks(panel, target->provenance);
        draw_decide(panel, target->provenance);
    }
}

}  // namespace standpoint::web
