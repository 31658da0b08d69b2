#include "core/edit/history.hpp"

#include <algorithm>
#include <utility>

namespace standpoint::edit {

text::Result<Done> History::run(std::string_view document, Command command, const Stamp& stamp) {
    auto change = plan(project_, document, std::move(command), stamp);
    if (!change) return change.error();
    Done done{change->title, change->document, change->touched};
    if (change->edits.empty()) return done;
    touch(*change);
    auto inverse = apply_all(project_, std::move(change->edits));
    if (!inverse) return inverse.error();
    change->edits = std::move(*inverse);
    undo_.push_back(std::move(*change));
    undo_states_.push_back(state_);
    redo_.clear();
    redo_states_.clear();
    state_ = ++last_state_;
    return done;
}

text::Result<Done> History::undo() {
    return swap(undo_, undo_states_, redo_, redo_states_);
}

text::Result<Done> History::redo() {
    return swap(redo_, redo_states_, undo_, undo_states_);
}

text::Result<Done> History::swap(Changes& from, States& from_states, Changes& to,
                                 States& to_states) {
    if (from.empty()) {
        return text::Error{
            text::ErrorKind::not_allowed,
            &from == &undo_ ? "There is nothing to undo." : "There is nothing to redo.",
            {},
            {}};
    }
    Change change = std::move(from.back());
    from.pop_back();
    const std::uint64_t state = from_states.back();
    from_states.pop_back();
    touch(change);
    auto inverse = apply_all(project_, std::move(change.edits));
    if (!inverse) return inverse.error();
    change.edits = std::move(*inverse);
    Done done{change.title, change.document, change.touched};
    to.push_back(std::move(change));
    to_states.push_back(state_);
    state_ = state;
    return done;
}

std::uint64_t History::revision(std::string_view document) const {
    const auto it = revisions_.find(document);
    return std::max(everywhere_, it == revisions_.end() ? 0 : it->second);
}

void History::open(model::Project project) {
    project_ = std::move(project);
    undo_.clear();
    redo_.clear();
    undo_states_.clear();
    redo_states_.clear();
    revisions_.clear();
    everywhere_ = ++revision_;
    state_ = saved_ = ++last_state_;
}

void History::touch(const Change& change) {
    ++revision_;
    if (!change.document.empty()) {
        revisions_[change.document] = revision_;
    } else if (std::any_of(change.edits.begin(), change.edits.end(), [](const Edit& edit) {
                   return std::holds_alternative<PutCodebook>(edit);
               })) {
        everywhere_ = revision_;
    }
}

}  // namespace standpoint::edit
