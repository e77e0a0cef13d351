// SPDX-License-Identifier: MIT
#include "render/packed_table.h"

#include "core/hilbert.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace guatu::render
{
namespace
{

/// The arrays of a table while it grows.
struct Arrays {
    std::vector<std::uint32_t> rows;
    std::vector<PackedBox> blocks;
    std::vector<PackedPoint> vertices;
    std::vector<std::uint8_t> levels;
    std::vector<PackedBox> boxes;
    std::vector<std::uint32_t> itemRuns;
    std::vector<std::uint32_t> runs;
    std::vector<PackedBox> runBoxes;
    std::vector<std::uint8_t> partBegins;
};

constexpr std::int32_t farthest = 2'000'000'000;
constexpr PackedBox nothing{
    std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max(),
    std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min()};

void add(PackedBox& box, const PackedBox& other)
{
    box = {std::min(box.minX, other.minX), std::min(box.minY, other.minY),
           std::max(box.maxX, other.maxX), std::max(box.maxY, other.maxY)};
}

std::int32_t step(double metres, double unit)
{
    const double steps = std::clamp(metres / unit, -double{farthest}, double{farthest});
    return static_cast<std::int32_t>(std::lrint(steps));
}

PackedPoint packed(const PackedTable& table, Point p)
{
    return {step(p.x - table.origin.x, table.unit), step(p.y - table.origin.y, table.unit)};
}

/// False for what is no number and for what lies off the earth: one absurd vertex must not make
/// all others coarse.
bool isDrawable(Point p)
{
    constexpr double most = 1e8; // metres
    return std::abs(p.x) < most && std::abs(p.y) < most;
}

Box finiteBox(const GeometryColumn& column)
{
    Box box;
    for (const Point& p : column.vertices()) {
        if (isDrawable(p))
            box.add(p);
    }
    return box;
}

Point middleOf(const GeometryColumn& column, std::size_t row)
{
    if (column.type() == GeometryType::Point)
        return column.firstPoint(row);
    Box box;
    for (std::size_t part = 0; part < column.partCount(row); ++part) {
        for (const Point& p : column.part(row, part)) {
            if (isDrawable(p))
                box.add(p);
        }
    }
    return box.empty() ? Point{} : box.center();
}

/// The rows that have a place, along the Hilbert curve.
std::vector<std::uint32_t> hilbertRows(const GeometryColumn& column, const Box& all)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(column.size());
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        const Point middle = middleOf(column, row);
        if (isDrawable(middle))
            keys.push_back((std::uint64_t{hilbertIndex(middle, all)} << 32U) | row);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(),
                   [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
    return rows;
}

void packPoints(const GeometryColumn& column, const PackedTable& table, Arrays& arrays)
{
    arrays.vertices.reserve(arrays.rows.size());
    for (const std::uint32_t row : arrays.rows) {
        arrays.vertices.push_back(packed(table, column.firstPoint(row)));
        const PackedPoint p = arrays.vertices.back();
        if ((arrays.vertices.size() - 1) % PackedTable::pointsPerBlock == 0)
            arrays.blocks.push_back(nothing);
        add(arrays.blocks.back(), {p.x, p.y, p.x, p.y});
    }
}

/// Packs lines or areas.
class PathPacker
{
public:
    PathPacker(const GeometryColumn& column, const PackedTable& table, Arrays& arrays)
        : m_column(column), m_table(table), m_arrays(arrays), m_levels(vertexLevels(column))
    {
        m_arrays.vertices.reserve(column.vertices().size());
        m_arrays.levels.reserve(column.vertices().size());
    }

    void run()
    {
        for (const std::uint32_t row : m_arrays.rows) {
            if (m_arrays.boxes.size() % PackedTable::itemsPerBlock == 0)
                m_arrays.blocks.push_back(nothing);
            m_arrays.boxes.push_back(nothing);
            m_arrays.itemRuns.push_back(static_cast<std::uint32_t>(m_arrays.runs.size()));
            for (std::size_t part = 0; part < m_column.partCount(row); ++part)
                addPart(m_column.part(row, part));
            add(m_arrays.blocks.back(), m_arrays.boxes.back());
        }
        m_arrays.itemRuns.push_back(static_cast<std::uint32_t>(m_arrays.runs.size()));
        m_arrays.runs.push_back(static_cast<std::uint32_t>(m_arrays.vertices.size()));
    }

private:
    /// A ring begins at a vertex that every level has, not at its arbitrary first: neighbours do
    /// not share that.
    void addPart(std::span<const Point> part)
    {
        const auto first = static_cast<std::size_t>(part.data() - m_column.vertices().data());
        const bool isRing = m_column.type() == GeometryType::Polygon && part.size() > 1;
        std::size_t shift = 0;
        while (isRing && shift + 1 < part.size() && m_levels[first + shift] != everyLevel)
            ++shift;
        bool open = false;
        for (std::size_t i = 0; i < part.size(); ++i) {
            const std::size_t at = isRing ? (i + shift) % (part.size() - 1) : i;
            if (!isDrawable(part[at]))
                continue;
            if (!open)
                beginRun(true);
            open = true;
            addVertex(packed(m_table, part[at]), m_levels[first + at]);
            if (i > 0 && i + 1 < part.size() && isCut(part[at])) {
                beginRun(false);
                addVertex(packed(m_table, part[at]), m_levels[first + at]);
            }
        }
        if (open) // a run's ends are drawn at every level
            m_arrays.levels.back() = everyLevel;
    }

    void beginRun(bool isPart)
    {
        m_arrays.runs.push_back(static_cast<std::uint32_t>(m_arrays.vertices.size()));
        m_arrays.runBoxes.push_back(nothing);
        m_arrays.partBegins.push_back(isPart ? 1 : 0);
    }

    void addVertex(PackedPoint p, std::uint8_t level)
    {
        const bool isFirst = m_arrays.vertices.size() == m_arrays.runs.back();
        m_arrays.vertices.push_back(p);
        m_arrays.levels.push_back(isFirst ? everyLevel : level);
        add(m_arrays.runBoxes.back(), {p.x, p.y, p.x, p.y});
        add(m_arrays.boxes.back(), {p.x, p.y, p.x, p.y});
    }

    const GeometryColumn& m_column;
    const PackedTable& m_table;
    Arrays& m_arrays;
    std::vector<std::uint8_t> m_levels;
};

} // namespace

PackedBox PackedTable::cover(const Box& box) const
{
    const auto at = [this](double metres, double from, double rim) {
        return step(std::isfinite(metres) ? metres - from + rim : metres, unit);
    };
    return {at(box.minX, origin.x, -unit), at(box.minY, origin.y, -unit),
            at(box.maxX, origin.x, unit), at(box.maxY, origin.y, unit)};
}

std::vector<std::uint32_t> PackedTable::itemsIn(const Box& box) const
{
    const PackedBox reach = cover(box);
    std::vector<std::uint32_t> found;
    visitBlocks(reach, [&](std::size_t first, std::size_t last) {
        for (std::size_t item = first; item < last; ++item) {
            const bool touches = type == GeometryType::Point ? reach.contains(vertices[item])
                                                             : boxes[item].intersects(reach);
            if (touches)
                found.push_back(static_cast<std::uint32_t>(item));
        }
    });
    return found;
}

std::vector<std::uint32_t> PackedTable::rowsIn(const Box& box) const
{
    std::vector<std::uint32_t> found = itemsIn(box);
    for (std::uint32_t& each : found)
        each = rows[each];
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<float> lineStarts(const PackedTable& table, int level)
{
    std::vector<float> starts(table.partBegins.size());
    double length = 0;
    for (std::size_t run = 0; run < starts.size(); ++run) {
        if (table.partBegins[run] != 0)
            length = 0;
        starts[run] = static_cast<float>(length);
        PackedPoint last = table.vertices[table.runs[run]];
        visitRun(table, run, level, [&](PackedPoint p) {
            length += std::hypot(1.0 * p.x - last.x, 1.0 * p.y - last.y) * table.unit;
            last = p;
        });
    }
    return starts;
}

PackedTable pack(const GeometryColumn& column)
{
    PackedTable table;
    table.type = column.type();
    const Box all = finiteBox(column);
    if (all.empty())
        return table;
    table.origin = all.center();
    table.unit = std::max(0.001, std::max(all.width(), all.height()) / farthest);

    auto arrays = std::make_shared<Arrays>();
    arrays->rows = hilbertRows(column, all);
    if (table.type == GeometryType::Point)
        packPoints(column, table, *arrays);
    else
        PathPacker(column, table, *arrays).run();
    table.rows = arrays->rows;
    table.blocks = arrays->blocks;
    table.vertices = arrays->vertices;
    table.levels = arrays->levels;
    table.boxes = arrays->boxes;
    table.itemRuns = arrays->itemRuns;
    table.runs = arrays->runs;
    table.runBoxes = arrays->runBoxes;
    table.partBegins = arrays->partBegins;
    table.memory = std::move(arrays);
    return table;
}

} // namespace guatu::render
