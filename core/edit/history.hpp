// History: a project that changes by commands alone, with undo and redo.
//
// Owns the project. Undo and redo are one function with the stacks swapped. `dirty` is a comparison
// of where we are with where we were when last saved, so undoing back to that point is clean again.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/edit/command.hpp"

namespace standpoint::edit {

// What the page needs to show after a change: where it happened and what it touched.
struct Done {
    std::string title;
    std::string document;
    std::vector<Ref> touched;
};

class History {
  public:
    History() = default;
    explicit History(model::Project project) : project_(std::move(project)) {}

    const model::Project& project() const { return project_; }

    // Plans and applies; on an error nothing has changed. A command that would change nothing at
    // all succeeds and makes no undo step.
    text::Result<Done> run(std::string_view document, Command command, const Stamp& stamp);

    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    std::string_view undo_title() const { return title_of(undo_); }  // empty if none
    std::string_view redo_title() const { return title_of(redo_); }
    text::Result<Done> undo();
    text::Result<Done> redo();

    // The steps that undo would take back, newest last. Their edits are those that undo them.
    const std::vector<Change>& steps() const { return undo_; }

    // Rises with every change, undo and redo; derived data is cached against it. Of a document, it
    // rises only with changes to that document, its codebook included.
    std::uint64_t revision() const { return revision_; }
    std::uint64_t revision(std::string_view document) const;

    void mark_saved() { saved_ = state_; }
    bool dirty() const { return saved_ != state_; }

    // Opens another project; the history starts empty and clean.
    void open(model::Project project);

  private:
    using Changes = std::vector<Change>;
    using States = std::vector<std::uint64_t>;

    static std::string_view title_of(const std::vector<Change>& stack) {
        return stack.empty() ? std::string_view() : std::string_view(stack.back().title);
    }
    text::Result<Done> swap(Changes& from, States& from_states, Changes& to, States& to_states);
    void touch(const Change& change);

    model::Project project_;
    Changes undo_, redo_;
    std::uint64_t revision_ = 1;
    std::uint64_t state_ = 0, last_state_ = 0, saved_ = 0;  // state_ names the current content
    States undo_states_, redo_states_;  // what state_ becomes again; parallel to undo_ and redo_
    std::map<std::string, std::uint64_t, std::less<>> revisions_;
    std::uint64_t everywhere_ = 0;  // revision of the last change to all documents
};

}  // namespace standpoint::edit
