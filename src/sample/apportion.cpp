// SPDX-License-Identifier: MIT
#include "sample/apportion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace guatu::sample
{

std::vector<int> apportioned(int total, const std::vector<double>& weights,
                             const std::vector<int>& least)
{
    std::vector<int> shares(weights.size());
    for (std::size_t i = 0; i < shares.size() && !least.empty(); ++i)
        shares[i] = weights[i] > 0 ? least[i] : 0;
    const int left = total - std::accumulate(shares.begin(), shares.end(), 0);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = left * weights[i] / sum;
        const int whole = static_cast<int>(std::floor(exact));
        shares[i] += whole;
        given += whole;
        if (weights[i] > 0)
            remainders.emplace_back(whole - exact, i);
    }
    std::ranges::sort(remainders);
    for (std::size_t i = 0; given < left; ++i, ++given)
        ++shares[remainders[i % remainders.size()].second];
    return shares;
}

std::vector<int> householdSizes(int households, int persons, Random& random)
{
    constexpr int most = 8;
    const double mean = double{1} * persons / households;
    std::vector<int> sizes(static_cast<std::size_t>(households));
    int sum = 0;
    for (int& size : sizes) {
        const double spread = random.unit() + random.unit() + random.unit() - 1.5; // about normal
        size = std::clamp(static_cast<int>(std::floor(mean + 1.9 * spread + 0.5)), 1, most);
        sum += size;
    }
    while (sum != persons) {
        int& size = sizes[random.below(sizes.size())];
        if (sum < persons && size < most) {
            ++size;
            ++sum;
        } else if (sum > persons && size > 1) {
            --size;
            --sum;
        }
    }
    return sizes;
}

} // namespace guatu::sample
