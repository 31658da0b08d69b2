#include "core/model/project.hpp"

#include <algorithm>

#include "core/text/utf8.hpp"

namespace standpoint::model {

const Document* Project::document(std::string_view wanted) const {
    const auto i = index_of(wanted);
    return i ? &documents[*i] : nullptr;
}

std::optional<std::size_t> Project::index_of(std::string_view wanted) const {
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents[i].id == wanted) return i;
    }
    return std::nullopt;
}

std::optional<std::string> problem_in(const Project& project) {
    for (const std::string* s : {&project.id, &project.name, &project.annotator, &project.extra}) {
        if (!text::is_valid(*s)) return "The project's own fields hold text that is not UTF-8.";
    }
    if (auto problem = problem_in(project.codebook)) return problem;
    std::vector<std::string_view> ids;
    ids.reserve(project.documents.size());
    for (const Document& document : project.documents) {
        if (auto problem = problem_in(document)) {
            return "Document \"" + document.id + "\": " + *problem;
        }
        ids.push_back(document.id);
    }
    std::sort(ids.begin(), ids.end());
    const auto twice = std::adjacent_find(ids.begin(), ids.end());
    if (twice == ids.end()) return std::nullopt;
    return "Two documents have the id \"" + std::string(*twice) + "\".";
}

std::string free_document_id(const Project& project, std::string_view wanted) {
    std::set<std::string, std::less<>> taken;
    for (const Document& document : project.documents) taken.insert(document.id);
    return free_id(taken, wanted);
}

std::string free_id(const std::set<std::string, std::less<>>& taken, std::string_view wanted) {
    const std::string stem(wanted.empty() ? std::string_view("document") : wanted);
    std::string id = stem;
    for (std::size_t n = 2; taken.count(id) > 0; ++n) id = stem + "-" + std::to_string(n);
    return id;
}

}  // namespace standpoint::model
