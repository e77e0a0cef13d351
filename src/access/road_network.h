// SPDX-License-Identifier: MIT
#pragma once

#include "access/graph.h"
#include "access/place.h"
#include "access/reach.h"
#include "access/road_links.h"
#include "access/segment_index.h"
#include "access/travel.h"
#include "core/snapshot.h"

#include <span>

namespace guatu::access
{

/// A place as it was found on a network.
struct Snapped {
    Place place; ///< not reachable when it is not on the network
    double distance =
        0;      ///< metres to the nearest road, also beyond the limit; infinite without one
    Point at{}; ///< where on the road

    [[nodiscard]] bool onNetwork() const { return place.link != noLink; }
};

/// Roads of a snapshot for one means of travel and season.
class RoadNetwork
{
public:
    /// Ends are joined within `tolerance` metres. With heights, slopes count for means that have a
    /// rule for them.
    RoadNetwork(const RoadColumns& roads, const Travel& travel, const Means& means, Season season,
                double tolerance = 1, const HeightAt& height = {});

    [[nodiscard]] const Graph& graph() const { return m_graph; }
    [[nodiscard]] Graph& graph() { return m_graph; }
    [[nodiscard]] const RoadLinks& links() const { return m_links; }

    /// The nearest point of any road, and the way on foot to it. A place without a position is on
    /// no network.
    [[nodiscard]] Snapped snap(Point at) const;
    /// The same place, without a look at roads beyond the limit.
    [[nodiscard]] Place placeNear(Point at) const;
    /// snap() of each place, on all processors.
    [[nodiscard]] std::vector<Snapped> snapAll(std::span<const Point> places) const;

    /// Metres from a road beyond which a place is not on the network.
    [[nodiscard]] double offRoadLimit() const { return m_limit; }

    /// The part of a link's line between two shares of its length, `from` below `to`.
    [[nodiscard]] std::vector<Point> stretch(std::uint32_t link, double from, double to) const;

    /// The nearest point of any road within offRoadLimit(); none for a place without a position.
    [[nodiscard]] OnLine nearLine(Point at) const { return m_index.nearest(at, m_limit); }
    /// The way on foot to it.
    [[nodiscard]] Time walkTo(const OnLine& on) const { return timeFor(on.distance, m_offRoadKmh); }
    /// Share of a link's length up to a point on it.
    [[nodiscard]] double fractionAt(const OnLine& on) const;

private:
    RoadLinks m_links;
    Graph m_graph;
    SegmentIndex m_index;
    double m_offRoadKmh, m_limit;
};

} // namespace guatu::access
