// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"
#include "core/definition.h"

#include "core/geometry.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::access
{

enum class Season : std::uint8_t { Dry, Rain };

/// Height in metres of a place in the snapshot's CRS; NaN where it is not known.
using HeightAt = std::function<double(Point)>;

/// How slopes change a speed.
enum class SlopeRule : std::uint8_t {
    None,
    /// Tobler's hiking function (1993), 6 exp(-3.5 |S + 0.05|) km/h at a slope S uphill, scaled so
    /// that the speed on the level is that of the road. Fastest some 3 degrees downhill.
    Tobler,
};

/// How fast a means of travel is on roads of a class and surface.
struct RoadSpeed {
    std::string roadClass{}, surface{}; ///< empty: any
    double kmh = 0;                     ///< 0: not at all
};

/// A means of travel: car, four_by_four, motorbike, foot, school_child.
struct Means {
    std::string id;
    LocalText title;
    bool oneWays = true;                   ///< whether one-way rules bind it
    SlopeRule slope = SlopeRule::None;     ///< where heights are known
    std::vector<RoadSpeed> speeds{};       ///< the first that fits holds
    std::vector<std::string> rainCloses{}; ///< surfaces it cannot use in the rainy season
};

/// How people travel, as data (data/access/travel.json, schema travel.schema.json).
struct Travel {
    std::vector<Means> means;
    std::vector<std::string> closedStates{}; ///< of roads that nobody can use
    double offRoadKmh = 3;                   ///< on foot, between a place and the road
    double offRoadLimit = 2000;              ///< metres; what is farther off is not on the network
    /// How much longer a way is than its straight line where there is no network to tell; 0:
    /// nothing is said of such places.
    double detour = 0;

    /// Null when there is none of this id.
    [[nodiscard]] const Means* find(std::string_view id) const;
};

/// Reads and checks. Throws Error(Input) naming file, JSON pointer and what is expected there.
[[nodiscard]] Travel loadTravel(const std::filesystem::path& file);
[[nodiscard]] Travel parseTravel(std::string_view json, const std::string& name);

/// Speed in km/h on a road; 0 when it cannot be used.
[[nodiscard]] double speedOn(const Means& means, Season season, std::string_view roadClass,
                             std::string_view surface);

/// What a speed on the level is to be multiplied by at a slope (rise over run, uphill positive).
[[nodiscard]] double slopeFactor(SlopeRule rule, double slope);

/// Milliseconds for metres at km/h, rounded; `never` at no speed, or beyond what fits.
[[nodiscard]] Time timeFor(double metres, double kmh);

} // namespace guatu::access
