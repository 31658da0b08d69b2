// The project file: one JSON object with everything but the undo history.
//
//   {"format":"standpoint-project","version":1,"id":"...","name":"...","annotator":"...",
//    "codebook":{...},"documents":[ {a Standpoint JSONL record}, ... ]}
//
// `format` and `version` are checked first; newer is refused with a sentence, older read. Unknown
// members survive a round trip. A broken document is dropped and reported, the rest is read.
#pragma once

#include <string>
#include <string_view>

#include "core/exchange/report.hpp"
#include "core/model/project.hpp"
#include "core/text/result.hpp"

namespace standpoint::exchange {

inline constexpr int project_version = 1;

text::Result<model::Project> read_project(std::string_view bytes, Report& report);
std::string write_project(const model::Project& project);

}  // namespace standpoint::exchange
