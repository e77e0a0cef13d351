// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::access
{

/// What a facility must have to serve. What is not recorded of it leaves it in doubt.
struct Quality {
    std::vector<std::string> grades{}; ///< one of them; empty: any
    std::optional<int> staff{}, capacity{};
    std::optional<double> areaM2{};

    [[nodiscard]] bool asked() const
    {
        return !grades.empty() || staff || capacity || areaM2.has_value();
    }
};

/// Who needs no facility of their own.
struct Exemption {
    std::string criterion{}; ///< units for which it is recorded as exempt (a joint clinic, ...)
    bool townSeat = false;   ///< the village at its township's seat, judged as a whole
    std::optional<int> householdsBelow{}; ///< villages and hamlets smaller than this, as a whole
};

/// What the distance to a service is measured in.
enum class Measure : std::uint8_t {
    None,       ///< only records tell
    Minutes,    ///< by a means of travel
    RoadMetres, ///< along roads
    Metres,     ///< in a straight line, maybe with the climb
    Hardened,   ///< metres to a hardened road that leads to the township's seat
};

/// How near a service has to be, and how good (data/access/standards.json, schema
/// standards.schema.json). Every limit is kept when it is reached exactly.
struct Standard {
    std::string id, service;
    LocalText title;
    std::vector<std::string> facilities{};                            ///< kinds that serve
    std::string means{};                                              ///< with maxMinutes
    std::optional<double> maxMinutes{}, maxRoadMetres{}, maxMetres{}; ///< at most one of them
    /// With maxMetres: metres of height. The shares of both limits together must not pass the
    /// whole (20 minutes there and back are 800 m on the level or 80 m up: d / 800 + h / 80 <= 1).
    std::optional<double> maxClimb{};
    std::vector<std::string> hardenedSurfaces{}; ///< with maxMetres: see Measure::Hardened
    Quality quality{};
    Exemption exempt{};
    std::string recorded{};       ///< a criterion of units: its recorded result goes before
    bool pipedWaterMeets = false; ///< a household that has water by its record needs no point
    LocalText rule{};
    std::string source{};

    [[nodiscard]] Measure measure() const;
    /// The limit in the measure's unit; 0 without one.
    [[nodiscard]] double limit() const;
};

/// Reads and checks. Throws Error(Input) naming file, JSON pointer and what is expected there.
[[nodiscard]] std::vector<Standard> loadStandards(const std::filesystem::path& file);
[[nodiscard]] std::vector<Standard> parseStandards(std::string_view json, const std::string& name);

} // namespace guatu::access
