// SPDX-License-Identifier: MIT
#include "desktop/magnifier.h"

#include "desktop/map_overlay.h"
#include "desktop/map_widget.h"
#include "desktop/theme.h"

#include <QPainter>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int lensWidth = 240;

} // namespace

Magnifier::Magnifier(MapWidget& map) : QWidget(&map), m_map(map)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFixedSize(lensWidth, lensWidth);
    hide();
    connect(&map, &MapWidget::pointerMoved, this, &Magnifier::moveTo);
    connect(&map, &MapWidget::viewChanged, this, [this] { moveTo(m_place); });
    connect(&m_worker, &MapWorker::drawn, this, [this](const render::MapPicture& picture) {
        m_picture = picture;
        m_isFresh = true;
        update();
        if (picture.view != view())
            ask(); // the pointer has moved on
    });
}

void Magnifier::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    moveTo(m_map.underMouse() ? m_map.view().toMap(m_map.mapFromGlobal(QCursor::pos()))
                              : m_map.view().center);
    emit switched(on);
}

void Magnifier::setFactor(double factor)
{
    m_factor = std::clamp(factor, 2.0, 4.0);
    moveTo(m_place);
}

void Magnifier::show(render::MapScene scene)
{
    m_scene = std::move(scene);
    m_isFresh = false;
    ask();
}

render::MapView Magnifier::view() const
{
    render::MapView view = m_map.view();
    view.center = m_place;
    view.metresPerPixel /= m_factor;
    view.width = lensWidth;
    view.height = lensWidth;
    return view;
}

void Magnifier::moveTo(Point plane)
{
    m_place = plane;
    setVisible(m_isOn && m_scene.definition && plane.valid());
    if (!isVisible())
        return;
    move((m_map.view().toScreen(plane) - QPointF(lensWidth, lensWidth) / 2).toPoint());
    raise();
    update();
    if (!m_worker.isDrawing())
        ask();
}

void Magnifier::ask()
{
    if (isVisible() && m_scene.definition)
        m_worker.draw(m_scene, view());
}

void Magnifier::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath lens;
    lens.addEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
    painter.setClipPath(lens);
    painter.fillRect(rect(), colour::mapGround);
    const render::MapView now = view();
    drawMoved(painter, now, m_map.picture());
    drawMoved(painter, now, m_picture);
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(Qt::white, 4), QPen(colour::accent, 2)}) {
        painter.setPen(pen);
        painter.drawPath(lens);
    }
    const QRect tag((width() - 40) / 2, height() - 34, 40, 20);
    painter.fillRect(tag, Qt::white);
    painter.setPen(colour::ink);
    painter.drawText(tag, Qt::AlignCenter, QStringLiteral("%1 ×").arg(m_factor));
}

} // namespace guatu::desktop
