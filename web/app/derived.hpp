// What the page shows of a document, computed from the project when it changes and not per frame:
// the review queue, the entity list, the statements, the table of stances.
//
// Pure functions of a document; ids refer to it, indices to nothing. Rejected items are in the
// queue (they are reviewed work) but in no list or table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/edit/command.hpp"
#include "core/model/document.hpp"

namespace standpoint::web {

using edit::Ref;
using model::Id;
using text::Span;

// Suggestions with a lower score are folded away: not in the lists, not drawn, and passed over by
// "next undecided". `shown`: unfolded for now.
struct Fold {
    float below = 0;
    bool shown = false;

    bool holds(const model::Provenance& p) const {
        return p.decision == model::Decision::suggested && p.score < below;
    }
    bool hides(const model::Provenance& p) const { return !shown && holds(p); }
    friend bool operator==(const Fold&, const Fold&) = default;
};

struct QueueItem {
    Ref item;
    std::uint32_t at = 0;  // first byte of the item's first span
    bool decided = false;
    bool hidden = false;  // folded away
};

struct EntityRow {
    Id entity = 0;
    std::string label;         // of most of its mentions
    std::vector<Id> mentions;  // live ones, in reading order
    std::size_t undecided = 0;
};

struct StatementRow {
    Id attribution = 0;
    std::uint32_t at = 0;
};

// One cell: what one actor's stances on one target come to. Contradictions are shown, not averaged.
struct StanceCell {
    std::size_t row = 0, column = 0;
    std::vector<Id> stances;  // live ones, decided first
    bool contradictory = false;
};

struct StanceTable {
    std::vector<model::Actor> actors;  // rows, in order of first appearance
    std::vector<Id> targets;           // columns: propositions in order, then entities
    std::vector<StanceCell> cells;     // sorted by row, then column
    const StanceCell* cell(std::size_t row, std::size_t column) const;
};

struct Derived {
    std::vector<QueueItem> queue;  // reading order; mentions of a sentence before its statements
    std::vector<EntityRow> entities;
    std::vector<StatementRow> statements;
    StanceTable table;
    model::Progress progress;
    Fold fold;               // by which it was derived
    std::size_t folded = 0;  // suggestions with a lower score, hidden or shown

    // Position of the item in the queue.
    std::optional<std::size_t> position(Ref item) const;
};

Derived derive(const model::Document& document, Fold fold = {});
// Of the document as it will be after the change, which is as it was when this returns.
Derived derive_after(const model::Document& document, edit::Change& change, Fold fold);

// Of a text, as the subtitle counts them: what stands between blanks.
std::size_t count_words(std::string_view text);

// The item's spans, the main one first: a mention's span; an attribution's content, source and cue;
// a stance's evidence. Empty if it does not exist (a target has none of its own).
std::vector<Span> spans_of(const model::Document& document, Ref item);
const model::Provenance* provenance_of(const model::Document& document, Ref item);

// The next item not folded away that waits for a decision after (before) the given place, wrapping
// round once.
std::optional<Ref> next_undecided(const Derived& derived, std::optional<Ref> from, bool forward);
// The neighbour in the queue, decided or not; no wrapping.
std::optional<Ref> neighbour(const Derived& derived, std::optional<Ref> from, bool forward);

// A score as it is shown: 0.87.
std::string two_digits(float score);

// One line for lists and the status bar: "Tomas Lindqvist", "Blinken: “We’re going to...”".
std::string summary_of(const model::Document& document, Ref item);

}  // namespace standpoint::web
