// The record of one document: what a line of Standpoint JSONL and an element of a project's
// `documents` have in common, described in jsonl.hpp. And the codebook inside a project.
//
// Internal to core/exchange.
#pragma once

#include <cstdint>
#include <string>

#include "core/exchange/fields.hpp"
#include "core/exchange/json.hpp"
#include "core/model/codebook.hpp"
#include "core/model/document.hpp"

namespace standpoint::exchange {

// `number` is the line, or the place in the list, and names a document that has no id.
text::Result<model::Document> read_record(const json::Value& value, Report& report,
                                          std::uint64_t line, std::uint64_t number);
void write_record(json::Writer& out, const model::Document& document);

model::Codebook read_codebook_object(const json::Object& object, const Reporter& reporter);
void write_codebook_object(json::Writer& out, const model::Codebook& codebook);

}  // namespace standpoint::exchange
