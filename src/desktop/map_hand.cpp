// SPDX-License-Identifier: MIT
#include "desktop/map_hand.h"

#include "desktop/map_draggable.h"
#include "desktop/map_overlay.h"
#include "desktop/map_widget.h"
#include "desktop/position_text.h"
#include "desktop/texts.h"

#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyle>
#include <QWheelEvent>

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr int clickSlack = 4;         // pixels a click may wander
constexpr double panStep = 96;        // pixels of an arrow key
constexpr double turnStep = 15;       // degrees of a key
constexpr double wheelTurn = 5;       // degrees of a notch
constexpr double dragTurn = 0.5;      // degrees of a pixel
constexpr double northSnap = 4;       // degrees: nearly north becomes north
constexpr double fingersTremble = 10; // degrees that fingers turn without meaning it

bool wantsMotion(const QWidget& widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0;
}

/// The shorter way to north, -180 to 180 degrees.
double fromNorth(double rotation)
{
    return rotation > 180 ? rotation - 360 : rotation;
}

} // namespace

MapHand::MapHand(MapWidget& map)
    : m_map(map),
      m_glide([&map](QPointF step) { map.panBy(step); }),
      m_zoom([this](double step) { m_map.zoomBy(std::exp2(step), m_zoomAt); }),
      m_turn([this](double step) { m_map.turnBy(step, m_turnAt); })
{
    map.grabGesture(Qt::PinchGesture);
}

QPointF MapHand::middle() const
{
    return QRectF(m_map.rect()).center();
}

bool MapHand::drawsShape() const
{
    return m_map.tool() == MapTool::Length || m_map.tool() == MapTool::Area ||
           m_map.tool() == MapTool::PolygonChoice || m_map.tool() == MapTool::DrawRoad;
}

bool MapHand::choosesPlace() const
{
    return m_map.tool() == MapTool::PlaceFacility || m_map.tool() == MapTool::CloseRoad;
}

void MapHand::zoom(double factor, QPointF around)
{
    m_glide.stop();
    m_zoomAt = around;
    m_zoom.add(std::log2(factor), wantsMotion(m_map));
}

void MapHand::turn(double degrees, QPointF around)
{
    m_glide.stop();
    m_turnAt = around;
    m_turn.add(degrees, wantsMotion(m_map));
}

void MapHand::turnNorth()
{
    turn(-fromNorth(m_map.view().rotation), middle());
}

void MapHand::snapNorth()
{
    if (std::abs(fromNorth(m_map.view().rotation)) < northSnap)
        turnNorth();
}

void MapHand::wheel(QWheelEvent& event)
{
    // With Alt some systems make a wheel that turns sideways of it.
    const bool turns = event.modifiers() & Qt::AltModifier;
    const int delta =
        event.angleDelta().y() != 0 || !turns ? event.angleDelta().y() : event.angleDelta().x();
    if (delta != 0 && turns)
        turn(delta / 120.0 * wheelTurn, event.position());
    else if (delta != 0)
        zoom(std::exp2(delta / 240.0), event.position());
    event.accept();
}

void MapHand::press(QMouseEvent& event)
{
    m_glide.stop();
    m_pressed = m_last = event.position();
    m_pressedWith = event.modifiers();
    m_drag = Drag::Pressed;
}

void MapHand::beginDrag(const QMouseEvent& event)
{
    const bool left = event.buttons() & Qt::LeftButton;
    if (left && m_map.tool() == MapTool::RadiusChoice)
        m_drag = Drag::Radius;
    else if (left && ((m_pressedWith & Qt::ShiftModifier) || m_map.tool() == MapTool::BoxZoom))
        m_drag = Drag::ZoomBox;
    else if (left && (m_pressedWith & Qt::ControlModifier))
        m_drag = Drag::ChoiceBox;
    else if (event.buttons() & Qt::RightButton)
        m_drag = Drag::Turn;
    else if (left && m_map.draggable() && m_map.draggable()->take(m_pressed))
        m_drag = Drag::Thing;
    else
        m_drag = Drag::Pan;
    showCursor();
}

void MapHand::move(QMouseEvent& event)
{
    const QPointF now = event.position();
    if (m_drag == Drag::None) {
        m_map.hoverAt(now);
        return;
    }
    if (m_drag == Drag::Pressed && (now - m_pressed).manhattanLength() > clickSlack)
        beginDrag(event);
    if (m_drag == Drag::Pressed)
        return;
    if (m_drag == Drag::Pan) {
        m_glide.track(now - m_last);
        m_map.panBy(now - m_last);
    } else if (m_drag == Drag::Turn) {
        m_map.turnBy((now - m_last).x() * dragTurn, middle());
    } else if (m_drag == Drag::Radius) {
        m_radius = MapChoice::around(m_map.view().toMap(m_pressed), m_map.view().toMap(now),
                                     m_map.transforms());
    } else if (m_drag == Drag::Thing) {
        m_map.draggable()->moveTo(m_map.view().toMap(now));
    }
    m_last = now;
    m_map.update();
}

void MapHand::release(QMouseEvent& event)
{
    const Drag was = std::exchange(m_drag, Drag::None);
    showCursor();
    if (was != Drag::Pressed) {
        finishDrag(was);
    } else if (event.button() == Qt::RightButton) {
        if (drawsShape())
            finishShape();
        else
            emit m_map.menuAsked(event.position());
    } else if (event.button() == Qt::LeftButton) {
        if (drawsShape()) {
            m_map.measurement().add(m_map.vertexAt(m_pressed));
            m_map.update();
            emit m_map.measured();
        } else if (choosesPlace()) {
            emit m_map.placeChosen(m_map.view().toMap(event.position()));
        } else {
            emit m_map.clicked(event.position(), event.modifiers());
        }
    }
}

void MapHand::finishDrag(Drag kind)
{
    if (kind == Drag::Pan) {
        m_glide.release(wantsMotion(m_map));
    } else if (kind == Drag::Turn) {
        snapNorth();
    } else if (kind == Drag::ZoomBox) {
        zoomToBox();
    } else if (kind == Drag::ChoiceBox) {
        const QRectF box = QRectF(m_pressed, m_last).normalized();
        std::vector<Point> ring;
        for (const QPointF& corner :
             {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()})
            ring.push_back(m_map.view().toMap(corner));
        emit m_map.areaChosen(MapChoice::inside(std::move(ring)));
    } else if (kind == Drag::Thing) {
        m_map.draggable()->drop();
    } else if (kind == Drag::Radius) {
        const MapChoice choice = std::exchange(m_radius, {});
        m_map.setTool(MapTool::Pointer);
        emit m_map.areaChosen(choice);
    }
    m_map.update();
}

void MapHand::zoomToBox()
{
    const QRectF box = QRectF(m_pressed, m_last).normalized();
    const double share = std::max(box.width() / m_map.width(), box.height() / m_map.height());
    m_map.centerOn(m_map.view().toMap(box.center()), m_map.view().metresPerPixel * share);
    if (m_map.tool() == MapTool::BoxZoom)
        m_map.setTool(MapTool::Pointer);
}

void MapHand::finishShape()
{
    if (m_map.tool() == MapTool::PolygonChoice) {
        m_map.measurement().finish();
        std::vector<Point> ring = m_map.measurement().line();
        if (ring.size() < 3) {
            m_map.measurement().clear();
            return;
        }
        m_map.setTool(MapTool::Pointer);
        emit m_map.areaChosen(MapChoice::inside(std::move(ring)));
        return;
    }
    m_map.measurement().finish();
    if (m_map.tool() == MapTool::DrawRoad) {
        const std::vector<Point> line = m_map.measurement().line();
        m_map.setTool(MapTool::Pointer);
        if (line.size() > 1)
            emit m_map.lineDrawn(line);
        return;
    }
    m_map.update();
    emit m_map.measured();
}

void MapHand::doubleClick(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return;
    if (drawsShape())
        finishShape();
    else
        emit m_map.doubleClicked(event.position());
}

void MapHand::contextMenu(QContextMenuEvent& event)
{
    // The mouse's menu comes when its button is let go without a drag.
    if (event.reason() != QContextMenuEvent::Mouse)
        emit m_map.menuAsked(event.reason() == QContextMenuEvent::Keyboard ? middle()
                                                                           : QPointF(event.pos()));
    event.accept();
}

bool MapHand::key(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left:
        m_map.panBy({panStep, 0});
        return true;
    case Qt::Key_Right:
        m_map.panBy({-panStep, 0});
        return true;
    case Qt::Key_Up:
        m_map.panBy({0, panStep});
        return true;
    case Qt::Key_Down:
        m_map.panBy({0, -panStep});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(2, middle());
        return true;
    case Qt::Key_Minus:
        zoom(0.5, middle());
        return true;
    case Qt::Key_Less:
    case Qt::Key_Comma:
        turn(-turnStep, middle());
        return true;
    case Qt::Key_Greater:
    case Qt::Key_Period:
        turn(turnStep, middle());
        return true;
    case Qt::Key_N:
        turnNorth();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!drawsShape())
            return false;
        finishShape();
        return true;
    case Qt::Key_Escape:
        if (m_drag == Drag::Thing) {
            m_drag = Drag::None;
            m_map.draggable()->giveUp();
            return true;
        }
        if (m_map.tool() == MapTool::Pointer)
            emit m_map.escaped();
        else
            m_map.setTool(MapTool::Pointer);
        return true;
    case Qt::Key_Backspace:
        if (!drawsShape())
            return false;
        m_map.measurement().removeLast();
        m_map.update();
        emit m_map.measured();
        return true;
    default:
        return false;
    }
}

void MapHand::leave()
{
    m_map.measurement().preview({});
    m_map.update();
}

bool MapHand::gesture(QEvent& event)
{
    if (event.type() == QEvent::NativeGesture)
        return nativeGesture(static_cast<QNativeGestureEvent&>(event));
    if (event.type() != QEvent::Gesture)
        return false;
    const auto* fingers = static_cast<const QPinchGesture*>(
        static_cast<QGestureEvent&>(event).gesture(Qt::PinchGesture));
    if (fingers)
        pinch(*fingers);
    return fingers != nullptr;
}

bool MapHand::nativeGesture(const QNativeGestureEvent& event)
{
    switch (event.gestureType()) {
    case Qt::ZoomNativeGesture:
        m_map.zoomBy(1 + event.value(), event.position());
        return true;
    case Qt::RotateNativeGesture:
        m_map.turnBy(event.value(), event.position());
        return true;
    case Qt::EndNativeGesture:
        snapNorth();
        return true;
    default:
        return false;
    }
}

void MapHand::pinch(const QPinchGesture& fingers)
{
    const QPointF now = m_map.mapFromGlobal(fingers.centerPoint());
    if (fingers.state() == Qt::GestureStarted) {
        m_drag = Drag::None; // the first finger began to pan
        m_glide.stop();
        m_pinchTurn = 0;
    } else {
        m_map.panBy(now - m_map.mapFromGlobal(fingers.lastCenterPoint()));
    }
    if (fingers.scaleFactor() > 0)
        m_map.zoomBy(fingers.scaleFactor(), now);
    const double turned = fingers.rotationAngle() - fingers.lastRotationAngle();
    m_pinchTurn += turned;
    if (std::abs(m_pinchTurn) > fingersTremble)
        m_map.turnBy(turned, now);
    if (fingers.state() == Qt::GestureFinished)
        snapNorth();
}

void MapHand::toolChanged()
{
    m_drag = Drag::None;
    m_radius = {};
    showCursor();
}

void MapHand::showCursor()
{
    if (m_drag == Drag::Pan)
        m_map.setCursor(Qt::ClosedHandCursor);
    else if (m_drag == Drag::Turn)
        m_map.setCursor(Qt::SizeHorCursor);
    else if (m_map.tool() == MapTool::Pointer)
        m_map.setCursor(Qt::ArrowCursor);
    else
        m_map.setCursor(Qt::CrossCursor);
}

void MapHand::draw(QPainter& painter) const
{
    if (m_drag == Drag::ZoomBox || m_drag == Drag::ChoiceBox)
        drawRubberBand(painter, QRectF(m_pressed, m_last).normalized(), m_drag == Drag::ZoomBox);
    if (m_drag == Drag::Radius)
        drawRadius(painter, m_map.view(), m_radius.ring(), m_pressed, m_last,
                   toQString(lengthText(m_radius.radius())));
}

} // namespace guatu::desktop
