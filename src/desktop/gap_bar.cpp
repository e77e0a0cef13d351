// SPDX-License-Identifier: MIT
#include "desktop/gap_bar.h"

#include "desktop/gap_words.h"
#include "desktop/theme.h"

#include <QPainter>

namespace guatu::desktop
{
namespace
{

void fillPart(QPainter& painter, const QRectF& part, CriterionResult verdict)
{
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (verdict) {
    case CriterionResult::Met:
        painter.fillRect(part, QColor(0xD6, 0xEC, 0xD7));
        break;
    case CriterionResult::Unmet:
        painter.fillRect(part, QColor(0xE6, 0xC0, 0x96));
        painter.setPen(QPen(gapColour, 1));
        for (double x = part.left() - part.height(); x < part.right(); x += 7)
            painter.drawLine(QPointF(x, part.bottom()), QPointF(x + part.height(), part.top()));
        break;
    case CriterionResult::Unknown:
        painter.fillRect(part, QColor(0xC8, 0xCC, 0xD0));
        painter.setBrush(QColor(0x5B, 0x5B, 0x5B));
        for (double x = std::floor(part.left() / 6) * 6; x < part.right(); x += 6)
            for (double y = part.top(); y < part.bottom(); y += 6) {
                painter.drawEllipse(QPointF(x + 1.5, y + 1.5), 0.9, 0.9);
                painter.drawEllipse(QPointF(x + 4.5, y + 4.5), 0.9, 0.9);
            }
        break;
    case CriterionResult::Exempt:
        painter.fillRect(part, QColor(0xD3, 0xE4, 0xF1));
        painter.setPen(QPen(QColor(0x3B, 0x7F, 0xB0), 1));
        painter.setBrush(Qt::NoBrush);
        for (double x = std::floor(part.left() / 9) * 9; x < part.right(); x += 9)
            painter.drawEllipse(QPointF(x + 4.5, part.center().y()), 2, 2);
        break;
    }
    painter.restore();
}

} // namespace

GapBar::GapBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(16);
}

void GapBar::show(const session::GapTally& tally)
{
    m_tally = tally;
    update();
}

void GapBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF whole = QRectF(rect());
    painter.fillRect(whole, colour::hairline);
    double total = 0;
    for (const session::GapCount& count : m_tally.by)
        total += static_cast<double>(count.households);
    double x = 0;
    for (const CriterionResult verdict : {CriterionResult::Met, CriterionResult::Unmet,
                                          CriterionResult::Unknown, CriterionResult::Exempt}) {
        const auto count = static_cast<double>(m_tally.of(verdict).households);
        const double width = total > 0 ? count / total * whole.width() : 0;
        if (width > 0)
            fillPart(painter, {x, 0, width, whole.height()}, verdict);
        x += width;
    }
}

ShareBar::ShareBar(double share, QWidget* parent) : QWidget(parent), m_share(share)
{
    setMinimumWidth(40);
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, height() / 2.0 - 4, std::max(2.0, m_share * width()), 8),
                     QColor(0xA8, 0x71, 0x35));
}

} // namespace guatu::desktop
