// The commands of `standpoint`: each takes its own words and returns an exit code (complaints.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace standpoint::cli {

int run_extract(const std::vector<std::string>& words);
int run_evaluate(const std::vector<std::string>& words);
int run_train(const std::vector<std::string>& words);
int run_convert(const std::vector<std::string>& words);

// Prints what was wrong with the words, and where to read more.
int complain_of_usage(std::string_view command, std::string_view sentence);
// Prints to standard output.
int print_help(std::string_view text);

}  // namespace standpoint::cli
