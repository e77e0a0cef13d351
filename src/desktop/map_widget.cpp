// SPDX-License-Identifier: MIT
#include "desktop/map_widget.h"

#include "desktop/map_draggable.h"
#include "desktop/map_hand.h"
#include "desktop/map_overlay.h"
#include "desktop/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr int redrawDelay = 25;  // ms without a move until the sharp picture is asked for
constexpr int restDelay = 150;   // ms of a still pointer until the tip comes
constexpr int settleDelay = 400; // ms until a place is one to come back to
constexpr double finest = 0.1, coarsest = 20000; // metres per pixel
constexpr double surroundingsFactor = 3;
constexpr double northmost = 1e-6; // degrees

} // namespace

MapWidget::MapWidget(QWidget* parent)
    : QWidget(parent),
      m_hand(std::make_unique<MapHand>(*this)),
      m_measurement([this](Point plane) { return m_transforms.toLonLat(plane); })
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(320, 240);
    for (QTimer* timer : {&m_redraw, &m_rest, &m_settled})
        timer->setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &MapWidget::askForPicture);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (isSharp()) // else what is under the pointer is not laid out yet
            emit hovered(m_pointer);
        else
            m_rest.start(restDelay);
    });
    connect(&m_settled, &QTimer::timeout, this, &MapWidget::settle);
    connect(&m_worker, &MapWorker::drawn, this, &MapWidget::takePicture);
    connect(&m_worker, &MapWorker::failed, this, &MapWidget::failed);
    connect(&m_worker, &MapWorker::surroundingsDrawn, this,
            [this](const render::MapPicture& picture) { m_surroundings = picture; });
}

MapWidget::~MapWidget() = default;

void MapWidget::setScene(render::MapScene scene)
{
    m_scene = std::move(scene);
    if (!m_scene.definition)
        m_worker.stop();
    m_fresh = m_askedFresh = false;
    m_redraw.start(0);
}

bool MapWidget::isSharp() const
{
    return m_fresh && m_picture.complete && !m_picture.image.isNull() && m_picture.view == m_view &&
           !m_redraw.isActive() && !m_worker.isDrawing() && !m_hand->isMoving();
}

void MapWidget::fit(const Box& box)
{
    if (box.empty())
        return;
    m_wanted = box;
    constexpr double dpi = 96, margin = 0.04;
    render::MapView view =
        render::MapView::fitting(box, width(), height(), dpi, margin, m_view.rotation);
    view.pixelRatio = devicePixelRatioF();
    moveTo(view);
    m_wanted = box;
    settle();
}

void MapWidget::centerOn(Point place, double metresPerPixel)
{
    render::MapView view = m_view;
    view.center = place;
    view.metresPerPixel = metresPerPixel;
    moveTo(view);
    settle();
}

void MapWidget::follow(const render::MapView& view)
{
    if (!view.center.valid()) // of a map that shows nothing yet
        return;
    if (view.center == m_view.center && view.metresPerPixel == m_view.metresPerPixel &&
        view.rotation == m_view.rotation)
        return;
    moveTo(view);
}

void MapWidget::moveTo(const render::MapView& view)
{
    m_wanted = {};
    m_view = view;
    m_view.width = width();
    m_view.height = height();
    m_view.pixelRatio = devicePixelRatioF();
    m_view.metresPerPixel = std::clamp(m_view.metresPerPixel, finest, coarsest);
    if (!isSameScale(m_asked) || !m_askedFresh)
        m_redraw.start(redrawDelay);
    else if (!m_worker.isDrawing())
        m_redraw.start(0); // most of it is there; else takePicture asks for the next
    m_settled.start(settleDelay);
    update();
    emit viewChanged();
}

void MapWidget::settle()
{
    m_settled.stop();
    m_history.add(m_view);
    emit historyChanged();
}

void MapWidget::zoomBy(double factor, QPointF around)
{
    const Point fixed = m_view.toMap(around);
    render::MapView view = m_view;
    view.metresPerPixel = std::clamp(view.metresPerPixel / factor, finest, coarsest);
    const Point now = view.toMap(around);
    view.center.x += fixed.x - now.x;
    view.center.y += fixed.y - now.y;
    moveTo(view);
}

void MapWidget::panBy(QPointF pixels)
{
    render::MapView view = m_view;
    view.center = view.toMap(QPointF(view.width, view.height) / 2 - pixels);
    moveTo(view);
}

void MapWidget::turnBy(double degrees, QPointF around)
{
    const Point fixed = m_view.toMap(around);
    render::MapView view = m_view;
    view.rotation = std::fmod(view.rotation + degrees + 360, 360);
    if (view.rotation < northmost || view.rotation > 360 - northmost)
        view.rotation = 0; // the steps of a turn back to north add up to nearly nothing
    const Point now = view.toMap(around);
    view.center.x += fixed.x - now.x;
    view.center.y += fixed.y - now.y;
    moveTo(view);
}

void MapWidget::showPrevious()
{
    if (m_settled.isActive())
        settle();
    if (const auto view = m_history.previous()) {
        moveTo(*view);
        m_settled.stop();
        emit historyChanged();
    }
}

void MapWidget::showNext()
{
    if (const auto view = m_history.next()) {
        moveTo(*view);
        m_settled.stop();
        emit historyChanged();
    }
}

void MapWidget::askForPicture()
{
    if (!m_scene.definition || width() <= 0 || height() <= 0)
        return;
    m_asked = m_view;
    m_askedFresh = true;
    m_worker.draw(m_scene, m_view);
    update();
    emit drawingStarted();
}

void MapWidget::takePicture(const render::MapPicture& picture)
{
    if (!m_scene.definition)
        return; // closed meanwhile
    m_picture = picture;
    m_fresh = m_askedFresh;
    update();
    emit pictureShown();
    if (m_redraw.isActive())
        return;
    if (picture.view == m_view)
        m_worker.prepare(m_scene, m_view, surroundingsFactor);
    else
        askForPicture(); // the map has moved on
}

bool MapWidget::isSameScale(const render::MapView& view) const
{
    return view.metresPerPixel == m_view.metresPerPixel && view.pixelRatio == m_view.pixelRatio &&
           view.rotation == m_view.rotation;
}

void MapWidget::setTool(MapTool tool)
{
    m_tool = tool;
    m_measurement.start(tool);
    m_hand->toolChanged();
    update();
    emit measured();
    emit toolChanged();
}

Point MapWidget::vertexAt(QPointF pixel) const
{
    const Point plane = m_view.toMap(pixel);
    return m_tool == MapTool::DrawRoad && m_snap ? m_snap(plane) : plane;
}

void MapWidget::setDraggable(MapDraggable* draggable)
{
    m_draggable = draggable;
    update();
}

void MapWidget::setHoverOutline(QPainterPath outline)
{
    m_hover = std::move(outline);
    update();
}

void MapWidget::setMovers(std::vector<MapMover> movers)
{
    m_movers = std::move(movers);
    update();
}

void MapWidget::setMark(Point place)
{
    m_mark = place;
    update();
}

std::vector<render::Hit> MapWidget::hitsAt(QPointF pixel) const
{
    return m_scene.definition ? render::hitTest(m_scene, m_view, pixel)
                              : std::vector<render::Hit>{};
}

void MapWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour::mapGround);
    if (m_picture.view != m_view)
        drawMoved(painter, m_view, m_surroundings);
    drawMoved(painter, m_view, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_picture.view == m_view)
        drawGridLabels(painter);
    drawHover(painter, m_view, m_hover);
    drawMark(painter, m_view, m_mark);
    drawMovers(painter, m_view, m_movers);
    drawMeasurement(painter, m_view, m_measurement);
    if (m_draggable)
        m_draggable->draw(painter, m_view);
    m_hand->draw(painter);
}

void MapWidget::drawGridLabels(QPainter& painter) const
{
    std::vector<QRectF> panels;
    for (const QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (child->isVisible())
            panels.emplace_back(child->geometry());
    }
    render::paintGridLabels(painter, m_picture, panels);
}

void MapWidget::resizeEvent(QResizeEvent*)
{
    const Box wanted = m_wanted;
    if (wanted.empty()) {
        moveTo(m_view);
        m_settled.stop();
    } else {
        m_history.clear();
        fit(wanted);
    }
}

bool MapWidget::event(QEvent* event)
{
    return m_hand->gesture(*event) || QWidget::event(event);
}

void MapWidget::wheelEvent(QWheelEvent* event)
{
    m_hand->wheel(*event);
}

void MapWidget::mousePressEvent(QMouseEvent* event)
{
    m_rest.stop();
    emit hoverEnded();
    m_hand->press(*event);
}

void MapWidget::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position();
    emit pointerMoved(m_view.toMap(m_pointer));
    m_hand->move(*event);
}

void MapWidget::hoverAt(QPointF pixel)
{
    if (m_tool == MapTool::Pointer)
        m_rest.start(restDelay);
    emit hoverEnded();
    m_measurement.preview(vertexAt(pixel));
    if (!m_measurement.isEmpty()) {
        update();
        emit measured();
    }
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event)
{
    m_hand->release(*event);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_hand->doubleClick(*event);
}

void MapWidget::contextMenuEvent(QContextMenuEvent* event)
{
    m_hand->contextMenu(*event);
}

void MapWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_hand->key(*event))
        QWidget::keyPressEvent(event);
}

void MapWidget::leaveEvent(QEvent*)
{
    m_rest.stop();
    m_hand->leave();
    emit hoverEnded();
    emit pointerMoved(Point{});
}

} // namespace guatu::desktop
