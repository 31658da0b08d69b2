// Which entities of a project's documents are the same: derived from the documents, never stored,
// and the same for the same documents in the same order.
//
// A person's word counts first: what an entity is called across documents (Entity::across) joins it
// with the entities of that name and with no other; external ids join, and different ones part. The
// rest is matched by name and kind (person, organisation, place, people, other; names compared
// without case, outer white space and a leading "the"), and then by other forms: a surname, or a
// form in which another document's entity is mentioned, if only one entity of the project has it.
// Places and peoples are matched by their names alone, and so are organisations by a single word
// that is no acronym: there is a Council in every town.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.hpp"

namespace standpoint::model {

// What matching asks of one document; to be kept for as long as the document stays as it is.
struct NamedEntity {
    Id id = no_id;
    std::string name;   // canonical
    std::string label;  // of most of its mentions that are not rejected; may be empty
    std::string key;    // the name as it is compared
    std::string across, external_id;
    std::vector<std::string> forms;  // of its mentions, as they are compared; distinct, ordered

    friend bool operator==(const NamedEntity&, const NamedEntity&) = default;
};
std::vector<NamedEntity> named_entities(const Document& document);

struct EntityAt {
    std::size_t document = 0;  // index
    Id entity = no_id;
    friend bool operator==(const EntityAt&, const EntityAt&) = default;
};

struct SameEntity {
    std::string name;   // as a person has said, else the longest canonical name
    std::string label;  // of the first that has one
    std::vector<EntityAt> members;
};

// In order of first members. O(n log n) in the names and forms.
std::vector<SameEntity> same_entities(
    const std::vector<const std::vector<NamedEntity>*>& documents);
std::vector<SameEntity> same_entities(const std::vector<Document>& documents);

}  // namespace standpoint::model
