#include <algorithm>

#include "web/panels/sheet.hpp"

namespace standpoint::web {

void draw_export(const Panel& panel, ExportDialog& dialog) {
    const Sheet sheet(panel, "Export", 620, 0.1F);
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    using Format = ExportChoice::Format;
    using Scope = ExportChoice::Scope;
    ExportChoice& choice = dialog.choice;
    label(ui, "Export", t.ink, 17, true);
    section(ui, "Format");
    const auto format = [&](const char* name, Format value) {
        if (radio(ui, name, choice.format == value)) choice.format = value;
    };
    format("Standpoint JSONL: one article a line, offsets in code points", Format::jsonl);
    format("Project: everything, to go on later or on another machine", Format::project);
    format("Codebook: labels, targets and guidelines, for the team", Format::codebook);
    if (choice.format == Format::jsonl) {
        section(ui, "Articles");
        const auto scope = [&](const char* name, Scope value) {
            if (radio(ui, name, choice.scope == value)) choice.scope = value;
            ImGui::SameLine(0, 18);
        };
        scope("All", Scope::all);
        scope("Those marked done", Scope::done);
        scope("This one", Scope::current);
        ImGui::NewLine();
        check(ui, "With suggestions that nobody has decided on", choice.suggestions);
        check(ui, "With rejections (negative examples)", choice.rejections);
    }
    const std::string made_for = std::to_string(static_cast<int>(choice.format)) +
                                 std::to_string(static_cast<int>(choice.scope)) +
                                 (choice.suggestions ? "s" : "") + (choice.rejections ? "r" : "");
    if (dialog.made_for != made_for || dialog.revision != panel.bench.history().revision()) {
        const std::string bytes = panel.bench.export_bytes(choice);
        dialog.bytes = bytes.size();
        dialog.documents = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
        dialog.preview = bytes.substr(0, 600);
        while (!dialog.preview.empty() &&
               (static_cast<unsigned char>(dialog.preview.back()) & 0xC0) == 0x80) {
            dialog.preview.pop_back();
        }
        dialog.made_for = made_for;
        dialog.revision = panel.bench.history().revision();
    }
    std::string what = panel.bench.export_name(choice) + " · " +
                       std::to_string((dialog.bytes + 1023) / 1024) + " KB";
    if (choice.format == Format::jsonl) {
        what += " · " + std::to_string(dialog.documents) +
                (dialog.documents == 1 ? " article" : " articles");
    }
    gap(10);
    label(ui, what, t.muted, type::small);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = room(), height = 116;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width, at.y + height}, t.card, space::radius);
    list->AddRect(at, {at.x + width, at.y + height}, t.border, space::radius);
    list->PushClipRect({at.x + 8, at.y + 6}, {at.x + width - 8, at.y + height - 6}, true);
    prose(list, ui.faces.mono, {at.x + 10, at.y + 8}, dialog.preview, t.muted, type::tiny,
          width - 20);
    list->PopClipRect();
    ImGui::Dummy({width, height});
    gap(6);
    const bool empty = dialog.bytes == 0;
    if (button(ui, "Download", "Enter", Look::primary, !empty) || (entered() && !empty)) {
        panel.out.push_back(Download{choice});
    }
    ImGui::SameLine();
    if (button(ui, "Copy", {}, Look::plain, !empty)) {
        panel.out.push_back(
            CopyText{panel.bench.export_bytes(choice), panel.bench.export_name(choice)});
    }
    ImGui::SameLine();
    if (button(ui, "Cancel##export", panel.key("page.escape"))) panel.act("page.escape");
    if (empty) {
        ImGui::SameLine();
        label(ui, "No article fits that choice.", t.muted, type::small);
    }
}

}  // namespace standpoint::web
