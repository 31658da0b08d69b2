// The word lists of assets/lexicons as they are compiled in: one text per file, unparsed.
// Defined by a source that cmake/Lexicons.cmake generates.
#pragma once

#include <string_view>

namespace standpoint::extract::lexicons {

extern const std::string_view common, groups, organisations, people, places, stance, verbs, words;

}  // namespace standpoint::extract::lexicons
