// SPDX-License-Identifier: MIT
#include "campaign/succession.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace guatu::campaign
{

Succession::Succession(const SuccessionColumns& successions, Date since, const UnitColumns& now)
    : m_now(now)
{
    for (std::size_t row = 0; row < successions.size(); ++row)
        if (successions.on[row] > since && successions.oldCode[row] != successions.newCode[row]) {
            const double share = successions.share[row];
            m_steps[successions.oldCode[row]].push_back(
                {successions.newCode[row], std::isnan(share) ? 1 : share});
        }
}

std::vector<UnitCode> Succession::today(UnitCode code) const
{
    struct Reached {
        UnitCode code;
        double share;
    };
    std::vector<Reached> open{{code, 1}};
    std::vector<Reached> found;
    std::set<UnitCode> seen{code}; // a circle of successions ends where it began
    while (!open.empty()) {
        const Reached here = open.back();
        open.pop_back();
        if (findUnit(m_now, here.code) != noRow)
            found.push_back(here);
        if (const auto steps = m_steps.find(here.code); steps != m_steps.end())
            for (const Step& step : steps->second)
                if (seen.insert(step.to).second)
                    open.push_back({step.to, here.share * step.share});
    }
    const auto before = [&](const Reached& a, const Reached& b) {
        const bool aIsOwn = a.code == code, bIsOwn = b.code == code;
        return std::tuple(!aIsOwn, -a.share, a.code) < std::tuple(!bIsOwn, -b.share, b.code);
    };
    std::ranges::sort(found, before);
    std::vector<UnitCode> codes;
    for (const Reached& reached : found)
        codes.push_back(reached.code);
    return codes;
}

bool Succession::becomes(UnitCode before, UnitCode now) const
{
    if (before == now)
        return true;
    const auto codes = today(before);
    return std::ranges::find(codes, now) != codes.end();
}

} // namespace guatu::campaign
