// SPDX-License-Identifier: MIT
#pragma once

#include "cli/view_options.h"
#include "session/trip/trip_condition.h"
#include "trips/solver.h"

#include <string>

namespace guatu::cli
{

/// What `guatu trip plan` is told.
struct TripPlanOptions {
    ViewOptions view;
    std::string targets, list, must, mustNot, base, nights, rainDays, closed;
    std::string start = "08:00", end = "18:00", lunch = "11:30-13:30";
    std::vector<std::string> pins, more, hours, closedOn, needs, before, revisits, skills, crews,
        dayHours;
    std::string means = "car";
    bool rain = false, fair = false, listed = false, mustListed = false;
    int days = 1, teams = 1, people = 2, teamsPerNight = 0, householdsPerStop = 8;
    double lunchMinutes = 60, mostDriving = 360, setUp = 20, perHousehold = 15, visit = 60;
    double costPerHour = 60, costPerKm = 1.5, costPerNight = 0;
};

/// How long to search.
struct TripSolveOptions {
    double seconds = 3;
    std::uint64_t steps = 0, seed = 1;

    [[nodiscard]] trips::SolveOptions options() const
    {
        return {.limit = {steps, seconds, {}}, .seed = seed, .onBetter = {}};
    }
};

void addTripPlanOptions(CLI::App& command, const Console& console, TripPlanOptions& options);
void addTripSolveOptions(CLI::App& command, const Console& console, TripSolveOptions& options);

/// The request; `unit` and the first day (where --start names none: the day of the data) are those
/// of the view. Throws Error(Input) for what is no time, date or pin.
[[nodiscard]] session::TripRequest tripRequestOf(const TripPlanOptions& options,
                                                 const session::WorkspaceView& view);

/// A workspace at its own date.
[[nodiscard]] std::shared_ptr<const session::WorkspaceView>
workspaceAt(const std::string& file, const CommandContext& context);

} // namespace guatu::cli
