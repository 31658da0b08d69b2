// A workbench to try things on, with a fake host and a short article of our own.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/exchange/project_json.hpp"
#include "tests/unit/fake_host.hpp"
#include "web/app/workbench.hpp"

namespace standpoint::web {

inline constexpr const char* article =
    "Bridge plan divides the town\n"
    "Mayor Ida Holm said the toll would hurt shops. “We oppose the toll,” Holm said.\n"
    "Sund Lines welcomed the plan. The toll starts in May.\n";

struct Desk {
    FakeHost host;
    Workbench bench{host};

    void add_without_proposals(const char* text = article) {
        bench.add_article(text, {});
        bench.cancel_job();
    }
    text::Span find(const char* words) {
        const std::size_t at = bench.document()->text.find(words);
        REQUIRE(at != std::string::npos);
        return {static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + std::string_view(words).size())};
    }
    void select(const char* words) { bench.view.select(find(words)); }
    std::string snapshot() const { return exchange::write_project(bench.project()); }
};

}  // namespace standpoint::web
