// Web and mail addresses, handles and tags as they stand in running text. For core/text alone.
//
// Each function returns the end of what it recognises, or `begin` if there is none.
#pragma once

#include <cstddef>

#include "core/text/line.hpp"

namespace standpoint::text {

// https://..., www....
std::size_t url_end(const Line& line, std::size_t begin);
// The rest of an address that starts at `begin` and is known to reach `known`: up to a space or a
// quotation mark, less the punctuation of the sentence around it.
std::size_t path_end(const Line& line, std::size_t begin, std::size_t known);
// name@example.org, whose local part is [begin, sign).
std::size_t email_end(const Line& line, std::size_t begin, std::size_t sign);
// @handle or #tag.
std::size_t handle_end(const Line& line, std::size_t begin);

}  // namespace standpoint::text
