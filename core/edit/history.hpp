// History: a project that changes by commands alone, with undo and redo.
//
// Owns the project. Undo and redo are one function with the stacks swapped. `dirty` is a comparison
// of where we are with where we were when last saved, so undoing back to that point is clean again.
//
// Steps are the person's own, or background: proposals that arrive while somebody works. Undo takes
// back the newest step of one's own; background steps of other documents above it stay (steps in
// different documents do not depend on each other), those of the same document are undone first, as
// they may build on it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
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
    text::Result<Done> run(std::string_view document, Command command, const Stamp& stamp,
                           bool background = false);

    // The same for a change that has been planned for the project as it is.
    text::Result<Done> commit(Change change, bool background = false);

    bool can_undo() const { return next_undo().has_value(); }
    bool can_redo() const { return !redo_.empty(); }
    std::string_view undo_title() const;  // empty if none
    std::string_view redo_title() const;
    text::Result<Done> undo();
    text::Result<Done> redo();

    // A step that has been taken: `change` holds the edits that undo it.
    struct Step {
        Change change;
        std::uint64_t state = 0;  // names the content that undoing it leads back to
        bool background = false;
    };
    // Newest last.
    const std::vector<Step>& steps() const { return undo_; }

    // Rises with every change, undo and redo; derived data is cached against it. Of a document, it
    // rises only with changes to that document, its codebook included.
    std::uint64_t revision() const { return revision_; }
    std::uint64_t revision(std::string_view document) const;

    void mark_saved() { saved_ = state_; }
    bool dirty() const { return saved_ != state_; }

    // Opens another project; the history starts empty and clean.
    void open(model::Project project);

  private:
    std::optional<std::size_t> next_undo() const;  // index into undo_
    text::Result<Done> swap(std::vector<Step>& from, std::size_t index, std::vector<Step>& to);
    void touch(const Change& change);

    model::Project project_;
    std::vector<Step> undo_, redo_;
    std::uint64_t revision_ = 1;
    std::uint64_t state_ = 0, last_state_ = 0, saved_ = 0;  // state_ names the current content
    std::map<std::string, std::uint64_t, std::less<>> revisions_;
    std::uint64_t everywhere_ = 0;  // revision of the last change to all documents
};

// The document with the suggestions taken into it, ids and all, as a project with this codebook
// (may be null) would: for where there is a document and no project.
text::Result<model::Document> take_in(model::Document document, const model::Codebook* codebook,
                                      model::Suggestions suggestions);

}  // namespace standpoint::edit
