// Extraction as the worker and the ES module run it: words in, words out.
//
// Deterministic, no clock: the caller stamps what it takes over. Nothing throws; what is wrong with
// the input comes back as an error.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/model/project.hpp"
#include "core/model/suggestions.hpp"
#include "core/text/result.hpp"

namespace standpoint::web {

// The message for one document: its text, its targets and the codebook, as a project file.
std::string write_job(const model::Document& document, const model::Codebook& codebook);

// Runs the job and returns the proposals as one Standpoint JSONL line, or the reason why not.
// `progress` gets the share done and returns false to cancel.
text::Result<std::string> run_job(std::string_view message,
                                  const std::function<bool(float)>& progress);

// What run_job returned, as suggestions again.
text::Result<model::Suggestions> read_job_result(std::string_view line);

// The ES module's call: text and codebook (JSON; may be empty) to one Standpoint JSONL record.
text::Result<std::string> extract_json(std::string_view text, std::string_view codebook_json);

}  // namespace standpoint::web
