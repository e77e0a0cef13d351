// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/trip_lane_scale.h"
#include "trips/hand.h"

#include <QAbstractScrollArea>

#include <optional>

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// Teams by days as lanes on a time axis: drives, stops, lunch, slack and where one sleeps. Stops
/// are dragged to another place or lane and re-timed on the way. Arrows choose, with Ctrl they
/// move, L locks, Delete takes out.
class TripLanes : public QAbstractScrollArea
{
    Q_OBJECT

public:
    TripLanes(const Texts& texts, TripKeeper& keeper, QWidget* parent = nullptr);

    /// A time of the day that is being played; null: none.
    void setClock(std::optional<trips::Seconds> clock);
    [[nodiscard]] LaneScale scale() const;
    /// The plan as it would be were the stop let go now; null while none is dragged.
    [[nodiscard]] const trips::CheckedPlan* preview() const
    {
        return m_preview ? &*m_preview : nullptr;
    }
    /// What is at a place of the lanes.
    [[nodiscard]] std::optional<std::size_t> stopAt(QPointF pixel) const;

signals:
    /// The axis was pressed or dragged.
    void clockAsked(guatu::trips::Seconds clock);
    void menuAsked(std::size_t stop, QPoint global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void refresh();
    void drag(QPointF at);
    void endDrag();
    bool moveByKey(const QKeyEvent& event);
    void stepChoice(int lanes, int stops);
    void describeChoice();
    [[nodiscard]] const trips::Plan& plan() const;
    [[nodiscard]] trips::RouteSpot spotAt(QPointF at, std::size_t stop) const;

    const Texts& m_texts;
    TripKeeper& m_keeper;
    std::optional<trips::Seconds> m_clock;
    std::optional<std::size_t> m_dragged;
    std::optional<trips::CheckedPlan> m_preview;
    trips::RouteSpot m_target{};
    QPointF m_pressed, m_at;
    bool m_isScrubbing = false;
};

} // namespace guatu::desktop
