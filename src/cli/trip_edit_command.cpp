// SPDX-License-Identifier: MIT
#include "cli/table_options.h"
#include "cli/trip_commands.h"
#include "cli/trip_options.h"
#include "core/error.h"
#include "core/text.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_replan.h"
#include "session/trip/trip_tables.h"
#include "trips/hand.h"
#include "trips/problem_check.h"
#include "trips/reasons.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace guatu::cli
{
namespace
{

using trips::Itinerary;
using trips::Trip;

struct EditOptions {
    std::string file, output, swap, remove, lock;
    std::vector<std::string> move, add, night;
    bool improve = false, force = false;
    TripSolveOptions solve;
};

struct ReplanOptions {
    std::string file, output, now, done, lost, workspace, closed;
    bool rain = false, force = false, isDoneGiven = false;
    TripSolveOptions solve;
};

/// A stop by its code or name.
std::size_t stopOf(const Trip& trip, const std::string& text)
{
    const auto& stops = trip.problem.stops;
    for (std::size_t i = 0; i < stops.size(); ++i)
        if (stops[i].id == text)
            return i;
    for (std::size_t i = 0; i < stops.size(); ++i)
        if (stops[i].name == text)
            return i;
    throw inputError({"cli.trip.no_stop", {{"value", text}}});
}

std::vector<std::size_t> stopsOf(const Trip& trip, const std::string& list)
{
    std::vector<std::size_t> stops;
    for (const std::string& each : session::wordsOf(list))
        stops.push_back(stopOf(trip, each));
    return stops;
}

std::optional<std::size_t> positionOf(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// "2@2020-05-07": the route of a team, by its id, on a day.
std::size_t routeOf(const Trip& trip, const std::string& text)
{
    const auto at = text.find('@');
    if (at != std::string::npos) {
        const Date date = dateOf(text.substr(at + 1));
        for (std::size_t i = 0; i < trip.plan.days.size(); ++i) {
            const trips::Team& team = trip.problem.teams[trip.plan.days[i].team];
            if (team.id == text.substr(0, at) && dateOf(trip.problem, trip.plan.days[i]) == date)
                return i;
        }
    }
    throw inputError({"cli.trip.no_route", {{"value", text}}});
}

/// "A=B" in two.
std::pair<std::string, std::string> halves(const std::string& text)
{
    const auto at = text.find('=');
    if (at == std::string::npos)
        throw inputError({"cli.trip.bad_edit", {{"value", text}}});
    return {text.substr(0, at), text.substr(at + 1)};
}

Itinerary moveAsTold(const Trip& trip, const Itinerary& itinerary, const std::string& told)
{
    const auto [stop, where] = halves(told);
    const auto hash = where.find('#');
    trips::RouteSpot to{routeOf(trip, where.substr(0, hash)), itinerary.size()};
    to.at = trip.problem.stops.size();
    if (hash != std::string::npos) {
        const auto position = positionOf(where.substr(hash + 1));
        if (!position || *position == 0)
            throw inputError({"cli.trip.bad_edit", {{"value", told}}});
        to.at = *position - 1;
    }
    return moved(itinerary, stopOf(trip, stop), to);
}

Itinerary nightAsTold(const Trip& trip, const Itinerary& itinerary, const std::string& told)
{
    const auto [where, name] = halves(told);
    const auto& bases = trip.problem.bases;
    const auto base = std::ranges::find_if(bases, [&trip, wanted = name](const trips::Base& each) {
        return trip.problem.places[each.place].name == wanted;
    });
    if (base == bases.end())
        throw inputError({"cli.trip.no_base", {{"value", name}}});
    return withNight(itinerary, routeOf(trip, where),
                     static_cast<std::size_t>(base - bases.begin()));
}

int edit(const EditOptions& options, const CommandContext& context)
{
    Trip trip = session::readTrip(options.file);
    for (const Message& odd : trips::oddities(trip.problem))
        context.console.complain(odd);
    Itinerary itinerary = itineraryOf(trip.plan);
    for (const std::size_t stop : stopsOf(trip, options.remove))
        itinerary = removed(itinerary, stop);
    for (const std::string& told : options.move)
        itinerary = moveAsTold(trip, itinerary, told);
    for (const std::string& told : options.add) {
        const auto [stop, where] = halves(told);
        itinerary = added(trip.problem, itinerary, stopOf(trip, stop), routeOf(trip, where));
    }
    const auto pair = stopsOf(trip, options.swap);
    if (pair.size() == 2)
        itinerary = swapped(itinerary, pair[0], pair[1]);
    for (const std::string& told : options.night)
        itinerary = nightAsTold(trip, itinerary, told);
    if (options.improve)
        itinerary = improve(trip.problem, itinerary, stopsOf(trip, options.lock),
                            options.solve.options(), context.console.progress(context.stop));
    trips::CheckedPlan checked = checkedPlan(trip.problem, itinerary);
    trip.plan = std::move(checked.plan);
    session::writeTrip(options.output, trip, options.force);
    deliver(context, {session::tripDayTable(trip)}, {});
    const std::size_t left = trip.plan.leftOut.size();
    context.console.say(Message{"cli.trip.planned",
                                {{"file", options.output},
                                 {"stops", std::to_string(trip.problem.stops.size() - left)},
                                 {"left", std::to_string(left)}}});
    if (!checked.violations.empty())
        context.console.say(
            Message{"cli.trip.broken", {{"count", std::to_string(checked.violations.size())}}});
    return 0;
}

trips::RoadState stateOf(const Trip& trip, const ReplanOptions& options,
                         const CommandContext& context)
{
    const std::size_t at = options.now.find('T');
    if (at == std::string::npos)
        throw inputError({"trips.request.pin_day", {{"date", options.now}}});
    session::TripNow now{.day = dateOf(options.now.substr(0, at)),
                         .now = session::clockOf(std::string_view(options.now).substr(at + 1)),
                         .rain = options.rain,
                         .closed = session::wordsOf(options.closed)};
    if (options.isDoneGiven)
        now.done = stopsOf(trip, options.done);
    for (const std::string& id : session::wordsOf(options.lost)) {
        const auto& teams = trip.problem.teams;
        const auto team = std::ranges::find(teams, id, &trips::Team::id);
        if (team == teams.end())
            throw inputError({"cli.trip.no_route", {{"value", id}}});
        now.lostTeams.push_back(static_cast<std::size_t>(team - teams.begin()));
    }
    if (options.workspace.empty())
        return session::roadStateOf(trip, now, nullptr);
    return session::roadStateOf(trip, now, workspaceAt(options.workspace, context).get());
}

int replan(const ReplanOptions& options, const CommandContext& context)
{
    const Trip trip = session::readTrip(options.file);
    const trips::RoadState state = stateOf(trip, options, context);
    trips::Rest rest = restOf(trip.problem, trip.plan, state);
    Trip after{.problem = std::move(rest.problem), .plan = {}};
    after.plan =
        planOf(after.problem, improve(after.problem, rest.itinerary, {}, options.solve.options(),
                                      context.console.progress(context.stop)));
    session::writeTrip(options.output, after, options.force);
    deliver(context, {session::tripDayTable(after)}, {});
    const auto done =
        static_cast<std::size_t>(std::ranges::count_if(after.problem.stops, &trips::Stop::done));
    const std::size_t left = after.plan.leftOut.size() - done;
    context.console.say(
        Message{"cli.trip.replanned",
                {{"file", options.output},
                 {"done", std::to_string(done)},
                 {"stops", std::to_string(after.problem.stops.size() - done - left)},
                 {"left", std::to_string(left)}}});
    return 0;
}

} // namespace

void addTripEdit(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<EditOptions>();
    CLI::App* command = trip.add_subcommand("edit", console.text({"cli.trip.edit"}));
    const auto option = [&](const char* name, auto& value, const char* help) {
        return command->add_option(name, value, console.text({help}));
    };
    option("trip", options->file, "cli.trip.option.trip")->required();
    option("--move", options->move, "cli.trip.option.move");
    option("--swap", options->swap, "cli.trip.option.swap");
    option("--remove", options->remove, "cli.trip.option.remove");
    option("--add", options->add, "cli.trip.option.add");
    option("--night", options->night, "cli.trip.option.night");
    option("--lock", options->lock, "cli.trip.option.lock");
    command->add_flag("--improve", options->improve, console.text({"cli.trip.option.improve"}));
    addTripSolveOptions(*command, console, options->solve);
    option("-o,--output", options->output, "cli.trip.option.trip")->required();
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->footer(console.text({"cli.trip.edit.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return edit(*options, context); };
    });
}

void addTripReplan(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ReplanOptions>();
    CLI::App* command = trip.add_subcommand("replan", console.text({"cli.trip.replan"}));
    const auto option = [&](const char* name, auto& value, const char* help) {
        return command->add_option(name, value, console.text({help}));
    };
    option("trip", options->file, "cli.trip.option.trip")->required();
    option("--now", options->now, "cli.trip.option.now")->required();
    CLI::Option* done = option("--done", options->done, "cli.trip.option.done");
    option("--lost", options->lost, "cli.trip.option.lost");
    option("--roads", options->workspace, "cli.trip.option.roads");
    option("--closed", options->closed, "cli.option.closed");
    command->add_flag("--rain", options->rain, console.text({"cli.option.rain"}));
    addTripSolveOptions(*command, console, options->solve);
    option("-o,--output", options->output, "cli.trip.option.trip")->required();
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->footer(console.text({"cli.trip.replan.example"}));
    command->callback([options, done, &run] {
        options->isDoneGiven = done->count() > 0;
        run = [options](const CommandContext& context) { return replan(*options, context); };
    });
}

} // namespace guatu::cli
