// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/map_choice.h"
#include "desktop/map_mover.h"
#include "desktop/map_tool.h"
#include "desktop/map_worker.h"
#include "desktop/view_history.h"

#include <QPainterPath>
#include <QTimer>
#include <QWidget>

namespace guatu::desktop
{

class MapDraggable;
class MapHand;

/// The map: shows the newest picture, moved and scaled to where the user is now, while the worker
/// draws the sharp one.
class MapWidget : public QWidget
{
    Q_OBJECT

public:
    explicit MapWidget(QWidget* parent = nullptr);
    ~MapWidget() override;

    void setScene(render::MapScene scene);
    [[nodiscard]] const render::MapScene& scene() const { return m_scene; }
    [[nodiscard]] const render::MapView& view() const { return m_view; }
    [[nodiscard]] const render::MapPicture& picture() const { return m_picture; }
    /// The picture on the screen is the one that belongs here, complete.
    [[nodiscard]] bool isSharp() const;

    void fit(const Box& box);
    void centerOn(Point place, double metresPerPixel);
    /// The same place, scale and rotation as another map; nothing happens when it shows them.
    void follow(const render::MapView& view);
    void zoomBy(double factor, QPointF around);
    void zoomBy(double factor) { zoomBy(factor, QRectF(rect()).center()); }
    void panBy(QPointF pixels);
    /// Clockwise, about a pixel that stays where it is.
    void turnBy(double degrees, QPointF around);
    [[nodiscard]] MapHand& hand() { return *m_hand; }
    [[nodiscard]] const ViewHistory& history() const { return m_history; }
    void showPrevious();
    void showNext();
    void forgetViews() { m_history.clear(); }

    void setTool(MapTool tool);
    [[nodiscard]] MapTool tool() const { return m_tool; }
    [[nodiscard]] Measurement& measurement() { return m_measurement; }
    void setTransforms(MapTransforms transforms) { m_transforms = std::move(transforms); }
    [[nodiscard]] const MapTransforms& transforms() const { return m_transforms; }
    /// Where a vertex of a drawn road goes that is set at a place.
    void setSnap(std::function<Point(Point)> snap) { m_snap = std::move(snap); }
    /// The place under a pixel; while a road is drawn, as it would be set there.
    [[nodiscard]] Point vertexAt(QPointF pixel) const;
    /// Null when nothing can be dragged.
    void setDraggable(MapDraggable* draggable);
    [[nodiscard]] MapDraggable* draggable() const { return m_draggable; }
    /// The pointer moves over the map without a button.
    void hoverAt(QPointF pixel);

    /// Outline of the feature under the pointer, in plane coordinates.
    void setHoverOutline(QPainterPath outline);
    /// Who is on the way now.
    void setMovers(std::vector<MapMover> movers);
    [[nodiscard]] const std::vector<MapMover>& movers() const { return m_movers; }
    /// A mark at a place that was asked for; invalid takes it away.
    void setMark(Point place);

    [[nodiscard]] std::vector<render::Hit> hitsAt(QPointF pixel) const;

signals:
    void viewChanged();
    void historyChanged();
    void drawingStarted(); ///< of a sharp picture; pictureShown or failed follows
    void pictureShown();
    void failed(const guatu::Message& why);
    void pointerMoved(const guatu::Point& plane); ///< invalid when it has left
    void hovered(QPointF pixel);                  ///< after it rested
    void hoverEnded();
    void clicked(QPointF pixel, Qt::KeyboardModifiers modifiers);
    void doubleClicked(QPointF pixel);
    void placeChosen(const guatu::Point& plane); ///< with a tool that acts on one place
    void lineDrawn(const std::vector<guatu::Point>& line);
    void areaChosen(const guatu::desktop::MapChoice& choice);
    void menuAsked(QPointF pixel);
    void escaped();  ///< Esc without a tool in use
    void measured(); ///< the measurement has changed
    void toolChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void moveTo(const render::MapView& view);
    void askForPicture();
    void takePicture(const render::MapPicture& picture);
    [[nodiscard]] bool isSameScale(const render::MapView& view) const;
    void settle();
    void drawGridLabels(QPainter& painter) const;

    render::MapScene m_scene;
    render::MapView m_view;
    render::MapPicture m_picture;      ///< the newest sharp one
    render::MapPicture m_surroundings; ///< a coarse one of the land around it
    MapWorker m_worker;
    bool m_fresh = true;      ///< the scene is the one the picture shows
    bool m_askedFresh = true; ///< and the one of the picture in work
    render::MapView m_asked;  ///< of the picture in work
    ViewHistory m_history;
    QTimer m_redraw, m_rest, m_settled;
    MapTool m_tool = MapTool::Pointer;
    std::unique_ptr<MapHand> m_hand;
    MapTransforms m_transforms;
    Measurement m_measurement;
    std::function<Point(Point)> m_snap;
    MapDraggable* m_draggable = nullptr;
    QPointF m_pointer;
    Box m_wanted; ///< to be fitted once the size is known
    QPainterPath m_hover;
    Point m_mark{};
    std::vector<MapMover> m_movers;
};

} // namespace guatu::desktop
