// SPDX-License-Identifier: MIT
#pragma once

#include <QVariantAnimation>

#include <functional>

namespace guatu::desktop
{

/// Hands an amount out softly, in small steps. What is left of one is added to the next, so that
/// nothing asked for is lost.
class Ramp : public QObject
{
    Q_OBJECT

public:
    explicit Ramp(std::function<void(double)> step);

    /// At once when not `animated`.
    void add(double amount, bool animated);
    void stop() { m_animation.stop(); }
    [[nodiscard]] bool isMoving() const
    {
        return m_animation.state() == QAbstractAnimation::Running;
    }

private:
    std::function<void(double)> m_step;
    QVariantAnimation m_animation;
    double m_total = 0, m_given = 0;
};

} // namespace guatu::desktop
