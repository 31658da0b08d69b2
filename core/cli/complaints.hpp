// What goes wrong on the command line: one sentence each on standard error, and the exit code.
//
//   standpoint: FILE:LINE: document ID: sentence
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/exchange/report.hpp"
#include "core/text/result.hpp"

namespace standpoint::cli {

enum ExitCode : int {
    all_good = 0,
    some_bad = 1,  // a file or some of its records could not be read or written as they were
    bad_usage = 2,
};

class Complaints {
  public:
    // `file` is "-" for standard input; `line` 0 if there is none.
    void say(std::string_view file, std::uint64_t line, std::string_view sentence);
    void say(std::string_view file, const text::Error& error);
    // Everything that a reader reported, after which the report is empty again.
    void say(std::string_view file, exchange::Report& report);

    // What a person should know although nothing is wrong: leaves the exit code as it is.
    static void note(std::string_view file, std::string_view sentence);

    int exit_code() const { return any_ ? some_bad : all_good; }

  private:
    bool any_ = false;
};

}  // namespace standpoint::cli
