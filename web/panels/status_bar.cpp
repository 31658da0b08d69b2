// One line that always says where we are and what the next key does.

#include "web/app/actions.hpp"
#include "web/panels/panel.hpp"

namespace standpoint::web {

namespace {

using model::Decision;
using model::Kind;

class Line {
  public:
    Line(const Panel& panel, ImVec2 at, float right)
        : panel_(panel), list_(ImGui::GetWindowDrawList()), x_(at.x), y_(at.y), right_(right) {}

    void words(std::string_view text, bool bold = false, bool strong = false) {
        const Theme& t = panel_.ui.theme;
        const float room = right_ - x_;
        if (room < 24) return;
        x_ += text_at(panel_.ui, list_, {x_, y_ + 7}, text, bold || strong ? t.ink : t.muted,
                      type::small, bold, room);
    }
    void hint(std::string_view action, std::string_view what) {
        const std::string key = panel_.key(action);
        raw_hint(key, what);
    }
    void raw_hint(std::string_view key, std::string_view what) {
        const Ui& ui = panel_.ui;
        const float width = 14 + key_cap_width(ui, key) + 5 + text_width(ui, what, type::small);
        if (x_ + width > right_) return;  // rather none than half a hint
        x_ += 14;
        x_ += key_cap(ui, list_, {x_, y_ + 6}, key) + 5;
        words(what);
    }

  private:
    const Panel& panel_;
    ImDrawList* list_;
    float x_, y_, right_;
};

const char* noun(Kind kind) {
    switch (kind) {
        case Kind::mention: return "Mention";
        case Kind::attribution: return "Statement";
        case Kind::target: return "Target";
        case Kind::stance: return "Stance";
        case Kind::entity: break;
    }
    return "Entity";
}

void selection_hints(const Panel& panel, Line& line) {
    line.words("Selected  ");
    line.raw_hint("1…0", "label");
    line.hint("mention.every", "every occurrence");
    line.hint("statement.make", "statement");
    if (panel.bench.statement()) {
        line.hint("statement.source", "who says it");
        line.hint("statement.cue", "cue");
    }
    line.hint("stance.make", "stance");
    line.hint("page.escape", "let go");
}

void item_hints(const Panel& panel, Line& line) {
    const Workbench& bench = panel.bench;
    const model::Document& d = *bench.document();
    const Ref item = *bench.focus();
    const model::Provenance& p = *provenance_of(d, item);
    const auto position = bench.derived().position(item);
    line.words(std::string(noun(item.kind)) + " " +
               (position ? std::to_string(*position + 1) + " of " +
                               std::to_string(bench.derived().queue.size())
                         : std::string()) +
               ": ");
    line.words(summary_of(d, item), true);
    std::string state;
    if (item.kind == Kind::mention) state = " · " + d.mentions.find(item.id)->label;
    if (item.kind == Kind::stance) {
        state = " · " + std::string(model::name_of(d.stances.find(item.id)->polarity));
    }
    if (p.decision == Decision::suggested)
        state += " " + two_digits(p.score);
    else
        state += " · " + std::string(model::name_of(p.decision));
    line.words(state);
    if (p.decision == Decision::suggested) {
        line.hint("item.accept", "accept");
        line.hint("item.reject", "reject");
    } else {
        line.hint("item.accept", p.decision == Decision::accepted ? "on" : "accept after all");
    }
    line.hint("review.next", "next");
    switch (item.kind) {
        case Kind::mention:
            line.raw_hint("1…0", "relabel");
            line.raw_hint("[ ]", "resize");
            line.hint("mention.every", "every");
            break;
        case Kind::attribution:
            line.hint("holder.change", "speaker");
            line.raw_hint("[ ]", "resize");
            line.hint("stance.make", "stance");
            break;
        case Kind::stance:
            line.hint("stance.favor", "favor");
            line.hint("stance.against", "against");
            line.hint("stance.neutral", "neutral");
            line.hint("stance.unclear", "unclear");
            break;
        case Kind::target: line.hint("target.reword", "reword"); break;
        case Kind::entity: break;
    }
}

std::string saved_words(const Workbench& bench) {
    std::string words;
    if (bench.history().dirty())
        words = "Not saved";
    else if (!bench.saved_as().empty())
        words = "Saved as " + bench.saved_as();
    if (!words.empty()) words += " · ";
    return words + "offline";
}

}  // namespace

void draw_status_bar(const Panel& panel) {
    const Ui& ui = panel.ui;
    const Theme& t = ui.theme;
    const Workbench& bench = panel.bench;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList* list = ImGui::GetWindowDrawList();

    float right = at.x + width - 16;
    const std::string saved = saved_words(bench);
    right -= text_width(ui, saved, type::small);
    text_at(ui, list, {right, at.y + 7}, saved, t.muted, type::small);
    if (const auto working = bench.working()) {
        const float button_at = right - 74;
        ImGui::SetCursorScreenPos({button_at, at.y + 1});
        if (button(ui, "Cancel##extraction", {}, Look::quiet)) panel.act("article.cancel");
        const std::string words =
            working->words + " " + std::to_string(static_cast<int>(working->done * 100)) + " %";
        progress_bar(ui, list, {button_at - 88, at.y + 14}, 80, working->done);
        right = button_at - 96 - text_width(ui, words, type::small);
        text_at(ui, list, {right, at.y + 7}, words, t.muted, type::small);
    }

    Line line(panel, {at.x + 16, at.y}, right - 20);
    const model::Document* d = bench.document();
    if (!d) {
        line.words("No article yet.");
        line.raw_hint(shown_key("Ctrl+V", bench.host().is_mac()), "paste an article");
        line.hint("file.open", "open files");
        line.hint("page.commands", "all commands");
        line.hint("page.keys", "keys");
    } else if (bench.view.caret_mode() && !bench.selection()) {
        line.words("Caret mode");
        line.raw_hint("← → ↑ ↓", "move");
        line.raw_hint("Shift", "select");
        line.raw_hint("Ctrl", "by word");
        line.hint("page.escape", "leave");
    } else if (bench.selection()) {
        selection_hints(panel, line);
    } else if (bench.focus() && provenance_of(*d, *bench.focus())) {
        item_hints(panel, line);
    } else {
        const model::Progress progress = bench.derived().progress;
        line.words(std::to_string(progress.decided) + " of " + std::to_string(progress.total) +
                   " decided");
        if (progress.decided < progress.total)
            line.hint("review.next", "go to the next undecided");
        else
            line.hint("article.done", "article done, on to the next");
        line.hint("caret.toggle", "caret mode");
        line.hint("page.commands", "all commands");
        line.hint("page.keys", "keys");
    }
}

}  // namespace standpoint::web
