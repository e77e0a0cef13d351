// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"

#include <QWidget>

namespace guatu::desktop
{

/// How far a unit is: cleared, uncleared and unknown households as parts of one bar. The parts
/// differ by pattern too, for grey print and for eyes that see no red or green.
class ClosureBar : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void show(const campaign::Tally& tally);
    using QWidget::show;
    QSize sizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    campaign::Tally m_tally{};
};

/// The small square of a status beside its name, in the look of the bar.
[[nodiscard]] QPixmap statusPatch(Clear status, int size, double pixelRatio);

} // namespace guatu::desktop
