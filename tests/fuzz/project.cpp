// Any bytes as a project file: what is read is sound, and writing it is stable from then on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/exchange/detect.hpp"
#include "core/exchange/project_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace standpoint;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    exchange::detect(bytes);
    exchange::Report report;
    const auto project = exchange::read_project(bytes, report);
    if (!project) return 0;
    if (model::problem_in(*project)) std::abort();
    const std::string written = exchange::write_project(*project);
    if (exchange::detect(written) != exchange::FileKind::project) std::abort();
    exchange::Report clean;
    const auto again = exchange::read_project(written, clean);
    if (!again || !clean.clean() || exchange::write_project(*again) != written) std::abort();
    return 0;
}
