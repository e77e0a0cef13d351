// SPDX-License-Identifier: MIT
#include "desktop/route_legend_view.h"

#include "desktop/theme.h"
#include "render/route_legend.h"

#include <QPainter>

namespace guatu::desktop
{

RouteLegendView::RouteLegendView(QWidget* parent) : QFrame(parent)
{
    setLook(this, "onMapBox");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void RouteLegendView::show(std::shared_ptr<const render::RouteMap> routes)
{
    m_routes = std::move(routes);
    setVisible(m_routes && !m_routes->routes.empty());
    if (m_routes)
        resize(render::routeLegendSize(*m_routes, 1).toSize());
    update();
}

void RouteLegendView::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_routes)
        return;
    QPainter painter(this);
    render::paintRouteLegend(painter, {0, 0}, *m_routes, 1);
}

} // namespace guatu::desktop
