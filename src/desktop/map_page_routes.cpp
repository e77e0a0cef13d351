// SPDX-License-Identifier: MIT
#include "desktop/map_furniture.h"
#include "desktop/map_page.h"
#include "desktop/route_legend_view.h"

// A trip over the map.
namespace guatu::desktop
{

void MapPage::setRoutes(std::shared_ptr<const render::RouteMap> routes, const QString& title,
                        const QString& subtitle)
{
    if (!routes && !m_scene.routes)
        return;
    m_scene.routes = std::move(routes);
    m_routesTitle = title;
    m_routesSubtitle = subtitle;
    m_routeLegend->show(m_scene.routes);
    updateScene();
    refreshTitle();
    placeFurniture();
}

bool MapPage::clickRoute(QPointF pixel)
{
    const auto stop = render::routeStopAt(m_scene, m_map->view(), pixel);
    if (stop)
        emit routeStopClicked(*stop);
    return stop.has_value();
}

void MapPage::fitRoutes()
{
    if (!m_scene.routes)
        return;
    Box box;
    for (const render::Route& route : m_scene.routes->routes) {
        for (const render::RouteStop& stop : route.stops)
            box.add(stop.at);
        for (const auto& drive : route.drives)
            for (const Point point : drive)
                box.add(point);
    }
    if (!box.empty())
        m_map->fit(box.grown(0.08 * std::max(box.width(), box.height())));
}

} // namespace guatu::desktop
