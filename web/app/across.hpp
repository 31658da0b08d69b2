// Across: where else in the project an entity is, for the inspector. Keeps what matching asks of
// each document for as long as the document stays as it is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/edit/history.hpp"
#include "core/model/same_entities.hpp"

namespace standpoint::web {

class Across {
  public:
    // The same entity in other documents, in their order.
    std::vector<model::EntityAt> elsewhere(const edit::History& history, std::size_t document,
                                           model::Id entity);

  private:
    void match(const edit::History& history);

    struct Named {
        std::uint64_t revision = 0;
        std::vector<model::NamedEntity> entities;
    };
    std::map<std::string, Named> documents_;  // by id
    std::vector<std::string> order_;          // their ids
    std::vector<model::SameEntity> matched_;
    std::map<std::pair<std::size_t, model::Id>, std::size_t> group_of_;
    std::uint64_t revision_ = 0;
    bool fresh_ = false;
};

}  // namespace standpoint::web
