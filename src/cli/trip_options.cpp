// SPDX-License-Identifier: MIT
#include "cli/trip_options.h"

#include "cli/unit_argument.h"
#include "core/error.h"
#include "core/text.h"

#include <CLI/CLI.hpp>

#include <charconv>
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

std::optional<int> numberOf(std::string_view text)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || fault != std::errc() || end != text.data() + text.size())
        return {};
    return value;
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

/// "11:30-13:30" as a window.
trips::Window spanOf(std::string_view text)
{
    const auto parts = split(text, '-');
    if (parts.size() != 2)
        throw inputError({"cli.trip.bad_span", {{"value", std::string(text)}}});
    return {clockOf(parts[0]), clockOf(parts[1])};
}

/// "A=B" in two.
std::pair<std::string, std::string> halvesOf(const std::string& text)
{
    const auto equal = text.find('=');
    if (equal == std::string::npos || equal == 0 || equal + 1 == text.size())
        throw inputError({"cli.trip.bad_rule", {{"value", text}}});
    return {text.substr(0, equal), text.substr(equal + 1)};
}

/// A number behind the last '+', as in "B+2"; without one `otherwise`.
int daysBehind(std::string& text, int otherwise)
{
    const auto plus = text.rfind('+');
    if (plus == std::string::npos)
        return otherwise;
    const auto days = numberOf(std::string_view(text).substr(plus + 1));
    if (!days || *days < 0)
        throw inputError({"cli.trip.bad_rule", {{"value", text}}});
    text.resize(plus);
    return *days;
}

/// A number of people among the skills: "2,doctor".
session::TripNeed needOf(const std::string& text)
{
    auto [target, list] = halvesOf(text);
    session::TripNeed need{.target = std::move(target)};
    for (const std::string& word : wordsOf(list)) {
        if (const auto people = numberOf(word))
            need.people = *people;
        else
            need.skills.push_back(word);
    }
    return need;
}

/// What the problem knows beside targets, days and teams.
void addRules(session::TripRequest& request, const TripPlanOptions& options)
{
    for (const std::string& each : options.hours) {
        auto [target, list] = halvesOf(each);
        session::TripHours hours{.target = std::move(target)};
        for (const std::string& span : wordsOf(list))
            hours.windows.push_back(spanOf(span));
        request.hours.push_back(std::move(hours));
    }
    for (const std::string& each : options.closedOn) {
        auto [target, list] = halvesOf(each);
        session::TripClosed closed{.target = std::move(target)};
        for (const std::string& day : wordsOf(list))
            closed.days.push_back(dateOf(day));
        request.closed.push_back(std::move(closed));
    }
    for (const std::string& each : options.needs)
        request.needs.push_back(needOf(each));
    for (const std::string& each : options.skills) {
        const auto [team, list] = halvesOf(each);
        const auto number = numberOf(team);
        if (!number)
            throw inputError({"cli.trip.bad_rule", {{"value", each}}});
        request.skills.push_back({*number, wordsOf(list)});
    }
    for (const std::string& each : options.before) {
        auto [first, then] = halvesOf(each);
        const int days = daysBehind(then, 0);
        request.before.push_back({std::move(first), std::move(then), days});
    }
    for (std::string each : options.revisits) {
        const int days = daysBehind(each, 1);
        request.revisits.push_back({std::move(each), days});
    }
}

/// "高桥镇=2020-05-07T08:00-12:00"; without times the whole day.
session::TripPin pinOf(const std::string& text)
{
    const std::size_t equal = text.find('=');
    if (equal == std::string::npos)
        throw inputError({"cli.trip.bad_pin", {{"value", text}}});
    const std::string when = text.substr(equal + 1);
    const std::size_t at = when.find('T');
    session::TripPin pin{
        .target = text.substr(0, equal), .day = dateOf(when.substr(0, at)), .window = {0, 86400}};
    if (at != std::string::npos)
        pin.window = spanOf(std::string_view(when).substr(at + 1));
    return pin;
}

} // namespace

std::shared_ptr<const session::WorkspaceView> workspaceAt(const std::string& file,
                                                          const CommandContext& context)
{
    ViewOptions view;
    view.workspace = file;
    return openView(view, context);
}

trips::Seconds clockOf(std::string_view text)
{
    const auto parts = split(trim(text), ':');
    const auto hour = numberOf(parts[0]);
    const auto minute = parts.size() == 2 ? numberOf(parts[1]) : std::nullopt;
    if (!hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59 ||
        (*hour == 24 && *minute > 0))
        throw inputError({"cli.trip.bad_time", {{"value", std::string(text)}}});
    return *hour * 3600 + *minute * 60;
}

std::vector<std::string> wordsOf(const std::string& list)
{
    std::vector<std::string> words;
    for (const std::string_view each : split(list, ','))
        if (!trim(each).empty())
            words.emplace_back(trim(each));
    return words;
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
                                 .must = wordsOf(options.must),
                                 .mustNot = wordsOf(options.mustNot),
                                 .firstDay = view.snapshot.asOf,
                                 .days = options.days,
                                 .end = clockOf(options.end),
                                 .mostDriving = secondsOf(options.mostDriving),
                                 .teams = options.teams,
                                 .people = options.people,
                                 .base = options.base,
                                 .nights = wordsOf(options.nights),
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
        clockOf(at == std::string::npos ? std::string_view(options.start)
                                        : std::string_view(options.start).substr(at + 1));
    if (options.lunchMinutes > 0) {
        const trips::Window hours = spanOf(options.lunch);
        request.lunch = trips::Lunch{hours.open, hours.close, secondsOf(options.lunchMinutes)};
    } else {
        request.lunch.reset();
    }
    for (const std::string& pin : options.pins)
        request.pins.push_back(pinOf(pin));
    for (const std::string& day : wordsOf(options.rainDays))
        request.rainDays.push_back(dateOf(day));
    request.more = options.more;
    request.listed = options.listed || options.mustListed;
    request.mustListed = options.mustListed;
    addRules(request, options);
    request.travel = {.means = options.means,
                      .season = options.rain ? access::Season::Rain : access::Season::Dry,
                      .closed = wordsOf(options.closed)};
    request.costs = {.perHour = options.costPerHour, .perKm = options.costPerKm};
    return request;
}

} // namespace guatu::cli
