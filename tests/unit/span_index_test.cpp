#include "web/textview/span_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/unit/cpu_time.hpp"

using namespace standpoint;
using namespace standpoint::web;

namespace {

std::vector<std::uint32_t> brute_force(const std::vector<text::Span>& spans, text::Span range) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < spans.size(); ++i)
        if (!spans[i].empty() && !range.empty() && spans[i].overlaps(range)) found.push_back(i);
    std::stable_sort(found.begin(), found.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return spans[a] < spans[b]; });
    return found;
}

}  // namespace

TEST_CASE("the index finds what a walk over all spans finds, in reading order") {
    auto random = [engine = std::mt19937(1)]() mutable {
        return static_cast<std::uint32_t>(engine());
    };
    for (int round = 0; round < 300; ++round) {
        const std::uint32_t length = 1 + random() % 200;
        std::vector<text::Span> spans(random() % 120);
        for (text::Span& span : spans) {
            span.begin = random() % length;
            span.end = span.begin + random() % (round % 3 == 0 ? 100 : 8);
        }
        SpanIndex index;
        index.build(spans);
        CHECK(index.size() == spans.size());
        for (int query = 0; query < 40; ++query) {
            const std::uint32_t begin = random() % (length + 10);
            const text::Span range{begin, begin + static_cast<std::uint32_t>(random() % 20)};
            std::vector<std::uint32_t> found;
            index.overlapping(range, found);
            REQUIRE(found == brute_force(spans, range));
        }
    }
}

TEST_CASE("an empty index finds nothing") {
    SpanIndex index;
    std::vector<std::uint32_t> found;
    index.overlapping({0, 100}, found);
    index.build({});
    index.overlapping({0, 100}, found);
    CHECK(found.empty());
}

TEST_CASE("50,000 spans are indexed and asked for quickly") {
    auto random = [engine = std::mt19937(2)]() mutable {
        return static_cast<std::uint32_t>(engine());
    };
    std::vector<text::Span> spans(50'000);
    for (text::Span& span : spans) {
        span.begin = random() % 5'000'000;
        span.end = span.begin + 5 + random() % 20;
    }
    spans[7] = {0, 5'000'000};  // one around all others
    const CpuTime building;
    SpanIndex index;
    index.build(spans);
    const double built = building.ms();
    const CpuTime asking;
    std::vector<std::uint32_t> found;
    for (int i = 0; i < 1000; ++i) {
        const std::uint32_t begin = random() % 5'000'000;
        index.overlapping({begin, begin + 3000}, found);
    }
    const double asked = asking.ms();
    MESSAGE("build ", built, " ms, 1000 queries of ", found.size(), " results ", asked, " ms");
    CHECK(built < 100);  // far more than it takes, for slow and sanitized builds
    CHECK(asked < 100);
}
