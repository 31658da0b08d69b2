#include "web/platform/keys.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace standpoint::web {
namespace {

enum Modifiers : unsigned {
    plain = 0,
    command = 1,
    shift = 2,
    alt = 4
};  // command: Control or Cmd
enum class On { every, mac, others };

struct Shortcut {
    unsigned modifiers;
    std::string_view keys;  // separated by spaces, letters in lower case
    KeyOwner owner;
    On system = On::every;
};

constexpr Shortcut shortcuts[] = {
    // Tabs, windows and the address bar. Most of these cannot be prevented anyway.
    {command, "w t n r l q d h j u Tab PageUp PageDown", KeyOwner::browser},
    {command, "1 2 3 4 5 6 7 8 9", KeyOwner::browser},
    {command | shift, "w t n r q Tab Delete", KeyOwner::browser},
    {command, "m `", KeyOwner::browser, On::mac},
    {alt, "ArrowLeft ArrowRight Home F4 d e f", KeyOwner::browser, On::others},
    {command, "[ ]", KeyOwner::browser, On::mac},
    // Zoom.
    {command, "+ - = 0", KeyOwner::browser},
    {command | shift, "+ - = _ )", KeyOwner::browser},
    // Reload, leave the page's focus (F6), caret browsing, full screen, developer tools.
    {plain, "F5 F6 F7 F11 F12", KeyOwner::browser},
    {shift, "F5 F6 F12", KeyOwner::browser},
    {command, "F5 F6", KeyOwner::browser},
    {command | shift, "i j c k", KeyOwner::browser},
    {command | alt, "i j u c", KeyOwner::browser, On::mac},

    {command, "c x v", KeyOwner::clipboard},
    {command | shift, "v", KeyOwner::clipboard},
    {command, "Insert", KeyOwner::clipboard, On::others},
    {shift, "Insert Delete", KeyOwner::clipboard, On::others},
};

bool lists(std::string_view keys, std::string_view key) {
    while (!keys.empty()) {
        const std::size_t end = std::min(keys.find(' '), keys.size());
        if (keys.substr(0, end) == key) return true;
        keys.remove_prefix(std::min(end + 1, keys.size()));
    }
    return false;
}

bool is_ascii_letter(std::string_view key) {
    return key.size() == 1 &&
           ((key[0] >= 'a' && key[0] <= 'z') || (key[0] >= 'A' && key[0] <= 'Z'));
}

// The key's name in the table: the letter that it types, or the letter at its place ("KeyW") where
// the layout types no Latin one, in lower case.
std::string table_name(const Keystroke& stroke) {
    std::string name(stroke.key);
    const bool foreign_letter = !name.empty() && static_cast<unsigned char>(name[0]) >= 0x80;
    if (foreign_letter && stroke.code.size() == 4 && stroke.code.substr(0, 3) == "Key")
        name = stroke.code.substr(3);
    if (is_ascii_letter(name)) name[0] = static_cast<char>(name[0] | 0x20);
    return name;
}

struct NamedKey {
    std::string_view code;
    ImGuiKey key;
};

constexpr NamedKey named_keys[] = {
    {"Tab", ImGuiKey_Tab},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {"Space", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {"Quote", ImGuiKey_Apostrophe},
    {"Comma", ImGuiKey_Comma},
    {"Minus", ImGuiKey_Minus},
    {"Period", ImGuiKey_Period},
    {"Slash", ImGuiKey_Slash},
    {"Semicolon", ImGuiKey_Semicolon},
    {"Equal", ImGuiKey_Equal},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"Backslash", ImGuiKey_Backslash},
    {"BracketRight", ImGuiKey_RightBracket},
    {"Backquote", ImGuiKey_GraveAccent},
    {"IntlBackslash", ImGuiKey_Oem102},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadEqual", ImGuiKey_KeypadEqual},
};

// "F1".."F24", "Digit0".."Digit9", "Numpad0".."Numpad9" and "KeyA".."KeyZ" are runs in both worlds.
ImGuiKey key_in_a_run(std::string_view code) {
    const auto from = [](ImGuiKey first, int n) { return static_cast<ImGuiKey>(first + n); };
    const std::string_view digits =
        code.substr(std::min(code.find_first_of("0123456789"), code.size()));
    if (digits.empty()) {
        const bool letter = code.size() == 4 && code.substr(0, 3) == "Key";
        return letter && code[3] >= 'A' && code[3] <= 'Z' ? from(ImGuiKey_A, code[3] - 'A')
                                                          : ImGuiKey_None;
    }
    const std::string_view stem = code.substr(0, code.size() - digits.size());
    int number = 0;
    for (const char digit : digits.substr(0, 2)) number = number * 10 + (digit - '0');
    if (stem == "F" && number >= 1 && number <= 24) return from(ImGuiKey_F1, number - 1);
    if (digits.size() != 1) return ImGuiKey_None;
    if (stem == "Digit") return from(ImGuiKey_0, number);
    if (stem == "Numpad") return from(ImGuiKey_Keypad0, number);
    return ImGuiKey_None;
}

}  // namespace

KeyOwner owner(const Keystroke& stroke, bool mac) {
    // The other of the two (Control on a Mac, the Windows key elsewhere) is the system's.
    if ((mac ? stroke.control : stroke.meta) && !is_modifier(stroke.key)) return KeyOwner::browser;
    const bool alternative = stroke.alt_graph;
    unsigned modifiers = plain;
    if (!alternative && (mac ? stroke.meta : stroke.control)) modifiers |= command;
    if (!alternative && stroke.alt) modifiers |= alt;
    if (stroke.shift) modifiers |= shift;

    const std::string name = table_name(stroke);
    for (const Shortcut& shortcut : shortcuts) {
        if (shortcut.system == (mac ? On::others : On::mac)) continue;
        if (shortcut.modifiers == modifiers && lists(shortcut.keys, name)) return shortcut.owner;
    }
    return KeyOwner::page;
}

ImGuiKey imgui_key(std::string_view key, std::string_view code) {
    if (is_ascii_letter(key)) return static_cast<ImGuiKey>(ImGuiKey_A + (key[0] | 0x20) - 'a');
    // A keypad without NumLock, and keys without a place (some phones), say by `key` what they do.
    for (const std::string_view name : {key, code}) {
        const auto* found =
            std::find_if(std::begin(named_keys), std::end(named_keys),
                         [name](const NamedKey& named) { return named.code == name; });
        if (found != std::end(named_keys)) return found->key;
    }
    return key_in_a_run(code);
}

bool edits_text(const Keystroke& stroke) {
    return lists("a c v x y z ArrowLeft ArrowRight ArrowUp ArrowDown Home End Backspace Delete",
                 table_name(stroke));
}

bool is_modifier(std::string_view key) {
    constexpr std::array modifiers{std::string_view("Shift"),    std::string_view("Control"),
                                   std::string_view("Alt"),      std::string_view("Meta"),
                                   std::string_view("AltGraph"), std::string_view("CapsLock")};
    return std::find(modifiers.begin(), modifiers.end(), key) != modifiers.end();
}

bool is_character(std::string_view key) {
    const auto points = std::count_if(key.begin(), key.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    return points == 1;
}

}  // namespace standpoint::web
