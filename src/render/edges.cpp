// SPDX-License-Identifier: MIT
#include "render/edges.h"

#include <array>
#include <unordered_set>

namespace guatu::render
{
namespace
{

constexpr double tolerance = 1.0; // metres

/// A segment without direction, on a grid of one centimetre.
struct EdgeKey {
    std::array<std::int64_t, 4> ends;
    friend bool operator==(const EdgeKey&, const EdgeKey&) = default;
};

struct EdgeHash {
    std::size_t operator()(const EdgeKey& key) const
    {
        std::uint64_t hash = 1469598103934665603U;
        for (const std::int64_t value : key.ends)
            hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15U;
        return hash ^ (hash >> 29);
    }
};

EdgeKey edgeKey(Point a, Point b)
{
    std::array<std::int64_t, 2> p{std::llround(a.x * 100), std::llround(a.y * 100)};
    std::array<std::int64_t, 2> q{std::llround(b.x * 100), std::llround(b.y * 100)};
    if (q < p)
        std::swap(p, q);
    return {{p[0], p[1], q[0], q[1]}};
}

double squaredDistance(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    double t = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

/// The segments of other layers, for "does this edge run along one of them".
class Cover
{
public:
    explicit Cover(const std::vector<std::shared_ptr<const FeatureTable>>& tables)
    {
        for (const auto& table : tables) {
            const GeometryColumn& column = table->geometry;
            for (std::size_t row = 0; row < column.size(); ++row) {
                for (std::size_t part = 0; part < column.partCount(row); ++part)
                    add(column.part(row, part));
            }
        }
        std::vector<Box> boxes;
        boxes.reserve(m_segments.size());
        for (const auto& [a, b] : m_segments) {
            Box box;
            box.add(a);
            box.add(b);
            boxes.push_back(box.grown(tolerance));
        }
        m_index = RTree(boxes);
    }

    [[nodiscard]] bool covers(Point a, Point b) const
    {
        return !m_segments.empty() && near({(a.x + b.x) / 2, (a.y + b.y) / 2}) && near(a) &&
               near(b);
    }

private:
    void add(std::span<const Point> ring)
    {
        for (std::size_t i = 1; i < ring.size(); ++i)
            m_segments.emplace_back(ring[i - 1], ring[i]);
    }
    [[nodiscard]] bool near(Point p) const
    {
        bool found = false;
        m_index.visit({p.x, p.y, p.x, p.y}, [&](std::uint32_t item) {
            const auto& [a, b] = m_segments[item];
            found = found || squaredDistance(p, a, b) <= tolerance * tolerance;
        });
        return found;
    }

    std::vector<std::pair<Point, Point>> m_segments;
    RTree m_index;
};

/// Adds the runs of kept segments of a closed ring. `kept[i]` is about ring[i] to ring[i + 1].
void addRuns(std::span<const Point> ring, const std::vector<bool>& kept, GeometryColumn& lines)
{
    const std::size_t count = kept.size();
    std::size_t first = 0;
    while (first < count && kept[first])
        ++first;
    if (first == count) { // a ring of its own: one closed line
        lines.addPart(ring);
        lines.endFeature();
        return;
    }
    // Start behind a gap, so that no run is cut at the ring's arbitrary first vertex.
    std::vector<Point> run;
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t i = (first + step) % count;
        if (kept[i]) {
            if (run.empty())
                run.push_back(ring[i]);
            run.push_back(ring[i + 1]);
        } else if (!run.empty()) {
            lines.addPart(run);
            lines.endFeature();
            run.clear();
        }
    }
}

} // namespace

UniqueOutlines uniqueOutlines(const GeometryColumn& areas, const ClassIndex& classes,
                              const std::vector<std::shared_ptr<const FeatureTable>>& above)
{
    const Cover cover(above);
    UniqueOutlines result;
    std::unordered_set<EdgeKey, EdgeHash> seen;
    seen.reserve(areas.vertices().size());
    std::vector<bool> kept;
    for (std::size_t row = 0; row < areas.size(); ++row) {
        if (classes[row] == noClass)
            continue;
        for (std::size_t part = 0; part < areas.partCount(row); ++part) {
            const auto ring = areas.part(row, part);
            if (ring.size() < 2)
                continue;
            kept.assign(ring.size() - 1, false);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                kept[i] = seen.insert(edgeKey(ring[i], ring[i + 1])).second &&
                          !cover.covers(ring[i], ring[i + 1]);
            }
            addRuns(ring, kept, result.lines);
            result.classes.resize(result.lines.size(), classes[row]);
        }
    }
    return result;
}

} // namespace guatu::render
