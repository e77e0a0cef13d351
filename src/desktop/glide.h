// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QTimer>

#include <functional>

namespace guatu::desktop
{

/// Lets the map run out softly after a drag. Stands still when the system wants no motion.
class Glide : public QObject
{
    Q_OBJECT

public:
    explicit Glide(std::function<void(QPointF)> move);

    void track(QPointF step);
    /// The button was let go; `animated` false only forgets the speed.
    void release(bool animated);
    void stop();
    [[nodiscard]] bool isMoving() const { return m_timer.isActive(); }

signals:
    void ended();

private:
    void step();

    std::function<void(QPointF)> m_move;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QPointF m_speed; ///< pixels a millisecond
};

} // namespace guatu::desktop
