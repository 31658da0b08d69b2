// Command: everything that a person (or a stage of the program) can do to a project, as a value.
//
// `plan` is the one place that knows what a command means: it looks at the project, changes nothing
// and returns the edits that carry the command out, or the sentence that says why it cannot be done
// now (that is the command's predicate: menus and keys ask `problem`). Commands hold ids, spans and
// words only, so that they can be written down and replayed.
//
// Rules that hold for all: spans must lie in the text, on code-point boundaries, and cover
// something; they are never trimmed. Names are kept in one line. Changing what is not accepted (a
// suggestion, a rejected item) also accepts it: a correction is a decision; the origin stays, and
// the reason model::corrected_by_hand is added. Notes and flags are no decisions. An entity that
// loses its last reference by a command is removed in the same change.
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
// Accepting a stance also accepts the target it needs; rejecting a target rejects its undecided
// stances. `suggested` takes a decision back.
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
// A mention with this span and label that is there already is accepted instead. The label must be
// one of the codebook or in use in the document.
struct AddMention {
    Span span;
    std::string label;
    Id entity = 0;  // 0: the entity that goes by this name if there is one, else a new one
};
struct Relabel {
    std::vector<Id> mentions;
    std::string label;
};
// Moves one edge of a mention, or of an attribution's or stance's span, by whole tokens; positive
// grows. An edge inside a token goes to that token's border first. Content and evidence grow over
// line ends, other spans do not; it goes as far as it can. `index` picks the span of content or
// evidence. A holder that was what the source says follows the source.
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
// Labels the given spans (the preview list that the person confirmed; see `occurrences`): origin
// `propagated`, decision accepted. Of those that carry the label already, open and rejected ones
// are accepted and accepted ones left alone.
struct LabelEvery {
    std::vector<Span> spans;
    std::string label;
    Id entity = 0;
};
// Erases, whoever made the items. A target takes its stances along; entities go by themselves.
struct Remove {
    std::vector<Ref> items;
};

// --- entities --------------------------------------------------------------------------------
// Everything that refers to `from` refers to `into`; what is known of them alone moves too.
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
    Id entity = 0;  // 0: they name no entity
};
// Gives each of the mentions the entity of its alternative's name, made if there is none; what it
// named before is the alternative then.
struct TakeAlternative {
    std::vector<Id> mentions;
};
struct SetCanonical {
    Id entity = 0;
    std::string canonical;
};
struct SetExternalId {
    Id entity = 0;
    std::string external_id;
};
// What the entity is called across documents (model/same_entities.hpp): another entity's name joins
// the two, a name of its own parts it from all others; empty leaves the matching to the names.
struct SetAcross {
    Id entity = 0;
    std::string name;
};

// --- attributions ----------------------------------------------------------------------------
// Content is put in order, and overlapping pieces become one.
struct MakeAttribution {
    std::vector<Span> content;
    std::optional<Span> source, cue;
    model::Actor holder;  // none: as the source says, if there is one
};
// nullopt clears. Setting the source also sets the holder: the entity of a live mention inside it
// (the last person, else the last organisation, else the last country, else a name that is the
// whole phrase), else the phrase itself without its article. Clearing it clears the holder.
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
// A target with the same words that is there already is accepted instead. A codebook's target
// is added by its words or its key.
struct AddTarget {
    std::string text;
    std::string key;  // empty: the codebook's key for these words, else the next free "P1", ...
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
    // With target == 0: the text of a target to use or to make in the same step (one of the
    // document or of the codebook with this text, else a new one).
    std::string new_target;
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
    std::string new_target;  // as in MakeStance
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
// One undo step, however many they are.
struct AddDocuments {
    std::vector<model::Document> documents;  // their ids are made unique
};
struct RemoveDocument {};
// Replaces the open items of the document by the proposals. Kept are items that are decided, made
// by a person, or carry a note or a flag. An open item that is proposed again keeps its id:
// proposing the same twice changes nothing. An entity with the same canonical name is used, not
// doubled, or the one that a kept mention of the proposed entity has; so is a target with the same
// words, or with the same key if it is a key of the codebook (another key that is taken is
// replaced).
//
// Left out is what repeats a kept item, accepted or rejected alike (same span and label; same
// source and content; same holder, target and evidence), what repeats the uncorrected form of an
// accepted one (a mention with its span, or with its label and overlapping it; an attribution with
// its cue or its content; a stance with the evidence of a corrected one and its holder or target),
// and stances on a rejected target. `touched` stays empty.
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
                 AddDocuments, RemoveDocument, Propose, SetCodebook, SetProjectInfo,
                 TakeAlternative, SetAcross>;

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

// Why the command cannot be done now, or nullopt if it can. Costs as much as `plan`.
std::optional<std::string> problem(const model::Project& project, std::string_view document,
                                   const Command& command);

// Every whole-word occurrence of the text under `span`, in reading order and without overlaps, the
// span itself included: what LabelEvery would label. Case-sensitive. Where an edge of the span lies
// inside a word (a stem, a script without spaces) no word's edge is asked for on that side. Empty
// if the span does not lie in the text.
std::vector<Span> occurrences(const model::Document& document, Span span);

}  // namespace standpoint::edit
