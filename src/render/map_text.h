// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace guatu::render
{

/// The map's face by name: without it Qt would fall back to Japanese glyph forms.
[[nodiscard]] QFont mapFont(double pixels, bool bold);

/// Remembered, since shaping is slow. Thread-safe.
[[nodiscard]] double textWidth(const QString& text, const QFont& font);

/// Writes from the baseline's left end: the halo first, with round joins, then the letters.
void paintText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
               const QColor& colour, const QColor& halo = {}, double haloWidth = 0);

/// The baseline's left end for a name whose line has its middle, at the left, here.
[[nodiscard]] QPointF labelBaseline(QPointF middleLeft, const QFont& font);

/// Writes digits with their middle at a place.
void paintCentred(QPainter& painter, QPointF middle, const QString& text, const QFont& font,
                  const QColor& colour);

} // namespace guatu::render
