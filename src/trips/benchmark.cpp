// SPDX-License-Identifier: MIT
#include "trips/benchmark.h"

#include "core/json_parser.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace guatu::trips
{
namespace
{

constexpr std::size_t mostStops = 2000;
constexpr double solomonScale = 10'000;

using Row = std::vector<double>;

[[noreturn]] void fail(const std::string& file)
{
    throw inputError({"trips.benchmark.broken", {{"file", file}}});
}

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    std::size_t at = 0;
    while ((at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
        found.push_back(line.substr(at, end - at));
        at = end;
    }
    return found;
}

/// The numbers of each line that holds nothing else.
std::vector<Row> numberRows(std::string_view text)
{
    std::vector<Row> rows;
    for (const std::string_view line : split(text, '\n')) {
        Row row;
        for (const std::string_view word : words(line)) {
            double value = 0;
            const auto [end, fault] =
                std::from_chars(word.data(), word.data() + word.size(), value);
            if (fault != std::errc() || end != word.data() + word.size() ||
                !(std::abs(value) < 1e7)) {
                row.clear();
                break;
            }
            row.push_back(value);
        }
        if (!row.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

struct Point {
    double x, y;
};

/// A trip of one day from the first place; the others are its stops.
template <typename Distance>
Problem dayTrip(const std::vector<Point>& points, Distance distance, const std::string& file)
{
    if (points.size() < 2 || points.size() > mostStops)
        fail(file);
    Problem problem;
    problem.name = file;
    problem.days = {Date(0)};
    problem.places.resize(points.size());
    Roads roads;
    for (const Point& from : points)
        for (const Point& to : points)
            roads.seconds.push_back(
                static_cast<Seconds>(distance(std::hypot(from.x - to.x, from.y - to.y))));
    roads.metres.assign(roads.seconds.size(), 0);
    problem.roads.push_back(std::move(roads));
    problem.bases = {{.place = 0}};
    problem.costs.perHour = 3600;
    for (std::size_t i = 1; i < points.size(); ++i)
        problem.stops.push_back({.place = i});
    return problem;
}

Seconds scaled(double value, double scale)
{
    return static_cast<Seconds>(std::llround(value * scale));
}

void addTeams(Problem& problem, std::size_t count, Seconds begin, Seconds end)
{
    const WorkDay day{.day = 0, .begin = begin, .end = end, .mostDriving = 100'000'000};
    for (std::size_t i = 0; i < count; ++i)
        problem.teams.push_back({.days = {day}});
}

Problem readToptw(std::string_view text, const std::string& file, std::size_t routes)
{
    std::vector<Row> rows = numberRows(text);
    if (rows.size() < 4)
        fail(file);
    rows.erase(rows.begin(), rows.begin() + 2);
    const double scale = file.starts_with("pr") ? 100 : 10;
    std::vector<Point> points;
    for (const Row& row : rows) {
        if (row.size() < 8)
            fail(file);
        points.push_back({row[1], row[2]});
    }
    Problem problem = dayTrip(
        points, [scale](double d) { return std::floor(d * scale + 1e-9); }, file);
    const auto window = [scale](const Row& row) {
        return Window{scaled(row[row.size() - 2], scale), scaled(row.back(), scale)};
    };
    addTeams(problem, routes, window(rows[0]).open, window(rows[0]).close);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Stop& stop = problem.stops[i - 1];
        stop.id = std::to_string(std::llround(rows[i][0]));
        stop.visit = scaled(rows[i][3], scale);
        stop.priority = scaled(rows[i][4], 1);
        stop.windows = {{window(rows[i])}};
    }
    return problem;
}

Problem readSolomon(std::string_view text, const std::string& file)
{
    std::vector<Row> rows = numberRows(text);
    if (rows.size() < 3 || rows[0].size() < 2)
        fail(file);
    const Row fleet = rows.front();
    rows.erase(rows.begin());
    std::vector<Point> points;
    for (const Row& row : rows) {
        if (row.size() != 7)
            fail(file);
        points.push_back({row[1], row[2]});
    }
    Problem problem = dayTrip(
        points, [](double d) { return std::ceil(d * solomonScale); }, file);
    addTeams(problem, std::min<std::size_t>(static_cast<std::size_t>(fleet[0]), points.size()),
             scaled(rows[0][4], solomonScale), scaled(rows[0][5], solomonScale));
    for (Team& team : problem.teams)
        team.mostLoad = static_cast<int>(fleet[1]);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Row& row = rows[i];
        Stop& stop = problem.stops[i - 1];
        stop.id = std::to_string(std::llround(row[0]));
        stop.wish = Wish::Must;
        stop.load = static_cast<int>(row[3]);
        stop.visit = scaled(row[6], solomonScale);
        stop.windows = {{{scaled(row[4], solomonScale), scaled(row[5], solomonScale)}}};
    }
    return problem;
}

Problem readTsp(std::string_view text, const std::string& file)
{
    std::vector<Point> points;
    std::vector<std::string> ids;
    for (const Row& row : numberRows(text)) {
        if (row.size() != 3)
            fail(file);
        points.push_back({row[1], row[2]});
        ids.push_back(std::to_string(std::llround(row[0])));
    }
    Problem problem = dayTrip(
        points, [](double d) { return std::floor(d + 0.5); }, file);
    addTeams(problem, 1, 0, 100'000'000);
    problem.bases[0].place = 0;
    for (std::size_t i = 0; i < problem.stops.size(); ++i) {
        problem.stops[i].id = ids[i + 1];
        problem.stops[i].wish = Wish::Must;
    }
    problem.places[0].name = ids[0];
    return problem;
}

Stop smallStop(const JsonNode& node, std::size_t days, std::size_t index)
{
    Stop stop{.id = std::to_string(index),
              .place = static_cast<std::size_t>(node["place"].integer()),
              .priority = node["priority"].integer(),
              .visit = node["service_s"].integer(),
              .windows = std::vector<std::vector<Window>>(days),
              .wish = node["mandatory"].flag() ? Wish::Must : Wish::May};
    for (std::size_t day = 0; day < days; ++day)
        if (const auto windows = node["windows"].find(std::to_string(day)))
            for (const JsonNode& window : windows->items()) {
                const auto ends = window.items();
                if (ends.size() != 2)
                    throw window.error("trips.benchmark.window");
                stop.windows[day].push_back({ends[0].integer(), ends[1].integer()});
            }
    return stop;
}

void readSmallRoutes(const JsonNode& root, Problem& problem)
{
    for (const JsonNode& node : root["routes"].items()) {
        const auto day = static_cast<std::size_t>(node["day"].integer());
        const auto shift = node["shift"].items();
        if (day > 1000 || shift.size() != 2)
            throw node.error("trips.benchmark.window");
        while (problem.days.size() <= day)
            problem.days.push_back(Date(static_cast<std::int32_t>(problem.days.size())));
        Team team{.start = problem.bases.size(), .end = problem.bases.size() + 1};
        for (const char* end : {"start", "end"})
            problem.bases.push_back({.place = static_cast<std::size_t>(node[end].integer())});
        team.days.push_back({.day = day,
                             .begin = shift[0].integer(),
                             .end = shift[1].integer(),
                             .mostDriving = node["max_drive_s"].integer()});
        problem.teams.push_back(std::move(team));
    }
}

/// Each route is a team of its own, since routes that visit nothing cost nothing there.
Problem readSmall(std::string_view text, const std::string& file)
{
    const JsonValue value = parseJson(text, file);
    const JsonNode root(value, file, {});
    Problem problem;
    problem.name = file;
    problem.costs.perHour = 3600;
    Roads roads;
    for (const JsonNode& row : root["matrix_s"].items()) {
        problem.places.emplace_back();
        for (const JsonNode& cell : row.items())
            roads.seconds.push_back(cell.integer());
    }
    roads.metres.assign(roads.seconds.size(), 0);
    problem.roads.push_back(std::move(roads));
    readSmallRoutes(root, problem);
    for (const JsonNode& node : root["stops"].items())
        problem.stops.push_back(smallStop(node, problem.days.size(), problem.stops.size()));
    return problem;
}

std::string smallSolution(const Itinerary& itinerary)
{
    std::string text = "{\"routes\": [";
    for (const DayRoute& route : itinerary) {
        text += &route == &itinerary.front() ? "[" : ", [";
        for (std::size_t i = 0; i < route.stops.size(); ++i)
            text += (i == 0 ? "" : ", ") + std::to_string(route.stops[i]);
        text += "]";
    }
    return text + "]}\n";
}

} // namespace

Problem readBenchmark(BenchmarkFormat format, std::string_view text, const std::string& file,
                      std::size_t routes)
{
    switch (format) {
    case BenchmarkFormat::Toptw:
        return readToptw(text, file, routes);
    case BenchmarkFormat::Small:
        return readSmall(text, file);
    case BenchmarkFormat::Tsp:
        return readTsp(text, file);
    case BenchmarkFormat::Solomon:
        return readSolomon(text, file);
    }
    fail(file);
}

std::string benchmarkSolution(BenchmarkFormat format, const Problem& problem,
                              const Itinerary& itinerary)
{
    if (format == BenchmarkFormat::Small)
        return smallSolution(itinerary);
    std::string text;
    for (const DayRoute& route : itinerary) {
        if (route.stops.empty())
            continue;
        std::string line = format == BenchmarkFormat::Tsp ? problem.places[0].name : "";
        for (const std::size_t stop : route.stops)
            line += (line.empty() ? "" : " ") + problem.stops[stop].id;
        text += line + "\n";
    }
    return text;
}

} // namespace guatu::trips
