// Writes what the other benchmarks work on: the project that the page opens, or the article alone.
//
// usage: bench_workload project|text BYTES MENTIONS >FILE

#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/exchange/project_json.hpp"
#include "tests/bench/workload.hpp"

int main(int argc, char** argv) {
    using namespace standpoint;
    if (argc != 4) return 2;
    const auto number = [argv](int i) {
        return static_cast<std::size_t>(std::strtoull(argv[i], nullptr, 10));
    };
    const model::Project project = bench::make_workload(number(2), number(3));
    if (const auto problem = model::problem_in(project)) {
        std::fprintf(stderr, "%s\n", problem->c_str());
        return 1;
    }
    const std::string out = std::string(argv[1]) == "text" ? project.documents.front().text
                                                           : exchange::write_project(project);
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
