// SPDX-License-Identifier: MIT
#pragma once

#include "cli/travel_options.h"
#include "session/tables/gap_table.h"

#include <optional>
#include <string>
#include <utility>

namespace guatu::cli
{

/// Arguments of commands about a service: which one, by what limit and means, for whom.
struct ServiceOptions {
    TravelArguments travel;
    std::string service, most, means, ages;
    bool alongRoads = false;

    /// Throws Error(Input) for a limit that is none.
    [[nodiscard]] session::GapQuestion question() const;
    /// The first and last age of "6-12"; nothing when it is empty. Throws Error(Input).
    [[nodiscard]] std::optional<std::pair<int, int>> ageRange() const;
};

/// Adds --service, --max, --along-roads, --dem, --means, --rain and --closed.
void addServiceOptions(CLI::App& command, const Console& console, ServiceOptions& options);
/// Adds --ages.
void addAgesOption(CLI::App& command, const Console& console, ServiceOptions& options);

/// Places or codes between semicolons, since a comma stands in a position.
[[nodiscard]] std::vector<std::string> placesOf(const std::string& list);

} // namespace guatu::cli
