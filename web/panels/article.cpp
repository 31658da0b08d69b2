#include <algorithm>
#include <cmath>

#include "web/app/actions.hpp"
#include "web/app/decorate.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

using model::Decision;
using model::Kind;

constexpr float column = 560, margin_notes = 130;

TextStyle style_of(const Ui& ui, float width) {
    const Theme& t = ui.theme;
    TextStyle style;
    style.text = ui.faces.reading;
    style.heading = ui.faces.ui_bold;
    style.ui = ui.faces.ui;
    style.size = type::reading;
    style.heading_size = type::heading;
    style.small = type::tiny;
    style.column = std::min(column, std::max(240.0F, width - 44 - margin_notes));
    // Wide pages: the text stands in the middle of its place, a little left, as the margin is
    // right.
    const float used = style.column + 44 + margin_notes;
    style.margin_left = 44 + std::max(0.0F, (width - used) / 2 - 20);
    style.margin_right = margin_notes;
    style.paragraph_gap = 0.5F;
    style.ink = style.heading_ink = t.ink;
    style.muted = t.muted;
    style.background = t.article;
    style.selection = t.text_selection;
    style.caret = t.accent;
    style.focus_ring = t.ring;
    style.accent = t.accent;
    style.wash = t.wash;
    style.pill_text_suggested = t.muted;
    style.dark = t.dark;
    return style;
}

// The buttons beside the selection or the item in hand; the same as the keys.
class Palette {
  public:
    // Buttons that would reach beyond `right` go on in a further line.
    Palette(const Panel& panel, float right) : panel_(panel), right_(right) {}

    // The first three labels and the one that the item has; the others by "more" or by their keys.
    void labels(std::string_view current) {
        int place = 0;
        for (const model::Label& known : panel_.bench.project().codebook.labels) {
            if (place++ >= 3 && known.name != current) continue;
            const std::string key = known.hotkey ? std::string(1, known.hotkey) : std::string();
            if (item(known.name.c_str(), key, known.name == current)) {
                panel_.out.push_back(web::Label{known.name});
            }
        }
        if (item("more", panel_.key("mention.label"))) panel_.act("mention.label");
    }
    void action(const char* word, std::string_view name, Look look = Look::quiet) {
        if (item(word, panel_.key(name), false, look)) panel_.act(name);
    }

  private:
    bool item(const char* word, std::string_view key, bool on = false, Look look = Look::quiet) {
        const Ui& ui = panel_.ui;
        const float width = button_width(ui, word, key);
        if (!first_ && ImGui::GetItemRectMax().x + 2 + width < right_) ImGui::SameLine(0, 2);
        first_ = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (on) {
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + 28},
                                                      ui.theme.selected, space::radius);
        }
        return button(ui, word, key, look);
    }
    const Panel& panel_;
    float right_;
    bool first_ = true;
};

void fill_palette(const Panel& panel, Palette& palette) {
    const Workbench& bench = panel.bench;
    const model::Document& d = *bench.document();
    if (bench.selection()) {
        palette.labels({});
        palette.action("every", "mention.every");
        palette.action("statement", "statement.make");
        if (bench.statement()) {
            palette.action("who", "statement.source");
            palette.action("cue", "statement.cue");
            palette.action("extend", "statement.extend");
        }
        palette.action("stance", "stance.make");
        return;
    }
    const Ref item = *bench.focus();
    const bool waiting = provenance_of(d, item)->decision == Decision::suggested;
    if (waiting) palette.action("accept", "item.accept");
    switch (item.kind) {
        case Kind::mention:
            palette.labels(d.mentions.find(item.id)->label);
            palette.action("every", "mention.every");
            palette.action("stance", "stance.make");
            break;
        case Kind::attribution:
            palette.action("speaker", "holder.change");
            palette.action("stance", "stance.make");
            break;
        case Kind::stance:
            palette.action("favor", "stance.favor");
            palette.action("against", "stance.against");
            palette.action("neutral", "stance.neutral");
            palette.action("unclear", "stance.unclear");
            palette.action("holder", "holder.change");
            palette.action("target", "stance.target");
            break;
        case Kind::target:
        case Kind::entity: break;
    }
    if (waiting)
        palette.action("reject", "item.reject", Look::danger);
    else
        palette.action("remove", "item.remove", Look::danger);
}

void draw_palette(const Panel& panel, const TextView& view, ImVec2 low, ImVec2 high) {
    const Workbench& bench = panel.bench;
    const model::Document* d = bench.document();
    std::optional<Span> span = bench.selection();
    if (!span && bench.focus()) {
        const std::vector<Span> spans = spans_of(*d, *bench.focus());
        if (!spans.empty()) span = spans.front();
    }
    if (!span || ImGui::IsMouseDragging(ImGuiMouseButton_Left)) return;
    const auto rect = view.rect_of(*span);
    if (!rect) return;
    const Theme& t = panel.ui.theme;
    const float width = panel.looks.palette_width, height = 40;
    float x = std::clamp(rect->x - 8, low.x + 8, std::max(low.x + 8, high.x - width - 8));
    float y = rect->y + rect->w + 12;
    if (y + height > high.y) y = rect->y - height - 8;
    ImGui::SetNextWindowPos({std::round(x), std::round(y)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 10);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, t.card);
    ImGui::Begin("Selection", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    Palette palette(panel, x + (high.x - low.x) - 24);
    fill_palette(panel, palette);
    panel.looks.palette_width = ImGui::GetWindowSize().x;  // to keep it inside in the next frame
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

}  // namespace

void draw_article(const Panel& panel, TextView& view, bool covered) {
    const ImVec2 low = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    TextStyle style = style_of(panel.ui, size.x);
    style.reduced_motion = panel.bench.host().reduced_motion();
    const TextEvents events = view.draw(low, size, style, !covered);
    if (!events.clicked.empty()) {
        // A second click on nested items goes on to the one around it.
        std::size_t next = 0;
        if (panel.bench.focus()) {
            const auto held = std::find(events.clicked.begin(), events.clicked.end(),
                                        item_code(*panel.bench.focus()));
            if (held != events.clicked.end()) {
                next = (static_cast<std::size_t>(held - events.clicked.begin()) + 1) %
                       events.clicked.size();
            }
        }
        panel.out.push_back(FocusOn{item_of(events.clicked[next])});
    }
    // Who works by keys reads them in the status line and wants the text uncovered.
    if (!covered && panel.looks.by_pointer)
        draw_palette(panel, view, low, {low.x + size.x, low.y + size.y});
}

void draw_welcome(const Panel& panel) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    const float width = std::min(460.0F, size.x - 48);
    ImGui::SetCursorScreenPos(
        {at.x + (size.x - width) / 2, at.y + std::max(24.0F, size.y * 0.24F)});
    ImGui::BeginGroup();
    label(ui, "Who stands where on what?", t.ink, type::heading, true, width);
    gap(10);
    const std::string paste = shown_key("Ctrl+V", panel.bench.host().is_mac());
    label(
        ui,
        "Paste a news article with " + paste +
            ". Standpoint proposes who is in it, who said what and who is for or against what; you "
            "correct it with a few keys and export the dataset.",
        t.ink, 15, false, width);
    gap(8);
    label(ui, "Nothing leaves this page: there is no server, no account, no connection.", t.muted,
          type::ui, false, width);
    gap(18);
    if (button(ui, "Try the sample article", {}, Look::primary)) panel.act("article.sample");
    ImGui::SameLine(0, 10);
    if (button(ui, "Open files", panel.key("file.open"))) panel.act("file.open");
    ImGui::SameLine(0, 10);
    if (button(ui, "Keys", panel.key("page.keys"))) panel.act("page.keys");
    ImGui::EndGroup();
}

}  // namespace standpoint::web
