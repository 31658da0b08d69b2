#include "web/platform/browser.hpp"

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "web/platform/javascript.hpp"

namespace standpoint::web {
namespace {

double now() {
    return emscripten_get_now() / 1000;
}

const char* css_cursor(ImGuiMouseCursor cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_None: return "none";
        case ImGuiMouseCursor_TextInput: return "text";
        case ImGuiMouseCursor_ResizeAll: return "move";
        case ImGuiMouseCursor_ResizeNS: return "ns-resize";
        case ImGuiMouseCursor_ResizeEW: return "ew-resize";
        case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
        case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
        case ImGuiMouseCursor_Hand: return "pointer";
        case ImGuiMouseCursor_Wait: return "wait";
        case ImGuiMouseCursor_Progress: return "progress";
        case ImGuiMouseCursor_NotAllowed: return "not-allowed";
        default: return "default";
    }
}

// Seconds until ImGui may want to show the tooltip of what is hovered, as far as can be told: it
// shows them after one of two delays, and only once the mouse has rested.
std::optional<float> tooltip_wait(const ImGuiContext& context) {
    if (context.HoverItemDelayId == 0) return std::nullopt;
    const ImGuiStyle& style = context.Style;
    const float hovered = context.HoverItemDelayTimer;
    if (hovered < style.HoverDelayShort) return style.HoverDelayShort - hovered;
    if (context.HoverItemUnlockedStationaryId != context.HoverItemDelayId)
        return std::max(style.HoverStationaryDelay - context.MouseStationaryTimer, 0.0f);
    if (hovered < style.HoverDelayNormal) return style.HoverDelayNormal - hovered;
    return std::nullopt;
}

}  // namespace

Browser::Browser(std::unique_ptr<Program> program)
    : program_(std::move(program)),
      mac_(sp_page_is_mac() != 0),
      input_(*program_, mac_,
             {[this] { catch_up(); },
              [](std::string_view text) { sp_keyboard_write_clipboard(text.data(), text.size()); },
              [] { sp_keyboard_clear(); }}),
      mirror_(*ImGui::GetCurrentContext()) {}

// --- Host ---

void Browser::wake() {
    repaint_.wake();
    schedule();
}

void Browser::repaint_after(double seconds) {
    repaint_.after(now(), seconds);
    schedule();
}

std::int64_t Browser::now_ms() const {
    return static_cast<std::int64_t>(sp_page_unix_time_ms());
}

bool Browser::dark() const {
    return sp_page_is_dark() != 0;
}

bool Browser::reduced_motion() const {
    return sp_page_is_reduced_motion() != 0;
}

void Browser::open_files() {
    sp_files_pick();
}

void Browser::download(std::string_view name, std::string_view mime, std::string_view bytes) {
    sp_files_download(name.data(), name.size(), mime.data(), mime.size(), bytes.data(),
                      bytes.size());
}

void Browser::copy(std::string_view text) {
    sp_keyboard_write_clipboard(text.data(), text.size());
}

void Browser::post_to_worker(std::uint32_t job, std::string_view message) {
    sp_worker_post(job, message.data(), message.size());
}

void Browser::cancel_worker() {
    sp_worker_cancel();
}

void Browser::set_unsaved(bool unsaved) {
    sp_page_set_unsaved(unsaved ? 1 : 0);
}

void Browser::set_page_title(std::string_view title) {
    sp_page_set_title(title.data(), title.size());
}

void Browser::announce(std::string_view sentence) {
    sp_page_announce(sentence.data(), sentence.size());
}

void Browser::set_mirror(std::vector<MirrorNode> nodes) {
    mirror_.set_program_nodes(std::move(nodes));
}

// --- When frames run ---

void Browser::schedule() {
    if (in_frame_ || graphics_lost_ || frame_requested_) return;
    const double delay = repaint_.delay(now());
    if (delay == 0) {
        frame_requested_ = true;
        sp_page_request_frame();
    } else if (delay < Repaint::never) {
        sp_page_set_timer(delay);
    }
}

bool Browser::idle() const {
    return graphics_lost_ || (!frame_requested_ && repaint_.delay(now()) == Repaint::never);
}

void Browser::timer() {
    if (frame_requested_ || graphics_lost_) return;
    frame_requested_ = true;
    sp_page_request_frame();
}

void Browser::animation_frame() {
    frame_requested_ = false;
    if (!can_run()) return;
    run_frame(Drawing::yes);
    schedule();
}

void Browser::resize(int width, int height, float pixel_ratio) {
    width_ = width;
    height_ = height;
    pixel_ratio_ = pixel_ratio;
    repaint_.wake();
    if (can_run()) run_frame(Drawing::yes);
    schedule();
}

void Browser::step(int frames) {
    for (int i = 0; i < frames && can_run(); ++i) run_frame(Drawing::yes);
    schedule();
}

void Browser::catch_up() {
    constexpr int enough = 12;  // a program that animates is never done
    const auto& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    bool ran = false;
    for (int i = 0; i < enough && can_run() && (!queue.empty() || repaint_.owed() > 0); ++i) {
        run_frame(Drawing::no);
        ran = true;
    }
    if (ran) wake();  // what was run has to be seen
}

// --- A frame ---

void Browser::run_frame(Drawing drawing) {
    const double time = now();
    in_frame_ = true;
    repaint_.begin_frame(time);
    ++frames_;

    ImGuiIO& io = ImGui::GetIO();
    // ImGui wants a size in CSS pixels and multiplies it by the ratio, cutting off the fraction:
    // the hundredth makes that the canvas's size exactly.
    io.DisplaySize = {(static_cast<float>(width_) + 0.01f) / pixel_ratio_,
                      (static_cast<float>(height_) + 0.01f) / pixel_ratio_};
    io.DisplayFramebufferScale = {pixel_ratio_, pixel_ratio_};
    // After a pause animations must not jump; but the pause must stay longer than a double click.
    constexpr double longest = 0.5, shortest = 0.0001;
    io.DeltaTime = static_cast<float>(std::clamp(time - last_frame_, shortest, longest));
    last_frame_ = time;

    // The mirror follows when things come to rest, and now and then while they move.
    constexpr double mirror_interval = 0.15;
    collecting_ = repaint_.owed() == 0 || time - last_mirror_ > mirror_interval;
    mirror_.begin_frame(collecting_);

    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    // ImGui tells the density only to the fonts that are pushed, not to those that a draw list
    // names.
    for (ImFont* font : io.Fonts->Fonts) font->CurrentRasterizerDensity = pixel_ratio_;
    program_->frame(io.DisplaySize.x, io.DisplaySize.y);
    draw_preedit();
    ImGui::Render();
    if (drawing == Drawing::yes) draw();

    ask_for_more_frames();
    update_page();
    in_frame_ = false;
}

void Browser::draw() const {
    const ImVec4& back = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    glViewport(0, 0, width_, height_);
    glClearColor(back.x, back.y, back.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

// The text that an input method is composing: it is not in the field yet.
void Browser::draw_preedit() const {
    const std::string& text = input_.preedit();
    if (text.empty() || !input_.text_active()) return;
    const Rect caret = input_.caret();
    const ImVec2 size = ImGui::CalcTextSize(text.c_str());
    const float rightmost = std::max(ImGui::GetIO().DisplaySize.x - size.x, 0.0f);
    const ImVec2 from(std::min(caret.x + 1, rightmost), caret.y);
    const ImVec2 to(from.x + size.x, from.y + std::max(caret.height, size.y));
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
    list.AddRectFilled(from, to, ImGui::GetColorU32(ImGuiCol_PopupBg));
    list.AddText(from, ink, text.c_str());
    list.AddLine({from.x, to.y - 1}, {to.x, to.y - 1}, ink);
}

// ImGui does not say when it has something left to do; these are the cases that it has.
void Browser::ask_for_more_frames() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool fading =
        context.NavWindowingTarget != nullptr || (context.DimBgRatio > 0 && context.DimBgRatio < 1);
    const double time = now();
    if (!context.InputEventsQueue.empty() || input_.holding() || fading) repaint_.after(time, 0);
    if (const auto wait = tooltip_wait(context))
        repaint_.after(time, static_cast<double>(*wait) + 0.01);
}

void Browser::update_page() {
    const Rect caret = input_.caret();
    sp_keyboard_focus(input_.text_active() ? 1 : 0, caret.x, caret.y, caret.height);
    const ImGuiMouseCursor cursor = ImGui::GetMouseCursor();
    if (cursor != cursor_) {
        cursor_ = cursor;
        const std::string_view css = css_cursor(cursor);
        sp_page_set_cursor(css.data(), css.size());
    }
    if (collecting_) publish_mirror();
}

void Browser::publish_mirror() {
    last_mirror_ = last_frame_;
    const std::string patch = mirror_.patch();
    if (!patch.empty()) sp_mirror_apply(patch.data(), patch.size());
}

// --- From the page ---

void Browser::activate(std::string_view mirror_id) {
    catch_up();
    if (mirror_id.substr(0, 2) == "p:")
        program_->activate(mirror_id.substr(2));
    else if (const auto middle = mirror_.middle(mirror_id))
        input_.click(middle->x, middle->y);
    wake();
}

void Browser::graphics_restored() {
    graphics_lost_ = false;
    frame_requested_ = false;
    // Textures keep their pixels in memory: the backend makes everything anew at the next frame.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    program_->graphics_restored();
    wake();
}

}  // namespace standpoint::web
