#include "web/app/across.hpp"

#include <utility>

namespace standpoint::web {

std::vector<model::EntityAt> Across::elsewhere(const edit::History& history, std::size_t document,
                                               model::Id entity) {
    if (!fresh_ || revision_ != history.revision()) match(history);
    std::vector<model::EntityAt> out;
    const auto found = group_of_.find({document, entity});
    if (found == group_of_.end()) return out;
    for (const model::EntityAt& at : matched_[found->second].members)
        if (at.document != document) out.push_back(at);
    return out;
}

void Across::match(const edit::History& history) {
    std::map<std::string, Named> kept = std::exchange(documents_, {});
    std::vector<const std::vector<model::NamedEntity>*> lists;
    for (const model::Document& document : history.project().documents) {
        Named& named = documents_[document.id];
        const std::uint64_t revision = history.revision(document.id);
        const auto before = kept.find(document.id);
        if (before != kept.end() && before->second.revision == revision)
            named = std::move(before->second);
        else
            named = {revision, model::named_entities(document)};
        lists.push_back(&named.entities);
    }
    matched_ = model::same_entities(lists);
    group_of_.clear();
    for (std::size_t g = 0; g < matched_.size(); ++g)
        for (const model::EntityAt& at : matched_[g].members)
            group_of_[{at.document, at.entity}] = g;
    revision_ = history.revision();
    fresh_ = true;
}

}  // namespace standpoint::web
