// SPDX-License-Identifier: MIT
#include "desktop/locator_view.h"

#include "desktop/map_widget.h"
#include "desktop/texts.h"
#include "desktop/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr int locatorWidth = 132; // pixels
constexpr int rim = 1;

} // namespace

LocatorView::LocatorView(const Texts& texts, MapWidget& map) : QFrame(&map), m_map(map)
{
    setLook(this, "onMapBox");
    setCursor(Qt::PointingHandCursor);
    connect(&map, &MapWidget::viewChanged, this, [this] { update(); });
    texts.keep(this, [this, &texts] {
        setToolTip(texts("desktop.map.locator"));
        setAccessibleName(texts("desktop.map.locator"));
    });
    hide();
}

void LocatorView::show(render::Locator locator)
{
    m_locator = std::move(locator);
    resize(locatorWidth, qRound(render::locatorHeight(m_locator, locatorWidth)));
    update();
}

void LocatorView::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QRectF inner = QRectF(rect()).adjusted(rim, rim, -rim, -rim);
    render::paintLocator(painter, inner, m_locator, m_map.view(), 1);
}

void LocatorView::mousePressEvent(QMouseEvent* event)
{
    goTo(event->position());
}

void LocatorView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

void LocatorView::goTo(QPointF at)
{
    m_map.centerOn(render::placeInLocator(m_locator, QRectF(rect()), at),
                   m_map.view().metresPerPixel);
}

} // namespace guatu::desktop
