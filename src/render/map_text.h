// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace guatu::render
{

/// The map's face by name (see map_font.h): without it Qt would fall back to Japanese glyph forms.
[[nodiscard]] QFont mapFont(double pixels, bool bold);

/// Remembered, since shaping is slow. Thread-safe.
[[nodiscard]] double textWidth(const QString& text, const QFont& font);

/// The room of a name of one or two lines.
[[nodiscard]] QSizeF nameSize(const QString& name, const QFont& font);

/// Writes a name of one or two lines, each in the middle of the widest, from its left edge and
/// the height of its middle.
void paintName(QPainter& painter, QPointF middleLeft, const QString& name, const QFont& font,
               const QColor& colour, const QColor& halo, double haloWidth);

/// Writes from the baseline's left end: the halo first, with round joins, then the letters.
void paintText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
               const QColor& colour, const QColor& halo = {}, double haloWidth = 0);

/// The baseline's left end for a name whose line has its middle, at the left, here.
[[nodiscard]] QPointF labelBaseline(QPointF middleLeft, const QFont& font);

/// Writes digits with their middle at a place.
void paintCentred(QPainter& painter, QPointF middle, const QString& text, const QFont& font,
                  const QColor& colour);

} // namespace guatu::render
