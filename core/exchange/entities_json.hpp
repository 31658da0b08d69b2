// Proposed mentions as a JSON array, without the document around them: what a program that wants
// entities and nothing else asks for.
//
//   [{"start":0,"end":5,"text":"Biden","type":"PER","canonical":"Joe Biden","score":0.93},...]
//
// In the order of the suggestions; members mean what they mean in a record (jsonl.hpp), and offsets
// count code points of `text`.
#pragma once

#include <string>
#include <string_view>

#include "core/model/suggestions.hpp"

namespace standpoint::exchange {

// REQUIRES: the suggestions fit the text (model::problem_in).
std::string write_entities(std::string_view text, const model::Suggestions& suggestions);

}  // namespace standpoint::exchange
