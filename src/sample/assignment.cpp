// SPDX-License-Identifier: MIT
#include "sample/assignment.h"

#include <limits>

namespace guatu::sample
{

std::vector<std::size_t> cheapestAssignment(const std::vector<double>& cost, std::size_t n)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    // Rows and columns count from 1; column 0 holds the row that is being placed.
    std::vector<double> rowPrice(n + 1), columnPrice(n + 1);
    std::vector<std::size_t> rowOf(n + 1), previous(n + 1);
    for (std::size_t row = 1; row <= n; ++row) {
        rowOf[0] = row;
        std::size_t column = 0;
        std::vector<double> least(n + 1, infinity);
        std::vector<char> done(n + 1);
        do {
            done[column] = 1;
            const std::size_t from = rowOf[column];
            double step = infinity;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= n; ++j) {
                if (done[j] != 0)
                    continue;
                const double reduced =
                    cost[(from - 1) * n + j - 1] - rowPrice[from] - columnPrice[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    previous[j] = column;
                }
                if (least[j] < step) {
                    step = least[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= n; ++j) {
                if (done[j] != 0) {
                    rowPrice[rowOf[j]] += step;
                    columnPrice[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[previous[column]];
            column = previous[column];
        }
    }
    std::vector<std::size_t> columnOf(n);
    for (std::size_t j = 1; j <= n; ++j)
        columnOf[rowOf[j] - 1] = j - 1;
    return columnOf;
}

} // namespace guatu::sample
