// SPDX-License-Identifier: MIT
#include "session/tables/access_tables.h"

#include <algorithm>
#include <cmath>

namespace guatu::session
{

TableCell minutesCell(access::Time time)
{
    return time == access::never ? TableCell{Blank{}} : TableCell{time / 60000.0};
}

TableCell millisecondsCell(access::Time time)
{
    return time == access::never ? TableCell{Blank{}} : TableCell{std::int64_t{time}};
}

access::Time millisecondsOf(double minutes)
{
    constexpr double most = static_cast<double>(access::never - 1);
    return static_cast<access::Time>(std::min(std::round(minutes * 60000), most));
}

TableCell bandOf(access::Time time, std::span<const double> minutes)
{
    if (time != access::never)
        for (const double limit : minutes)
            if (time <= millisecondsOf(limit))
                return limit;
    return Blank{};
}

} // namespace guatu::session
