// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/rtree.h"
#include "session/workspace_view.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// A road that the user draws on the map.
struct RoadDraft {
    std::vector<Point> line{}; ///< in the snapshot's CRS
    std::string name{}, roadClass{}, surface{};
    std::string code{}; ///< empty: the next free one of those drawn here
};

/// The roads near a place, found by an index: fast enough to follow a hand.
class RoadFinder
{
public:
    /// Lines of roads, which have to outlive it.
    explicit RoadFinder(const GeometryColumn& lines) : m_lines(lines), m_boxes(lines) {}

    /// A vertex moved onto the nearest road within `metres`, onto its end where one is within half
    /// of that; the point itself where there is none.
    [[nodiscard]] Point snapped(Point at, double metres) const;
    /// Row of the road nearest to a place, not farther than `metres`; noRow without one.
    [[nodiscard]] RowIndex near(Point at, double metres) const { return nearest(at, metres).road; }

private:
    struct NearRoad {
        RowIndex road = noRow;
        Point at{};
        double metres = 0;
    };

    [[nodiscard]] NearRoad nearest(Point at, double metres) const;
    [[nodiscard]] Point nearestEnd(Point at, double metres) const;
    template <typename Visit>
    void visitNear(Point at, double metres, const Visit& visit) const;

    const GeometryColumn& m_lines;
    RTree m_boxes;
};

/// Keeps a drawn road in the workspace: one change with its log, taken back by undoRoadMends. It is
/// cut where a vertex lies on another road, so that the two meet there. Gives its code. Throws
/// Error(Input) for fewer than two places, and a code that is taken.
std::string drawRoad(const WorkspaceView& view, const RoadDraft& draft, const std::string& who);

} // namespace guatu::session
