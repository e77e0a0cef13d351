// SPDX-License-Identifier: MIT
#pragma once

#include "trips/checker.h"

namespace guatu::trips
{

// Planning by hand: each act gives a new itinerary, possible or not, and touches nothing else.

/// A place in an itinerary: before the stop that is at position `at` of the route.
struct RouteSpot {
    std::size_t route = 0; ///< of the itinerary
    std::size_t at = 0;    ///< behind the last where it is greater
};

/// Where a stop is; null when it is not planned.
[[nodiscard]] std::optional<RouteSpot> spotOf(const Itinerary& itinerary, std::size_t stop);

/// The stop at another place, where it then stands before what stood at `to` (the stop itself not
/// counted); one that was not planned is added.
[[nodiscard]] Itinerary moved(Itinerary itinerary, std::size_t stop, RouteSpot to);

[[nodiscard]] Itinerary removed(Itinerary itinerary, std::size_t stop);

/// Each of two planned stops where the other was.
[[nodiscard]] Itinerary swapped(Itinerary itinerary, std::size_t a, std::size_t b);

/// The stop on a route where it breaks least and then drives least.
[[nodiscard]] Itinerary added(const Problem& problem, const Itinerary& itinerary, std::size_t stop,
                              std::size_t route);

/// A team sleeps at another base after one of its routes.
[[nodiscard]] Itinerary withNight(Itinerary itinerary, std::size_t route, std::size_t base);

/// A plan with all that is wrong with it.
struct CheckedPlan {
    Plan plan;
    std::vector<Violation> violations;
};

/// Timed at once, whatever a hand has done.
[[nodiscard]] CheckedPlan checkedPlan(const Problem& problem, const Itinerary& itinerary);

} // namespace guatu::trips
