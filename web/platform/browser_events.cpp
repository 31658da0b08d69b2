// Where the browser comes in: main(), and the functions that the JavaScript half calls. Every one
// of them that may change what is seen ends in wake().

#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <cstddef>
#include <memory>
#include <string_view>

#include "web/platform/browser.hpp"
#include "web/platform/javascript.hpp"
#include "web/platform/program_factory.hpp"

using standpoint::web::Browser;
using standpoint::web::Keystroke;

namespace {

// The page has one. Never destroyed: a page ends without notice.
Browser* browser = nullptr;

// Takes the context that web/page/canvas.js has asked for, with the attributes that it has there.
bool create_graphics() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    // None is used, and each is a question to the graphics process: 10 ms in all.
    attributes.enableExtensionsByDefault = false;
    const auto context = emscripten_webgl_create_context("#canvas", &attributes);
    return context > 0 &&
           emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void create_imgui() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;
    // Nothing that the page shows may open another page (WebGL apps are not allowed to call home).
    ImGui::GetPlatformIO().Platform_OpenInShellFn = nullptr;
    ImGui_ImplOpenGL3_Init("#version 300 es");
}

enum KeyFlags {
    control = 1,
    shift = 2,
    alt = 4,
    meta = 8,
    alt_graph = 16,
    repeat = 32,
    composing = 64
};

Keystroke keystroke(const char* key, std::size_t key_size, const char* code, std::size_t code_size,
                    int flags) {
    Keystroke stroke;
    stroke.key = {key, key_size};
    stroke.code = {code, code_size};
    stroke.control = (flags & control) != 0;
    stroke.shift = (flags & shift) != 0;
    stroke.alt = (flags & alt) != 0;
    stroke.meta = (flags & meta) != 0;
    stroke.alt_graph = (flags & alt_graph) != 0;
    stroke.repeat = (flags & repeat) != 0;
    stroke.composing = (flags & composing) != 0;
    return stroke;
}

ImGuiMouseSource mouse_source(int kind) {
    return kind == 1   ? ImGuiMouseSource_TouchScreen
           : kind == 2 ? ImGuiMouseSource_Pen
                       : ImGuiMouseSource_Mouse;
}

}  // namespace

int main() {
    sp_page_create();
    if (!create_graphics()) {
        sp_page_no_graphics();
        return 0;
    }
    create_imgui();
    browser = new Browser(standpoint::web::make_program());
    browser->start();
    sp_page_listen();
    return 0;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void sp_frame() {
    browser->animation_frame();
}

EMSCRIPTEN_KEEPALIVE void sp_timer() {
    browser->timer();
}

EMSCRIPTEN_KEEPALIVE void sp_wake() {
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_resize(int width, int height, float pixel_ratio) {
    browser->resize(width, height, pixel_ratio);
}

EMSCRIPTEN_KEEPALIVE void sp_scheme_changed() {
    browser->program().scheme_changed(browser->dark());
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_graphics_lost() {
    browser->graphics_lost();
}

EMSCRIPTEN_KEEPALIVE void sp_graphics_restored() {
    browser->graphics_restored();
}

EMSCRIPTEN_KEEPALIVE void sp_pointer_move(float x, float y, int kind) {
    browser->input().pointer_moved(x, y, mouse_source(kind));
    browser->wake();
}

// A release is worked off at once: phones show their keyboard only if a field is focused during the
// event, and browsers let a page copy, download or pick files only then.
EMSCRIPTEN_KEEPALIVE void sp_pointer_button(int button, int down, float x, float y, int kind) {
    browser->input().pointer_button(button, down != 0, x, y, mouse_source(kind));
    browser->wake();
    if (down == 0) browser->catch_up();
}

EMSCRIPTEN_KEEPALIVE void sp_pointer_left() {
    browser->input().pointer_left();
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_wheel(float dx, float dy, int mode, int shifted) {
    browser->input().wheel(dx, dy, mode, shifted != 0);
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE int sp_key_down(const char* key, std::size_t key_size, const char* code,
                                     std::size_t code_size, int flags) {
    const bool taken = browser->input().key_down(keystroke(key, key_size, code, code_size, flags));
    browser->wake();
    return taken ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void sp_key_up(const char* key, std::size_t key_size, const char* code,
                                    std::size_t code_size, int flags) {
    browser->input().key_up(keystroke(key, key_size, code, code_size, flags));
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_window_focus(int focused) {
    browser->input().window_focus(focused != 0);
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_typed(const char* value, std::size_t size, int is_composing) {
    browser->input().typed({value, size}, is_composing != 0);
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_paste(const char* text, std::size_t size) {
    browser->input().pasted({text, size});
    browser->wake();
}

// Answers through sp_keyboard_copy, or not at all if there is nothing to copy.
EMSCRIPTEN_KEEPALIVE void sp_copy(int cut) {
    if (const auto text = browser->input().copied(cut != 0))
        sp_keyboard_copy(text->data(), text->size());
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_drag_over(int over) {
    browser->program().drag_over(over != 0);
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_opened(const char* name, std::size_t name_size, const char* bytes,
                                    std::size_t size) {
    browser->program().opened({name, name_size}, {bytes, size});
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_could_not_open(const char* name, std::size_t name_size,
                                            const char* reason, std::size_t size) {
    browser->program().could_not_open({name, name_size}, {reason, size});
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_worker_has_progressed(std::uint32_t job, float done) {
    browser->program().worker_progress(job, done);
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_worker_has_result(const char* message, std::size_t size,
                                               std::uint32_t job) {
    browser->program().worker_result(job, {message, size});
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_worker_has_failed(const char* reason, std::size_t size,
                                               std::uint32_t job) {
    browser->program().worker_failed(job, {reason, size});
    browser->wake();
}

EMSCRIPTEN_KEEPALIVE void sp_mirror_click(const char* id, std::size_t size) {
    browser->activate({id, size});
}

// For tests: window.__test in page.js.

EMSCRIPTEN_KEEPALIVE int sp_frames() {
    return browser->frames();
}

EMSCRIPTEN_KEEPALIVE int sp_is_idle() {
    return browser->idle() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void sp_step(int frames) {
    browser->step(frames);
}

EMSCRIPTEN_KEEPALIVE void sp_describe() {
    const std::string json = browser->program().describe();
    sp_page_describe(json.data(), json.size());
}

}  // extern "C"
