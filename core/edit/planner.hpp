// How a command becomes a change. Internal to core/edit: the interface is command.hpp.
//
// A ChangeBuilder is a view of one document in which items can be changed, added and removed while
// the document itself stays as it is. A command's planner works on that view; at the end the
// builder compares it with the document and writes down the differences as edits, so that what a
// planner touches twice or leaves as it was costs nothing, and a command without effect has no
// edits.
//
// One overload of `carry_out` per command; each family of commands has its own plan_*.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/edit/command.hpp"
#include "core/edit/tables.hpp"

namespace standpoint::edit {

using text::Error;
using text::ErrorKind;
using Problem = std::optional<Error>;

// The title of the change, or why the command cannot be carried out.
using Outcome = text::Result<std::string>;

class ChangeBuilder {
  public:
    // All arguments must outlive the builder.
    ChangeBuilder(const model::Project& project, const model::Document& document,
                  const Stamp& stamp);

    const model::Document& document() const { return document_; }
    const model::Codebook& codebook() const { return project_.codebook; }
    const model::DocumentInfo& info() const { return info_ ? *info_ : document_.info; }

    template <class T>
    const T* find(Id id) const {
        const auto& changed = pending<T>();
        const auto it = changed.find(id);
        if (it == changed.end()) return table<T>(document_).find(id);
        return it->second ? &*it->second : nullptr;
    }

    // All items as they will be, in the order of their ids.
    template <class T, class F>
    void for_each(F f) const {
        auto change = pending<T>().begin();
        const auto last = pending<T>().end();
        for (const T& item : table<T>(document_)) {
            for (; change != last && change->first < item.id; ++change) {
                if (change->second) f(*change->second);
            }
            if (change == last || change->first != item.id) {
                f(item);
            } else {
                if (change->second) f(*change->second);
                ++change;
            }
        }
        for (; change != last; ++change) {
            if (change->second) f(*change->second);
        }
    }

    // The item to be changed in place. REQUIRES: it exists.
    template <class T>
    T& edit(Id id) {
        std::optional<T>& slot = pending<T>()[id];
        if (!slot) slot = *table<T>(document_).find(id);
        return *slot;
    }

    // Adds an item under a new id. The reference lasts until the item is erased.
    template <class T>
    T& add(T item) {
        const Id id = new_id();
        item.id = id;
        auto& changed = pending<T>();
        return *changed.emplace_hint(changed.end(), id, std::move(item))->second;
    }

    // Puts an item under the id that it has.
    template <class T>
    void put(T item) {
        const Id id = item.id;
        pending<T>()[id] = std::move(item);
    }

    template <class T>
    void erase(Id id) {
        pending<T>()[id].reset();
    }

    // Changes an item by hand. What was not accepted is thereby accepted, and what a machine had
    // proposed is marked as no longer what it proposed. REQUIRES: it exists.
    template <class T, class F>
    void correct(Id id, F change) {
        T& item = edit<T>(id);
        const T before = item;
        change(item);
        if (item == before) {
            if (before.provenance.decision != model::Decision::accepted) {
                decide(item.provenance, model::Decision::accepted);
            }
        } else {
            mark_corrected(item.provenance);
        }
        touch({kind_of<T>, id});
    }

    // Writes the decision down with who made it and when, unless it stands so already.
    void decide(model::Provenance& provenance, model::Decision decision) const;

    // The provenance of what the person makes with this command.
    model::Provenance made(model::Origin origin = model::Origin::human) const;

    model::DocumentInfo& edit_info();
    void touch(Ref item) { touched_.push_back(item); }

    // Removes the entities that nothing refers to any more, and writes the differences down.
    text::Result<Change> finish(std::string title) &&;
    // The same in steps, for commands that change most of the document: written down is all that it
    // is annotated with then, in one edit, and a piece at a time until `write_piece` returns false.
    void erase_orphans();
    bool write_piece();
    text::Result<Change> finish_whole(std::string title) &&;

  private:
    template <class T>
    using Pending = std::map<Id, std::optional<T>>;  // nullopt: erased

    template <class T>
    Pending<T>& pending() {
        return std::get<Pending<T>>(pending_);
    }
    template <class T>
    const Pending<T>& pending() const {
        return std::get<Pending<T>>(pending_);
    }

    Id new_id();
    void mark_corrected(model::Provenance& provenance) const;
    template <class T>
    void write_down(std::vector<Edit>& edits);
    template <class T>
    bool write_piece(model::Table<T>& after);

    const model::Project& project_;
    const model::Document& document_;
    const Stamp& stamp_;
    std::tuple<Pending<model::Mention>, Pending<model::Entity>, Pending<model::Attribution>,
               Pending<model::Target>, Pending<model::Stance>>
        pending_;
    std::optional<model::DocumentInfo> info_;
    std::vector<Ref> touched_;
    Id next_id_;
    bool ids_exhausted_ = false;
    PutAnnotations whole_;  // as far as it has been written down
    bool whole_differs_ = false;
    std::size_t kinds_written_ = 0, items_written_ = 0;  // of the document; items of this kind
};

// --- words of refusal ------------------------------------------------------------------------
Error refusal(std::string sentence);
Error missing(Kind kind, Id id);
// "3 mentions", "1 mention".
std::string counted(std::size_t n, std::string_view noun);

// --- checks on what commands bring; nullopt if all is well ---------------------------------------
template <class T>
Problem check_exists(const ChangeBuilder& change, Id id) {
    if (change.find<T>(id)) return std::nullopt;
    return missing(kind_of<T>, id);
}
template <class T>
Problem check_exist(const ChangeBuilder& change, const std::vector<Id>& ids) {
    if (ids.empty()) return refusal("No " + std::string(name_of(kind_of<T>)) + " is selected.");
    for (const Id id : ids) {
        if (auto problem = check_exists<T>(change, id)) return problem;
    }
    return std::nullopt;
}
Problem check_span(const ChangeBuilder& change, Span span);
Problem check_spans(const ChangeBuilder& change, const std::vector<Span>& spans);
Problem check_span(const ChangeBuilder& change, const std::optional<Span>& span);
Problem check_label(const ChangeBuilder& change, std::string_view label);
Problem check_actor(const ChangeBuilder& change, const model::Actor& actor);
Problem check_text(std::string_view text);  // UTF-8
// UTF-8 and more than white space; `what` begins the sentence: "An entity's name".
Problem check_name(std::string_view text, std::string_view what);
Problem check_info(const model::DocumentInfo& info);

// --- what several families share -------------------------------------------------------------
// One line: white space at the ends removed, inside it one space.
std::string one_line(std::string_view text);
// Ordered; overlapping spans become one.
std::vector<Span> normalised(std::vector<Span> spans);
// The actor with its phrase in one line.
model::Actor normalised(model::Actor actor);
// The actor that a source phrase names: the last person in it, else the last organisation, else the
// last country, else a name that is the whole phrase, else the phrase without its article.
model::Actor holder_of_source(const ChangeBuilder& change, Span source);
// Accepts the target that something accepted is about; nothing if it is an entity or accepted.
void accept_target(ChangeBuilder& change, Id target);

// --- the commands ----------------------------------------------------------------------------
Outcome carry_out(ChangeBuilder& change, const Decide& command);
Outcome carry_out(ChangeBuilder& change, const AcceptAbove& command);

Outcome carry_out(ChangeBuilder& change, const AddMention& command);
Outcome carry_out(ChangeBuilder& change, const Relabel& command);
Outcome carry_out(ChangeBuilder& change, const Resize& command);
Outcome carry_out(ChangeBuilder& change, const SetSpan& command);
Outcome carry_out(ChangeBuilder& change, const LabelEvery& command);
Outcome carry_out(ChangeBuilder& change, const Remove& command);

Outcome carry_out(ChangeBuilder& change, const MergeEntities& command);
Outcome carry_out(ChangeBuilder& change, const SplitEntity& command);
Outcome carry_out(ChangeBuilder& change, const AssignEntity& command);
Outcome carry_out(ChangeBuilder& change, const TakeAlternative& command);
Outcome carry_out(ChangeBuilder& change, const SetCanonical& command);
Outcome carry_out(ChangeBuilder& change, const SetExternalId& command);
Outcome carry_out(ChangeBuilder& change, const SetAcross& command);

Outcome carry_out(ChangeBuilder& change, const MakeAttribution& command);
Outcome carry_out(ChangeBuilder& change, const SetSource& command);
Outcome carry_out(ChangeBuilder& change, const SetCue& command);
Outcome carry_out(ChangeBuilder& change, const SetContent& command);
Outcome carry_out(ChangeBuilder& change, const SetAttributionHolder& command);

Outcome carry_out(ChangeBuilder& change, const AddTarget& command);
Outcome carry_out(ChangeBuilder& change, const SetTargetText& command);
Outcome carry_out(ChangeBuilder& change, const MergeTargets& command);
Outcome carry_out(ChangeBuilder& change, const MakeStance& command);
Outcome carry_out(ChangeBuilder& change, const SetPolarity& command);
Outcome carry_out(ChangeBuilder& change, const SetCertainty& command);
Outcome carry_out(ChangeBuilder& change, const SetStanceHolder& command);
Outcome carry_out(ChangeBuilder& change, const SetStanceTarget& command);
Outcome carry_out(ChangeBuilder& change, const SetEvidence& command);

Outcome carry_out(ChangeBuilder& change, const SetNote& command);
Outcome carry_out(ChangeBuilder& change, const SetFlag& command);
Outcome carry_out(ChangeBuilder& change, const SetDone& command);
Outcome carry_out(ChangeBuilder& change, SetInfo&& command);

// These are about the project; they need no builder.
text::Result<Change> plan_project(const model::Project& project, AddDocuments&& command);
text::Result<Change> plan_project(const model::Project& project, SetCodebook&& command);
text::Result<Change> plan_project(const model::Project& project, SetProjectInfo&& command);

}  // namespace standpoint::edit
