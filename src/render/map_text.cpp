// SPDX-License-Identifier: MIT
#include "render/map_text.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace guatu::render
{

QFont mapFont(double pixels, bool bold)
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

void paintText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
               const QColor& colour, const QColor& halo, double haloWidth)
{
    QPainterPath path;
    path.addText(baseline, font, text);
    path.setFillRule(Qt::WindingFill);
    if (haloWidth > 0) {
        painter.strokePath(path,
                           QPen(halo, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    painter.fillPath(path, colour);
}

void paintCentred(QPainter& painter, QPointF middle, const QString& text, const QFont& font,
                  const QColor& colour)
{
    // Digits of Noto Sans stand 0.733 em high on the baseline.
    const QPointF baseline(middle.x() - textWidth(text, font) / 2,
                           middle.y() + font.pixelSize() * 0.3665);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(baseline, text); // digits come from the glyph cache, quicker than paths
}

} // namespace guatu::render
