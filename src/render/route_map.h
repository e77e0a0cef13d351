// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guatu::render
{

/// A place on a route, with the number of its badge.
struct RouteStop {
    Point at{};
    std::string number{}; ///< "3", or "3-5" for several visits at one place
    std::string name{};
    bool isListed = false;          ///< under supervision: 督 stands before the name
    std::vector<std::size_t> ids{}; ///< what the caller knows it by
};

/// Where one team drives on one day: a line for each drive, in the plane.
struct Route {
    std::size_t team = 0, day = 0; ///< they decide colour and dashes
    std::vector<std::vector<Point>> drives{};
    std::vector<RouteStop> stops{};
};

/// The routes of a trip over the map. Statuses are paled beneath.
struct RouteMap {
    std::vector<Route> routes{};
    std::vector<RouteStop> leftOut{};
    std::vector<std::string> teams{}, days{}; ///< titles, for the legend
    std::string leftOutTitle{}, note{};       ///< for the legend
    std::optional<std::size_t> chosen{};      ///< of `routes`: lies on top
    std::optional<std::size_t> chosenStop{};  ///< an id
};

} // namespace guatu::render
