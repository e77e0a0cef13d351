// SPDX-License-Identifier: MIT
#include "cli/trip_options.h"

#include "cli/unit_argument.h"
#include "core/error.h"
#include "core/text.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <fstream>

namespace guatu::cli
{
namespace
{

trips::Seconds secondsOf(double minutes)
{
    return static_cast<trips::Seconds>(std::llround(minutes * 60));
}

/// The first column of a file, without quotes; empty for no file.
std::vector<std::string> codesOf(const std::string& file)
{
    std::vector<std::string> codes;
    if (file.empty())
        return codes;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw inputError({"trips.unreadable", {{"file", file}}});
    for (std::string line; std::getline(in, line);) {
        std::string code(trim(split(line, ',').front()));
        std::erase(code, '"');
        if (!code.empty())
            codes.push_back(std::move(code));
    }
    return codes;
}

/// What the problem knows beside targets, days and teams.
void addRules(session::TripRequest& request, const TripPlanOptions& options)
{
    using enum session::TripCondition;
    const auto add = [&request](session::TripCondition condition,
                                const std::vector<std::string>& told) {
        for (const std::string& each : told)
            addCondition(request, condition, each);
    };
    add(Pin, options.pins);
    add(Hours, options.hours);
    add(Closed, options.closedOn);
    add(Needs, options.needs);
    add(Skills, options.skills);
    add(Before, options.before);
    add(Revisit, options.revisits);
    add(Crew, options.crews);
    add(DayHours, options.dayHours);
}

} // namespace

std::shared_ptr<const session::WorkspaceView> workspaceAt(const std::string& file,
                                                          const CommandContext& context)
{
    ViewOptions view;
    view.workspace = file;
    return openView(view, context);
}

void addTripPlanOptions(CLI::App& command, const Console& console, TripPlanOptions& options)
{
    const auto option = [&](const char* name, auto& value, const char* help) {
        command.add_option(name, value, console.text({help}));
    };
    addUnitOption(command, console, options.view);
    option("--targets", options.targets, "cli.trip.option.targets");
    option("--also", options.more, "cli.trip.option.also");
    command.add_flag("--listed", options.listed, console.text({"cli.trip.option.listed"}));
    command.add_flag("--must-listed", options.mustListed,
                     console.text({"cli.trip.option.must_listed"}));
    option("--list", options.list, "cli.trip.option.list");
    option("--start", options.start, "cli.trip.option.start");
    option("--days", options.days, "cli.trip.option.days");
    option("--teams", options.teams, "cli.trip.option.teams");
    option("--people", options.people, "cli.trip.option.people");
    option("--end", options.end, "cli.trip.option.end");
    option("--lunch", options.lunch, "cli.trip.option.lunch");
    option("--lunch-minutes", options.lunchMinutes, "cli.trip.option.lunch_minutes");
    option("--most-driving", options.mostDriving, "cli.trip.option.most_driving");
    option("--base", options.base, "cli.trip.option.base");
    option("--nights", options.nights, "cli.trip.option.nights");
    option("--teams-per-night", options.teamsPerNight, "cli.trip.option.teams_per_night");
    option("--set-up", options.setUp, "cli.trip.option.set_up");
    option("--per-household", options.perHousehold, "cli.trip.option.per_household");
    option("--visit", options.visit, "cli.trip.option.visit");
    option("--households-per-stop", options.householdsPerStop,
           "cli.trip.option.households_per_stop");
    option("--must", options.must, "cli.trip.option.must");
    option("--must-not", options.mustNot, "cli.trip.option.must_not");
    option("--pin", options.pins, "cli.trip.option.pin");
    option("--hours", options.hours, "cli.trip.option.hours");
    option("--closed-on", options.closedOn, "cli.trip.option.closed_on");
    option("--needs", options.needs, "cli.trip.option.needs");
    option("--skills", options.skills, "cli.trip.option.skills");
    option("--before", options.before, "cli.trip.option.before");
    option("--revisit", options.revisits, "cli.trip.option.revisit");
    option("--crew", options.crews, "cli.trip.option.crew");
    option("--day-hours", options.dayHours, "cli.trip.option.day_hours");
    option("--means", options.means, "cli.option.means");
    command.add_flag("--rain", options.rain, console.text({"cli.option.rain"}));
    option("--rain-on", options.rainDays, "cli.trip.option.rain_on");
    option("--closed", options.closed, "cli.option.closed");
    option("--cost-per-hour", options.costPerHour, "cli.trip.option.cost_per_hour");
    option("--cost-per-km", options.costPerKm, "cli.trip.option.cost_per_km");
    option("--cost-per-night", options.costPerNight, "cli.trip.option.cost_per_night");
    command.add_flag("--fair", options.fair, console.text({"cli.trip.option.fair"}));
}

void addTripSolveOptions(CLI::App& command, const Console& console, TripSolveOptions& options)
{
    command.add_option("--seconds", options.seconds, console.text({"cli.trip.option.search"}))
        ->check(CLI::Range(0.01, 86400.0));
    command.add_option("--steps", options.steps, console.text({"cli.trip.option.steps"}));
    command.add_option("--seed", options.seed, console.text({"cli.trip.option.seed"}));
}

session::TripRequest tripRequestOf(const TripPlanOptions& options,
                                   const session::WorkspaceView& view)
{
    session::TripRequest request{.targets = options.targets,
                                 .households = codesOf(options.list),
                                 .unit = unitOf(view.snapshot, options.view.unit),
                                 .must = session::wordsOf(options.must),
                                 .mustNot = session::wordsOf(options.mustNot),
                                 .firstDay = view.snapshot.asOf,
                                 .days = options.days,
                                 .end = session::clockOf(options.end),
                                 .mostDriving = secondsOf(options.mostDriving),
                                 .teams = options.teams,
                                 .people = options.people,
                                 .base = options.base,
                                 .nights = session::wordsOf(options.nights),
                                 .teamsPerNight = options.teamsPerNight,
                                 .setUp = secondsOf(options.setUp),
                                 .perHousehold = secondsOf(options.perHousehold),
                                 .visit = secondsOf(options.visit),
                                 .householdsPerStop = options.householdsPerStop,
                                 .costPerNight = options.costPerNight,
                                 .fair = options.fair};
    const std::size_t at = options.start.find('T');
    if (at != std::string::npos)
        request.firstDay = dateOf(options.start.substr(0, at));
    request.begin =
        session::clockOf(at == std::string::npos ? std::string_view(options.start)
                                                 : std::string_view(options.start).substr(at + 1));
    if (options.lunchMinutes > 0) {
        const trips::Window hours = session::spanOf(options.lunch);
        request.lunch = trips::Lunch{hours.open, hours.close, secondsOf(options.lunchMinutes)};
    } else {
        request.lunch.reset();
    }
    for (const std::string& day : session::wordsOf(options.rainDays))
        request.rainDays.push_back(dateOf(day));
    request.more = options.more;
    request.listed = options.listed || options.mustListed;
    request.mustListed = options.mustListed;
    addRules(request, options);
    request.travel = {.means = options.means,
                      .season = options.rain ? access::Season::Rain : access::Season::Dry,
                      .closed = session::wordsOf(options.closed)};
    request.costs = {.perHour = options.costPerHour, .perKm = options.costPerKm};
    return request;
}

} // namespace guatu::cli
