// The dialog that is open, over everything else.

#include <algorithm>

#include "web/app/actions.hpp"
#include "web/panels/sheet.hpp"

namespace standpoint::web {

namespace {

void draw_add_article(const Panel& panel) {
    const Sheet sheet(panel, "Add an article", 460);
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const bool mac = panel.bench.host().is_mac();
    label(ui, "Add an article", t.ink, 17, true);
    gap(6);
    label(ui,
          "Copy the article where you read it, then press " + shown_key("Ctrl+V", mac) + " here.",
          t.ink, type::ui, false, room());
    label(ui, "Or drop files on the page: plain text, Standpoint JSONL, a project or a codebook.",
          t.muted, type::ui, false, room());
    gap(8);
    if (button(ui, "Open files…##add", panel.key("file.open"), Look::primary))
        panel.act("file.open");
    ImGui::SameLine();
    if (button(ui, "Sample article##add")) panel.act("article.sample");
    ImGui::SameLine();
    if (button(ui, "Close##add", panel.key("page.escape"))) panel.act("page.escape");
}

void draw_prompt(const Panel& panel, Prompt& prompt) {
    const Sheet sheet(panel, "Prompt", 480, 0.22F, true);
    const Ui& ui = panel.ui;
    label(ui, prompt.title, ui.theme.ink, 15, true, room());
    gap(4);
    const bool fresh = ImGui::IsWindowAppearing();
    const std::string field = "##" + prompt.title;
    const bool confirm_key = entered() && (!prompt.lines || ImGui::GetIO().KeyCtrl);
    if (prompt.lines)
        text_area(ui, field.c_str(), prompt.text, {room(), 110}, fresh);
    else
        text_field(ui, field.c_str(), prompt.hint.c_str(), prompt.text, room(), fresh);
    gap(2);
    label(ui, prompt.hint, ui.theme.muted, type::small, false, room());
    gap(4);
    const bool mac = panel.bench.host().is_mac();
    const std::string confirm = prompt.lines ? shown_key("Ctrl+Enter", mac) : "Enter";
    if (button(ui, "OK##prompt", confirm, Look::plain) || confirm_key)
        panel.out.push_back(Answer{prompt.text});
    ImGui::SameLine();
    if (button(ui, "Cancel##prompt", panel.key("page.escape"))) panel.act("page.escape");
}

void draw_occurrences(const Panel& panel, Occurrences& every) {
    const Sheet sheet(panel, "Every occurrence", 560, 0.12F);
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const model::Document& d = *panel.bench.document();
    const std::string words(every.spans.empty() ? std::string_view()
                                                : text::slice(d.text, every.spans.front()));
    label(ui, "Label every “" + words + "” as " + every.label, t.ink, 15, true, room());
    gap(4);
    for (const model::Label& known : panel.bench.project().codebook.labels) {
        if (&known != &panel.bench.project().codebook.labels.front()) ImGui::SameLine(0, 2);
        if (room() < button_width(ui, known.name.c_str())) ImGui::NewLine();
        if (button(ui, (known.name + "##every").c_str(), {},
                   known.name == every.label ? Look::primary : Look::quiet)) {
            every.label = known.name;
        }
    }
    gap(2);
    ImGui::BeginChild("Places",
                      {0, std::min(330.0F, 28.0F * static_cast<float>(every.spans.size()) + 6)});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(every.spans.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto n = static_cast<std::size_t>(i);
            const Span span = every.spans[n];
            // Some words around it, cut at blanks so that no character is torn.
            std::size_t from = span.begin > 34 ? d.text.find(' ', span.begin - 34) : 0;
            if (from == std::string::npos || from > span.begin) from = span.begin;
            const std::size_t line_start = d.text.rfind('\n', span.begin == 0 ? 0 : span.begin - 1);
            if (line_start != std::string::npos && line_start < span.begin)
                from = std::max(from, line_start + 1);
            std::size_t to = d.text.rfind(' ', std::min<std::size_t>(span.end + 40, d.text.size()));
            if (to == std::string::npos || to < span.end) to = span.end;
            to = std::min(to, std::min(d.text.find('\n', span.end), d.text.size()));
            bool on = every.chosen[n];
            const std::string context = d.text.substr(from, to - from);
            ImGui::PushID(i);
            if (check(ui, ("…" + context + "…").c_str(), on)) every.chosen[n] = on;
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
    gap(4);
    const auto chosen = std::count(every.chosen.begin(), every.chosen.end(), true);
    const std::string confirm =
        "Label " + std::to_string(chosen) + (chosen == 1 ? " place" : " places") + "##every";
    if (button(ui, confirm.c_str(), "Enter", Look::plain, chosen > 0) || entered())
        panel.out.push_back(ConfirmEvery{});
    ImGui::SameLine();
    if (button(ui, "Cancel##every", panel.key("page.escape"))) panel.act("page.escape");
}

void draw_keys(const Panel& panel) {
    const Sheet sheet(panel, "Keys", 980, 0.06F);
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const bool mac = panel.bench.host().is_mac();
    label(ui, "Keys", t.ink, 17, true);
    gap(4);
    ImGui::BeginChild("Keys list", {0, ImGui::GetMainViewport()->Size.y * 0.72F});
    const float width = room();
    const int columns = width > 720 ? 3 : (width > 460 ? 2 : 1);
    const float column = width / static_cast<float>(columns);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::vector<float> bottoms(static_cast<std::size_t>(columns), at.y);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& table = actions();
    for (std::size_t i = 0; i < table.size();) {
        std::size_t end = i;
        while (end < table.size() && table[end].group == table[i].group) ++end;
        const auto lowest = std::min_element(bottoms.begin(), bottoms.end());
        const float x = at.x + column * static_cast<float>(lowest - bottoms.begin());
        float y = *lowest;
        text_at(ui, list, {x, y}, table[i].group, t.muted, type::tiny, true);
        y += 20;
        for (; i < end; ++i) {
            if (table[i].keys.empty()) continue;
            const std::string key = shown_key(table[i], mac);
            const float cap = key_cap_width(ui, key);
            key_cap(ui, list, {x + 92 - cap, y}, key);
            text_at(ui, list, {x + 102, y + 1}, table[i].title, t.ink, type::small, false,
                    column - 112);
            y += 23;
        }
        *lowest = y + 12;
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, *std::max_element(bottoms.begin(), bottoms.end()) - at.y});
    label(ui,
          "Labels have the keys that the Guide tab shows. Escape twice, then Tab (or F6), leaves "
          "the page's "
          "keyboard for the browser.",
          t.muted, type::small, false, width);
    ImGui::EndChild();
    if (button(ui, "Close##keys", panel.key("page.escape"))) panel.act("page.escape");
}

void draw_import(const Panel& panel, const PendingImport& pending) {
    const Sheet sheet(panel, "Open", 540, 0.18F);
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const std::size_t count =
        pending.project ? pending.project->documents.size() : pending.documents.size();
    label(ui, pending.name, t.ink, 15, true, room());
    label(ui,
          (pending.project ? "A project with " : "Standpoint JSONL with ") + std::to_string(count) +
              (count == 1 ? " article." : " articles."),
          t.ink, type::ui, false, room());
    if (!pending.report.clean()) {
        const std::size_t issues = pending.report.issues.size() + pending.report.dropped;
        section(ui, std::to_string(issues) + (issues == 1 ? " thing" : " things") +
                        " could not be read as it is");
        ImGui::BeginChild(
            "Issues",
            {0, std::min(200.0F, 40.0F * static_cast<float>(pending.report.issues.size()) + 8)});
        for (const exchange::Issue& issue : pending.report.issues) {
            std::string words =
                issue.line ? "Line " + std::to_string(issue.line) + ": " : std::string();
            label(ui, words + issue.message, t.muted, type::small, false, room());
        }
        ImGui::EndChild();
    }
    gap(6);
    if (pending.project) {
        const bool unsaved = panel.bench.history().dirty();
        if (unsaved) {
            label(ui, "What is open now has changes that are not saved.", t.against, type::small,
                  false, room());
        }
        if (button(ui, unsaved ? "Open instead, drop the changes" : "Open instead", {},
                   unsaved ? Look::danger : Look::primary)) {
            panel.out.push_back(ChooseImport{true});
        }
        ImGui::SameLine();
    }
    if (button(ui, pending.project ? "Add its articles" : "Add them", {},
               pending.project ? Look::plain : Look::primary)) {
        panel.out.push_back(ChooseImport{false});
    }
    if (entered())
        panel.out.push_back(ChooseImport{pending.project && !panel.bench.history().dirty()});
    ImGui::SameLine();
    if (button(ui, "Cancel##import", panel.key("page.escape"))) panel.act("page.escape");
}

}  // namespace

void draw_dialog(const Panel& panel, Dialog& dialog) {
    if (std::holds_alternative<AddArticle>(dialog))
        draw_add_article(panel);
    else if (std::holds_alternative<KeysHelp>(dialog))
        draw_keys(panel);
    else if (auto* prompt = std::get_if<Prompt>(&dialog))
        draw_prompt(panel, *prompt);
    else if (auto* every = std::get_if<Occurrences>(&dialog))
        draw_occurrences(panel, *every);
    else if (auto* exporting = std::get_if<ExportDialog>(&dialog))
        draw_export(panel, *exporting);
    else if (auto* pending = std::get_if<PendingImport>(&dialog))
        draw_import(panel, *pending);
    else if (auto* picker = std::get_if<Picker>(&dialog)) {
        const Sheet sheet(panel, "Choose", 560, 0.12F);
        draw_picker(panel, *picker);
    } else if (auto* stance = std::get_if<StancePicker>(&dialog)) {
        const Sheet sheet(panel, "New stance", 560, 0.12F);
        std::string words;
        const model::Document& d = *panel.bench.document();
        for (const Span& piece : stance->draft.evidence)
            words += std::string(text::slice(d.text, piece)) + " ";
        draw_evidence(panel, words);
        gap(8);
        draw_picker(panel, stance->picker);
    }
}

}  // namespace standpoint::web
