#include "web/app/app.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/exchange/project_json.hpp"
#include "web/app/actions.hpp"
#include "web/app/decorate.hpp"
#include "web/panels/panel.hpp"
#include "web/platform/program_factory.hpp"

namespace standpoint::web {

std::unique_ptr<Program> make_program() {
    return std::make_unique<App>();
}

void App::start(Host& host) {
    bench_ = std::make_unique<Workbench>(host);
    faces_ = load_faces();
    host.set_page_title("Standpoint");
}

namespace {

constexpr ImGuiWindowFlags fixed_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav;

// A region of the page with its own ground; closed by ImGui::EndChild.
void begin_region(const char* name, ImVec2 at, ImVec2 size, ImU32 ground) {
    ImGui::SetCursorScreenPos(at);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ground);
    ImGui::BeginChild(name, size, ImGuiChildFlags_None, ImGuiWindowFlags_NoNav);
    ImGui::PopStyleColor();
}

// Where a drawer ends and the article under it goes on.
void drawer_edge(const Theme& theme, ImVec2 at, float bottom) {
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + 1, bottom}, theme.border);
}

// A vertical line that can be dragged; returns how far it was moved in this frame.
float splitter(const Theme& theme, const char* name, float x, float top, float bottom) {
    const ImVec2 size(7, bottom - top);
    begin_region(name, {x - 3, top}, size, IM_COL32_BLACK_TRANS);
    ImGui::InvisibleButton(name, size);
    const bool active = ImGui::IsItemActive();
    // The last move and the release may come in one frame.
    const bool moved = active || ImGui::IsItemDeactivated();
    if (active || ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::GetWindowDrawList()->AddLine({x, top}, {x, bottom},
                                        active ? theme.accent : theme.border);
    ImGui::EndChild();
    return moved ? ImGui::GetIO().MouseDelta.x : 0.0F;
}

}  // namespace

void App::frame(float width, float height) {
    bench_->refresh();
    if (styled_dark_ != bench_->dark()) {
        styled_dark_ = bench_->dark();
        apply(theme(*styled_dark_));
    }
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDown[0]) bench_->looks.by_pointer = true;
    ImGui::PushFont(faces_.ui, type::ui);
    Intents out;
    draw_page(width, height, out);
    ImGui::PopFont();
    bench_->looks.followed = bench_->focus();
    for (Intent& intent : out) carry_out(std::move(intent));
    if (!out.empty()) {
        bench_->refresh();  // the mirror follows at once
        bench_->host().wake();
    }
    if (bench_->view.animating()) bench_->host().wake();
    bench_->host().set_mirror(article_mirror(*bench_));
}

void App::draw_page(float width, float height, Intents& out) {
    const Ui ui{theme(bench_->dark()), faces_};
    const Theme& t = ui.theme;
    Looks& looks = bench_->looks;
    const Panel panel{ui, *bench_, looks, out};
    const bool narrow = looks.narrow = width < space::drawer_below;
    const bool documents = narrow ? looks.documents_drawer : looks.documents_shown;
    const bool inspector = narrow ? looks.inspector_drawer : looks.inspector_shown;
    const bool covered = dialog_open() || (narrow && (documents || inspector));
    const float most = std::max(space::inspector_least, std::min(space::side_most, width * 0.4F));
    looks.documents_width = std::clamp(looks.documents_width, space::documents_least, most);
    if (looks.inspector_width == 0) {
        looks.inspector_width =
            std::clamp(width * space::inspector_share, space::inspector, 480.0F);
    }
    looks.inspector_width = std::clamp(looks.inspector_width, space::inspector_least, most);

    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width, height});
    ImGui::Begin("Standpoint", nullptr, fixed_window);
    const float top = space::top_bar, bottom = height - space::status_bar;
    ImDrawList* list = ImGui::GetWindowDrawList();

    begin_region("Top bar", {0, 0}, {width, top - 1}, t.side);
    draw_top_bar(panel, narrow);
    ImGui::EndChild();

    const float left = documents && !narrow ? looks.documents_width : 0;
    const float right = inspector && !narrow ? width - looks.inspector_width : width;
    const float line = left > 0 ? 1.0F : 0.0F;  // the border stands between the regions
    begin_region("Article", {left + line, top}, {right - left - line, bottom - top}, t.article);
    if (bench_->document())
        draw_article(panel, bench_->view, covered);
    else
        draw_welcome(panel);
    ImGui::EndChild();

    if (documents) {
        const float side = looks.documents_width;
        begin_region("Documents", {0, top}, {side, bottom - top}, t.side);
        draw_documents(panel);
        if (narrow) drawer_edge(t, {side - 1, top}, bottom);
        ImGui::EndChild();
    }
    if (inspector) {
        const float side = std::min(looks.inspector_width, width - 40);
        begin_region("Inspector side", {width - side, top}, {side, bottom - top}, t.side);
        draw_inspector(panel);
        if (narrow) drawer_edge(t, {width - side, top}, bottom);
        ImGui::EndChild();
    }
    begin_region("Status", {0, bottom}, {width, height - bottom}, t.side);
    draw_status_bar(panel);
    ImGui::EndChild();

    list->AddLine({0, top - 1}, {width, top - 1}, t.border);
    list->AddLine({0, bottom}, {width, bottom}, t.border);
    if (!narrow && documents)
        looks.documents_width += splitter(t, "Articles width", left, top, bottom);
    if (!narrow && inspector)
        looks.inspector_width -= splitter(t, "Inspector width", right, top, bottom);
    ImGui::End();

    if (looks.files_hovering) {
        ImDrawList* above = ImGui::GetForegroundDrawList();
        above->AddRectFilled({0, 0}, {width, height}, faded(t.side, 0.9F));
        above->AddRect({16, 16}, {width - 16, height - 16}, t.accent, 14, 0, 2);
        const char* words = "Drop to open: text, Standpoint JSONL, a project or a codebook";
        text_at(ui, above, {(width - text_width(ui, words, 17, true)) / 2, height / 2 - 10}, words,
                t.ink, 17, true);
    }
    draw_toast(ui, width, height);
    if (dialog_open()) draw_dialog(panel, bench_->dialog);
}

void App::draw_toast(const Ui& ui, float width, float height) {
    if (!bench_->toast()) return;
    const Theme& t = ui.theme;
    const Toast& toast = *bench_->toast();
    const float inside = std::min(text_width(ui, toast.text), width - 80);
    const ImVec2 size(inside + 32, 34);
    const ImVec2 at(std::round((width - size.x) / 2), height - space::status_bar - size.y - 14);
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const ImVec2 high(at.x + size.x, at.y + size.y);
    list->AddRectFilled({at.x, at.y + 2}, {high.x, high.y + 3}, t.shadow, 10);
    list->AddRectFilled(at, high, t.card, 9);
    list->AddRect(at, high, toast.problem ? t.against : t.border, 9);
    text_at(ui, list, {at.x + 16, at.y + 9}, toast.text, toast.problem ? t.against : t.ink,
            type::ui, false, inside + 1);
}

void App::carry_out(Intent intent) {
    Workbench& b = *bench_;
    if (auto* command = std::get_if<edit::Command>(&intent))
        b.run(std::move(*command));
    else if (const auto* act = std::get_if<Act>(&intent))
        perform(b, act->action);
    else if (const auto* focus = std::get_if<FocusOn>(&intent))
        b.focus_on(focus->item);
    else if (const auto* open = std::get_if<OpenDocument>(&intent))
        b.open_document(open->index);
    else if (const auto* entity = std::get_if<ShowEntity>(&intent))
        b.show_entity(entity->entity);
    else if (const auto* name = std::get_if<Label>(&intent))
        b.label(name->label);
    else if (std::holds_alternative<ConfirmEvery>(intent))
        b.confirm_every();
    else if (const auto* wanted = std::get_if<Download>(&intent))
        b.download(wanted->choice);
    else if (const auto* copy = std::get_if<CopyText>(&intent)) {
        b.host().copy(copy->text);
        b.close_dialog();
        b.say("Copied " + copy->what + " to the clipboard.");
    } else if (auto* answer = std::get_if<Answer>(&intent)) {
        if (const auto* prompt = std::get_if<Prompt>(&b.dialog)) {
            Prompt answered = *prompt;
            answered.text = std::move(answer->text);
            b.answer(std::move(answered));
        }
    } else if (const auto* choice = std::get_if<ChooseImport>(&intent)) {
        if (auto* pending = std::get_if<PendingImport>(&b.dialog)) {
            b.finish_import(std::move(*pending), choice->replace);
        }
    } else if (const auto* picked = std::get_if<Picked>(&intent)) {
        if (const auto* picker = std::get_if<Picker>(&b.dialog))
            b.picked(*picker, picked->option);
        else if (const auto* stance = std::get_if<StancePicker>(&b.dialog))
            b.picked(stance->picker, picked->option);
    }
}

bool App::caret_key(const KeyPress& press) {
    static constexpr struct {
        std::string_view key;
        Motion plain, word;
    } motions[] = {
        {"ArrowLeft", Motion::character_left, Motion::word_left},
        {"ArrowRight", Motion::character_right, Motion::word_right},
        {"ArrowUp", Motion::line_up, Motion::paragraph_up},
        {"ArrowDown", Motion::line_down, Motion::paragraph_down},
        {"Home", Motion::line_start, Motion::text_start},
        {"End", Motion::line_end, Motion::text_end},
        {"PageUp", Motion::page_up, Motion::page_up},
        {"PageDown", Motion::page_down, Motion::page_down},
    };
    // Without caret mode the arrows walk through items, but Shift with an arrow still adjusts a
    // selection that the mouse has made.
    if (!bench_->view.caret_mode() && !(press.shift && bench_->selection())) return false;
    for (const auto& motion : motions) {
        if (press.key != motion.key) continue;
        bench_->view.move(press.control || press.alt ? motion.word : motion.plain, press.shift);
        return true;
    }
    return false;
}

bool App::key(const KeyPress& press) {
    bench_->looks.by_pointer = false;
    // An Escape that clears nothing is left to the platform: Tab then leaves the page's keyboard.
    if (press.key == "Escape") return bench_->escape();
    if (dialog_open()) {
        // A dialog over the page has the keys. Opening files belongs to the one that offers it.
        const Action* action = action_for(press);
        if (!action || action->name != "file.open" ||
            !std::holds_alternative<AddArticle>(bench_->dialog)) {
            return false;
        }
        perform(*bench_, action->name);
        return true;
    }
    if (caret_key(press)) return true;
    if (const Action* action = action_for(press)) {
        perform(*bench_, action->name);
        return true;
    }
    if (press.key.size() == 1 && !press.control && !press.alt) {
        for (const model::Label& known : bench_->project().codebook.labels) {
            if (known.hotkey != 0 && known.hotkey == press.key.front()) {
                bench_->label(known.name);
                return true;
            }
        }
    }
    return false;
}

void App::pasted(std::string_view text) {
    // Files come by paste as well: what is recognised as one of ours is opened as such.
    const std::size_t first = text.find_first_not_of(" \n\t\r");
    if (first != std::string_view::npos && text[first] == '{')
        bench_->open_bytes("Clipboard", text);
    else
        bench_->add_article(text, {});
}

std::optional<std::string> App::copied(bool) {
    const auto selection = bench_->selection();
    if (!selection || !bench_->document()) return {};
    return std::string(text::slice(bench_->document()->text, *selection));
}

void App::opened(std::string_view name, std::string_view bytes) {
    bench_->open_bytes(name, bytes);
}

void App::drag_over(bool over) {
    bench_->looks.files_hovering = over;
    bench_->host().wake();
}

void App::could_not_open(std::string_view name, std::string_view reason) {
    bench_->say(std::string(name) + " cannot be opened: " + std::string(reason), true);
}

void App::worker_progress(std::uint32_t job, float done) {
    bench_->job_progressed(job, done);
}
void App::worker_result(std::uint32_t job, std::string_view message) {
    bench_->job_finished(job, message);
}
void App::worker_failed(std::uint32_t job, std::string_view reason) {
    bench_->job_failed(job, reason);
}

void App::scheme_changed(bool) {
    bench_->host().wake();
}

void App::activate(std::string_view mirror_id) {
    if (!mirror_id.starts_with("item-")) return;
    std::uint64_t code = 0;
    for (const char c : mirror_id.substr(5)) {
        if (c < '0' || c > '9') break;  // after the number: which of its pieces
        code = code * 10 + static_cast<std::uint64_t>(c - '0');
    }
    const Ref item = item_of(code);
    if (bench_->document() && provenance_of(*bench_->document(), item)) bench_->focus_on(item);
}

std::string App::describe() const {
    return exchange::write_project(bench_->project());
}

void App::graphics_restored() {
    bench_->view.graphics_restored();
}

}  // namespace standpoint::web
