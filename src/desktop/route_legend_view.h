// SPDX-License-Identifier: MIT
#pragma once

#include "render/route_map.h"

#include <QFrame>

#include <memory>

namespace guatu::desktop
{

/// The legend of the routes, over the map.
class RouteLegendView : public QFrame
{
    Q_OBJECT

public:
    explicit RouteLegendView(QWidget* parent);

    /// Null hides it.
    void show(std::shared_ptr<const render::RouteMap> routes);
    using QFrame::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::shared_ptr<const render::RouteMap> m_routes;
};

} // namespace guatu::desktop
