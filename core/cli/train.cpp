#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/arguments.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/files.hpp"
#include "core/cli/training.hpp"
#include "core/extract/part_model.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint train --config RECIPE [--only STAGE] [-o MODEL] FOLDER...\n"
    "\n"
    "Makes the recogniser's model from annotated corpora. The recipe (assets/model/train.json) "
    "names\n"
    "lists, corpora and the plan; its paths are sought in the FOLDERs and beside the recipe.\n"
    "\n"
    "  --config RECIPE  what to train from, and how\n"
    "  -o MODEL         where the model goes; without it only the measures are printed\n"
    "  --only STAGE     names, parts or statements: the rest of MODEL stays as it is\n"
    "  --date DATE      the date that the model will state\n"
    "  --report FILE    the measures as Markdown, for names with a learning curve and an "
    "ablation\n";

bool write_file(const std::string& path, const std::string& bytes, Complaints& complaints) {
    auto out = Output::open(path);
    if (!out) {
        complaints.say(path, out.error());
        return false;
    }
    out->write(bytes);
    const auto done = out->finish();
    if (!done) complaints.say(path, done.error());
    return static_cast<bool>(done);
}

// The sections of the model that is there already.
bool read_sections(const std::string& path, extract::ModelSections& sections,
                   Complaints& complaints) {
    const auto bytes = read_file(path);
    if (!bytes) {
        complaints.say(path, bytes.error());
        return false;
    }
    const auto file = extract::ModelFile::open(*bytes);
    if (!file) {
        complaints.say(path, file.error());
        return false;
    }
    sections = file->sections();
    return true;
}

bool train(const Arguments& arguments, const Recipe& recipe, Sources& sources) {
    const std::string only = arguments.value("--only"), output = arguments.value("-o"),
                      report_path = arguments.value("--report");
    Complaints& complaints = sources.complaints();
    extract::ModelSections sections;
    if (!only.empty() && !read_sections(output, sections, complaints)) return false;
    put_section(sections, "card", recipe.text);
    if (arguments.has("--date")) put_section(sections, "date", arguments.value("--date"));
    std::string report;
    std::string* told = report_path.empty() ? nullptr : &report;
    const auto wanted = [&](std::string_view stage) { return only.empty() || only == stage; };
    if (wanted("names") && !train_names(recipe, sources, sections, told)) return false;
    if (wanted("parts") && !recipe.parts_train.empty() &&
        !train_parts(recipe, sources, sections, told)) {
        return false;
    }
    if (wanted("statements") && !recipe.statements_train.empty() &&
        !train_statements(recipe, sources, sections, told)) {
        return false;
    }
    const std::string bytes = extract::write_model(sections);
    const auto made = extract::ModelFile::open(bytes);
    if (made && made->has("parts")) {
        // Names with other word tables take away what the parts of speech stand on.
        if (const auto parts = extract::PartModel::read(*made); !parts) {
            complaints.say(output, parts.error());
            return false;
        }
    }
    return (output.empty() || write_file(output, bytes, complaints)) &&
           (told == nullptr || write_file(report_path, report, complaints));
}

}  // namespace

void put_section(extract::ModelSections& sections, std::string_view name, std::string bytes) {
    for (auto& [found, old] : sections) {
        if (found != name) continue;
        old = std::move(bytes);
        return;
    }
    sections.emplace_back(name, std::move(bytes));
}

std::string per_cent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", 100 * share);
    return text;
}

int run_train(const std::vector<std::string>& words) {
    auto arguments = Arguments::parse(
        words,
        {{"--config", true}, {"-o", true}, {"--only", true}, {"--date", true}, {"--report", true}});
    if (!arguments) return complain_of_usage("train", arguments.error().message);
    if (arguments->wants_help()) return print_help(help);
    const std::string config = arguments->value("--config"), only = arguments->value("--only");
    if (config.empty()) return complain_of_usage("train", "A recipe is needed (--config).");
    if (!only.empty() && only != "names" && only != "parts" && only != "statements")
        return complain_of_usage("train", "The stages are names, parts and statements (--only).");
    if (!only.empty() && arguments->value("-o").empty())
        return complain_of_usage("train", "--only needs the model whose rest stays (-o).");
    Complaints complaints;
    const auto recipe = read_recipe(config, complaints);
    if (!recipe) return complaints.exit_code();
    std::vector<std::string> folders = arguments->files();
    const std::size_t slash = config.rfind('/');
    folders.push_back(slash == std::string::npos ? "." : config.substr(0, slash));
    Sources sources(std::move(folders), complaints);
    if (!train(*arguments, *recipe, sources)) complaints.say(config, 0, "No model was made.");
    return complaints.exit_code();
}

}  // namespace standpoint::cli
