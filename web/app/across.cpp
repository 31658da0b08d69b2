#include "web/app/across.hpp"

#include <utility>

namespace standpoint::web {

std::vector<model::EntityAt> Across::elsewhere(const edit::History& history, std::size_t document,
                                               model::Id entity) {
    if (history.project().documents.size() < 2) return {};
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
    std::vector<std::string> order;
    std::vector<const std::vector<model::NamedEntity>*> lists;
    bool same = fresh_;
    for (const model::Document& document : history.project().documents) {
        Named& named = documents_[document.id];
        named.revision = history.revision(document.id);
        const auto before = kept.find(document.id);
        if (before != kept.end() && before->second.revision == named.revision) {
            named = std::move(before->second);
        } else {
            named.entities = model::named_entities(document);
            same = same && before != kept.end() && before->second.entities == named.entities;
        }
        lists.push_back(&named.entities);
        order.push_back(document.id);
    }
    revision_ = history.revision();
    fresh_ = true;
    if (same && order == order_) return;  // a decision rarely changes a name
    order_ = std::move(order);
    matched_ = model::same_entities(lists);
    group_of_.clear();
    for (std::size_t g = 0; g < matched_.size(); ++g)
        for (const model::EntityAt& at : matched_[g].members)
            group_of_[{at.document, at.entity}] = g;
}

}  // namespace standpoint::web
