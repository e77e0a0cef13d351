// SPDX-License-Identifier: MIT
#include "campaign/closure.h"

#include <numeric>

namespace guatu::campaign
{

void Tally::add(Clear clear, std::int64_t personCount, std::int64_t times)
{
    households[static_cast<std::size_t>(clear)] += times;
    persons[static_cast<std::size_t>(clear)] += personCount * times;
}

Tally& Tally::operator+=(const Tally& other)
{
    for (std::size_t i = 0; i < households.size(); ++i) {
        households[i] += other.households[i];
        persons[i] += other.persons[i];
    }
    real += other.real;
    exempt += other.exempt;
    atRisk += other.atRisk;
    return *this;
}

std::int64_t Tally::inScope() const
{
    return std::accumulate(households.begin(), households.end(), std::int64_t{0}) -
           count(Clear::OutOfScope);
}

Remaining& Remaining::operator+=(const Remaining& other)
{
    households += other.households;
    persons += other.persons;
    return *this;
}

Pending& Pending::operator+=(const Pending& other)
{
    uncleared += other.uncleared;
    unknown += other.unknown;
    return *this;
}

} // namespace guatu::campaign
