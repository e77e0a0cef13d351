// SPDX-License-Identifier: MIT
#include "access_data.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <string>

namespace guatu::bench
{
namespace
{

using access::LinkTable;
using access::never;
using access::Time;

/// Draws a network of crossings link by link.
class Grid
{
public:
    Grid(int side, unsigned seed) : m_side(side), m_random(seed)
    {
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                m_links.nodes.push_back(
                    {column * 500.0 + between(-180, 180), row * 500.0 + between(-180, 180)});
    }

    void addLinks(int down, int right, double kept)
    {
        for (int row = 0; row + down < m_side; ++row)
            for (int column = 0; column < m_side; ++column) {
                if (column + right < 0 || column + right >= m_side)
                    continue;
                const bool straight = down == 0 || right == 0;
                const int line = down == 0 ? row : column;
                const int rank = !straight ? 0 : line % 64 == 32 ? 2 : line % 16 == 8 ? 1 : 0;
                if (between(0, 1) < kept || rank > 0)
                    add(row * m_side + column, (row + down) * m_side + column + right, rank);
            }
    }
    LinkTable take() { return std::move(m_links); }

private:
    double between(double low, double high)
    {
        return std::uniform_real_distribution<double>(low, high)(m_random);
    }
    void add(int from, int to, int rank)
    {
        const Point a = m_links.nodes[static_cast<std::size_t>(from)];
        const Point b = m_links.nodes[static_cast<std::size_t>(to)];
        constexpr double slow[]{4.2, 6.9, 9.7}; // metres a second
        const double speed = rank == 2 ? 25 : rank == 1 ? 16.7 : slow[m_random() % 3];
        const double metres = std::hypot(a.x - b.x, a.y - b.y) * between(1, 1.35);
        const auto time = static_cast<Time>(std::max(1.0, std::round(metres / speed * 1000)));
        const double way = between(0, 1);
        m_links.from.push_back(static_cast<std::uint32_t>(from));
        m_links.to.push_back(static_cast<std::uint32_t>(to));
        m_links.forward.push_back(rank == 0 && way > 0.96 ? never : time);
        m_links.backward.push_back(rank == 0 && way < 0.04 ? never : time);
    }

    int m_side;
    std::mt19937 m_random;
    LinkTable m_links{.nodes = {}, .from = {}, .to = {}};
};

template <class Item>
bool read(const std::filesystem::path& folder, const std::string& name, std::vector<Item>& items)
{
    std::ifstream in(folder / (name + ".bin"), std::ios::binary | std::ios::ate);
    if (!in)
        return false;
    items.resize(static_cast<std::size_t>(in.tellg()) / sizeof(Item));
    in.seekg(0);
    in.read(reinterpret_cast<char*>(items.data()),
            static_cast<std::streamsize>(items.size() * sizeof(Item)));
    return static_cast<bool>(in);
}

} // namespace

LinkTable gridNetwork(int side, unsigned seed)
{
    Grid grid(side, seed);
    grid.addLinks(0, 1, 0.80);
    grid.addLinks(1, 0, 0.80);
    grid.addLinks(1, 1, 0.04);
    grid.addLinks(1, -1, 0.04);
    return grid.take();
}

std::vector<Point> Prefecture::clinics() const
{
    std::vector<Point> clinics;
    for (std::size_t i = 0; i < facilities.size(); ++i)
        if (facilityKind[i] == 1)
            clinics.push_back(facilities[i]);
    return clinics;
}

LinkTable Prefecture::links() const
{
    LinkTable links{.nodes = nodes, .from = {}, .to = {}};
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        links.from.push_back(ends[2 * i]);
        links.to.push_back(ends[2 * i + 1]);
        links.forward.push_back(static_cast<Time>(std::lround(minutes[i] * 60000.0)));
    }
    links.backward = links.forward;
    return links;
}

std::optional<Prefecture> readPrefecture(const std::filesystem::path& folder)
{
    Prefecture read;
    std::vector<std::uint32_t> starts;
    std::vector<Point> vertices;
    const auto take = [&](const char* name, auto& items) {
        return bench::read(folder, name, items);
    };
    if (!take("hh_xy", read.households) || !take("vil_center", read.villages) ||
        !take("fac_xy", read.facilities) || !take("fac_type", read.facilityKind) ||
        !take("node_xy", read.nodes) || !take("edge_uv", read.ends) ||
        !take("edge_min", read.minutes) || !take("road_off", starts) || !take("road_xy", vertices))
        return std::nullopt;
    for (std::size_t road = 0; road + 1 < starts.size(); ++road) {
        read.roads.addPart(
            std::span(vertices).subspan(starts[road], starts[road + 1] - starts[road]));
        read.roads.endFeature();
    }
    return read;
}

} // namespace guatu::bench
