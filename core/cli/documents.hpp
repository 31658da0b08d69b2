// Documents of whatever file: Standpoint JSONL (line by line, in bounded memory), a project, or a
// plain text, which is one document named as the file.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/cli/complaints.hpp"
#include "core/exchange/detect.hpp"
#include "core/model/project.hpp"

namespace standpoint::cli {

using TakeDocument = std::function<void(model::Document)>;

// Hands every document of the file over, in order. `kind` is what the file is; nullopt: its content
// tells. If it is a project, all of it but the documents goes into `project` (may be null). What
// cannot be read is complained about and passed over.
void read_documents(const std::string& path, std::optional<exchange::FileKind> kind,
                    Complaints& complaints, const TakeDocument& take,
                    std::optional<model::Project>* project = nullptr);

// The codebook, or nullopt after a complaint.
std::optional<model::Codebook> read_codebook_file(const std::string& path, Complaints& complaints);

}  // namespace standpoint::cli
