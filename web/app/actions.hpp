// Actions: everything that a key, a button or the command palette can call, in one table with its
// keys. The menus, the help screen and the status line are all made from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/dialogs.hpp"
#include "web/platform/host.hpp"

namespace standpoint::web {

class Workbench;

struct Action {
    std::string_view name;   // stable: "item.accept"
    std::string_view title;  // for people: "Accept"
    std::string_view group;  // heading in the help screen
    // Keys as written for people, alternatives separated by a blank: "Enter", "Ctrl+K",
    // "Shift+Tab",
    // "]". "Ctrl" is Command on a Mac.
    std::string_view keys;
    // A number that `run` is given, so that kindred actions share one function.
    int argument;
    void (*run)(Workbench&, int argument);
    // Why it cannot be done now, or nullopt.
    std::optional<std::string> (*problem)(const Workbench&, int argument);
};

const std::vector<Action>& actions();
const Action* action_named(std::string_view name);

// The action bound to the key press, if any.
const Action* action_for(const KeyPress& press);

// Runs the action with that name or title, unless its precondition fails: then says why.
void perform(Workbench& bench, std::string_view name_or_title);

// The first of its keys as shown on this machine ("⌘K" for "Ctrl+K" on a Mac).
std::string shown_key(const Action& action, bool mac);
std::string shown_key(std::string_view keys, bool mac);

// All actions, those that can be done now first, for the command palette.
Picker command_picker(const Workbench& bench);

}  // namespace standpoint::web
