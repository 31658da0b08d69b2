// Extended grapheme clusters (Unicode Standard Annex #29): what a person calls a character.
//
// Used wherever a caret or a selection may stop. REQUIRES valid UTF-8. O(1) per step apart from
// runs of flags (regional indicators) and of combining marks, which are scanned.
#pragma once

#include <cstddef>
#include <string_view>

namespace standpoint::text {

// The end of the cluster that starts at `pos`; text.size() at the end.
std::size_t next_grapheme(std::string_view text, std::size_t pos);
// The start of the cluster that ends at `pos`; 0 at the start.
std::size_t previous_grapheme(std::string_view text, std::size_t pos);
// Whether a cluster starts at `pos` (the text's start and end count).
bool is_grapheme_boundary(std::string_view text, std::size_t pos);

}  // namespace standpoint::text
