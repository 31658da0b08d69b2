// Keys: the ONE table of shortcuts that stay the browser's, and the names of keys in ImGui's terms.
//
// The browser keeps what is about itself: tabs and windows, the address bar, history, bookmarks,
// zoom, reload, full screen, developer tools. Every other key that reaches the page is ours, also
// some that browsers use (Cmd for Ctrl on a Mac). Ctrl+S, P, F, G and A would save, print, search
// or select an empty shell, as the browser sees nothing of what the canvas shows; Ctrl+O would put
// another file in the page's place. Ctrl+K, E, I, B and Shift+E differ from browser to browser, and
// what they do there is reached by kept keys too: Ctrl+L, the menu, F12.
//
// A keystroke is looked up by what it types (KeyboardEvent.key, letters of any case), so that
// Ctrl+W is Ctrl+W on every layout; where the layout types no Latin letter, by its place (.code).
#pragma once

#include <imgui.h>

#include <string_view>

namespace standpoint::web {

// A KeyboardEvent, as the browser tells it.
struct Keystroke {
    std::string_view key;
    std::string_view code;
    bool control = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;
    bool alt_graph = false;  // Windows reports AltGr as Control and Alt together
    bool repeat = false;
    bool composing = false;  // the key belongs to an input method
};

enum class KeyOwner { browser, clipboard, page };

// Whose the keystroke is. Clipboard keys must pass untouched: only then do the browser's copy, cut
// and paste events follow.
KeyOwner owner(const Keystroke& stroke, bool mac);

// Letters by what they type, everything else by place. ImGuiKey_None if ImGui has no name for it.
ImGuiKey imgui_key(std::string_view key, std::string_view code);

// True if the key, held with Control or Cmd, edits text or walks in it: a chord that a text field
// keeps for itself.
bool edits_text(const Keystroke& stroke);

bool is_modifier(std::string_view key);

// True if the key types exactly one character: "é", "日", but neither "Enter" nor "Dead".
bool is_character(std::string_view key);

}  // namespace standpoint::web
