// Project: documents, the codebook they share, and who is annotating. What a saved file holds.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/codebook.hpp"
#include "core/model/document.hpp"

namespace standpoint::model {

struct Project {
    std::string id;  // identifies the project across copies; not empty once saved
    std::string name;
    std::string annotator;  // the id under which decisions are made here
    Codebook codebook;
    std::vector<Document> documents;  // in the order shown
    std::string extra;

    const Document* document(std::string_view id) const;
    std::optional<std::size_t> index_of(std::string_view id) const;
    friend bool operator==(const Project&, const Project&) = default;
};

// The first broken invariant as one sentence, or nullopt: those of the codebook and of each
// document, and unique document ids.
std::optional<std::string> problem_in(const Project& project);

// A document id that the project does not have yet: `wanted`, or `wanted-2`, `wanted-3`, ...
std::string free_document_id(const Project& project, std::string_view wanted);
// The same among the ids given.
std::string free_id(const std::set<std::string, std::less<>>& taken, std::string_view wanted);

}  // namespace standpoint::model
