#include "web/textview/run_sort.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>

using standpoint::web::run_sort;

TEST_CASE("sorting runs is a stable sort, whatever the runs") {
    using Item = std::pair<int, int>;  // what is compared, and where it stood
    const auto before = [](const Item& a, const Item& b) { return a.first < b.first; };
    std::uint32_t state = 7;
    const auto chance = [&state](std::uint32_t n) {
        state = state * 1664525U + 1013904223U;
        return static_cast<int>((state >> 16) % n);
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<Item> items;
        const int size = chance(60), run = 1 + chance(20);
        for (int i = 0, value = 0; i < size; ++i) {
            value = i % run == 0 ? chance(30) : value + chance(3);
            items.push_back({value, i});
        }
        std::vector<Item> sorted = items;
        std::stable_sort(sorted.begin(), sorted.end(), before);
        run_sort(items, before);
        CHECK(items == sorted);
    }
}
