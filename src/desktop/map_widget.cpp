// SPDX-License-Identifier: MIT
#include "desktop/map_widget.h"

#include "desktop/glide.h"
#include "desktop/map_overlay.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr int redrawDelay = 25;  // ms without a move until the sharp picture is asked for
constexpr int restDelay = 150;   // ms of a still pointer until the tip comes
constexpr int settleDelay = 400; // ms until a place is one to come back to
constexpr int clickSlack = 4;    // pixels a click may wander
constexpr double finest = 0.1, coarsest = 20000; // metres per pixel
constexpr double surroundingsFactor = 3;

bool wantsMotion(const QWidget& widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0;
}

} // namespace

MapWidget::MapWidget(QWidget* parent)
    : QWidget(parent),
      m_glide(std::make_unique<Glide>([this](QPointF step) { panBy(step); })),
      m_measurement([this](Point plane) { return m_toLonLat ? m_toLonLat(plane) : plane; })
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(320, 240);
    for (QTimer* timer : {&m_redraw, &m_rest, &m_settled})
        timer->setSingleShot(true);
    connect(&m_redraw, &QTimer::timeout, this, &MapWidget::askForPicture);
    connect(&m_rest, &QTimer::timeout, this, [this] { emit hovered(m_hoverAt); });
    connect(&m_settled, &QTimer::timeout, this, &MapWidget::settle);
    connect(&m_worker, &MapWorker::drawn, this, &MapWidget::takePicture);
    connect(&m_worker, &MapWorker::failed, this, &MapWidget::failed);
    connect(&m_worker, &MapWorker::surroundingsDrawn, this,
            [this](const render::MapPicture& picture) { m_surroundings = picture; });
    m_zoom.setDuration(140);
    m_zoom.setEasingCurve(QEasingCurve::OutCubic);
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
           !m_redraw.isActive() && !m_worker.isDrawing() &&
           m_zoom.state() != QAbstractAnimation::Running;
}

void MapWidget::fit(const Box& box)
{
    if (box.empty())
        return;
    m_wanted = box;
    render::MapView view = render::MapView::fitting(box, width(), height());
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

void MapWidget::animateZoom(double factor, QPointF around)
{
    if (!wantsMotion(*this)) {
        zoomBy(factor, around);
        return;
    }
    // What is left of the last turn of the wheel is added, so that turns are never lost.
    double left = factor;
    if (m_zoom.state() == QAbstractAnimation::Running) {
        left *= m_zoom.endValue().toDouble() / m_zoom.currentValue().toDouble();
        m_zoom.stop();
    }
    m_zoom.disconnect(this);
    m_zoom.setStartValue(1.0);
    m_zoom.setEndValue(left);
    connect(&m_zoom, &QVariantAnimation::valueChanged, this,
            [this, around, before = 1.0](const QVariant& value) mutable {
                const double now = value.toDouble();
                if (now > 0 && now != before)
                    zoomBy(now / before, around);
                before = now;
            });
    m_zoom.start();
}

void MapWidget::panBy(QPointF pixels)
{
    render::MapView view = m_view;
    view.center.x -= pixels.x() * view.metresPerPixel;
    view.center.y += pixels.y() * view.metresPerPixel;
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
    return view.metresPerPixel == m_view.metresPerPixel && view.pixelRatio == m_view.pixelRatio;
}

void MapWidget::setTool(MapTool tool)
{
    m_tool = tool;
    m_measurement.start(tool);
    updateCursor();
    update();
    emit measured();
    emit toolChanged();
}

void MapWidget::setHoverOutline(QPainterPath outline)
{
    m_hover = std::move(outline);
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

void MapWidget::updateCursor()
{
    if (m_drag == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_tool == MapTool::Pointer)
        setCursor(Qt::ArrowCursor);
    else
        setCursor(Qt::CrossCursor);
}

void MapWidget::drawPicture(QPainter& painter, const render::MapPicture& picture) const
{
    if (picture.image.isNull())
        return;
    const QPointF topLeft = m_view.toScreen(picture.view.toMap({0, 0}));
    const double scale = picture.view.metresPerPixel / m_view.metresPerPixel;
    if (std::abs(scale - 1) < 1e-9 && picture.view.pixelRatio == m_view.pixelRatio) {
        // On whole device pixels, or a standing map would be blurred by half a pixel.
        const double ratio = m_view.pixelRatio;
        painter.drawImage(QPointF(std::round(topLeft.x() * ratio) / ratio,
                                  std::round(topLeft.y() * ratio) / ratio),
                          picture.image);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(
        QRectF(topLeft, QSizeF(picture.view.width * scale, picture.view.height * scale)),
        picture.image);
    painter.restore();
}

void MapWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour::mapGround);
    if (m_picture.view != m_view)
        drawPicture(painter, m_surroundings);
    drawPicture(painter, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawHover(painter, m_view, m_hover);
    drawMark(painter, m_view, m_mark);
    drawMeasurement(painter, m_view, m_measurement);
    if (m_drag == Drag::ZoomBox || m_drag == Drag::ChoiceBox)
        drawRubberBand(painter, QRectF(m_pressed, m_last).normalized(), m_drag == Drag::ZoomBox);
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
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    return QWidget::event(event);
}

void MapWidget::wheelEvent(QWheelEvent* event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns != 0) {
        m_glide->stop();
        animateZoom(std::pow(2, turns / 2), event->position());
    }
    event->accept();
}

void MapWidget::mousePressEvent(QMouseEvent* event)
{
    m_glide->stop();
    m_rest.stop();
    emit hoverEnded();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_last = event->position();
    m_pressedWith = event->modifiers();
    m_drag = Drag::Pressed;
}

void MapWidget::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF now = event->position();
    emit pointerMoved(m_view.toMap(now));
    if (m_drag == Drag::None) {
        m_hoverAt = now;
        if (m_tool == MapTool::Pointer)
            m_rest.start(restDelay);
        emit hoverEnded();
        m_measurement.preview(m_view.toMap(now));
        if (!m_measurement.isEmpty()) {
            update();
            emit measured();
        }
        return;
    }
    if (m_drag == Drag::Pressed && (now - m_pressed).manhattanLength() > clickSlack) {
        const bool left = event->buttons() & Qt::LeftButton;
        if (left && ((m_pressedWith & Qt::ShiftModifier) || m_tool == MapTool::BoxZoom))
            m_drag = Drag::ZoomBox;
        else if (left && (m_pressedWith & Qt::ControlModifier))
            m_drag = Drag::ChoiceBox;
        else
            m_drag = Drag::Pan;
        updateCursor();
    }
    if (m_drag == Drag::Pan) {
        m_glide->track(now - m_last);
        panBy(now - m_last);
    } else if (m_drag != Drag::Pressed) {
        update();
    }
    if (m_drag != Drag::Pressed)
        m_last = now;
}

void MapWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag was = std::exchange(m_drag, Drag::None);
    updateCursor();
    if (was == Drag::Pan) {
        m_glide->release(wantsMotion(*this));
    } else if (was == Drag::ZoomBox || was == Drag::ChoiceBox) {
        finishBox(was);
    } else if (was == Drag::Pressed && event->button() == Qt::LeftButton) {
        if (m_tool == MapTool::Length || m_tool == MapTool::Area) {
            m_measurement.add(m_view.toMap(m_pressed));
            update();
            emit measured();
        } else {
            emit clicked(event->position(), event->modifiers());
        }
    }
}

void MapWidget::finishBox(Drag kind)
{
    const Point a = m_view.toMap(m_pressed);
    const Point b = m_view.toMap(m_last);
    Box box;
    box.add(a);
    box.add(b);
    update();
    if (kind == Drag::ChoiceBox) {
        emit boxChosen(box);
        return;
    }
    render::MapView view = render::MapView::fitting(box, width(), height(), m_view.dpi, 0);
    moveTo(view);
    settle();
    if (m_tool == MapTool::BoxZoom)
        setTool(MapTool::Pointer);
}

void MapWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool == MapTool::Length || m_tool == MapTool::Area) {
        m_measurement.finish();
        update();
        emit measured();
    } else {
        emit doubleClicked(event->position());
    }
}

void MapWidget::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_tool == MapTool::Length || m_tool == MapTool::Area) {
        m_measurement.finish();
        update();
        emit measured();
    } else {
        emit menuAsked(QPointF(event->pos()));
    }
}

void MapWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double step = 96;
    switch (event->key()) {
    case Qt::Key_Left:
        panBy({step, 0});
        break;
    case Qt::Key_Right:
        panBy({-step, 0});
        break;
    case Qt::Key_Up:
        panBy({0, step});
        break;
    case Qt::Key_Down:
        panBy({0, -step});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        animateZoom(2, QRectF(rect()).center());
        break;
    case Qt::Key_Minus:
        animateZoom(0.5, QRectF(rect()).center());
        break;
    case Qt::Key_Escape:
        if (m_tool == MapTool::Pointer)
            emit escaped();
        else
            setTool(MapTool::Pointer);
        break;
    case Qt::Key_Backspace:
        if (m_tool == MapTool::Length || m_tool == MapTool::Area) {
            m_measurement.removeLast();
            update();
            emit measured();
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapWidget::leaveEvent(QEvent*)
{
    m_rest.stop();
    m_measurement.preview({});
    emit hoverEnded();
    emit pointerMoved(Point{});
    update();
}

} // namespace guatu::desktop
