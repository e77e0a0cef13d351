// SPDX-License-Identifier: MIT
#pragma once

#include "core/curve_order.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <span>

namespace guatu::access
{

/// Calls visit(number) for all places, on all processors. Places near each other come one after the
/// other and find what they need in the processor's cache.
void alongCurve(std::span<const Point> places, const auto& visit)
{
    const auto order = curveOrder(places);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), 1024),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t i = range.begin(); i < range.end(); ++i)
                              visit(order[i]);
                      });
}

} // namespace guatu::access
