#include "core/text/chars.hpp"
#include "web/app/fuzzy.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

void draw_document(const Panel& panel, std::size_t index) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = panel.bench.project().documents[index];
    const bool selected = index == panel.bench.current();
    const std::string title = model::display_title(d);
    ImVec4 area;
    ImGui::PushID(static_cast<int>(index));
    if (row(ui, title.c_str(), 52, selected, area)) panel.out.push_back(OpenDocument{index});
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const model::Progress progress = panel.bench.progress(index);
    const bool waiting = panel.bench.extracting(d.id);
    const std::string count =
        waiting ? "reading…"
                : std::to_string(progress.decided) + " / " + std::to_string(progress.total);
    const float inset = 9;
    float right = area.x + area.z - inset;
    if (d.info.done) {
        draw_icon(list, Icon::check, {right - 6, area.y + 17}, 13, t.favor, 2);
        right -= 18;
    }
    if (d.info.flagged) {
        draw_icon(list, Icon::flag, {right - 6, area.y + 17}, 13, t.against, 1.5F);
        right -= 18;
    }
    text_at(ui, list, {area.x + inset, area.y + 9}, title, t.ink, type::ui, false,
            right - area.x - inset);
    const float count_width = text_width(ui, count, type::tiny);
    text_at(ui, list, {area.x + area.z - inset - count_width, area.y + 29}, count, t.muted,
            type::tiny);
    const float share = progress.total == 0 ? 0.0F
                                            : static_cast<float>(progress.decided) /
                                                  static_cast<float>(progress.total);
    progress_bar(ui, list, {area.x + inset, area.y + 35}, area.z - 2 * inset - count_width - 8,
                 share);
}

}  // namespace

void draw_documents(const Panel& panel) {
    const Ui& ui = panel.ui;
    const std::size_t count = panel.bench.project().documents.size();
    gap(10);
    ImGui::Indent(10);
    text_field(ui, "##Filter documents", "Filter documents", panel.looks.document_filter,
               ImGui::GetContentRegionAvail().x - 10);
    ImGui::Unindent(10);
    gap(4);
    if (ImGui::BeginChild("Articles", {0, -48}, ImGuiChildFlags_None)) {
        ImGui::Indent(8);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 2));
        std::vector<std::size_t> shown;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string title = model::display_title(panel.bench.project().documents[i]);
            if (panel.looks.document_filter.empty() ||
                fuzzy_score(panel.looks.document_filter, title)) {
                shown.push_back(i);
            }
        }
        ImGui::BeginChild("list", {ImGui::GetContentRegionAvail().x - 8, 0});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(shown.size()), 54);
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                draw_document(panel, shown[static_cast<std::size_t>(i)]);
            }
        }
        if (count > 0 && shown.empty()) {
            gap(8);
            label(ui, "No article has that in its title.", ui.theme.muted, type::small);
        }
        ImGui::EndChild();
        ImGui::PopStyleVar();
        ImGui::Unindent(8);
    }
    ImGui::EndChild();
    ImGui::Indent(10);
    if (button(ui, "Add", panel.key("article.add"))) panel.act("article.add");
    ImGui::SameLine();
    if (button(ui, "Open", panel.key("file.open"))) panel.act("file.open");
    ImGui::Unindent(10);
}

}  // namespace standpoint::web
