// Any bytes as Standpoint JSONL: what is read is sound, and writing it is stable from then on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/jsonl.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace standpoint;
    exchange::Report report;
    const auto documents =
        exchange::read_jsonl({reinterpret_cast<const char*>(data), size}, report);
    for (const model::Document& document : documents) {
        if (model::problem_in(document)) std::abort();
        const std::string line = exchange::write_jsonl_line(document);
        exchange::Report clean;
        const auto again = exchange::read_jsonl_line(line, clean);
        if (!again || !clean.clean() || exchange::write_jsonl_line(*again) != line) std::abort();
    }
    return 0;
}
