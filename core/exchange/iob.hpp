// IOB: one token a line, a tab (or blank), and its tag in the last column; a blank line ends a
// sentence, a -DOCSTART- line a document. Tags are IOB2 (B-PER, I-PER, O); an I that follows
// nothing of its kind begins a name, so IOB1 is read as well.
//
// The text is made of the tokens with one space between them and a line for each sentence; where
// there is no -DOCSTART- every sentence is a document. Mentions come accepted, with the tag's
// label.
#pragma once

#include <functional>
#include <string_view>

#include "core/exchange/report.hpp"
#include "core/model/document.hpp"

namespace standpoint::exchange {

// Hands every document over, named `name`-1, `name`-2, ... Lines that are not UTF-8 or have no tag
// are reported and passed over.
void read_iob(std::string_view bytes, std::string_view name, Report& report,
              const std::function<void(model::Document)>& take);

}  // namespace standpoint::exchange
