#include "web/platform/input.hpp"

#include <algorithm>
#include <cfloat>
#include <utility>

namespace standpoint::web {
namespace {

Input& input_of(ImGuiContext*) {
    return *static_cast<Input*>(ImGui::GetPlatformIO().Platform_ClipboardUserData);
}

std::string with_line_feeds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        result += text[i] == '\r' ? '\n' : text[i];
    }
    return result;
}

}  // namespace

Input::Input(Program& program, bool mac, Surroundings surroundings)
    : program_(program), mac_(mac), around_(std::move(surroundings)) {
    attach();
}

void Input::attach() {
    ImGui::GetIO().ConfigMacOSXBehaviors = mac_;
    ImGuiPlatformIO& io = ImGui::GetPlatformIO();
    io.Platform_ClipboardUserData = this;
    io.Platform_GetClipboardTextFn = [](ImGuiContext* context) {
        return input_of(context).clipboard_.c_str();
    };
    io.Platform_SetClipboardTextFn = [](ImGuiContext* context, const char* text) {
        Input& input = input_of(context);
        input.clipboard_ = text;
        input.clipboard_written_ = true;
        if (!input.in_copy_event_) input.around_.write_clipboard(text);
    };
    io.Platform_SetImeDataFn = [](ImGuiContext* context, ImGuiViewport*,
                                  ImGuiPlatformImeData* data) {
        Input& input = input_of(context);
        if (data->WantTextInput != input.ime_.WantTextInput) input.reset_agent();
        input.ime_ = *data;
    };
}

Rect Input::caret() const {
    return {ime_.InputPos.x, ime_.InputPos.y, 1.0f, ime_.InputLineHeight};
}

// --- Pointer ---

void Input::pointer_moved(float x, float y, ImGuiMouseSource source) {
    pointer_ = {x, y};
    ImGui::GetIO().AddMouseSourceEvent(source);
    ImGui::GetIO().AddMousePosEvent(x, y);
}

void Input::pointer_button(int button, bool down, float x, float y, ImGuiMouseSource source) {
    constexpr int to_imgui[] = {ImGuiMouseButton_Left, ImGuiMouseButton_Middle,
                                ImGuiMouseButton_Right, 3, 4};
    if (button < 0 || button >= IM_ARRAYSIZE(to_imgui)) return;
    // A press may take the keyboard from a field in the same frame in which the last characters
    // come.
    if (down && text_active()) around_.catch_up();
    pointer_moved(x, y, source);
    ImGui::GetIO().AddMouseButtonEvent(to_imgui[button], down);
    if (down) reset_agent();
}

void Input::pointer_left() {
    if (ImGui::IsAnyMouseDown()) return;  // captured: a drag goes on outside
    pointer_ = {-FLT_MAX, -FLT_MAX};
    ImGui::GetIO().AddMousePosEvent(pointer_.x, pointer_.y);
}

void Input::wheel(float dx, float dy, int mode, bool shift) {
    constexpr float pixels_per_step = 100, lines_per_step = 3;
    const float scale = mode == 0 ? 1 / pixels_per_step : mode == 1 ? 1 / lines_per_step : 3.0f;
    // ImGui turns Shift+wheel sideways itself; some browsers have done so already.
    if (shift && !mac_ && dy == 0) std::swap(dx, dy);
    ImGui::GetIO().AddMouseWheelEvent(-dx * scale, -dy * scale);
}

void Input::click(float x, float y) {
    const ImVec2 before = pointer_;
    pointer_moved(x, y, ImGuiMouseSource_Mouse);
    around_.catch_up();  // overlapping items must be hovered for a frame before they can be pressed
    pointer_button(0, true, x, y, ImGuiMouseSource_Mouse);
    around_.catch_up();
    pointer_button(0, false, x, y, ImGuiMouseSource_Mouse);
    around_.catch_up();
    pointer_moved(before.x, before.y, ImGuiMouseSource_Mouse);
}

// --- Keys ---

bool Input::key_down(const Keystroke& stroke) {
    if (stroke.composing) return false;
    around_.catch_up();

    // The way out for people without a mouse (WCAG 2.1.2): after an Escape that had nothing left to
    // close, Tab is the browser's.
    const bool leaves = tab_leaves_ && stroke.key == "Tab";
    tab_leaves_ = tab_leaves_ && is_modifier(stroke.key);
    if (leaves) return false;

    send_modifiers(stroke);
    if (is_modifier(stroke.key)) return false;
    if (owner(stroke, mac_) != KeyOwner::page) return false;
    const bool command = (stroke.control || stroke.meta) && !stroke.alt_graph;
    const bool for_the_field = text_active() && (!command || edits_text(stroke));
    if (!for_the_field && offered_to_program(stroke)) return true;
    tab_leaves_ = !for_the_field && stroke.key == "Escape";

    const bool types = is_character(stroke.key) && !command;
    // Dead keys, and Alt with the keypad, compose characters too.
    const bool composes = stroke.key == "Dead" || (stroke.alt && !mac_ && !command);
    if (text_active() && (types || composes)) return false;

    const ImGuiKey key = imgui_key(stroke.key, stroke.code);
    if (key == ImGuiKey_None) return false;
    ImGui::GetIO().AddKeyEvent(key, true);
    const auto same = [&](const HeldKey& held) { return held.code == stroke.code; };
    if (std::none_of(held_.begin(), held_.end(), same))
        held_.push_back({std::string(stroke.code), key});
    reset_agent();
    return true;
}

bool Input::offered_to_program(const Keystroke& stroke) {
    if (stroke.key == "Dead" || stroke.key == "Unidentified" || stroke.key == "Process")
        return false;
    KeyPress press;
    press.key = stroke.key;
    press.code = stroke.code;
    press.control = (mac_ ? stroke.meta : stroke.control) && !stroke.alt_graph;
    press.shift = stroke.shift;
    press.alt = stroke.alt && !stroke.alt_graph;
    press.repeat = stroke.repeat;
    return program_.key(press);
}

void Input::key_up(const Keystroke& stroke) {
    send_modifiers(stroke);
    // Chromium on a Mac sends no keyup for letters while Cmd is down (egui #4724).
    if (stroke.key == "Meta" || stroke.key == "Control") release_keys();
    const auto held = std::find_if(held_.begin(), held_.end(),
                                   [&](const HeldKey& key) { return key.code == stroke.code; });
    if (held == held_.end()) return;
    ImGui::GetIO().AddKeyEvent(held->key, false);
    held_.erase(held);
}

void Input::window_focus(bool focused) {
    if (!focused) {
        release_keys();
        command_down_ = false;
    }
    ImGui::GetIO().AddFocusEvent(focused);
}

void Input::send_modifiers(const Keystroke& stroke) {
    ImGuiIO& io = ImGui::GetIO();
    const bool control = stroke.control && !stroke.alt_graph;
    io.AddKeyEvent(ImGuiMod_Ctrl, control);
    io.AddKeyEvent(ImGuiMod_Shift, stroke.shift);
    io.AddKeyEvent(ImGuiMod_Alt, stroke.alt && !stroke.alt_graph);
    io.AddKeyEvent(ImGuiMod_Super, stroke.meta);
    command_down_ = mac_ ? stroke.meta : control;
}

void Input::release_keys() {
    for (const HeldKey& held : held_) ImGui::GetIO().AddKeyEvent(held.key, false);
    held_.clear();
}

void Input::send_chord(ImGuiKey letter) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey command = mac_ ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(ImGuiMod_Shift, false);  // Ctrl+Shift+V and Shift+Insert paste as well
    io.AddKeyEvent(command, true);
    io.AddKeyEvent(letter, true);
    io.AddKeyEvent(letter, false);
    io.AddKeyEvent(command, command_down_);
}

// --- Text ---

void Input::typed(std::string_view value, bool composing) {
    if (!text_active()) return reset_agent();
    const TextEdit edit = agent_.changed(value, composing);
    ImGuiIO& io = ImGui::GetIO();
    for (std::size_t i = 0; i < edit.erased; ++i) {
        io.AddKeyEvent(ImGuiKey_Backspace, true);
        io.AddKeyEvent(ImGuiKey_Backspace, false);
    }
    io.AddInputCharactersUTF8(edit.inserted.c_str());
    constexpr std::size_t long_enough_for_corrections = 256;
    if (!composing && value.size() > long_enough_for_corrections) reset_agent();
}

void Input::reset_agent() {
    if (agent_.empty()) return;
    agent_.reset();
    around_.clear_agent();
}

// --- Clipboard ---

void Input::pasted(std::string_view text) {
    around_.catch_up();
    if (!text_active()) return program_.pasted(text);
    clipboard_ = with_line_feeds(text);
    send_chord(ImGuiKey_V);
}

std::optional<std::string> Input::copied(bool cut) {
    around_.catch_up();
    if (!text_active()) return program_.copied(cut);
    in_copy_event_ = true;
    clipboard_written_ = false;
    send_chord(cut ? ImGuiKey_X : ImGuiKey_C);
    around_.catch_up();
    in_copy_event_ = false;
    if (!clipboard_written_) return std::nullopt;
    return clipboard_;
}

}  // namespace standpoint::web
