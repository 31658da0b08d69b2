// Extraction of one text, as the page's worker and the ES module do it.
//
// usage: bench_extract FILE RUNS [entities]
// Prints the text's size in bytes and tokens, then the CPU milliseconds of each run; with the last
// word, of the entities alone.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/text/tokens.hpp"
#include "web/app/worker_job.hpp"

int main(int argc, char** argv) {
    using namespace standpoint;
    const bool entities = argc == 4 && std::string_view(argv[3]) == "entities";
    if (argc != 3 && !entities) return 2;
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::printf("bytes\t%zu\ntokens\t%zu\n", text.size(), text::tokenize(text).size());
    for (int run = std::atoi(argv[2]); run > 0; --run) {
        const std::clock_t begin = std::clock();
        const auto json = entities ? web::entities_json(text) : web::extract_json(text, {});
        if (!json) return 1;
        std::printf("%s\t%.3f\n", entities ? "entities" : "extract",
                    1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
}
