#include "core/cli/complaints.hpp"

#include <cstdio>

namespace standpoint::cli {
namespace {

void print(std::string_view file, std::uint64_t line, std::string_view sentence) {
    std::string message = "standpoint: ";
    message += file == "-" ? "standard input" : file;
    if (line > 0) message += ":" + std::to_string(line);
    message += ": ";
    message += sentence;
    message += '\n';
    std::fwrite(message.data(), 1, message.size(), stderr);
}

}  // namespace

void Complaints::say(std::string_view file, std::uint64_t line, std::string_view sentence) {
    any_ = true;
    print(file, line, sentence);
}

void Complaints::say(std::string_view file, const text::Error& error) {
    say(file, error.line.value_or(0), error.message);
}

void Complaints::say(std::string_view file, exchange::Report& report) {
    for (const exchange::Issue& issue : report.issues) {
        const bool named = !issue.document.empty();
        say(file, issue.line,
            named ? "document " + issue.document + ": " + issue.message : issue.message);
    }
    if (report.dropped > 0)
        say(file, 0, "There are " + std::to_string(report.dropped) + " more such problems.");
    report = {};
}

void Complaints::note(std::string_view file, std::string_view sentence) {
    print(file, 0, sentence);
}

}  // namespace standpoint::cli
