// Suggestions: what extraction (or any other proposer) offers for one document, before it has been
// taken into it: the same shapes as in the model, ids local to the proposal (any non-zero numbers,
// unique across the five kinds).
#pragma once

#include <vector>

#include "core/model/annotation.hpp"

namespace standpoint::model {

struct Suggestions {
    std::vector<Mention> mentions;
    std::vector<Entity> entities;
    std::vector<Attribution> attributions;
    std::vector<Target> targets;
    std::vector<Stance> stances;
};

}  // namespace standpoint::model
