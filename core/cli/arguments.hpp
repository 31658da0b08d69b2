// The words of a command line, sorted into options and files.
//
// `--name value`, `--name=value` and `-n value`; `--` ends the options; `-` alone is a file
// (standard input). Every command also knows `--help` and `-h`.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/result.hpp"

namespace standpoint::cli {

struct Option {
    std::string_view name;  // "--codebook", "-o"
    bool takes_value = false;
};

class Arguments {
  public:
    static text::Result<Arguments> parse(const std::vector<std::string>& words,
                                         const std::vector<Option>& known);

    bool has(std::string_view option) const { return options_.count(option) > 0; }
    std::string value(std::string_view option) const;  // empty if it is not there
    bool wants_help() const { return has("--help") || has("-h"); }
    const std::vector<std::string>& files() const { return files_; }

  private:
    std::map<std::string, std::string, std::less<>> options_;
    std::vector<std::string> files_;
};

}  // namespace standpoint::cli
