#include "core/edit/history.hpp"

#include <algorithm>
#include <utility>

namespace standpoint::edit {

namespace {

// Whether the edits take whole documents away: then nothing in those can stand above the step.
bool erases_documents(const Change& change) {
    return std::any_of(change.edits.begin(), change.edits.end(), [](const Edit& edit) {
        return std::holds_alternative<EraseDocument>(edit);
    });
}

}  // namespace

text::Result<Done> History::run(std::string_view document, Command command, const Stamp& stamp,
                                bool background) {
    auto change = plan(project_, document, std::move(command), stamp);
    if (!change) return change.error();
    return commit(std::move(*change), background);
}

text::Result<Done> History::commit(Change change, bool background) {
    Done done{change.title, change.document, change.touched};
    if (change.edits.empty()) return done;
    touch(change);
    auto inverse = apply_all(project_, std::move(change.edits));
    if (!inverse) return inverse.error();
    change.edits = std::move(*inverse);
    // What was undone can be done again unless the step may have changed its ground.
    redo_.erase(std::remove_if(redo_.begin(), redo_.end(),
                               [&](const Step& step) {
                                   return !background || step.change.document == done.document;
                               }),
                redo_.end());
    for (Step& step : redo_) step.state = ++last_state_;  // it would lead to content not seen yet
    undo_.push_back({std::move(change), state_, background});
    state_ = ++last_state_;
    return done;
}

std::optional<std::size_t> History::next_undo() const {
    const auto own = std::find_if(undo_.rbegin(), undo_.rend(),
                                  [](const Step& step) { return !step.background; });
    if (own == undo_.rend()) return {};
    const auto index = static_cast<std::size_t>(undo_.rend() - own) - 1;
    if (erases_documents(own->change)) return index;
    for (std::size_t above = undo_.size(); above-- > index + 1;) {
        if (undo_[above].change.document == own->change.document) return above;
    }
    return index;
}

std::string_view History::undo_title() const {
    const auto index = next_undo();
    return index ? std::string_view(undo_[*index].change.title) : std::string_view();
}

std::string_view History::redo_title() const {
    return redo_.empty() ? std::string_view() : std::string_view(redo_.back().change.title);
}

text::Result<Done> History::undo() {
    const auto index = next_undo();
    if (!index) {
        return text::Error{text::ErrorKind::not_allowed, "There is nothing to undo.", {}, {}};
    }
    auto done = swap(undo_, *index, redo_);
    // With a document went what was proposed in it; it comes back with the document.
    undo_.erase(std::remove_if(undo_.begin(), undo_.end(),
                               [this](const Step& step) {
                                   return step.background &&
                                          !project_.document(step.change.document);
                               }),
                undo_.end());
    return done;
}

text::Result<Done> History::redo() {
    if (redo_.empty()) {
        return text::Error{text::ErrorKind::not_allowed, "There is nothing to redo.", {}, {}};
    }
    return swap(redo_, redo_.size() - 1, undo_);
}

text::Result<Done> History::swap(std::vector<Step>& from, std::size_t index,
                                 std::vector<Step>& to) {
    const bool newest = index + 1 == from.size();
    Step step = std::move(from[index]);
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(index));
    touch(step.change);
    auto inverse = apply_all(project_, std::move(step.change.edits));
    if (!inverse) return inverse.error();
    step.change.edits = std::move(*inverse);
    Done done{step.change.title, step.change.document, step.change.touched};
    const std::uint64_t back = step.state;
    step.state = state_;
    to.push_back(std::move(step));
    // Taken from below others, it leads to content that has no name yet; so do those others now.
    state_ = newest ? back : ++last_state_;
    for (std::size_t above = index; above < from.size(); ++above) {
        from[above].state = ++last_state_;
    }
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
    revisions_.clear();
    everywhere_ = ++revision_;
    state_ = saved_ = ++last_state_;
}

void History::touch(const Change& change) {
    ++revision_;
    if (!change.document.empty()) revisions_[change.document] = revision_;
    for (const Edit& edit : change.edits) {
        if (const auto* put = std::get_if<PutDocument>(&edit)) {
            revisions_[put->document.id] = revision_;
        } else if (const auto* erase = std::get_if<EraseDocument>(&edit)) {
            revisions_[erase->document] = revision_;
        } else if (std::holds_alternative<PutCodebook>(edit)) {
            everywhere_ = revision_;
        }
    }
}

text::Result<model::Document> take_in(model::Document document, const model::Codebook* codebook,
                                      model::Suggestions suggestions) {
    const std::string id = document.id;
    model::Project project;
    if (codebook) project.codebook = *codebook;
    project.documents.push_back(std::move(document));
    auto change = plan(project, id, Propose{std::move(suggestions)}, {});
    if (!change) return change.error();
    if (auto done = apply_all(project, std::move(change->edits)); !done) return done.error();
    return std::move(project.documents.front());
}

}  // namespace standpoint::edit
