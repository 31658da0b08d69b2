// Fuzzy search for pickers: how well a few typed letters fit a name.
#pragma once

#include <optional>
#include <string_view>

namespace standpoint::web {

// Higher is better; nullopt if the letters of `typed` do not occur in `name` in that order. Prefers
// runs of letters, word starts and early places. Case is ignored (all scripts). Blanks in `typed`
// only separate.
std::optional<int> fuzzy_score(std::string_view typed, std::string_view name);

}  // namespace standpoint::web
