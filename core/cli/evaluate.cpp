#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

#include "core/agreement/clustering.hpp"
#include "core/cli/arguments.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/documents.hpp"
#include "core/exchange/json.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint evaluate [--json] [--plo] [--across] GOLD SYSTEM\n"
    "\n"
    "Precision, recall and F1 of SYSTEM against GOLD, both Standpoint JSONL or projects, matched "
    "by\n"
    "document id. What is counted is described in core/agreement/score.hpp\n"
    "and, for the clustering of names into entities, in core/agreement/clustering.hpp.\n"
    "\n"
    "  --json  one JSON object: {\"mention span\": {\"p\": 91.5, \"r\": 90.2, \"f\": 90.8,\n"
    "          \"gold\": 287, \"system\": 283}, ...}\n"
    "  --plo   only persons, organisations and places (GPE, LOC and FAC as one)\n"
    "  --across  the rows on entities over all documents as one: in gold a name is one entity,\n"
    "          SYSTEM's are matched as a project matches them (core/model/same_entities.hpp)\n";

// A share as per cent with one decimal.
std::string per_cent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", 100 * share);
    return text;
}

// A row of the report, whatever measured it.
struct Line {
    std::string name;
    bool is_type;
    double precision, recall, f1;
    std::size_t gold, system;
};

std::vector<Line> lines_of(const agreement::Score& score, const agreement::Clustering& clustering) {
    std::vector<Line> lines;
    for (const agreement::Row& row : score.rows()) {
        lines.push_back(
            {row.name, row.is_type, row.precision(), row.recall(), row.f1(), row.gold, row.system});
    }
    for (const agreement::ClusterRow& row : clustering.rows()) {
        lines.push_back({row.name, false, row.precision, row.recall, row.f1, row.gold, row.system});
    }
    return lines;
}

std::string as_json(const std::vector<Line>& lines) {
    std::string text;
    exchange::json::Writer out(text);
    const auto number = [&out](std::string_view name, std::string spelling) {
        out.key(name);
        out.value({exchange::json::Number{0, {}, std::move(spelling)}});
    };
    out.open('{');
    for (const Line& line : lines) {
        out.key(line.name);
        out.open('{');
        number("p", per_cent(line.precision));
        number("r", per_cent(line.recall));
        number("f", per_cent(line.f1));
        number("gold", std::to_string(line.gold));
        number("system", std::to_string(line.system));
        out.close('}');
    }
    out.close('}');
    return text + "\n";
}

std::string pad_left(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string as_table(const std::vector<Line>& lines) {
    constexpr std::size_t name_width = 36, number_width = 5;
    std::string text;
    for (const Line& line : lines) {
        const std::string name = (line.is_type ? "  " : "") + line.name;
        text += name + std::string(name_width - std::min(name_width, name.size()), ' ');
        text += " P " + pad_left(per_cent(line.precision), number_width);
        text += " R " + pad_left(per_cent(line.recall), number_width);
        text += " F1 " + pad_left(per_cent(line.f1), number_width);
        text += "  gold " + std::to_string(line.gold) + " system " + std::to_string(line.system);
        text += '\n';
    }
    return text;
}

}  // namespace

int run_evaluate(const std::vector<std::string>& words) {
    auto arguments = Arguments::parse(words, {{"--json"}, {"--plo"}, {"--across"}});
    if (!arguments) return complain_of_usage("evaluate", arguments.error().message);
    if (arguments->wants_help()) return print_help(help);
    if (arguments->files().size() != 2)
        return complain_of_usage("evaluate", "Two files are needed, GOLD and SYSTEM.");
    const std::string& gold_path = arguments->files()[0];
    const std::string& system_path = arguments->files()[1];

    Complaints complaints;
    std::map<std::string, model::Document> system;
    read_documents(system_path, std::nullopt, complaints, [&system](model::Document document) {
        std::string id = document.id;
        system.insert_or_assign(std::move(id), std::move(document));
    });
    const agreement::ScoreOptions options{arguments->has("--plo")};
    agreement::Score score(options);
    agreement::Clustering clustering;
    std::vector<model::Document> all_gold, all_system;
    std::vector<std::uint32_t> begins;
    std::uint32_t end = 0;
    read_documents(gold_path, std::nullopt, complaints, [&](model::Document gold) {
        const auto found = system.find(gold.id);
        const model::Document* other = found == system.end() ? nullptr : &found->second;
        if (other && other->text != gold.text)
            complaints.say(system_path, 0, "document " + gold.id + ": The text differs from gold.");
        score.add(gold, other);
        if (arguments->has("--across")) {
            begins.push_back(end);
            end += static_cast<std::uint32_t>(gold.text.size());
            all_system.push_back(other ? *other : model::Document());
            all_gold.push_back(std::move(gold));
            return;
        }
        clustering.add(agreement::entities_of(gold, options),
                       other ? agreement::entities_of(*other, options) : agreement::Entities());
    });
    if (arguments->has("--across")) {
        clustering.add(agreement::entities_by_name(all_gold, begins, options),
                       agreement::entities_as_matched(all_system, begins, options));
    }
    const auto lines = lines_of(score, clustering);
    const std::string text = arguments->has("--json") ? as_json(lines) : as_table(lines);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return complaints.exit_code();
}

}  // namespace standpoint::cli
