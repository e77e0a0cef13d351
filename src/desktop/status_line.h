// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QStatusBar>

class QLabel;

namespace guatu::desktop
{

class Texts;

/// The line at the foot: where the pointer is, the scale, the CRS, what is approximate, of which
/// day and from whom the data are.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    void showPosition(Point lonLat, Point plane);
    void showScale(double denominator);
    [[nodiscard]] QString scale() const;
    [[nodiscard]] QString position() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    QLabel* addPart(bool atRight);

    const Texts& m_texts;
    Workbench& m_workbench;
    QLabel *m_degrees, *m_metres, *m_scale, *m_crs, *m_honesty;
    QLabel *m_offline, *m_date, *m_data, *m_access;
};

} // namespace guatu::desktop
