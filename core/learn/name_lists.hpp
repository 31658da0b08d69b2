// Lists of names and of words, one a line, as the bytes of the model's word tables.
#pragma once

#include <string>
#include <string_view>

#include "core/learn/phrase_table_builder.hpp"

namespace standpoint::learn {

// Adds the names of a text: one a line; blank lines and those that begin with # are passed over,
// and what follows a tab is not part of the name. Names of more than extract::longest_phrase words
// are left out. `list` is the bit that they get. Returns how many were added.
std::size_t add_list(std::string_view text, std::uint32_t list, PhraseTableBuilder& table);

}  // namespace standpoint::learn
