// SPDX-License-Identifier: MIT
#include "session/walk_ground.h"

#include "core/crs.h"
#include "core/definition.h"
#include "core/error.h"
#include "exchange/height_grid.h"
#include "exchange/source_file.h"

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

} // namespace

std::unique_ptr<const access::WalkSurface> walkSurface(const Snapshot& snapshot,
                                                       const access::Standard& standard,
                                                       const std::filesystem::path& heights,
                                                       const std::filesystem::path& barriers)
{
    const access::Travel travel = access::loadTravel(dataRoot() / "data/access/travel.json");
    const access::Means* means = travel.find(standard.means);
    if (standard.measure() != access::Measure::Minutes || means == nullptr ||
        means->slope == access::SlopeRule::None)
        throw inputError({"access.friction_without_minutes", {{"service", standard.service}}});
    const Box box = placesOf(snapshot).grown(margin);
    const auto grid = exchange::readHeights(heights, snapshot.crs, box);
    GeometryColumn lines(GeometryType::Line);
    if (!barriers.empty())
        lines = linesOf(barriers, snapshot.crs);
    return std::make_unique<const access::WalkSurface>(latticeOf(grid, box), travel.offRoadKmh,
                                                       means->slope, lines, snapshot.roads.line);
}

} // namespace guatu::session
