// Stable sort of what comes in a few long runs that are in order, as annotations do: one pass over
// what is sorted already, O(n log r) for r runs. A natural merge sort (Knuth, volume 3, 5.2.4).
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace standpoint::web {

template <class T, class Before>
void run_sort(std::vector<T>& items, Before before) {
    std::vector<std::ptrdiff_t> ends;  // of the runs
    for (auto run = items.begin(); run != items.end();) {
        const auto sooner = [&](const T& a, const T& b) { return before(b, a); };
        const auto last = std::adjacent_find(run, items.end(), sooner);
        run = last == items.end() ? last : last + 1;
        ends.push_back(run - items.begin());
    }
    while (ends.size() > 1) {
        std::vector<std::ptrdiff_t> merged;
        std::ptrdiff_t begin = 0;
        for (std::size_t i = 0; i < ends.size(); i += 2) {
            const std::ptrdiff_t end = i + 1 < ends.size() ? ends[i + 1] : ends[i];
            std::inplace_merge(items.begin() + begin, items.begin() + ends[i], items.begin() + end,
                               before);
            merged.push_back(begin = end);
        }
        ends = std::move(merged);
    }
}

}  // namespace standpoint::web
