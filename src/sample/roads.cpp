// SPDX-License-Identifier: MIT
#include "sample/roads.h"

#include "core/error.h"
#include "sample/line_shape.h"
#include "sample/plane.h"

#include <algorithm>
#include <array>
#include <limits>
#include <queue>

namespace guatu::sample
{
namespace
{

constexpr std::array<int, 8> dx{1, 1, 0, -1, -1, -1, 0, 1};
constexpr std::array<int, 8> dy{0, 1, 1, 1, 0, -1, -1, -1};
constexpr int anywhere = -1;

/// A stretch of road as it is planned; the network is cut where routes meet.
struct Route {
    std::string name{};
    std::string_view roadClass{}, surface{};
    double width = 0;
};

/// Lays routes over the cells of the grid.
class Builder
{
public:
    Builder(const Land& land, const Relief& relief, Random random)
        : m_land(land),
          m_relief(relief),
          m_random(random),
          m_links(land.grid.size() * 8),
          m_cost(land.grid.size()),
          m_from(land.grid.size()),
          m_stamp(land.grid.size()),
          m_seat(land.grid.size(), noSeat),
          m_routes(1)
    {
        for (const Town& town : land.towns)
            addSeat(town.seat);
        for (const Village& village : land.villages)
            addSeat(village.seat);
    }

    void layMainRoads();
    void layTownRoads();
    void layVillageRoads();
    std::vector<Road> cut() const;
    std::vector<float> metresToRoads() const;

private:
    static constexpr std::uint32_t noSeat = std::numeric_limits<std::uint32_t>::max();

    void addSeat(Point seat)
    {
        m_seat[static_cast<std::size_t>(m_land.grid.at(seat))] =
            static_cast<std::uint32_t>(m_seats.size());
        m_seats.push_back(seat);
    }
    std::uint16_t link(int cell, std::size_t direction) const
    {
        return m_links[static_cast<std::size_t>(cell) * 8 + direction];
    }
    bool hasRoad(int cell) const
    {
        for (std::size_t direction = 0; direction < 8; ++direction)
            if (link(cell, direction) != 0)
                return true;
        return false;
    }
    int neighbour(int cell, std::size_t direction) const
    {
        const Grid& grid = m_land.grid;
        const int column = cell % grid.width + dx[direction];
        const int row = cell / grid.width + dy[direction];
        return grid.holds(column, row) ? grid.number(column, row) : -1;
    }
    /// Whether a diagonal step would cross a road without a junction.
    bool crosses(int cell, std::size_t direction) const
    {
        if (direction % 2 == 0)
            return false;
        const int side = neighbour(cell, (direction + 7) % 8);
        return side >= 0 && link(side, (direction + 2) % 8) != 0;
    }
    double stepCost(int from, int to, std::size_t direction) const;
    template <class Arrived>
    std::vector<int> way(int from, int county, double reuse, Arrived arrived, Point towards = {});
    void lay(const std::vector<int>& path, Route route);
    void connect(Point from, Point to, int county, double reuse, Route route);
    void join(Point from, int county, Route route);
    bool isNode(int cell) const;
    Point position(int cell) const;

    const Land& m_land;
    const Relief& m_relief;
    Random m_random;
    std::vector<std::uint16_t> m_links; ///< route of each cell's eight links, 0 none
    std::vector<float> m_cost;
    std::vector<std::int8_t> m_from;
    std::vector<int> m_stamp; ///< of the search that wrote cost and from
    std::vector<std::uint32_t> m_seat;
    std::vector<Point> m_seats{};
    std::vector<Route> m_routes;
    int m_search = 0;
};

double Builder::stepCost(int from, int to, std::size_t direction) const
{
    const auto a = static_cast<std::size_t>(from);
    const auto b = static_cast<std::size_t>(to);
    const double metres = m_land.grid.cell * (direction % 2 == 0 ? 1 : 1.41421356);
    const double slope = double{m_relief.height[b] - m_relief.height[a]} / metres / 0.09;
    const double ridge = std::max(0.0, double{m_relief.above[b]} / 250);
    return metres * (1 + std::min(slope * slope, 30.0) + ridge);
}

/// A cheap way from a cell to the first cell that is `arrived`; links that exist cost `reuse` of
/// their price. `towards` speeds the search up (A*); its estimate is a little high, so the way
/// need not be the very cheapest.
template <class Arrived>
std::vector<int> Builder::way(int from, int county, double reuse, Arrived arrived, Point towards)
{
    constexpr double perMetre = 1.3;
    ++m_search;
    const auto estimate = [&](int cell) {
        const double left =
            towards.valid() ? perMetre * distance(m_land.grid.center(cell), towards) : 0;
        return m_cost[static_cast<std::size_t>(cell)] + static_cast<float>(left);
    };
    using Step = std::pair<float, int>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    m_cost[static_cast<std::size_t>(from)] = 0;
    m_stamp[static_cast<std::size_t>(from)] = m_search;
    m_from[static_cast<std::size_t>(from)] = -1;
    open.emplace(estimate(from), from);
    while (!open.empty()) {
        const auto [estimated, cell] = open.top();
        open.pop();
        if (estimated > estimate(cell))
            continue; // reached more cheaply since
        const float cost = m_cost[static_cast<std::size_t>(cell)];
        if (arrived(cell)) {
            std::vector<int> path{cell};
            while (path.back() != from)
                path.push_back(neighbour(
                    path.back(),
                    static_cast<std::size_t>(m_from[static_cast<std::size_t>(path.back())])));
            std::ranges::reverse(path);
            return path;
        }
        for (std::size_t direction = 0; direction < 8; ++direction) {
            const int next = neighbour(cell, direction);
            if (next < 0 || crosses(cell, direction))
                continue;
            const auto there = static_cast<std::size_t>(next);
            if (county == anywhere ? m_land.countyAt[there] < 0 : m_land.countyAt[there] != county)
                continue;
            double step = stepCost(cell, next, direction);
            if (link(cell, direction) != 0)
                step *= reuse;
            const auto total = static_cast<float>(double{cost} + step);
            if (m_stamp[there] != m_search || total < m_cost[there]) {
                m_stamp[there] = m_search;
                m_cost[there] = total;
                m_from[there] = static_cast<std::int8_t>((direction + 4) % 8);
                open.emplace(estimate(next), next);
            }
        }
    }
    return {};
}

void Builder::lay(const std::vector<int>& path, Route route)
{
    const auto number = static_cast<std::uint16_t>(m_routes.size());
    bool any = false;
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        for (std::size_t direction = 0; direction < 8; ++direction)
            if (neighbour(path[i], direction) == path[i + 1] && link(path[i], direction) == 0) {
                m_links[static_cast<std::size_t>(path[i]) * 8 + direction] = number;
                m_links[static_cast<std::size_t>(path[i + 1]) * 8 + (direction + 4) % 8] = number;
                any = true;
            }
    if (any)
        m_routes.push_back(std::move(route));
}

void Builder::connect(Point from, Point to, int county, double reuse, Route route)
{
    const int target = m_land.grid.at(to);
    lay(way(
            m_land.grid.at(from), county, reuse, [&](int cell) { return cell == target; }, to),
        std::move(route));
}

void Builder::join(Point from, int county, Route route)
{
    const int start = m_land.grid.at(from);
    const auto path = way(start, county, 1, [&](int cell) { return hasRoad(cell); });
    if (path.empty())
        throw Error(ErrorKind::Internal, {"sample.roads.failed", {{"name", route.name}}});
    lay(path, std::move(route));
}

void Builder::layMainRoads()
{
    struct Line {
        std::string_view from, to;
        bool national;
    };
    static constexpr Line lines[]{
        {"532324", "532301", true},  {"532301", "532331", true},  {"532327", "532328", true},
        {"532328", "532329", true},  {"532329", "532331", false}, {"532301", "532323", false},
        {"532324", "532325", false}, {"532325", "532326", false}, {"532326", "532327", false},
        {"532323", "532328", false}, {"532301", "532322", false}, {"532325", "532323", false}};
    const auto county = [&](std::string_view code) -> const County& {
        return *std::ranges::find_if(m_land.counties,
                                     [&](const County& c) { return c.code.starts_with(code); });
    };
    for (const Line& line : lines) {
        const County& from = county(line.from);
        const County& to = county(line.to);
        connect(from.seat, to.seat, anywhere, 0.4,
                {.name = from.name + "至" + to.name + "公路",
                 .roadClass = line.national ? "national" : "provincial",
                 .surface = "asphalt",
                 .width = line.national ? 12 : 8.5});
    }
}

void Builder::layTownRoads()
{
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t t = 0; t < m_land.towns.size(); ++t)
        order.emplace_back(
            distance(m_land.towns[t].seat, m_land.counties[m_land.towns[t].county].seat), t);
    std::ranges::sort(order);
    for (const auto& [metres, t] : order) {
        const Town& town = m_land.towns[t];
        const County& county = m_land.counties[town.county];
        connect(town.seat, county.seat, static_cast<int>(town.county), 0.35,
                {.name = county.name + town.name + "公路",
                 .roadClass = "county",
                 .surface = m_random.chance(0.7) ? "asphalt" : "concrete",
                 .width = 6.5});
    }
    // Every second township has a way to its neighbour too, so that the county has loops.
    for (const auto& [metres, t] : order) {
        const Town& town = m_land.towns[t];
        if (t % 2 != 0)
            continue;
        const Town* other = nullptr;
        for (const Town& candidate : m_land.towns)
            if (candidate.county == town.county && candidate.code != town.code &&
                (other == nullptr ||
                 distance(candidate.seat, town.seat) < distance(other->seat, town.seat)))
                other = &candidate;
        connect(town.seat, other->seat, static_cast<int>(town.county), 0.6,
                {.name = town.name + "至" + other->name + "公路",
                 .roadClass = "town",
                 .surface = "concrete",
                 .width = 5.5});
    }
}

void Builder::layVillageRoads()
{
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t v = 0; v < m_land.villages.size(); ++v)
        order.emplace_back(
            distance(m_land.villages[v].seat, m_land.towns[m_land.villages[v].town].seat), v);
    std::ranges::sort(order);
    for (const auto& [metres, v] : order) {
        const Village& village = m_land.villages[v];
        // The farther from the township, the poorer the surface.
        const double lot = m_random.unit() - (metres > 7000 ? 0.08 : 0) + (metres < 3000 ? 0.2 : 0);
        const std::string_view surface = lot < 0.05 ? "earth" : lot < 0.14 ? "gravel" : "concrete";
        join(village.seat, static_cast<int>(village.county),
             {.name = village.name + "公路",
              .roadClass = "village",
              .surface = surface,
              .width = surface == "concrete" ? 4.5 : 3.5});
    }
    for (const auto& [metres, v] : order) {
        if (v % 6 != 0)
            continue;
        const Village& village = m_land.villages[v];
        const Village* other = nullptr;
        for (const std::size_t c : m_land.counties[village.county].villages) {
            const Village& candidate = m_land.villages[c];
            if (candidate.town != village.town &&
                (other == nullptr ||
                 distance(candidate.seat, village.seat) < distance(other->seat, village.seat)))
                other = &candidate;
        }
        connect(village.seat, other->seat, static_cast<int>(village.county), 0.7,
                {.name = village.name + "至" + other->name + "便道",
                 .roadClass = "village",
                 .surface = v % 12 == 0 ? "gravel" : "earth",
                 .width = 3});
    }
}

bool Builder::isNode(int cell) const
{
    if (m_seat[static_cast<std::size_t>(cell)] != noSeat)
        return true;
    int degree = 0;
    std::uint16_t first = 0;
    for (std::size_t direction = 0; direction < 8; ++direction)
        if (const std::uint16_t route = link(cell, direction); route != 0) {
            ++degree;
            if (first != 0 && route != first)
                return true;
            first = route;
        }
    return degree != 2;
}

/// Seats keep their place, other cells lose the stiffness of the grid.
Point Builder::position(int cell) const
{
    const std::uint32_t seat = m_seat[static_cast<std::size_t>(cell)];
    if (seat != noSeat)
        return m_seats[seat];
    Random lot = m_random.fork(31, static_cast<std::uint64_t>(cell));
    const Point center = m_land.grid.center(cell);
    return {center.x + lot.between(-75, 75), center.y + lot.between(-75, 75)};
}

std::vector<Road> Builder::cut() const
{
    std::vector<Road> roads;
    for (int start = 0; start < static_cast<int>(m_land.grid.size()); ++start) {
        if (!hasRoad(start) || !isNode(start))
            continue;
        for (std::size_t direction = 0; direction < 8; ++direction) {
            const std::uint16_t number = link(start, direction);
            if (number == 0)
                continue;
            std::vector<int> cells{start, neighbour(start, direction)};
            std::size_t heading = direction;
            while (!isNode(cells.back())) {
                std::size_t onward = 0;
                while (onward == (heading + 4) % 8 || link(cells.back(), onward) == 0)
                    ++onward;
                heading = onward;
                cells.push_back(neighbour(cells.back(), heading));
            }
            // Each chain is found from both ends; a loop twice from the same one.
            if (cells.back() < start || (cells.back() == start && (heading + 4) % 8 < direction))
                continue;
            const Route& route = m_routes[number];
            std::vector<Point> line;
            for (const int cell : cells)
                line.push_back(position(cell));
            roads.push_back(
                {.name = route.name,
                 .roadClass = route.roadClass,
                 .surface = route.surface,
                 .width = route.width,
                 .line = simplified(cornersCut(cornersCut(smoothed(std::move(line), 2))), 5)});
        }
    }
    return roads;
}

/// Chamfer distances in two sweeps.
std::vector<float> Builder::metresToRoads() const
{
    const Grid& grid = m_land.grid;
    std::vector<float> metres(grid.size(), 1e6F);
    for (int cell = 0; cell < static_cast<int>(grid.size()); ++cell)
        if (hasRoad(cell))
            metres[static_cast<std::size_t>(cell)] = 0;
    const auto relax = [&](int cell, std::size_t direction) {
        const int from = neighbour(cell, direction);
        if (from < 0)
            return;
        const auto step = static_cast<float>(grid.cell * (direction % 2 == 0 ? 1 : 1.41421356));
        float& here = metres[static_cast<std::size_t>(cell)];
        here = std::min(here, metres[static_cast<std::size_t>(from)] + step);
    };
    for (int cell = 0; cell < static_cast<int>(grid.size()); ++cell)
        for (const std::size_t direction : {4U, 5U, 6U, 7U})
            relax(cell, direction);
    for (int cell = static_cast<int>(grid.size()) - 1; cell >= 0; --cell)
        for (const std::size_t direction : {0U, 1U, 2U, 3U})
            relax(cell, direction);
    return metres;
}

} // namespace

RoadNetwork makeRoads(const Land& land, const Relief& relief, const Random& random)
{
    Builder builder(land, relief, random);
    builder.layMainRoads();
    builder.layTownRoads();
    builder.layVillageRoads();
    return {.roads = builder.cut(), .metresTo = builder.metresToRoads()};
}

} // namespace guatu::sample
