#include <utility>

#include "core/cli/arguments.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/documents.hpp"
#include "core/cli/files.hpp"
#include "core/edit/history.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/extract/extractor.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint extract [--codebook F] [--fresh [--keep-targets]] [--names-only]\n"
    "                          [--dates] [-o OUT] [FILE...]\n"
    "\n"
    "Reads plain texts (one document each), Standpoint JSONL (line by line, in bounded memory) or\n"
    "projects, told by their content; without FILE, standard input. Writes Standpoint JSONL, one\n"
    "line per document, with the proposals added. What the input has decided stays as it is; its\n"
    "undecided proposals are replaced. The same input gives the same bytes.\n"
    "\n"
    "  --codebook F    the codebook whose targets are looked for and whose cue verbs are used\n"
    "  --fresh         drop the annotations that the input has; text, id and metadata stay\n"
    "  --keep-targets  with --fresh: keep the input's targets\n"
    "  --names-only    propose entities, but no attributions, targets or stances\n"
    "  --dates         propose dates, times, money, percentages and quantities, too\n"
    "  -o OUT          write to a file instead of standard output\n";

// The document as if nobody had annotated it yet.
void make_fresh(model::Document& document, bool keep_targets) {
    document.mentions = {};
    document.entities = {};
    document.attributions = {};
    document.stances = {};
    if (!keep_targets) document.targets = {};
    const std::size_t kept = document.targets.size();
    document.next_id = kept == 0 ? 1 : document.targets[kept - 1].id + 1;
}

}  // namespace

int run_extract(const std::vector<std::string>& words) {
    auto arguments = Arguments::parse(words, {{"--codebook", true},
                                              {"--fresh"},
                                              {"--keep-targets"},
                                              {"--names-only"},
                                              {"--dates"},
                                              {"-o", true}});
    if (!arguments) return complain_of_usage("extract", arguments.error().message);
    if (arguments->wants_help()) return print_help(help);
    const bool fresh = arguments->has("--fresh");
    const bool keep_targets = arguments->has("--keep-targets");
    const bool names_only = arguments->has("--names-only");
    const bool dates = arguments->has("--dates");
    if (keep_targets && !fresh)
        return complain_of_usage("extract", "--keep-targets goes with --fresh.");

    Complaints complaints;
    std::optional<model::Codebook> codebook;
    if (arguments->has("--codebook")) {
        codebook = read_codebook_file(arguments->value("--codebook"), complaints);
        if (!codebook) return complaints.exit_code();
    }
    const std::string out_path = arguments->value("-o");
    auto out = Output::open(out_path);
    if (!out) {
        complaints.say(out_path, out.error());
        return complaints.exit_code();
    }

    const model::Codebook* known = codebook ? &*codebook : nullptr;
    const extract::Extractor extractor;
    const extract::ScratchPtr scratch = extractor.make_scratch();
    std::vector<std::string> files = arguments->files();
    if (files.empty()) files.push_back("-");
    for (const std::string& path : files) {
        read_documents(path, std::nullopt, complaints, [&](model::Document document) {
            if (fresh) make_fresh(document, keep_targets);
            model::Suggestions proposals;
            extract::Input input;
            input.text = document.text;
            input.codebook = known;
            input.targets = &document.targets;
            input.title = document.info.title;
            input.date = document.info.date;
            input.names_only = names_only;
            input.quantities = dates;
            extractor.run(input, *scratch, proposals);
            const auto proposed = edit::take_in(std::move(document), known, std::move(proposals));
            if (proposed)
                out->write(exchange::write_jsonl_line(*proposed) + "\n");
            else
                complaints.say(path, proposed.error());
        });
    }
    if (const auto finished = out->finish(); !finished) complaints.say(out_path, finished.error());
    return complaints.exit_code();
}

}  // namespace standpoint::cli
