// SPDX-License-Identifier: MIT
#include "desktop/glide.h"

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr int frame = 16;           // ms
constexpr double decay = 0.90;      // of the speed, per frame
constexpr double slowest = 0.05;    // pixels a millisecond: below this it stands
constexpr qint64 longestPause = 60; // ms: a hand that rested before letting go throws nothing

} // namespace

Glide::Glide(std::function<void(QPointF)> move) : m_move(std::move(move))
{
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &Glide::step);
    m_clock.start();
}

void Glide::track(QPointF moved)
{
    m_timer.stop();
    const qint64 passed = std::max<qint64>(1, m_clock.restart());
    const QPointF now = moved / static_cast<double>(passed);
    m_speed = passed > longestPause ? now : m_speed * 0.6 + now * 0.4;
}

void Glide::release(bool animated)
{
    if (animated && m_clock.elapsed() < longestPause &&
        std::hypot(m_speed.x(), m_speed.y()) > slowest * 4)
        m_timer.start();
    else
        stop();
}

void Glide::stop()
{
    const bool moving = m_timer.isActive();
    m_timer.stop();
    m_speed = {};
    if (moving)
        emit ended();
}

void Glide::step()
{
    m_move(m_speed * frame);
    m_speed *= decay;
    if (std::hypot(m_speed.x(), m_speed.y()) < slowest)
        stop();
}

} // namespace guatu::desktop
