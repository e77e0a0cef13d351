// SPDX-License-Identifier: MIT
#include "commands.h"

#include "core/error.h"
#include "session/household_set.h"
#include "session/trip/trip_draft.h"
#include "session/trip/trip_problem.h"
#include "trips/reasons.h"
#include "trips/solver.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>

namespace guatu::bench
{
namespace
{

using Clock = std::chrono::steady_clock;

struct Options {
    std::filesystem::path workspace;
    std::string unit = "532329";
};

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void print(std::string_view what, double seconds, double bound)
{
    fmt::print("{:<58} {:>10.3f} ms  bound {:>9.0f} ms  ratio {:>5.2f}\n", what, seconds * 1000,
               bound * 1000, seconds / bound);
}

/// Households of the unit's first hamlets, so many of each at most.
std::vector<std::string> householdsOf(const session::WorkspaceView& view, RowIndex unit,
                                      std::size_t hamlets, std::size_t all)
{
    std::map<RowIndex, std::vector<std::string>> byHome;
    const RowIndex end = subtreeEnd(view.snapshot.units, unit);
    for (std::size_t row = 0; row < view.closure.home.size(); ++row)
        if (const RowIndex home = view.closure.home[row]; home > unit && home < end)
            byHome[home].emplace_back(view.snapshot.households.code[row]);
    std::vector<std::string> codes;
    std::size_t taken = 0;
    for (const auto& [home, members] : byHome) {
        if (taken == hamlets)
            break;
        const std::size_t share = all * (taken + 1) / hamlets - codes.size();
        if (members.size() < share)
            continue;
        codes.insert(codes.end(), members.begin(),
                     members.begin() + static_cast<std::ptrdiff_t>(share));
        ++taken;
    }
    if (taken < hamlets)
        throw inputError({"trips.request.nothing"});
    return codes;
}

session::TripRequest requestOf(const session::WorkspaceView& view, const Options& options)
{
    session::TripRequest request;
    request.unit = findUnit(view.snapshot.units, *UnitCode::parse(options.unit));
    request.firstDay = view.snapshot.asOf;
    return request;
}

struct Planned {
    trips::Trip trip;
    double problem = 0, first = 0, whole = 0; ///< seconds since it was asked for
};

/// As the window plans: the problem with its matrix, then the search, of so many seconds.
Planned plan(const session::WorkspaceView& view, const session::TripRequest& request,
             double seconds)
{
    Planned made;
    const auto start = Clock::now();
    made.trip.problem = session::tripProblem(view, request, Language::Chinese);
    made.problem = since(start);
    trips::SolveOptions options{.limit = {0, seconds, {}}, .seed = 1, .onBetter = {}};
    options.onBetter = [&](const trips::Itinerary& better) {
        if (made.first == 0 && !planOf(made.trip.problem, better).days.empty())
            made.first = since(start);
    };
    made.trip.plan = planOf(made.trip.problem, trips::solve(made.trip.problem, options));
    made.whole = since(start);
    return made;
}

void print(const std::string& title, const Planned& planned, double bound)
{
    const trips::Problem& problem = planned.trip.problem;
    const std::size_t stops = problem.stops.size() - planned.trip.plan.leftOut.size();
    fmt::print("\n{}: {} stops at {} places, {} planned, {} rules broken\n", title,
               problem.stops.size(), problem.places.size(), stops,
               violationsOf(problem, planned.trip.plan).size());
    print("  targets, roads and matrix", planned.problem, bound);
    print("  first usable plan", planned.first, 1);
    print("  planned, with reasons for what is left out", planned.whole, bound);
}

/// The slowest of many drags to anywhere: while the stop is held, and when it is let go.
void drag(const trips::Trip& trip)
{
    session::TripDraft draft(trip);
    std::mt19937 random(3);
    double held = 0, dropped = 0;
    for (int i = 0; i < 200; ++i) {
        const std::size_t stop = random() % trip.problem.stops.size();
        const trips::RouteSpot to{random() % draft.itinerary().size(), random() % 8};
        auto start = Clock::now();
        static_cast<void>(draft.tried(stop, to));
        held = std::max(held, since(start));
        start = Clock::now();
        draft.move(stop, to);
        dropped = std::max(dropped, since(start));
        draft.undo();
    }
    print("  re-timing while a stop is dragged, slowest of 200", held, 0.03);
    print("  re-timing and reasons when it is let go, slowest", dropped, 0.03);
}

void run(const Options& options)
{
    const auto view = session::openWorkspace(options.workspace);
    session::TripRequest request = requestOf(*view, options);
    request.days = 4;
    request.teams = 2;
    request.households = householdsOf(*view, request.unit, 120, 120 * 4);
    const Planned four = plan(*view, request, 3);
    print("120 stops x 4 days x 2 teams", four, 5);
    drag(four.trip);
    request.days = 10;
    request.teams = 6;
    request.households = householdsOf(*view, request.unit, 150, 1000);
    const Planned ten = plan(*view, request, 20);
    print("1,000 households in 150 hamlets x 10 days x 6 teams", ten, 30);
    drag(ten.trip);
}

} // namespace

void addTrips(CLI::App& program)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "trips", "Field trips planned on a workspace's roads: first plan, whole plan, re-timing "
                 "after a drag, each beside its bound.");
    command->add_option("workspace", options->workspace, "Workspace, as `guatu sample` makes it")
        ->required();
    command->add_option("--unit", options->unit, "Code of the unit that is visited");
    command->callback([options] { run(*options); });
}

} // namespace guatu::bench
