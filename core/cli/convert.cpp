#include <utility>

#include "core/cli/arguments.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/documents.hpp"
#include "core/cli/files.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint convert --to jsonl|project [--from jsonl|project|text] [--codebook F]\n"
    "                          [-o OUT] [FILE...]\n"
    "\n"
    "Reads Standpoint JSONL, projects and plain texts, told by their content; without FILE,\n"
    "standard input. Writes all their documents into one file.\n"
    "\n"
    "  --to FORM     jsonl: one document per line; project: one file that the page opens\n"
    "  --from FORM   what the input is, if its content should not decide\n"
    "  --codebook F  with --to project: its codebook; else that of the first project read, else\n"
    "                the built-in one\n"
    "  -o OUT        write to a file instead of standard output\n";

std::optional<exchange::FileKind> kind_named(std::string_view name) {
    if (name == "jsonl") return exchange::FileKind::jsonl;
    if (name == "project") return exchange::FileKind::project;
    if (name == "text") return exchange::FileKind::plain_text;
    return std::nullopt;
}

struct Request {
    std::vector<std::string> files;
    std::optional<exchange::FileKind> from;
    std::optional<model::Codebook> codebook;
    std::string name;  // of a project that no input names
};

void to_jsonl(const Request& request, Output& out, Complaints& complaints) {
    for (const std::string& path : request.files) {
        std::optional<model::Project> header;
        read_documents(
            path, request.from, complaints,
            [&out](const model::Document& document) {
                out.write(exchange::write_jsonl_line(document) + "\n");
            },
            &header);
        if (header) Complaints::note(path, "The codebook has no place in JSONL and was left out.");
    }
}

void to_project(Request request, Output& out, Complaints& complaints) {
    std::vector<model::Document> documents;
    std::optional<model::Project> first;
    for (const std::string& path : request.files) {
        std::optional<model::Project> header;
        read_documents(
            path, request.from, complaints,
            [&documents](model::Document document) { documents.push_back(std::move(document)); },
            &header);
        if (!first) first = std::move(header);
    }
    model::Project project;
    if (first) {
        project = std::move(*first);
    } else {
        project.id = project.name = request.name;
        project.codebook = model::default_codebook();
    }
    if (request.codebook) project.codebook = std::move(*request.codebook);
    for (model::Document& document : documents) {
        const std::string wanted = document.id;
        document.id = model::free_document_id(project, wanted);
        if (document.id != wanted)
            Complaints::note(wanted, "The id is taken; the document became " + document.id + ".");
        project.documents.push_back(std::move(document));
    }
    out.write(exchange::write_project(project));
}

}  // namespace

int run_convert(const std::vector<std::string>& words) {
    auto arguments = Arguments::parse(
        words, {{"--to", true}, {"--from", true}, {"--codebook", true}, {"-o", true}});
    if (!arguments) return complain_of_usage("convert", arguments.error().message);
    if (arguments->wants_help()) return print_help(help);
    const std::string to = arguments->value("--to");
    if (to != "jsonl" && to != "project")
        return complain_of_usage("convert", "--to has to be jsonl or project.");

    Request request;
    request.files = arguments->files();
    if (request.files.empty()) request.files.push_back("-");
    if (arguments->has("--from")) {
        request.from = kind_named(arguments->value("--from"));
        if (!request.from)
            return complain_of_usage("convert", "--from has to be jsonl, project or text.");
    }
    const std::string out_path = arguments->value("-o");
    request.name = stem_of(out_path.empty() ? request.files.front() : out_path);

    Complaints complaints;
    if (arguments->has("--codebook")) {
        request.codebook = read_codebook_file(arguments->value("--codebook"), complaints);
        if (!request.codebook) return complaints.exit_code();
    }
    auto out = Output::open(out_path);
    if (!out) {
        complaints.say(out_path, out.error());
        return complaints.exit_code();
    }
    if (to == "jsonl")
        to_jsonl(request, *out, complaints);
    else
        to_project(std::move(request), *out, complaints);
    if (const auto finished = out->finish(); !finished) complaints.say(out_path, finished.error());
    return complaints.exit_code();
}

}  // namespace standpoint::cli
