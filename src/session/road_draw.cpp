// SPDX-License-Identifier: MIT
#include "session/road_draw.h"

#include "core/crs.h"
#include "core/error.h"
#include "core/segment.h"
#include "session/login_name.h"
#include "store/workspace.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace guatu::session
{
namespace
{

constexpr double meets = 0.5; ///< metres within which a vertex lies on a road

struct NearRoad {
    RowIndex road = noRow;
    Point at{};
    double metres = INFINITY;
};

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Calls visit(road, line) for each part of a road whose box is within `metres`.
template <typename Visit>
void visitNear(const GeometryColumn& lines, Point at, double metres, const Visit& visit)
{
    Box box;
    box.add(at);
    box = box.grown(metres);
    for (std::size_t road = 0; road < lines.size(); ++road) {
        if (!lines.hasGeometry(road) || !lines.box(road).intersects(box))
            continue;
        for (std::size_t part = 0; part < lines.partCount(road); ++part)
            visit(static_cast<RowIndex>(road), lines.part(road, part));
    }
}

NearRoad nearestRoad(const GeometryColumn& lines, Point at, double metres)
{
    NearRoad best{.metres = metres};
    visitNear(lines, at, metres, [&](RowIndex road, std::span<const Point> line) {
        for (std::size_t v = 0; v + 1 < line.size(); ++v) {
            const Point on = nearestOn({line[v], line[v + 1]}, at);
            if (const double d = distance(at, on);
                d < best.metres || (best.road == noRow && d <= metres))
                best = {road, on, d};
        }
    });
    return best;
}

Point nearestEnd(const GeometryColumn& lines, Point at, double metres)
{
    Point best{};
    visitNear(lines, at, metres, [&](RowIndex, std::span<const Point> line) {
        for (const Point end : {line.front(), line.back()})
            if (distance(at, end) <= metres &&
                (!best.valid() || distance(at, end) < distance(at, best)))
                best = end;
    });
    return best;
}

/// ZJ0001 (自建), the next one that no road has.
std::string freeCode(const RoadColumns& roads)
{
    for (int number = 1;; ++number) {
        char code[16];
        std::snprintf(code, sizeof code, "ZJ%04d", number);
        if (std::ranges::find(roads.code, code) == roads.code.end())
            return code;
    }
}

/// In lon/lat, a part from one meeting with a road to the next.
GeometryColumn cutLine(const Snapshot& snapshot, const std::vector<Point>& line)
{
    const Transform transform(std::string(storeCrs), snapshot.crs);
    GeometryColumn made(GeometryType::Line);
    std::vector<Point> part;
    for (std::size_t i = 0; i < line.size(); ++i) {
        part.push_back(transform.inverse(line[i]));
        const bool last = i + 1 == line.size();
        const bool cut =
            i > 0 && !last && nearestRoad(snapshot.roads.line, line[i], meets).road != noRow;
        if (last || cut) {
            made.addPart(part);
            part = {part.back()};
        }
    }
    made.endFeature();
    return made;
}

} // namespace

Point snappedToRoad(const Snapshot& snapshot, Point at, double metres)
{
    const NearRoad middle = nearestRoad(snapshot.roads.line, at, metres);
    if (middle.road == noRow)
        return at;
    const Point end = nearestEnd(snapshot.roads.line, at, metres / 2);
    return end.valid() ? end : middle.at;
}

RowIndex roadNear(const Snapshot& snapshot, Point at, double metres)
{
    return nearestRoad(snapshot.roads.line, at, metres).road;
}

std::string drawRoad(const WorkspaceView& view, const RoadDraft& draft, const std::string& who)
{
    std::vector<Point> line = draft.line;
    line.erase(std::ranges::unique(line).begin(), line.end());
    if (line.size() < 2 || !std::ranges::all_of(line, &Point::valid))
        throw inputError({"session.road_too_short"});
    const std::string code = draft.code.empty() ? freeCode(view.snapshot.roads) : draft.code;
    store::Workspace workspace = store::Workspace::open(view.file, store::Workspace::Mode::Write);
    workspace.addRoad({whoOrLogin(who), "draw road: " + code},
                      {.code = code,
                       .name = draft.name,
                       .roadClass = draft.roadClass,
                       .surface = draft.surface,
                       .line = cutLine(view.snapshot, line)});
    return code;
}

} // namespace guatu::session
