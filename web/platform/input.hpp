// What the person does, from the browser's events to ImGui and the Program. Knows ImGui but no
// browser, so that its rules are tested natively.
//
// Who gets a key: first the browser (keys.hpp); then the Program, unless a text field of ImGui's
// has the keyboard and use for the key; then ImGui. Characters reach ImGui only through the text
// agent, and only while a field has the keyboard, so that no letter is both typed and taken as a
// command.
#pragma once

#include <imgui.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/platform/host.hpp"
#include "web/platform/keys.hpp"
#include "web/platform/text_agent.hpp"

namespace standpoint::web {

class Input {
  public:
    // What the input needs of its surroundings.
    struct Surroundings {
        // Runs frames until the interface has caught up with the events so far: the next event must
        // meet what the person sees, however fast it comes.
        std::function<void()> catch_up;
        // Puts text on the system's clipboard, outside of a copy event.
        std::function<void(std::string_view)> write_clipboard;
        // Empties the hidden field.
        std::function<void()> clear_agent;
    };

    // Attaches itself to the current ImGui context, which must outlive it.
    Input(Program& program, bool mac, Surroundings surroundings);

    void pointer_moved(float x, float y, ImGuiMouseSource source);
    // `button` counts as the DOM does: 0 left, 1 middle, 2 right.
    void pointer_button(int button, bool down, float x, float y, ImGuiMouseSource source);
    void pointer_left();
    // WheelEvent's deltas; `mode` 0 pixels, 1 lines, 2 pages.
    void wheel(float dx, float dy, int mode, bool shift);
    // A press and release at one place, as if by the mouse, which then returns to where it was.
    void click(float x, float y);

    // True if the browser's own action must be prevented.
    bool key_down(const Keystroke& stroke);
    void key_up(const Keystroke& stroke);
    void window_focus(bool focused);

    // The hidden field's value changed.
    void typed(std::string_view value, bool composing);

    void pasted(std::string_view text);
    // Nothing if there is nothing to copy.
    std::optional<std::string> copied(bool cut);

    // A text field of ImGui's has the keyboard, its caret is at `caret`.
    bool text_active() const { return ime_.WantTextInput; }
    Rect caret() const;
    const std::string& preedit() const { return agent_.preedit(); }

    // A button or a key is held: ImGui repeats and scrolls by itself, so frames must go on.
    bool holding() const { return !held_.empty() || ImGui::IsAnyMouseDown(); }

  private:
    struct HeldKey {
        std::string code;
        ImGuiKey key;
    };

    void attach();
    bool offered_to_program(const Keystroke& stroke);
    void send_modifiers(const Keystroke& stroke);
    void send_chord(ImGuiKey letter);
    void release_keys();
    void reset_agent();

    Program& program_;
    bool mac_;
    Surroundings around_;
    TextAgent agent_;
    ImGuiPlatformImeData ime_;
    std::vector<HeldKey> held_;
    std::string clipboard_;
    bool command_down_ = false;
    bool tab_leaves_ = false;
    bool in_copy_event_ = false;
    bool clipboard_written_ = false;
    ImVec2 pointer_{-1, -1};
};

}  // namespace standpoint::web
