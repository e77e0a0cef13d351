// SPDX-License-Identifier: MIT
#include "render/vertex_levels.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace guatu::render
{
namespace
{

constexpr double finest = 0.25; // metres

/// A vertex on a grid of one centimetre; never 0.
std::uint64_t keyOf(Point p)
{
    const auto x = static_cast<std::uint32_t>(std::llround(p.x * 100));
    const auto y = static_cast<std::uint32_t>(std::llround(p.y * 100));
    const std::uint64_t key = (std::uint64_t{x} << 32U) | y;
    return key == 0 ? 1 : key;
}

std::uint64_t mixed(std::uint64_t key)
{
    key = (key ^ (key >> 31U)) * 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
}

/// Which vertices of a coverage have other than two neighbours: there boundaries meet.
class Junctions
{
public:
    explicit Junctions(std::size_t vertices)
    {
        std::size_t size = 64;
        while (size < vertices * 2)
            size *= 2;
        m_slots.resize(size);
    }

    void addRing(std::span<const Point> ring)
    {
        const std::size_t count = ring.size() - 1; // closed
        for (std::size_t i = 0; i < count; ++i)
            add(keyOf(ring[i]), keyOf(ring[(i + count - 1) % count]), keyOf(ring[i + 1]));
    }

    [[nodiscard]] bool contains(Point p) { return slot(keyOf(p)).meeting; }

private:
    struct Slot {
        std::uint64_t key = 0, one = 0, other = 0;
        bool meeting = false;
    };

    Slot& slot(std::uint64_t key)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = mixed(key) & mask;
        while (m_slots[at].key != 0 && m_slots[at].key != key)
            at = (at + 1) & mask;
        return m_slots[at];
    }

    void add(std::uint64_t key, std::uint64_t before, std::uint64_t after)
    {
        Slot& known = slot(key);
        if (known.key == 0) {
            known = {key, before, after, false};
        } else if (!((known.one == before && known.other == after) ||
                     (known.one == after && known.other == before))) {
            known.meeting = true;
        }
    }

    std::vector<Slot> m_slots;
};

bool before(Point a, Point b)
{
    return a.x < b.x || (a.x == b.x && a.y < b.y);
}

/// Squared; the same for (a, b) and (b, a).
double offLine(Point p, Point a, Point b)
{
    if (before(b, a))
        std::swap(a, b);
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
    t = std::clamp(t, 0.0, 1.0);
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

std::uint8_t levelOf(double squaredMetres)
{
    if (squaredMetres < finest * finest)
        return 0;
    const int level = static_cast<int>(std::log2(squaredMetres / (finest * finest))) + 1;
    return static_cast<std::uint8_t>(std::min(level, everyLevel - 1));
}

/// Ranks the vertices of an arc between its two ends, which stay.
class Ranking
{
public:
    void run(std::span<const Point> arc, std::span<std::uint8_t> levels)
    {
        m_open.push_back({0, arc.size() - 1, std::numeric_limits<double>::infinity()});
        while (!m_open.empty()) {
            const Stretch s = m_open.back();
            m_open.pop_back();
            if (s.last - s.first < 2)
                continue;
            std::size_t farthest = s.first + 1;
            double most = -1;
            for (std::size_t i = s.first + 1; i < s.last; ++i) {
                const double off = offLine(arc[i], arc[s.first], arc[s.last]);
                if (off > most || (off == most && before(arc[i], arc[farthest]))) {
                    most = off;
                    farthest = i;
                }
            }
            most = std::min(most, s.limit); // no vertex outlives the one that split its stretch
            levels[farthest] = levelOf(most);
            m_open.push_back({s.first, farthest, most});
            m_open.push_back({farthest, s.last, most});
        }
    }

private:
    struct Stretch {
        std::size_t first, last;
        double limit;
    };
    std::vector<Stretch> m_open;
};

/// Marks two vertices of a ring that meets no other boundary but perhaps as a whole.
void markAlone(std::span<const Point> ring, std::span<std::uint8_t> levels)
{
    const std::size_t count = ring.size() - 1;
    std::size_t first = 0;
    for (std::size_t i = 1; i < count; ++i)
        first = before(ring[i], ring[first]) ? i : first;
    std::size_t second = first;
    double most = -1;
    for (std::size_t i = 0; i < count; ++i) {
        const double off = offLine(ring[i], ring[first], ring[first]);
        if (off > most || (off == most && before(ring[i], ring[second]))) {
            most = off;
            second = i;
        }
    }
    levels[first] = levels[second] = everyLevel;
    if (first == 0 || second == 0)
        levels[count] = everyLevel;
}

/// Ranks between vertices that are marked already; the vertices before the first mark and behind
/// the last of a ring are one arc.
void rankRing(std::span<const Point> ring, std::span<std::uint8_t> levels, Ranking& ranking)
{
    const std::size_t count = ring.size() - 1;
    std::size_t start = 0;
    while (start < count && levels[start] != everyLevel)
        ++start;
    std::vector<Point> arc;
    std::vector<std::uint8_t> ranks;
    for (std::size_t from = start; from < start + count;) {
        std::size_t to = from + 1;
        while (levels[to % count] != everyLevel)
            ++to;
        arc.clear();
        for (std::size_t i = from; i <= to; ++i)
            arc.push_back(ring[i % count]);
        ranks.assign(arc.size(), everyLevel);
        ranking.run(arc, ranks);
        for (std::size_t i = from + 1; i < to; ++i)
            levels[i % count] = ranks[i - from];
        from = to;
    }
    levels[count] = levels[0];
}

void rankRings(const GeometryColumn& column, std::span<std::uint8_t> levels)
{
    Junctions junctions(column.vertices().size());
    const auto eachRing = [&](const auto& act) {
        std::size_t at = 0;
        for (std::size_t row = 0; row < column.size(); ++row) {
            for (std::size_t part = 0; part < column.partCount(row); ++part) {
                const auto ring = column.part(row, part);
                if (ring.size() >= 4)
                    act(ring, levels.subspan(at, ring.size()));
                at += ring.size();
            }
        }
    };
    eachRing([&](auto ring, auto) { junctions.addRing(ring); });
    Ranking ranking;
    eachRing([&](auto ring, auto own) {
        bool any = false;
        std::fill(own.begin(), own.end(), std::uint8_t{0});
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (junctions.contains(ring[i]) || isCut(ring[i])) {
                own[i] = everyLevel;
                any = true;
            }
        }
        if (!any || std::count(own.begin(), own.end() - 1, everyLevel) < 2)
            markAlone(ring, own);
        rankRing(ring, own, ranking);
    });
}

void rankLines(const GeometryColumn& column, std::span<std::uint8_t> levels)
{
    Ranking ranking;
    std::size_t at = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        for (std::size_t part = 0; part < column.partCount(row); ++part) {
            const auto line = column.part(row, part);
            const auto own = levels.subspan(at, line.size());
            at += line.size();
            std::size_t from = 0;
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (i + 1 < line.size() && !isCut(line[i]))
                    continue;
                ranking.run(line.subspan(from, i - from + 1), own.subspan(from, i - from + 1));
                from = i;
            }
        }
    }
}

/// Shapes of a few vertices, as buildings, have nothing to leave out.
bool isOfSmallShapes(const GeometryColumn& column)
{
    constexpr std::size_t few = 8; // vertices a feature, on average
    return column.type() == GeometryType::Polygon && column.vertices().size() < few * column.size();
}

} // namespace

bool isCut(Point vertex)
{
    return mixed(keyOf(vertex)) >> 58U == 0; // one in 64
}

double levelTolerance(int level)
{
    return level <= 0 ? 0 : finest * std::exp2((level - 1) / 2.0);
}

int levelFor(double metres)
{
    if (!(metres >= finest))
        return 0;
    return std::min(static_cast<int>(2 * std::log2(metres / finest)) + 1, everyLevel - 1);
}

int detailLevel(double metresPerPixel)
{
    return levelFor(metresPerPixel / 4);
}

std::vector<std::uint8_t> vertexLevels(const GeometryColumn& column)
{
    std::vector<std::uint8_t> levels(column.vertices().size(), everyLevel);
    if (isOfSmallShapes(column))
        return levels;
    if (column.type() == GeometryType::Polygon)
        rankRings(column, levels);
    else if (column.type() == GeometryType::Line)
        rankLines(column, levels);
    return levels;
}

} // namespace guatu::render
