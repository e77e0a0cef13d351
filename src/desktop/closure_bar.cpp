// SPDX-License-Identifier: MIT
#include "desktop/closure_bar.h"

#include "desktop/theme.h"

#include <QPainter>

namespace guatu::desktop
{
namespace
{

void fillPart(QPainter& painter, const QRectF& part, Clear status)
{
    painter.save();
    painter.setClipRect(part, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (status) {
    case Clear::Cleared:
        painter.fillRect(part, QColor(0x1A, 0x96, 0x41));
        break;
    case Clear::Uncleared:
        painter.fillRect(part, QColor(0xF0, 0x9A, 0x92));
        painter.setPen(QPen(QColor(0xA9, 0x0F, 0x14, 158), 1));
        for (double x = std::floor(part.left() / 10) * 10; x < part.right(); x += 10) {
            for (double y = std::floor(part.top() / 10) * 10; y < part.bottom(); y += 10) {
                painter.drawLine(QPointF(x + 3.2, y + 3.2), QPointF(x + 6.8, y + 6.8));
                painter.drawLine(QPointF(x + 6.8, y + 3.2), QPointF(x + 3.2, y + 6.8));
            }
        }
        break;
    case Clear::Unknown:
        painter.fillRect(part, QColor(0xC8, 0xCC, 0xD0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x5B, 0x5B, 0x5B));
        for (double x = std::floor(part.left() / 6) * 6; x < part.right(); x += 6) {
            for (double y = std::floor(part.top() / 6) * 6; y < part.bottom(); y += 6) {
                painter.drawEllipse(QPointF(x + 1.5, y + 1.5), 0.9, 0.9);
                painter.drawEllipse(QPointF(x + 4.5, y + 4.5), 0.9, 0.9);
            }
        }
        break;
    case Clear::OutOfScope:
        painter.fillRect(part, QColor(0xF7, 0xF6, 0xF2));
        break;
    }
    painter.restore();
}

double share(const campaign::Tally& tally, Clear status)
{
    const auto count = tally.households[static_cast<std::size_t>(status)];
    const auto total = tally.inScope();
    return total == 0 ? 0 : static_cast<double>(count) / static_cast<double>(total);
}

} // namespace

void ClosureBar::show(const campaign::Tally& tally)
{
    m_tally = tally;
    update();
}

void ClosureBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF whole = QRectF(rect());
    painter.fillRect(whole, colour::hairline);
    double x = 0;
    for (const Clear status : {Clear::Cleared, Clear::Uncleared, Clear::Unknown}) {
        const double width = share(m_tally, status) * whole.width();
        if (width > 0)
            fillPart(painter, {x, 0, width, whole.height()}, status);
        x += width;
    }
    const double cleared = share(m_tally, Clear::Cleared);
    const QString text = QString::number(cleared * 100, 'f', 1) + '%';
    painter.setFont(interfaceFont(12, true));
    if (cleared * whole.width() > painter.fontMetrics().horizontalAdvance(text) + 12) {
        painter.setPen(Qt::white);
        painter.drawText(QRectF(8, 0, cleared * whole.width(), whole.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
    }
}

QPixmap statusPatch(Clear status, int size, double pixelRatio)
{
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    fillPart(painter, {0, 0, double(size), double(size)}, status);
    return pixmap;
}

} // namespace guatu::desktop
