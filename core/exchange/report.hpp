// Report: what a reader or writer could not take as it was. Never silent, never fatal: a file of
// ten thousand good lines and three bad ones is read with three entries here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace standpoint::exchange {

struct Issue {
    std::uint64_t line = 0;  // 1-based line of the input; 0 = not line-based
    std::string document;    // document id, if known
    std::string message;     // one sentence: what was wrong and what was done about it
};

struct Report {
    std::size_t documents = 0;  // read or written
    std::vector<Issue> issues;  // at most `max_issues` are kept
    std::size_t dropped = 0;    // issues beyond that

    static constexpr std::size_t max_issues = 1000;
    void add(Issue issue) {
        if (issues.size() < max_issues)
            issues.push_back(std::move(issue));
        else
            ++dropped;
    }
    bool clean() const { return issues.empty(); }
};

}  // namespace standpoint::exchange
