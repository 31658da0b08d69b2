// Intent: what a panel answers with. A panel draws from what it is shown and changes nothing
// itself; what the person did there comes back as intents, which the app carries out after drawing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/edit/command.hpp"
#include "web/app/dialogs.hpp"

namespace standpoint::web {

struct Act {
    std::string_view action;  // name in the action table
};
struct FocusOn {
    Ref item;
};
struct OpenDocument {
    std::size_t index = 0;
};
struct ShowEntity {
    Id entity = 0;
};
struct Answer {  // the prompt in hand was confirmed
    std::string text;
};
struct Picked {  // an option of the picker in hand was chosen; none = the person's own words
    std::optional<std::size_t> option;
};
struct ChooseImport {
    bool replace = false;
};
struct ConfirmEvery {};  // the places chosen in the occurrences dialog
struct Download {
    ExportChoice choice;
};
struct Label {
    std::string label;
};
struct CopyText {
    std::string text;
    std::string what;
};

using Intent = std::variant<edit::Command, Act, FocusOn, OpenDocument, ShowEntity, Answer, Picked,
                            ChooseImport, ConfirmEvery, Download, Label, CopyText>;
using Intents = std::vector<Intent>;

}  // namespace standpoint::web
