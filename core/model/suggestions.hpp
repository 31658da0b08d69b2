// Suggestions: what extraction (or any other proposer) offers for one document, before it has been
// taken into it: the same shapes as in the model, ids local to the proposal (any non-zero numbers,
// unique across the five kinds).
#pragma once

#include <optional>
#include <string>
#include <string_view>
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

// What is wrong with suggestions for this text as one sentence, or nullopt: the invariants of a
// document (document.hpp), ids below the largest number aside.
std::optional<std::string> problem_in(const Suggestions& suggestions, std::string_view text);

}  // namespace standpoint::model
