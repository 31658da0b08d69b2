// Any bytes as a codebook: what is read is sound, and comes back equal when it is written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/codebook_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace standpoint;
    exchange::Report report;
    const auto codebook =
        exchange::read_codebook({reinterpret_cast<const char*>(data), size}, report);
    if (!codebook) return 0;
    if (model::problem_in(*codebook)) std::abort();
    const std::string written = exchange::write_codebook(*codebook);
    exchange::Report clean;
    const auto again = exchange::read_codebook(written, clean);
    if (!again || !clean.clean() || !(*again == *codebook)) std::abort();
    if (exchange::write_codebook(*again) != written) std::abort();
    return 0;
}
