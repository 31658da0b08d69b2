// What the measures compare, alike for all of them: which items count, and when two names are the
// same. Internal to core/agreement.
#pragma once

#include <string>
#include <string_view>

#include "core/model/provenance.hpp"

namespace standpoint::agreement {

// Without case, outer white space and a leading "the ".
std::string normalised(std::string_view name);

bool is_rejected(const model::Provenance& provenance);

// The label as it counts, or empty if it does not: not those that a grammar finds. With `plo` only
// PER, ORG and LOC, with GPE and FAC counted as LOC.
std::string_view counted_label(std::string_view label, bool plo);

}  // namespace standpoint::agreement
