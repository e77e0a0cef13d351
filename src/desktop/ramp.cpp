// SPDX-License-Identifier: MIT
#include "desktop/ramp.h"

namespace guatu::desktop
{

Ramp::Ramp(std::function<void(double)> step) : m_step(std::move(step))
{
    m_animation.setDuration(140);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        const double now = m_total * share.toDouble();
        const double part = now - m_given;
        m_given = now;
        if (part != 0)
            m_step(part);
    });
}

void Ramp::add(double amount, bool animated)
{
    const double left = isMoving() ? m_total - m_given : 0;
    m_animation.stop();
    m_total = 0; // setting the animation back gives nothing
    m_given = 0;
    if (!animated) {
        m_step(left + amount);
        return;
    }
    m_animation.setCurrentTime(0);
    m_total = left + amount;
    m_animation.start();
}

} // namespace guatu::desktop
