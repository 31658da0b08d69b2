// The assignment of rows to columns, one to one, with the largest sum of weights, exactly: the
// method of Kuhn and Munkres with potentials and shortest augmenting paths. O(rows^2 columns) time
// for rows <= columns; of equally good assignments always the same one is found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace standpoint::agreement {

// REQUIRES: weights.size() == rows * columns (row by row), rows <= columns, no weight negative.
// For each row its column.
std::vector<std::uint32_t> best_assignment(std::size_t rows, std::size_t columns,
                                           const std::vector<double>& weights);

}  // namespace standpoint::agreement
