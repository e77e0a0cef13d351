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

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
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
    const RoadFinder roads(snapshot.roads.line);
    GeometryColumn made(GeometryType::Line);
    std::vector<Point> part;
    for (std::size_t i = 0; i < line.size(); ++i) {
        part.push_back(transform.inverse(line[i]));
        const bool last = i + 1 == line.size();
        const bool cut = i > 0 && !last && roads.near(line[i], meets) != noRow;
        if (last || cut) {
            made.addPart(part);
            part = {part.back()};
        }
    }
    made.endFeature();
    return made;
}

} // namespace

/// Calls visit(road, line) for each part of the roads whose box is within `metres`, by road.
template <typename Visit>
void RoadFinder::visitNear(Point at, double metres, const Visit& visit) const
{
    if (!at.valid())
        return;
    Box box;
    box.add(at);
    for (const std::uint32_t road : m_boxes.search(box.grown(metres)))
        for (std::size_t part = 0; part < m_lines.partCount(road); ++part)
            visit(static_cast<RowIndex>(road), m_lines.part(road, part));
}

RoadFinder::NearRoad RoadFinder::nearest(Point at, double metres) const
{
    NearRoad best{.metres = metres};
    visitNear(at, metres, [&](RowIndex road, std::span<const Point> line) {
        for (std::size_t v = 0; v + 1 < line.size(); ++v) {
            const Point on = nearestOn({line[v], line[v + 1]}, at);
            if (const double d = distance(at, on);
                d < best.metres || (best.road == noRow && d <= metres))
                best = {road, on, d};
        }
    });
    return best;
}

Point RoadFinder::nearestEnd(Point at, double metres) const
{
    Point best{};
    visitNear(at, metres, [&](RowIndex, std::span<const Point> line) {
        for (const Point end : {line.front(), line.back()})
            if (distance(at, end) <= metres &&
                (!best.valid() || distance(at, end) < distance(at, best)))
                best = end;
    });
    return best;
}

Point RoadFinder::snapped(Point at, double metres) const
{
    const NearRoad middle = nearest(at, metres);
    if (middle.road == noRow)
        return at;
    const Point end = nearestEnd(at, metres / 2);
    return end.valid() ? end : middle.at;
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
