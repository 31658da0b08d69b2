#include "web/platform/keys.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace standpoint::web;

namespace {

// "Control+Shift+i": what a browser would tell, with the code of a US keyboard.
KeyOwner owner_of(const std::string& chord, bool mac = false) {
    Keystroke stroke;
    std::istringstream parts(chord);
    std::string part, last;
    while (std::getline(parts, part, ' ')) {
        if (part == "Control") stroke.control = true;
        if (part == "Shift") stroke.shift = true;
        if (part == "Alt") stroke.alt = true;
        if (part == "Meta") stroke.meta = true;
        last = part;
    }
    stroke.key = last;
    return owner(stroke, mac);
}

}  // namespace

TEST_CASE("the browser keeps its tabs, zoom and tools") {
    for (const char* chord : {"Control w",
                              "Control T",
                              "Control n",
                              "Control r",
                              "Control l",
                              "Control Shift W",
                              "Control Shift i",
                              "Control Shift J",
                              "Control Tab",
                              "Control Shift Tab",
                              "Control 3",
                              "Control +",
                              "Control -",
                              "Control 0",
                              "Control PageDown",
                              "F5",
                              "Shift F5",
                              "F6",
                              "F11",
                              "F12",
                              "Alt ArrowLeft"})
        CHECK_MESSAGE(owner_of(chord) == KeyOwner::browser, chord);
    for (const char* chord :
         {"Meta w", "Meta Q", "Meta Shift T", "Meta m", "Meta Alt i", "Meta 0", "Control a"})
        CHECK_MESSAGE(owner_of(chord, true) == KeyOwner::browser, chord);
}

TEST_CASE("clipboard keys pass, so that their events follow") {
    for (const char* chord :
         {"Control c", "Control x", "Control V", "Control Shift V", "Shift Insert"})
        CHECK_MESSAGE(owner_of(chord) == KeyOwner::clipboard, chord);
    CHECK(owner_of("Meta c", true) == KeyOwner::clipboard);
    CHECK(owner_of("c") == KeyOwner::page);
}

TEST_CASE("everything else is the page's") {
    for (const char* chord :
         {"a", "Shift A", "Control s", "Control o", "Control k", "Control z", "Control Shift Z",
          "Control ArrowLeft", "Escape", "Tab", "Space", "F2", "Alt ArrowUp", "?", "Control ,"})
        CHECK_MESSAGE(owner_of(chord) == KeyOwner::page, chord);
    CHECK(owner_of("Alt ArrowLeft", true) == KeyOwner::page);
    CHECK(owner_of("Meta s", true) == KeyOwner::page);
}

TEST_CASE("the Windows key and a Mac's Control are the system's") {
    CHECK(owner_of("Meta k") == KeyOwner::browser);
    CHECK(owner_of("Control k", true) == KeyOwner::browser);
}

TEST_CASE("AltGr types, even where it is told as Control and Alt") {
    Keystroke at;
    at.key = "@";
    at.code = "KeyQ";
    at.control = at.alt = at.alt_graph = true;
    CHECK(owner(at, false) == KeyOwner::page);
}

TEST_CASE("where the layout has no Latin letters, the place counts") {
    Keystroke stroke;
    stroke.key = "ц";
    stroke.code = "KeyW";
    stroke.control = true;
    CHECK(owner(stroke, false) == KeyOwner::browser);
    CHECK(imgui_key("ц", "KeyW") == ImGuiKey_W);
}

TEST_CASE("letters go by what they type, the rest by place") {
    CHECK(imgui_key("a", "KeyQ") == ImGuiKey_A);  // AZERTY
    CHECK(imgui_key("Z", "KeyY") == ImGuiKey_Z);  // QWERTZ
    CHECK(imgui_key("&", "Digit1") == ImGuiKey_1);
    CHECK(imgui_key(" ", "Space") == ImGuiKey_Space);
    CHECK(imgui_key("Enter", "Enter") == ImGuiKey_Enter);
    CHECK(imgui_key("F12", "F12") == ImGuiKey_F12);
    CHECK(imgui_key("F1", "F1") == ImGuiKey_F1);
    CHECK(imgui_key("7", "Numpad7") == ImGuiKey_Keypad7);
    CHECK(imgui_key("Home", "Numpad7") == ImGuiKey_Home);  // NumLock off
    CHECK(imgui_key("Enter", "") == ImGuiKey_Enter);       // a phone
    CHECK(imgui_key("Dead", "KeyE") == ImGuiKey_E);
    for (const char* code :
         {"", "Key", "Keyé", "F0", "F25", "Digit", "Digit12", "NumpadX", "Power"})
        CHECK_MESSAGE(imgui_key("Unidentified", code) == ImGuiKey_None, code);
}

TEST_CASE("chords that edit text, on any layout") {
    const auto edits = [](const char* key, const char* code) {
        Keystroke stroke;
        stroke.key = key;
        stroke.code = code;
        return edits_text(stroke);
    };
    for (const char* key : {"a", "Z", "y", "ArrowLeft", "Home", "Delete"})
        CHECK_MESSAGE(edits(key, ""), key);
    for (const char* key : {"s", "k", "E", "Enter", "Escape", ","})
        CHECK_MESSAGE(!edits(key, ""), key);
    CHECK(edits("я", "KeyZ"));
    CHECK_FALSE(edits("ы", "KeyS"));
}

TEST_CASE("a key that types one character, and one that has a name") {
    for (const char* key : {"a", "é", "日", "😀", " "}) CHECK_MESSAGE(is_character(key), key);
    for (const char* key : {"", "Enter", "Dead", "F1"}) CHECK_MESSAGE(!is_character(key), key);
}
