// What the worker and the ES module run: bytes in, bytes out.
//
// A job is one of three: to make proposals for a document, to read a file, to read a plain text.
// What comes back is packed (core/exchange/packed.hpp), so that the page takes it in at once or, if
// it is long, between frames. Deterministic, no clock: the caller stamps what it takes over.
// Nothing throws; what is wrong with the input comes back as an error.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/exchange/packed.hpp"
#include "core/model/project.hpp"
#include "core/text/result.hpp"

namespace standpoint::web {

// Proposals for the document, with its text, its accepted targets and the codebook; `quantities`:
// dates, sums and the like, too.
std::string write_proposals_job(const model::Document& document, const model::Codebook& codebook,
                                bool quantities);
// A project or Standpoint JSONL.
std::string write_file_job(std::string_view bytes);
// A plain text, as one document whose id is left to the caller.
std::string write_article_job(std::string_view bytes);

// Runs the job and returns a packed parcel, or the reason why not. `progress` gets the share done
// and returns false to cancel.
text::Result<std::string> run_job(std::string_view job, const std::function<bool(float)>& progress);

// The reading of files and plain texts, for those that are short: at once.
text::Result<exchange::Parcel> read_file(std::string_view bytes);
text::Result<model::Document> read_article(std::string_view bytes);

// The ES module's calls: text and codebook (JSON; may be empty) to one Standpoint JSONL record.
text::Result<std::string> extract_json(std::string_view text, std::string_view codebook_json);
// The entities alone (core/exchange/entities_json.hpp), in about half the time.
text::Result<std::string> entities_json(std::string_view text);

}  // namespace standpoint::web
