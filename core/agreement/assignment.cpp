#include "core/agreement/assignment.hpp"

#include <limits>

namespace standpoint::agreement {

std::vector<std::uint32_t> best_assignment(std::size_t rows, std::size_t columns,
                                           const std::vector<double>& weights) {
    // Rows and columns count from 1: column 0 is where the row that is being placed starts from.
    // Costs are negative weights; row_price + column_price <= cost holds everywhere, with equality
    // where a row is placed.
    std::vector<double> row_price(rows + 1, 0.0), column_price(columns + 1, 0.0);
    std::vector<std::size_t> row_in(columns + 1, 0), came_from(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        std::vector<double> distance(columns + 1, std::numeric_limits<double>::infinity());
        std::vector<bool> reached(columns + 1, false);
        row_in[0] = row;
        std::size_t at = 0;
        while (row_in[at] != 0) {
            reached[at] = true;
            const std::size_t r = row_in[at];
            std::size_t next = 0;
            double nearest = std::numeric_limits<double>::infinity();
            for (std::size_t c = 1; c <= columns; ++c) {
                if (reached[c]) continue;
                const double cost = -weights[(r - 1) * columns + c - 1];
                const double over = cost - row_price[r] - column_price[c];
                if (over < distance[c]) {
                    distance[c] = over;
                    came_from[c] = at;
                }
                if (distance[c] < nearest) {
                    nearest = distance[c];
                    next = c;
                }
            }
            for (std::size_t c = 0; c <= columns; ++c) {
                if (reached[c]) {
                    row_price[row_in[c]] += nearest;
                    column_price[c] -= nearest;
                } else {
                    distance[c] -= nearest;
                }
            }
            at = next;
        }
        for (; at != 0; at = came_from[at]) row_in[at] = row_in[came_from[at]];
    }
    std::vector<std::uint32_t> column_of(rows, 0);
    for (std::size_t c = 1; c <= columns; ++c)
        if (row_in[c] != 0) column_of[row_in[c] - 1] = static_cast<std::uint32_t>(c - 1);
    return column_of;
}

}  // namespace standpoint::agreement
