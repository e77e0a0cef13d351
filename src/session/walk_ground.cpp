// SPDX-License-Identifier: MIT
#include "session/walk_ground.h"

#include "core/crs.h"
#include "core/definition.h"
#include "core/error.h"
#include "exchange/height_grid.h"
#include "exchange/source_file.h"
#include "session/road_access.h"

#include <algorithm>
#include <cmath>

namespace guatu::session
{
namespace
{

/// Metres around all places that ways may use.
constexpr double margin = 3000;
/// The cell is as fine as the ground allows within so many crossings.
constexpr double finestCell = 30, mostCrossings = 4e6;

Box placesOf(const Snapshot& snapshot)
{
    Box box;
    for (const Point p : snapshot.households.location)
        if (p.valid())
            box.add(p);
    for (std::size_t row = 0; row < snapshot.facilities.size(); ++row)
        if (const Point p = snapshot.facilities.location.firstPoint(row); p.valid())
            box.add(p);
    box.add(snapshot.units.seat.box());
    return box;
}

access::Lattice latticeOf(const exchange::HeightGrid& heights, const Box& box)
{
    const double cell = std::max(finestCell, std::sqrt(box.width() * box.height() / mostCrossings));
    access::Lattice lattice{.origin = {box.minX, box.minY},
                            .cell = cell,
                            .columns = static_cast<int>(box.width() / cell) + 1,
                            .rows = static_cast<int>(box.height() / cell) + 1};
    lattice.values.reserve(static_cast<std::size_t>(lattice.columns) *
                           static_cast<std::size_t>(lattice.rows));
    for (int row = 0; row < lattice.rows; ++row)
        for (int column = 0; column < lattice.columns; ++column)
            lattice.values.push_back(heights.at(lattice.place(column, row)));
    return lattice;
}

/// The lines of a file, and the rims of its areas.
GeometryColumn linesOf(const std::filesystem::path& file, const std::string& crs)
{
    GeometryColumn lines(GeometryType::Line);
    const auto source = exchange::openSource(file, {});
    const std::string own = source->info().crs;
    const Transform toMetres(own.empty() ? std::string(storeCrs) : own, crs);
    exchange::SourceRow row;
    while (source->next(row)) {
        if (!row.shape ||
            (row.shape->type != GeometryType::Line && row.shape->type != GeometryType::Polygon))
            continue;
        for (std::vector<Point> part : row.shape->parts) {
            for (Point& p : part)
                p = toMetres.forward(p);
            lines.addPart(part);
            lines.endFeature();
        }
    }
    if (lines.size() == 0)
        throw inputError({"access.no_barriers", {{"file", file.string()}}});
    return lines;
}

/// The lines of the roads that can be used.
GeometryColumn bridgesOf(const Snapshot& snapshot, const access::Travel& travel,
                         const std::vector<std::string>& closed)
{
    const RoadColumns& roads = snapshot.roads;
    const auto closedRows = roadRows(roads, closed);
    GeometryColumn lines(GeometryType::Line);
    for (std::uint32_t road = 0; road < roads.size(); ++road) {
        const bool unusable =
            std::ranges::find(travel.closedStates, roads.state[road]) != travel.closedStates.end();
        if (unusable || std::ranges::find(closedRows, road) != closedRows.end())
            continue;
        for (std::size_t p = 0; p < roads.line.partCount(road); ++p)
            lines.addPart(roads.line.part(road, p));
        lines.endFeature();
    }
    return lines;
}

} // namespace

std::unique_ptr<const access::WalkSurface>
walkSurface(const Snapshot& snapshot, const std::string& means, const WalkFiles& files)
{
    const access::Travel travel = access::loadTravel(dataRoot() / "data/access/travel.json");
    const access::Means* walker = travel.find(means);
    if (walker == nullptr || walker->slope == access::SlopeRule::None)
        throw inputError({"access.friction_not_on_foot", {{"means", means}}});
    const Box box = placesOf(snapshot).grown(margin);
    const auto grid = exchange::readHeights(files.heights, snapshot.crs, box);
    GeometryColumn lines(GeometryType::Line);
    if (!files.barriers.empty())
        lines = linesOf(files.barriers, snapshot.crs);
    return std::make_unique<const access::WalkSurface>(latticeOf(grid, box), travel.offRoadKmh,
                                                       walker->slope, lines,
                                                       bridgesOf(snapshot, travel, files.closed));
}

} // namespace guatu::session
