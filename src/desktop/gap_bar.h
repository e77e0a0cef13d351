// SPDX-License-Identifier: MIT
#pragma once

#include "session/gap_case.h"

#include <QWidget>

namespace guatu::desktop
{

/// Households by verdict as one bar: met, gap, unknown (dots), exempt (rings).
class GapBar : public QWidget
{
    Q_OBJECT

public:
    explicit GapBar(QWidget* parent = nullptr);
    void show(const session::GapTally& tally);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    session::GapTally m_tally{};
};

/// A bar in a table row: a share of the longest one.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(double share, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share;
};

} // namespace guatu::desktop
