// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/glide.h"
#include "desktop/map_choice.h"
#include "desktop/ramp.h"

#include <QPointF>

class QContextMenuEvent;
class QEvent;
class QKeyEvent;
class QMouseEvent;
class QPainter;
class QPinchGesture;
class QNativeGestureEvent;
class QWheelEvent;

namespace guatu::desktop
{

class MapWidget;

/// What mouse, fingers and keys do to the map: the widget passes its events on.
class MapHand : public QObject
{
    Q_OBJECT

public:
    explicit MapHand(MapWidget& map);

    /// Something still runs out that was set going.
    [[nodiscard]] bool isMoving() const { return m_zoom.isMoving() || m_turn.isMoving(); }

    void wheel(QWheelEvent& event);
    void press(QMouseEvent& event);
    void move(QMouseEvent& event);
    void release(QMouseEvent& event);
    void doubleClick(QMouseEvent& event);
    void contextMenu(QContextMenuEvent& event);
    /// False when the key means nothing here.
    bool key(const QKeyEvent& event);
    void leave();
    /// Fingers on a touch pad or screen; false when it means nothing here.
    bool gesture(QEvent& event);
    void toolChanged();

    /// Softly, where the system wants motion.
    void zoom(double factor, QPointF around);
    void turn(double degrees, QPointF around);
    void turnNorth();

    /// What is being dragged open.
    void draw(QPainter& painter) const;

private:
    enum class Drag { None, Pressed, Pan, Turn, ZoomBox, ChoiceBox, Radius, Thing };

    void beginDrag(const QMouseEvent& event);
    void finishDrag(Drag kind);
    void zoomToBox();
    void finishShape();
    void snapNorth();
    bool nativeGesture(const QNativeGestureEvent& event);
    void pinch(const QPinchGesture& gesture);
    void showCursor();
    [[nodiscard]] bool drawsShape() const;
    [[nodiscard]] bool choosesPlace() const;
    [[nodiscard]] QPointF middle() const;

    MapWidget& m_map;
    Glide m_glide;
    Ramp m_zoom, m_turn;
    QPointF m_zoomAt, m_turnAt;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_last;
    Qt::KeyboardModifiers m_pressedWith; ///< decides what a drag does, also when they are let go
    double m_pinchTurn = 0;              ///< degrees the fingers have turned since they came
    MapChoice m_radius;                  ///< while it is dragged open
};

} // namespace guatu::desktop
