// The dialogs of the page as plain data: at most one is open, and it says all that is needed to
// draw it and to carry out its answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/edit/command.hpp"
#include "core/exchange/report.hpp"
#include "core/model/project.hpp"

namespace standpoint::web {

using edit::Ref;
using model::Id;
using text::Span;

struct NoDialog {};

// How to bring an article in.
struct AddArticle {};

struct KeysHelp {};

// One line (or a few) of the person's own words.
struct Prompt {
    enum class Purpose : std::uint8_t {
        note,
        entity_note,
        canonical,
        external_id,
        across,
        new_target,
        target_text,
        title,
        annotator,
        project_name,
        accept_above,
    };
    Purpose purpose = Purpose::note;
    std::string title, hint, text;
    std::optional<Ref> item;
    bool lines = false;  // may have several lines
};

// Choose one of many, by typing a part of its name.
struct Picker {
    enum class Purpose : std::uint8_t {
        command,
        document,
        stance_holder,
        stance_target,
        stance_polarity,
        holder,
        target,
        merge_entity,
        assign_entity,
        merge_target,
        label,
    };
    struct Option {
        std::string text;    // searched
        std::string detail;  // shown at the right: a key, a count
        std::string group;   // shown before it, faintly
        Id id = 0;
        std::string value;  // what it stands for, if neither text nor id says it
        std::string key;    // a single key that chooses it while nothing is typed
        bool enabled = true;
        std::string why_not;
    };
    Purpose purpose = Purpose::command;
    std::string title, hint;
    std::optional<Ref> item;  // what the choice is about
    std::vector<Option> options;
    bool own_words = false;       // what is typed may be the answer
    std::string own_words_label;  // "New target:"
    std::string typed;
    bool fresh = true;  // not drawn yet: takes the keyboard
    int highlighted = 0;
};

// A stance in the making: holder, then target, then polarity, each by a picker.
struct StanceDraft {
    std::vector<Span> evidence;
    model::Actor holder;
    Id target = 0;
    std::string new_target;
    std::optional<model::Polarity> polarity;
};
struct StancePicker {
    StanceDraft draft;
    Picker picker;
};

// Every occurrence of a string, to be labelled at once: the person may leave some out.
struct Occurrences {
    std::vector<Span> spans;
    std::vector<bool> chosen;
    std::string label;
    Id entity = 0;
};

struct ExportChoice {
    enum class Format : std::uint8_t { jsonl, project, codebook };
    enum class Scope : std::uint8_t { all, done, current };
    Format format = Format::jsonl;
    Scope scope = Scope::all;
    bool suggestions = true;  // what nobody has decided on yet
    bool rejections = true;   // negative examples
};
struct ExportDialog {
    ExportChoice choice;
    std::string preview;  // the first record, or what there is of it
    std::size_t documents = 0, bytes = 0;
    std::uint64_t revision = 0;  // of the project that the preview was made from
    std::string made_for;        // the choice that the preview was made for
};

// A file was read and the person must say what to do with it, or should know what was wrong with
// it.
struct PendingImport {
    std::string name;
    std::optional<model::Project> project;   // may replace or be added
    std::vector<model::Document> documents;  // to be added
    exchange::Report report;
};

using Dialog = std::variant<NoDialog, AddArticle, KeysHelp, Prompt, Picker, StancePicker,
                            Occurrences, ExportDialog, PendingImport>;

}  // namespace standpoint::web
