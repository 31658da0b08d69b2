#include "core/cli/documents.hpp"

#include <utility>

#include "core/cli/files.hpp"
#include "core/exchange/codebook_json.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"
#include "core/text/door.hpp"

namespace standpoint::cli {
namespace {

using exchange::FileKind;

void read_lines(Input& input, const std::string& path, Complaints& complaints,
                const TakeDocument& take) {
    std::string line;
    exchange::Report report;
    for (std::uint64_t number = 1;; ++number) {
        const Input::Line state = input.next_line(line, text::max_text_bytes);
        if (state == Input::Line::end) break;
        if (state == Input::Line::too_long) {
            complaints.say(path, number,
                           "The line has more than " + std::to_string(text::max_text_bytes) +
                               " bytes and was skipped.");
            continue;
        }
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        auto document = exchange::read_jsonl_line(line, report, number);
        complaints.say(path, report);
        if (document)
            take(std::move(*document));
        else
            complaints.say(path, document.error());
    }
    if (input.failed()) complaints.say(path, 0, "Reading it failed before its end.");
}

void read_whole_project(const std::string& bytes, const std::string& path, Complaints& complaints,
                        const TakeDocument& take, std::optional<model::Project>* project) {
    exchange::Report report;
    auto read = exchange::read_project(bytes, report);
    complaints.say(path, report);
    if (!read) {
        complaints.say(path, read.error());
        return;
    }
    for (model::Document& document : std::exchange(read->documents, {})) take(std::move(document));
    if (project) *project = std::move(*read);
}

void read_plain_text(const std::string& bytes, FileKind kind, const std::string& path,
                     Complaints& complaints, const TakeDocument& take) {
    if (bytes.empty()) return;
    auto admitted = text::admit(bytes);
    if (!admitted)
        complaints.say(path, admitted.error());
    else if (kind == FileKind::unknown)
        complaints.say(path, 0, "The file is not text: it holds NUL bytes.");
    else
        take(model::make_document(stem_of(path), std::move(*admitted)));
}

}  // namespace

void read_documents(const std::string& path, std::optional<FileKind> kind, Complaints& complaints,
                    const TakeDocument& take, std::optional<model::Project>* project) {
    auto input = Input::open(path);
    if (!input) {
        complaints.say(path, input.error());
        return;
    }
    const FileKind known = kind ? *kind : exchange::detect(input->head());
    if (known == FileKind::jsonl) {
        read_lines(*input, path, complaints, take);
        return;
    }
    if (known == FileKind::codebook) {
        complaints.say(path, 0, "This is a codebook and holds no documents.");
        return;
    }
    auto bytes = input->rest(max_file_bytes);
    if (!bytes)
        complaints.say(path, bytes.error());
    else if (known == FileKind::project)
        read_whole_project(*bytes, path, complaints, take, project);
    else
        read_plain_text(*bytes, known, path, complaints, take);
}

std::optional<model::Codebook> read_codebook_file(const std::string& path, Complaints& complaints) {
    const auto bytes = read_file(path);
    if (!bytes) {
        complaints.say(path, bytes.error());
        return std::nullopt;
    }
    exchange::Report report;
    auto codebook = exchange::read_codebook(*bytes, report);
    complaints.say(path, report);
    if (!codebook) {
        complaints.say(path, codebook.error());
        return std::nullopt;
    }
    return std::move(*codebook);
}

}  // namespace standpoint::cli
