// standpoint: the native command.

#include <cstdio>

#include "core/cli/commands.hpp"
#include "core/cli/complaints.hpp"
#include "core/exchange/codebook_json.hpp"
#include "core/exchange/jsonl.hpp"
#include "core/exchange/project_json.hpp"

namespace standpoint::cli {
namespace {

constexpr std::string_view help =
    "usage: standpoint COMMAND [OPTION...] [FILE...]\n"
    "\n"
    "  extract   propose entities, attributions and stances: text or JSONL in, JSONL out\n"
    "  evaluate  precision, recall and F1 of one JSONL file against another\n"
    "  train     make the recogniser's model from annotated corpora\n"
    "  convert   between Standpoint JSONL and project files\n"
    "\n"
    "standpoint COMMAND --help says more. `-` is standard input.\n"
    "Exit codes: 0 all good; 1 some files or records were bad (reported on standard error, the\n"
    "rest was processed); 2 the command line was wrong.\n";

struct Command {
    std::string_view name;
    int (*run)(const std::vector<std::string>&);
};
constexpr Command commands[] = {{"extract", run_extract},
                                {"evaluate", run_evaluate},
                                {"train", run_train},
                                {"convert", run_convert}};

std::string version() {
    return "standpoint 0.1 (JSONL " + std::to_string(exchange::jsonl_version) + ", project " +
           std::to_string(exchange::project_version) + ", codebook " +
           std::to_string(exchange::codebook_version) + ")\n";
}

int run(const std::vector<std::string>& words) {
    if (words.empty()) return complain_of_usage({}, "A command is missing.");
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") return print_help(help);
    if (words[0] == "--version") return print_help(version());
    for (const Command& command : commands)
        if (command.name == words[0]) return command.run({words.begin() + 1, words.end()});
    return complain_of_usage({}, "There is no command " + words[0] + ".");
}

}  // namespace

int complain_of_usage(std::string_view command, std::string_view sentence) {
    std::string message = "standpoint";
    if (!command.empty()) message.append(" ").append(command);
    const std::string see = message + " --help";
    message.append(": ").append(sentence).append(" See ").append(see).append(".\n");
    std::fwrite(message.data(), 1, message.size(), stderr);
    return bad_usage;
}

int print_help(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return all_good;
}

}  // namespace standpoint::cli

int main(int count, char** words) {
    return standpoint::cli::run(std::vector<std::string>(words + 1, words + count));
}
