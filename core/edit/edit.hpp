// Edit: the two primitive edits, put and erase, on any addressed part of a project. Each returns
// its own inverse when applied; everything else composes of them (command.hpp), so that undo, the
// journal and the tests are written once.
//
// An edit is plain data and can be kept, replayed and serialised. Applying one checks that its
// address exists and that spans lie in the text; references between items are the business of the
// command that composes edits (a change is consistent as a whole, not edit by edit).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/model/project.hpp"
#include "core/text/result.hpp"

namespace standpoint::edit {

using model::Id;
using model::Kind;

// Inserts the value, or replaces the one with the same id / at the same place.
struct Put {
    std::string document;  // the document's id; empty for Codebook and ProjectInfo
    std::variant<model::Mention, model::Entity, model::Attribution, model::Target, model::Stance,
                 model::DocumentInfo>
        value;
    Id next_id = 0;  // the document's id counter after the edit, raised if too low; 0 = as it is
};

// Removes an item. Erasing what is not there is an error.
struct Erase {
    std::string document;
    Kind kind = Kind::mention;
    Id id = 0;
    Id next_id = 0;  // as in Put
};

// All that a document is annotated with: one edit instead of one for every item, where most of them
// change. Its inverse holds what was there.
struct PutAnnotations {
    std::string document;
    model::Table<model::Mention> mentions;
    model::Table<model::Entity> entities;
    model::Table<model::Attribution> attributions;
    model::Table<model::Target> targets;
    model::Table<model::Stance> stances;
    Id next_id = 0;  // raised if too low
};

// Whole documents, the codebook and the project's own names are put and erased the same way.
struct PutDocument {
    std::size_t position = 0;  // index it shall have; past the end = last
    model::Document document;
};
struct EraseDocument {
    std::string document;
};
struct PutCodebook {
    model::Codebook codebook;
};
struct PutProjectInfo {
    std::string name, annotator;
};

using Edit = std::variant<Put, Erase, PutAnnotations, PutDocument, EraseDocument, PutCodebook,
                          PutProjectInfo>;

// Applies the edit and returns its inverse, or changes nothing and says why.
text::Result<Edit> apply(model::Project& project, Edit edit);

// Applies all in order and returns the inverses, in the order in which they undo; if one fails the
// earlier ones are taken back, and the project is as before.
text::Result<std::vector<Edit>> apply_all(model::Project& project, std::vector<Edit> edits);

}  // namespace standpoint::edit
