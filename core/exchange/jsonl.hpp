// Standpoint JSONL: one document per line, offsets in Unicode code points, half-open.
//
//   {"format":"standpoint","version":1,"id":"a1","title":"...","source":"...","author":"...",
//    "date":"...","language":"en","text":"...","newlines":"crlf","bom":true,"note":"...",
//    "flagged":true,"done":true,"next_id":17,
//    "sentences":[[0,12],...],
//    "targets":[{"id":"P1","item":"t2","text":"...", PROVENANCE}],
//    "clusters":[{"id":"e3","canonical":"Joe Biden","external_id":"...","across":"...",
//                 "note":"..."}],
//    "entities":[{"id":"m1","start":0,"end":5,"text":"Biden","type":"PER","canonical":"Joe Biden",
//                 "entity":"e3","normal":"2024-06-05","alternative":"...", PROVENANCE}],
//    "attributions":[{"id":"a9","source":[0,5]|null,"cue":[6,10]|null,"content":[[11,40],...],
//                     "holder":"Joe Biden"|"-", "holder_entity":"e3", PROVENANCE}],
//    "stances":[{"id":"s4","holder":"Joe Biden","holder_entity":"e3","target":"P1"|"@Russia",
//                "target_entity":"e5","polarity":"favor","certainty":"explicit",
//                "evidence":[11,40]|[[11,20],[30,40]], PROVENANCE}]}
//   PROVENANCE = "origin","decision","score" (four decimals),"annotator","time" (ISO 8601 UTC,
//                milliseconds),"reasons":[...],"note","flagged"; members with their default value
//                are left out.
//
// Compatible with the corpora that have `id, text, sentences, targets, entities, attributions,
// stances` only: what is missing keeps its default, records without provenance are read as origin
// `imported`, decision `accepted`. An origin that proposes (`model`, `rule`, `dictionary`,
// `propagated`) without a decision is read as `suggested`. An `annotator` of the document (kept
// among its unknown members) is that of every decided item that names none.
//
// Text passes the door as it is read; `newlines` and `bom` say what the door of an earlier reading
// has taken out. Offsets count in the text that stands in the record.
//
// Ids are written as a letter and the item's number and read back as that number where they have
// that form; others are kept as `original_id` and a new number given. `next_id` is there if it is
// not just above the highest. Names and ids of entities may stand together (`holder`,
// `holder_entity`): the id counts, and names are for files that have no ids. A `holder_entity` of
// null says that the holder is a phrase although an entity has that name.
//
// `version` is checked first: newer is refused with a sentence. Members unknown here are kept, in
// order, and written back. Ill-formed items (span out of range, missing content, ...) are dropped
// and reported; a line that is not a JSON object with a string `text` is an error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/report.hpp"
#include "core/model/document.hpp"
#include "core/text/result.hpp"

namespace standpoint::exchange {

inline constexpr int jsonl_version = 1;

// One line (without its newline). Problems inside the document go to the report, with `line`.
text::Result<model::Document> read_jsonl_line(std::string_view line, Report& report,
                                              std::uint64_t line_number = 1);

// One line, without the newline. Deterministic: the same document gives the same bytes.
std::string write_jsonl_line(const model::Document& document);

// Whole files. Bad lines are reported and skipped; empty lines are ignored.
std::vector<model::Document> read_jsonl(std::string_view bytes, Report& report);
std::string write_jsonl(const std::vector<const model::Document*>& documents);

}  // namespace standpoint::exchange
