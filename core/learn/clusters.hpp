// Word clusters from plain text: words that stand in the same surroundings, as a binary tree.
//
// Words are exchanged between classes as long as the likelihood of a bigram model of classes grows
// (the exchange algorithm: Kneser and Ney 1993; Martin, Liermann and Ney 1998); then the classes
// are merged pair by pair, least loss first, into a tree as Brown et al. (1992) have it.
// Deterministic.
#pragma once

#include <string_view>

#include "core/learn/phrase_table_builder.hpp"

namespace standpoint::learn {

// `text`: one sentence a line. Adds to `table`, for each word seen at least `least` times, the path
// to its cluster: bits from the root, with a 1 before them. Returns how many words were added.
std::size_t add_clusters(std::string_view text, int clusters, std::uint32_t least, int rounds,
                         PhraseTableBuilder& table);

}  // namespace standpoint::learn
