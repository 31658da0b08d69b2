// Reads the news corpus and writes it: nothing that the files hold may be lost or changed. Runs
// where the corpus is: $STANDPOINT_DATA, or ../shared/data beside the checkout.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/exchange/jsonl.hpp"

using namespace standpoint;
using nlohmann::json;

namespace {

std::string data_folder() {
    const char* given = std::getenv("STANDPOINT_DATA");
    return given ? given : STANDPOINT_SOURCE_DIR "/../shared/data";
}

// Whether everything in `original` is in `written`: members by name, elements by place.
bool holds(const json& written, const json& original) {
    if (original.is_object()) {
        if (!written.is_object()) return false;
        for (const auto& [name, value] : original.items()) {
            const auto found = written.find(name);
            if (found == written.end() || !holds(*found, value)) return false;
        }
        return true;
    }
    if (original.is_array()) {
        if (!written.is_array() || written.size() != original.size()) return false;
        for (std::size_t i = 0; i < original.size(); ++i)
            if (!holds(written[i], original[i])) return false;
        return true;
    }
    return written == original;
}

}  // namespace

TEST_CASE("the corpus survives reading and writing, member by member") {
    for (const char* name : {"train", "dev", "common"}) {
        const std::string path = data_folder() + "/news/" + name + ".jsonl";
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            MESSAGE("skipped: there is no " << path);
            continue;
        }
        CAPTURE(path);
        std::string line;
        for (std::uint64_t number = 1; std::getline(file, line); ++number) {
            CAPTURE(number);
            exchange::Report report;
            const auto document = exchange::read_jsonl_line(line, report, number);
            REQUIRE(document);
            CHECK(report.clean());
            CHECK_FALSE(model::problem_in(*document));
            const std::string written = exchange::write_jsonl_line(*document);
            CHECK(holds(json::parse(written, nullptr, false), json::parse(line, nullptr, false)));
            const auto again = exchange::read_jsonl_line(written, report);
            REQUIRE(again);
            CHECK(*again == *document);
            CHECK(exchange::write_jsonl_line(*again) == written);
        }
    }
}
