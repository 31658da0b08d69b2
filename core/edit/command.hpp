// Command: everything that a person (or a stage of the program) can do to a project, as a value.
//
// `plan` is the one place that knows what a command means: it looks at the project, changes nothing
// and returns the edits that carry the command out, or the sentence that says why it cannot be done
// now (that is the command's predicate: menus and keys ask `problem`). Commands hold ids, spans and
// words only, so that they can be written down and replayed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/edit/edit.hpp"
#include "core/model/project.hpp"
#include "core/model/suggestions.hpp"
#include "core/text/result.hpp"

namespace standpoint::edit {

using text::Span;

// Who acts and when; the core has no clock.
struct Stamp {
    std::string annotator;
    std::int64_t time_ms = 0;
};

// An item that can be decided upon.
struct Ref {
    Kind kind = Kind::mention;
    Id id = 0;
    friend bool operator==(const Ref&, const Ref&) = default;
};

enum class Edge : std::uint8_t { left, right };

// --- decisions -------------------------------------------------------------------------------
// Accepting a stance or an attribution also accepts the target it needs; rejecting a target rejects
// its undecided stances.
struct Decide {
    std::vector<Ref> items;
    model::Decision decision = model::Decision::accepted;
};
// All undecided items with score >= `score`.
struct AcceptAbove {
    float score = 0.5F;
    std::optional<Kind> kind;  // only this kind
};

// --- mentions --------------------------------------------------------------------------------
struct AddMention {
    Span span;
    std::string label;
    Id entity = 0;  // 0: the entity with the same name if there is one, else a new one
};
struct Relabel {
    std::vector<Id> mentions;
    std::string label;
};
// Moves one edge of a mention, or of an attribution's or stance's span, by whole tokens; positive
// grows. An edge inside a token goes to that token's border first. `index` picks the span.
enum class Part : std::uint8_t { whole, source, cue, content, evidence };
struct Resize {
    Ref item;
    Part part = Part::whole;
    std::uint32_t index = 0;
    Edge edge = Edge::right;
    int tokens = 1;
};
struct SetSpan {
    Id mention = 0;
    Span span;
};
// Labels the given spans (the preview list that the person confirmed; see `occurrences`); those
// already carrying the label are left alone. Origin `propagated`, decision accepted.
struct LabelEvery {
    std::vector<Span> spans;
    std::string label;
    Id entity = 0;
};
struct Remove {
    std::vector<Ref> items;
};

// --- entities --------------------------------------------------------------------------------
struct MergeEntities {
    Id into = 0;
    std::vector<Id> from;
};
// Gives the mentions an entity of their own, named as `canonical` (empty: the longest mention).
struct SplitEntity {
    std::vector<Id> mentions;
    std::string canonical;
};
struct AssignEntity {
    std::vector<Id> mentions;
    Id entity = 0;
};
struct SetCanonical {
    Id entity = 0;
    std::string canonical;
};
struct SetExternalId {
    Id entity = 0;
    std::string external_id;
};

// --- attributions ----------------------------------------------------------------------------
struct MakeAttribution {
    std::vector<Span> content;
    std::optional<Span> source, cue;
    model::Actor holder;
};
// nullopt clears. Setting the source also sets the holder: the entity of a mention inside it, else
// the phrase itself without its article.
struct SetSource {
    Id attribution = 0;
    std::optional<Span> source;
};
struct SetCue {
    Id attribution = 0;
    std::optional<Span> cue;
};
struct SetContent {
    Id attribution = 0;
    std::vector<Span> content;
};
struct SetAttributionHolder {
    Id attribution = 0;
    model::Actor holder;
};

// --- targets and stances -----------------------------------------------------------------------
struct AddTarget {
    std::string text;
    std::string key;  // empty: the next free "P1", "P2", ...
};
struct SetTargetText {
    Id target = 0;
    std::string text;
};
struct MergeTargets {
    Id into = 0;
    std::vector<Id> from;
};
struct MakeStance {
    model::Actor holder;
    Id target = 0;
    model::Polarity polarity = model::Polarity::unclear;
    std::vector<Span> evidence;
    model::Certainty certainty = model::Certainty::explicit_;
};
struct SetPolarity {
    Id stance = 0;
    model::Polarity polarity = model::Polarity::unclear;
};
struct SetCertainty {
    Id stance = 0;
    model::Certainty certainty = model::Certainty::explicit_;
};
struct SetStanceHolder {
    Id stance = 0;
    model::Actor holder;
};
struct SetStanceTarget {
    Id stance = 0;
    Id target = 0;
};
struct SetEvidence {
    Id stance = 0;
    std::vector<Span> evidence;
};

// --- notes, flags, documents, project --------------------------------------------------------
struct SetNote {
    std::optional<Ref> item;  // nullopt: the document
    std::string note;
};
struct SetFlag {
    std::optional<Ref> item;
    bool flagged = true;
};
struct SetDone {
    bool done = true;
};
struct SetInfo {
    model::DocumentInfo info;
};
struct AddDocument {
    model::Document document;  // its id is made unique
};
struct RemoveDocument {};
// Replaces the undecided items of the document by the proposals; decisions are never touched. An
// entity or target that the document already has (same canonical name, same key) is used, not
// doubled; a proposal that repeats a decided item (same kind, span and label; same source and
// content; same holder, target and evidence) is left out, accepted or rejected alike.
struct Propose {
    model::Suggestions suggestions;
};
struct SetCodebook {
    model::Codebook codebook;
};
struct SetProjectInfo {
    std::string name, annotator;
};

using Command =
    std::variant<Decide, AcceptAbove, AddMention, Relabel, Resize, SetSpan, LabelEvery, Remove,
                 MergeEntities, SplitEntity, AssignEntity, SetCanonical, SetExternalId,
                 MakeAttribution, SetSource, SetCue, SetContent, SetAttributionHolder, AddTarget,
                 SetTargetText, MergeTargets, MakeStance, SetPolarity, SetCertainty,
                 SetStanceHolder, SetStanceTarget, SetEvidence, SetNote, SetFlag, SetDone, SetInfo,
                 AddDocument, RemoveDocument, Propose, SetCodebook, SetProjectInfo>;

// What a command is called: a stable name for files ("mention.add") and one for people, which the
// history shows ("Add mention").
struct CommandName {
    std::string_view name;
    std::string_view title;
};
CommandName name_of(const Command& command);

// A command carried out as edits, ready to be applied as one undo step.
struct Change {
    std::string title;     // e.g. "Relabel as ORG"
    std::string document;  // where it happened; empty = the project as a whole
    std::vector<Edit> edits;
    std::vector<Ref> touched;  // items made or changed, the most important first
};

// REQUIRES nothing of the input: ids and spans that do not exist give an error.
text::Result<Change> plan(const model::Project& project, std::string_view document, Command command,
                          const Stamp& stamp);

// Why the command cannot be done now, or nullopt if it can.
std::optional<std::string> problem(const model::Project& project, std::string_view document,
                                   const Command& command);

// Every whole-word occurrence of the text under `span`, in reading order, the span itself included:
// what LabelEvery would label. Case-sensitive.
std::vector<Span> occurrences(const model::Document& document, Span span);

}  // namespace standpoint::edit
