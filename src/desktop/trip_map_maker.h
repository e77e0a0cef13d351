// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "desktop/background_job.h"
#include "render/route_map.h"
#include "session/trip/trip_ways.h"

#include <QObject>

#include <memory>
#include <optional>

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// Makes what the map shows of the trip: routes along the roads, found beside the window.
class TripMapMaker : public QObject
{
    Q_OBJECT

public:
    TripMapMaker(const Texts& texts, TripKeeper& keeper, QObject* parent = nullptr);

    /// Null while there is no trip. `routes` are in the order of Plan::days.
    [[nodiscard]] const std::shared_ptr<const render::RouteMap>& map() const { return m_map; }
    /// Where each team is at a time of the chosen day, in the plane.
    struct Standing {
        Point at{};
        std::size_t team = 0, day = 0;
    };
    [[nodiscard]] std::vector<Standing> standings(trips::Seconds time) const;

signals:
    void made(const std::shared_ptr<const guatu::render::RouteMap>& map);
    void failed(const guatu::Message& why);

private:
    void findWays();
    void rebuild();
    [[nodiscard]] std::vector<render::RouteStop> stopsOf(const trips::DayPlan& day) const;
    [[nodiscard]] Point planePoint(std::size_t place) const;

    const Texts& m_texts;
    TripKeeper& m_keeper;
    BackgroundJob m_job{this};
    bool m_isPending = false;
    std::shared_ptr<session::TripWayFinder> m_finder;
    const void* m_finderView = nullptr;
    std::optional<Transform> m_toPlane;
    trips::Plan m_planOfWays; ///< the plan that the ways were found for
    session::TripWays m_ways; ///< in the plane
    std::shared_ptr<const render::RouteMap> m_map;
};

} // namespace guatu::desktop
