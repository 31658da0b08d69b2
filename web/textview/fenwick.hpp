// Fenwick tree: prefix sums over values that change (P. Fenwick, 1994). Updates, sums and searches
// are O(log n), building is O(n).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace standpoint::web {

class Fenwick {
  public:
    void build(std::vector<std::int64_t> values) {
        tree_ = std::move(values);
        for (std::size_t i = 1; i <= tree_.size(); ++i) {
            const std::size_t parent = i + (i & (~i + 1));
            if (parent <= tree_.size()) tree_[parent - 1] += tree_[i - 1];
        }
    }

    void add(std::size_t index, std::int64_t change) {
        for (std::size_t i = index + 1; i <= tree_.size(); i += i & (~i + 1))
            tree_[i - 1] += change;
    }

    // The sum of the first `count` values.
    std::int64_t sum(std::size_t count) const {
        std::int64_t total = 0;
        for (std::size_t i = count; i > 0; i &= i - 1) total += tree_[i - 1];
        return total;
    }

    // The largest count whose sum is at most `target`. REQUIRES: no value is negative.
    std::size_t count_within(std::int64_t target) const {
        std::size_t step = 1, count = 0;
        while (step <= tree_.size() / 2) step *= 2;
        for (; step > 0; step /= 2) {
            if (count + step > tree_.size() || tree_[count + step - 1] > target) continue;
            count += step;
            target -= tree_[count - 1];
        }
        return count;
    }

  private:
    std::vector<std::int64_t> tree_;
};

}  // namespace standpoint::web
