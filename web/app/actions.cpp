#include "web/app/actions.hpp"

#include <algorithm>

#include "web/app/workbench.hpp"

namespace standpoint::web {

namespace {

using model::Kind;
using Problem = std::optional<std::string>;

Problem always(const Workbench&, int) {
    return {};
}

Problem article(const Workbench& b, int) {
    if (!b.document()) return "Add an article first.";
    return {};
}

Problem item(const Workbench& b, int) {
    if (!b.document() || !b.focus()) return "Go to an item with Tab first.";
    return {};
}

Problem mention(const Workbench& b, int) {
    if (!b.focus() || b.focus()->kind != Kind::mention) return "Go to a mention first.";
    return {};
}

Problem other_reading(const Workbench& b, int) {
    if (auto problem = mention(b, 0)) return problem;
    if (!b.document()->mentions.find(b.focus()->id)->alternative.empty()) return {};
    return "There is no other reading of this mention.";
}

Problem mention_or_selection(const Workbench& b, int) {
    return b.selection() ? Problem{} : mention(b, 0);
}

Problem selection(const Workbench& b, int) {
    if (!b.selection()) return "Select some words first.";
    return {};
}

Problem statement(const Workbench& b, int) {
    if (!b.statement()) return "Go to a statement first, or make one with q.";
    return {};
}

Problem stance(const Workbench& b, int) {
    if (!b.focus() || b.focus()->kind != Kind::stance) return "Go to a stance first.";
    return {};
}

Problem target(const Workbench& b, int) {
    if (!b.focus() || (b.focus()->kind != Kind::stance && b.focus()->kind != Kind::target)) {
        return "Go to a stance or a target first.";
    }
    return {};
}

Problem lone_target(const Workbench& b, int) {
    if (!b.focus() || b.focus()->kind != Kind::target) return "Go to a target first.";
    return {};
}

Problem entity(const Workbench& b, int) {
    if (!b.document() || !b.entity() || !b.document()->entities.find(*b.entity())) {
        return "Go to a mention of the entity first.";
    }
    return {};
}

Problem can_undo(const Workbench& b, int) {
    if (!b.history().can_undo()) return "There is nothing to undo.";
    return {};
}

Problem can_redo(const Workbench& b, int) {
    if (!b.history().can_redo()) return "There is nothing to redo.";
    return {};
}

Problem working(const Workbench& b, int) {
    if (!b.working()) return "Nothing is being read or proposed.";
    return {};
}

void move_document(Workbench& b, int by) {
    const std::size_t n = b.project().documents.size();
    if (n == 0) return;
    const auto next = static_cast<std::ptrdiff_t>(b.current()) + by;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(n)) {
        return b.say(by > 0 ? "This is the last article." : "This is the first article.");
    }
    b.open_document(static_cast<std::size_t>(next));
}

void finish_document(Workbench& b, int) {
    if (b.run(edit::SetDone{true})) move_document(b, 1);
}

void scroll_lines(Workbench& b, int lines) {
    b.view.scroll_by(lines * 60.0);
}

// By what is visible, less a line or two to find one's place again.
void scroll_page(Workbench& b, int direction) {
    const auto& lines = b.view.visible_lines();
    if (lines.empty()) return;
    const float seen = lines.back().y + lines.back().height - lines.front().y;
    b.view.scroll_by(direction * std::max(60.0, static_cast<double>(seen) - 48));
}

void toggle_theme(Workbench& b, int) {
    b.looks.dark = !b.dark();
}

Problem proposable(const Workbench& b, int) {
    if (b.document() && b.extracting(b.document()->id)) return "Wait for the proposals first.";
    return article(b, 0);
}

void toggle_quantities(Workbench& b, int) {
    b.looks.quantities = !b.looks.quantities;
    b.extract(b.document()->id);
    b.say(b.looks.quantities ? "Dates and quantities are proposed, too."
                             : "Dates and quantities are left out; what you accepted stays.");
}

void toggle_panel(Workbench& b, int which) {
    bool& column = which == 0 ? b.looks.documents_shown : b.looks.inspector_shown;
    bool& drawer = which == 0 ? b.looks.documents_drawer : b.looks.inspector_drawer;
    if (!b.looks.narrow) {
        column = !column;
        return;
    }
    drawer = !drawer;
    (which == 0 ? b.looks.inspector_drawer : b.looks.documents_drawer) = false;
}

void next_tab(Workbench& b, int) {
    b.looks.tab = static_cast<Tab>((static_cast<int>(b.looks.tab) + 1) % tab_count);
}

std::vector<Action> make_actions() {
    using B = Workbench&;
    using model::Decision;
    using model::Polarity;
    constexpr auto reviewing = "Reviewing", labelling = "Labelling", statements = "Statements",
                   stances = "Stances", entities = "Entities", articles = "Articles and files",
                   page = "The page";
    return {
        {"review.next", "Next undecided", reviewing, "Tab", 1, [](B b, int) { b.step(true, true); },
         article},
        {"review.previous", "Previous undecided", reviewing, "Shift+Tab", 0,
         [](B b, int) { b.step(false, true); }, article},
        {"item.accept", "Accept", reviewing, "Enter", 0,
         [](B b, int) { b.decide(Decision::accepted); }, article},
        {"item.reject", "Reject", reviewing, "x", 0, [](B b, int) { b.decide(Decision::rejected); },
         item},
        {"item.reopen", "Take the decision back", reviewing, "z", 0, [](B b, int) { b.reopen(); },
         item},
        {"item.next", "Next item", reviewing, "ArrowRight", 0,
         [](B b, int) { b.step(true, false); }, article},
        {"item.previous", "Previous item", reviewing, "ArrowLeft", 0,
         [](B b, int) { b.step(false, false); }, article},
        {"review.accept_above", "Accept all above a score…", reviewing, "Shift+A", 0,
         [](B b, int) { b.ask(Prompt::Purpose::accept_above); }, article},
        {"item.note", "Write a note…", reviewing, "t", 0,
         [](B b, int) { b.ask(Prompt::Purpose::note); }, article},
        {"item.flag", "Flag, or take the flag away", reviewing, "!", 0,
         [](B b, int) { b.toggle_flag(); }, article},
        {"item.remove", "Remove", reviewing, "Delete Backspace", 0, [](B b, int) { b.remove(); },
         item},
        {"edit.undo", "Undo", reviewing, "Ctrl+Z", 0, [](B b, int) { b.undo(); }, can_undo},
        {"edit.redo", "Redo", reviewing, "Ctrl+Shift+Z Ctrl+Y", 0, [](B b, int) { b.redo(); },
         can_redo},

        {"edge.grow_right", "Grow at the right", labelling, "]", 1,
         [](B b, int n) { b.resize(edit::Edge::right, n); }, item},
        {"edge.shrink_right", "Shrink at the right", labelling, "[", -1,
         [](B b, int n) { b.resize(edit::Edge::right, n); }, item},
        {"edge.grow_left", "Grow at the left", labelling, "{", 1,
         [](B b, int n) { b.resize(edit::Edge::left, n); }, item},
        {"edge.shrink_left", "Shrink at the left", labelling, "}", -1,
         [](B b, int n) { b.resize(edit::Edge::left, n); }, item},
        {"mention.every", "Label every occurrence…", labelling, "e", 0,
         [](B b, int) { b.preview_every(); }, mention_or_selection},
        {"mention.label", "Choose a label…", labelling, "l", 0,
         [](B b, int) { b.pick(Picker::Purpose::label); }, mention_or_selection},
        {"caret.toggle", "Caret mode: select with the arrow keys", labelling, "v", 0,
         [](B b, int) { b.toggle_caret(); }, article},

        {"statement.make", "Make a statement of the selection", statements, "q", 0,
         [](B b, int) { b.make_statement(); }, selection},
        {"statement.source", "Set who says it", statements, "w", 0,
         [](B b, int) { b.set_source(); }, statement},
        {"statement.cue", "Set the cue", statements, "c", 0, [](B b, int) { b.set_cue(); },
         statement},
        {"statement.extend", "Add the selection to the statement or stance", statements, "+", 0,
         [](B b, int) { b.extend_content(); }, selection},
        {"statement.content", "Make the selection its content", statements, "Shift+Q", 0,
         [](B b, int) { b.replace_content(); }, selection},
        {"statement.no_source", "Say that nobody is named as source", statements, "", 0,
         [](B b, int) {
             b.run(edit::SetSource{*b.statement(), {}});
         },
         statement},
        {"statement.no_cue", "Take the cue away", statements, "", 0,
         [](B b, int) {
             b.run(edit::SetCue{*b.statement(), {}});
         },
         statement},
        {"holder.change", "Change the speaker or holder…", statements, "h", 0,
         [](B b, int) { b.pick(Picker::Purpose::holder); }, item},

        {"stance.make", "Make a stance…", stances, "s", 0, [](B b, int) { b.begin_stance({}); },
         article},
        {"stance.favor", "In favor", stances, "f", 0,
         [](B b, int) { b.set_polarity(Polarity::favor); }, article},
        {"stance.against", "Against", stances, "a", 0,
         [](B b, int) { b.set_polarity(Polarity::against); }, article},
        {"stance.neutral", "Neutral", stances, "n", 0,
         [](B b, int) { b.set_polarity(Polarity::neutral); }, article},
        {"stance.unclear", "Unclear", stances, "u", 0,
         [](B b, int) { b.set_polarity(Polarity::unclear); }, article},
        {"stance.certainty", "Stated or inferred", stances, "i", 0,
         [](B b, int) { b.toggle_certainty(); }, stance},
        {"stance.target", "Change the target…", stances, "g", 0,
         [](B b, int) { b.pick(Picker::Purpose::target); }, stance},
        {"target.add", "New target…", stances, "Shift+T", 0,
         [](B b, int) { b.ask(Prompt::Purpose::new_target); }, article},
        {"target.reword", "Reword the target…", stances, "Shift+G", 0,
         [](B b, int) { b.ask(Prompt::Purpose::target_text); }, target},
        {"target.merge", "Merge the target into…", stances, "", 0,
         [](B b, int) { b.pick(Picker::Purpose::merge_target); }, lone_target},

        {"entity.rename", "Set the canonical name…", entities, "r", 0,
         [](B b, int) { b.ask(Prompt::Purpose::canonical); }, entity},
        {"entity.merge", "Merge the entity into…", entities, "m", 0,
         [](B b, int) { b.pick(Picker::Purpose::merge_entity); }, entity},
        {"entity.assign", "This mention names another entity…", entities, "Shift+M", 0,
         [](B b, int) { b.pick(Picker::Purpose::assign_entity); }, mention},
        {"entity.split", "Make the mention an entity of its own", entities, "Shift+S", 0,
         [](B b, int) { b.split_mention(); }, mention},
        {"entity.alternative", "Take the other reading of the mention", entities, "", 0,
         [](B b, int) { b.take_alternative(); }, other_reading},
        {"entity.across", "Name the entity across articles…", entities, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::across); }, entity},
        {"entity.note", "Write a note on the entity…", entities, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::entity_note); }, entity},
        {"entity.id", "Set the external identifier…", entities, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::external_id); }, entity},

        {"article.add", "Add an article…", articles, "Ctrl+I", 0,
         [](B b, int) { b.dialog = AddArticle{}; }, always},
        {"article.sample", "Open the sample article", articles, "", 0,
         [](B b, int) { b.add_sample(); }, always},
        {"article.next", "Next article", articles, ">", 1, move_document, article},
        {"article.previous", "Previous article", articles, "<", -1, move_document, article},
        {"article.go", "Go to article…", articles, "Ctrl+P", 0,
         [](B b, int) { b.pick(Picker::Purpose::document); }, article},
        {"article.done", "Article done, on to the next", articles, "Ctrl+Enter", 0, finish_document,
         article},
        {"article.reopen", "Article not done after all", articles, "", 0,
         [](B b, int) { b.run(edit::SetDone{false}); }, article},
        {"article.title", "Change the title…", articles, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::title); }, article},
        {"article.remove", "Remove the article", articles, "", 0,
         [](B b, int) {
             if (b.run(edit::RemoveDocument{})) b.say("Article removed; Ctrl+Z brings it back.");
         },
         article},
        {"article.extract", "Propose again", articles, "Ctrl+Shift+E", 0,
         [](B b, int) { b.extract(b.document()->id); }, article},
        {"article.quantities", "Propose dates and quantities, or no longer", articles, "", 0,
         toggle_quantities, proposable},
        {"review.fold_less", "Fold fewer suggestions away: ten percent less", reviewing, "(", 0,
         [](B b, int) { b.fold_below(b.looks.fold.below - 0.1F); }, article},
        {"review.fold_more", "Fold more suggestions away: ten percent more", reviewing, ")", 0,
         [](B b, int) { b.fold_below(b.looks.fold.below + 0.1F); }, article},
        {"review.fold", "Show or fold what has little confidence", reviewing, "Shift+F", 0,
         [](B b, int) { b.toggle_fold(); }, article},
        {"article.cancel", "Cancel what is being read or proposed", articles, "", 0,
         [](B b, int) { b.cancel_job(); }, working},
        {"file.open", "Open files…", articles, "Ctrl+O", 0, [](B b, int) { b.host().open_files(); },
         always},
        {"file.save", "Save the project", articles, "Ctrl+S", 0, [](B b, int) { b.save_project(); },
         always},
        {"file.export", "Export…", articles, "Ctrl+E", 0,
         [](B b, int) { b.dialog = ExportDialog{}; }, article},
        {"project.name", "Name the project…", articles, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::project_name); }, always},
        {"project.annotator", "Set the annotator…", articles, "", 0,
         [](B b, int) { b.ask(Prompt::Purpose::annotator); }, always},

        {"page.commands", "All commands…", page, "Ctrl+K", 0,
         [](B b, int) { b.pick(Picker::Purpose::command); }, always},
        {"page.keys", "Show the keys", page, "?", 0, [](B b, int) { b.dialog = KeysHelp{}; },
         always},
        {"page.escape", "Back: close, clear, let go", page, "Escape", 0,
         [](B b, int) { b.escape(); }, always},
        {"page.tab", "Next tab of the inspector", page, "\\", 0, next_tab, always},
        {"page.theme", "Light or dark", page, "Shift+L", 0, toggle_theme, always},
        {"page.documents", "Show or hide the articles", page, "Shift+D", 0, toggle_panel, always},
        {"page.inspector", "Show or hide the inspector", page, "Shift+I", 1, toggle_panel, always},
        {"page.down", "Scroll down", page, "ArrowDown", 1, scroll_lines, article},
        {"page.up", "Scroll up", page, "ArrowUp", -1, scroll_lines, article},
        {"page.page_down", "Page down", page, "PageDown Space", 1, scroll_page, article},
        {"page.page_up", "Page up", page, "PageUp Shift+Space", -1, scroll_page, article},
        {"page.start", "To the start", page, "Home", 0,
         [](B b, int) { b.view.scroll_to_fraction(0); }, article},
        {"page.end", "To the end", page, "End", 0, [](B b, int) { b.view.scroll_to_fraction(1); },
         article},
    };
}

// A key press in the notation of the table. Shift is written for keys that it does not change by
// itself (Tab, letters); "?" is "?", however the keyboard makes it.
std::string spelled(const KeyPress& press) {
    std::string out;
    if (press.control) out += "Ctrl+";
    if (press.alt) out += "Alt+";
    std::string key(press.key == " " ? std::string_view("Space") : press.key);
    // On a keyboard of another script the letter is the one that stands there on a Latin one.
    const bool foreign = !key.empty() && static_cast<unsigned char>(key[0]) >= 0x80;
    if (foreign && press.code.size() == 4 && press.code.starts_with("Key")) key = press.code[3];
    const bool letter =
        key.size() == 1 && ((key[0] >= 'a' && key[0] <= 'z') || (key[0] >= 'A' && key[0] <= 'Z'));
    const bool named = key.size() > 1 && static_cast<unsigned char>(key[0]) < 0x80;
    if (press.shift && (letter || named)) out += "Shift+";
    if (letter && (press.control || press.shift)) {
        key[0] = static_cast<char>(key[0] & ~0x20);
    } else if (letter) {
        key[0] = static_cast<char>(key[0] | 0x20);  // Caps Lock does not change what a key does
    }
    return out + key;
}

bool has_key(std::string_view keys, std::string_view key) {
    while (!keys.empty()) {
        const std::size_t blank = keys.find(' ');
        if (keys.substr(0, blank) == key) return true;
        if (blank == std::string_view::npos) break;
        keys.remove_prefix(blank + 1);
    }
    return false;
}

}  // namespace

const std::vector<Action>& actions() {
    static const std::vector<Action> table = make_actions();
    return table;
}

const Action* action_named(std::string_view name) {
    for (const Action& action : actions()) {
        if (action.name == name) return &action;
    }
    return nullptr;
}

const Action* action_for(const KeyPress& press) {
    const std::string key = spelled(press);
    for (const Action& action : actions()) {
        if (has_key(action.keys, key)) return &action;
    }
    return nullptr;
}

void perform(Workbench& bench, std::string_view wanted) {
    for (const Action& action : actions()) {
        if (action.name != wanted && action.title != wanted) continue;
        if (auto why = action.problem(bench, action.argument)) return bench.say(*why);
        action.run(bench, action.argument);
        bench.host().wake();
        return;
    }
}

std::string shown_key(std::string_view keys, bool mac) {
    std::string key(keys.substr(0, keys.find(' ')));
    const auto replace = [&key](std::string_view from, std::string_view to) {
        const std::size_t at = key.find(from);
        if (at != std::string::npos) key.replace(at, from.size(), to);
    };
    if (mac) replace("Ctrl+", "⌘");
    if (mac) replace("Shift+", "⇧");
    replace("ArrowLeft", "←");
    replace("ArrowRight", "→");
    replace("ArrowUp", "↑");
    replace("ArrowDown", "↓");
    replace("Escape", "Esc");
    replace("Delete", "Del");
    const std::size_t plus = key.find('+');
    for (std::size_t at = plus; at != std::string::npos && at + 1 < key.size() && at > 0;
         at = key.find('+', at + 1)) {
        key[at] = ' ';  // "Ctrl K", as on the key caps
    }
    return key;
}

std::string shown_key(const Action& action, bool mac) {
    return shown_key(action.keys, mac);
}

Picker command_picker(const Workbench& bench) {
    Picker picker;
    picker.purpose = Picker::Purpose::command;
    picker.title = "Commands";
    picker.hint = "What do you want to do?";
    for (const Action& action : actions()) {
        if (action.name == "page.commands") continue;
        Picker::Option option;
        option.text = std::string(action.title);
        option.group = std::string(action.group);
        option.detail = shown_key(action, bench.host().is_mac());
        if (auto why = action.problem(bench, action.argument)) {
            option.enabled = false;
            option.why_not = std::move(*why);
        }
        picker.options.push_back(std::move(option));
    }
    for (const model::Label& label : bench.project().codebook.labels) {
        Picker::Option option;
        option.text = "Label as " + label.name + (label.title.empty() ? "" : ", " + label.title);
        option.value = label.name;
        option.group = "Labelling";
        if (label.hotkey) option.detail = std::string(1, label.hotkey);
        if (auto why = mention_or_selection(bench, 0)) {
            option.enabled = false;
            option.why_not = std::move(*why);
        }
        picker.options.push_back(std::move(option));
    }
    std::stable_partition(picker.options.begin(), picker.options.end(),
                          [](const Picker::Option& option) { return option.enabled; });
    return picker;
}

}  // namespace standpoint::web
