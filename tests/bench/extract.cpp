// Extraction of one text, as the page's worker and the ES module do it.
//
// usage: bench_extract FILE RUNS
// Prints the text's size in bytes and tokens, then the CPU milliseconds of each run.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "core/text/tokens.hpp"
#include "web/app/worker_job.hpp"

int main(int argc, char** argv) {
    using namespace standpoint;
    if (argc != 3) return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::printf("bytes\t%zu\ntokens\t%zu\n", text.size(), text::tokenize(text).size());
    for (int run = std::atoi(argv[2]); run > 0; --run) {
        const std::clock_t begin = std::clock();
        const auto record = web::extract_json(text, {});
        if (!record) return 1;
        std::printf("extract\t%.3f\n",
                    1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
}
