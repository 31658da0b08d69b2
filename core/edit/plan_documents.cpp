// Notes and flags, and what concerns a document or the project as a whole.
#include <set>

#include "core/edit/planner.hpp"

namespace standpoint::edit {

using model::Entity;

namespace {

template <class F>
Outcome change_provenance(ChangeBuilder& change, Ref item, std::string title, F f) {
    if (item.kind == Kind::entity) {
        return refusal("An entity carries a note but no flag; flag one of its mentions.");
    }
    return with_kind(item.kind, [&](auto type) -> Outcome {
        using T = typename decltype(type)::type;
        if (auto problem = check_exists<T>(change, item.id)) return std::move(*problem);
        if constexpr (!std::is_same_v<T, Entity>) f(change.edit<T>(item.id).provenance);
        change.touch(item);
        return std::move(title);
    });
}

}  // namespace

Outcome carry_out(ChangeBuilder& change, const SetNote& command) {
    if (auto problem = check_text(command.note)) return std::move(*problem);
    const std::string title = command.note.empty() ? "Clear note" : "Write note";
    if (!command.item) {
        change.edit_info().note = command.note;
        return title;
    }
    if (command.item->kind == Kind::entity) {
        if (auto problem = check_exists<Entity>(change, command.item->id)) {
            return std::move(*problem);
        }
        change.edit<Entity>(command.item->id).note = command.note;
        change.touch(*command.item);
        return title;
    }
    return change_provenance(change, *command.item, title,
                             [&](model::Provenance& p) { p.note = command.note; });
}

Outcome carry_out(ChangeBuilder& change, const SetFlag& command) {
    const std::string title = command.flagged ? "Flag" : "Remove flag";
    if (!command.item) {
        change.edit_info().flagged = command.flagged;
        return title;
    }
    return change_provenance(change, *command.item, title,
                             [&](model::Provenance& p) { p.flagged = command.flagged; });
}

Outcome carry_out(ChangeBuilder& change, const SetDone& command) {
    change.edit_info().done = command.done;
    return std::string(command.done ? "Mark document as done" : "Reopen document");
}

Outcome carry_out(ChangeBuilder& change, SetInfo&& command) {
    if (auto problem = check_info(command.info)) return std::move(*problem);
    change.edit_info() = std::move(command.info);
    return std::string("Change document details");
}

text::Result<Change> plan_project(const model::Project& project, AddDocuments&& command) {
    Change change;
    const std::size_t count = command.documents.size();
    change.title = count == 1 ? "Add document" : "Add " + std::to_string(count) + " documents";
    std::set<std::string, std::less<>> ids;
    for (const model::Document& document : project.documents) ids.insert(document.id);
    for (model::Document& document : command.documents) {
        document.id = model::free_id(ids, document.id);
        if (auto problem = model::problem_in(document)) {
            return refusal("The document cannot be added: " + *problem);
        }
        ids.insert(document.id);
        if (change.document.empty()) change.document = document.id;
        change.edits.push_back(
            PutDocument{project.documents.size() + change.edits.size(), std::move(document)});
    }
    return change;
}

text::Result<Change> plan_project(const model::Project& project, SetCodebook&& command) {
    if (auto problem = model::problem_in(command.codebook)) return refusal(std::move(*problem));
    Change change;
    change.title = "Change codebook";
    if (command.codebook == project.codebook) return change;
    change.edits.push_back(PutCodebook{std::move(command.codebook)});
    return change;
}

text::Result<Change> plan_project(const model::Project& project, SetProjectInfo&& command) {
    for (const std::string* field : {&command.name, &command.annotator}) {
        if (auto problem = check_text(*field)) return std::move(*problem);
    }
    Change change;
    change.title = "Change project details";
    if (command.name == project.name && command.annotator == project.annotator) return change;
    change.edits.push_back(PutProjectInfo{std::move(command.name), std::move(command.annotator)});
    return change;
}

}  // namespace standpoint::edit
