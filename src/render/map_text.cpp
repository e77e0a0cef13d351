// SPDX-License-Identifier: MIT
#include "render/map_text.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainterPath>

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

namespace guatu::render
{

constexpr double lineHeight = 1.16; // ems from line to line of a name

double textWidth(const QString& text, const QFont& font)
{
    static std::mutex mutex;
    static std::map<std::tuple<int, bool, QString, QString>, double> known;
    const std::tuple key(font.pixelSize(), font.bold(), text, font.family());
    {
        const std::lock_guard lock(mutex);
        if (const auto width = known.find(key); width != known.end())
            return width->second;
    }
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    const std::lock_guard lock(mutex);
    if (known.size() > 50000)
        known.clear();
    known.emplace(key, width);
    return width;
}

QPointF labelBaseline(QPointF middleLeft, const QFont& font)
{
    // Han characters of Noto Sans reach from 0.88 em above the baseline to 0.12 em below it.
    return {middleLeft.x(), middleLeft.y() + font.pixelSize() * 0.38};
}

namespace
{

/// A text in pieces, figures and Latin letters apart. Shaped together Noto has other glyphs for the
/// figures, which no character of its own leads to, so that a document could not say what they are.
QStringList readable(const QString& text)
{
    enum class Kind { Other, Letter, Figure } last = Kind::Other;
    QStringList pieces;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const Kind kind = c.isDigit()                           ? Kind::Figure
                          : c.unicode() < 0x250 && c.isLetter() ? Kind::Letter
                          : c.isLetter()                        ? Kind::Other
                                                                : last; // marks and blanks
        if (kind != last && last != Kind::Other && kind != Kind::Other) {
            pieces.push_back(text.mid(begin, i - begin));
            begin = i;
        }
        last = kind;
    }
    pieces.push_back(text.mid(begin));
    return pieces;
}

} // namespace

void paintText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font,
               const QColor& colour, const QColor& halo, double haloWidth)
{
    QPainterPath path;
    path.addText(baseline, font, text);
    path.setFillRule(Qt::WindingFill);
    const auto kind = painter.paintEngine()->type();
    if (haloWidth > 0) {
        QColor around = halo;
        // Qt writes a translucent line into a PDF as the area of the line, ten times as long.
        if (kind == QPaintEngine::Pdf)
            around.setAlpha(255);
        painter.strokePath(path,
                           QPen(around, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    // A document keeps its words as words, to be found and copied.
    if (kind == QPaintEngine::Pdf || kind == QPaintEngine::Picture || kind == QPaintEngine::SVG) {
        painter.setFont(font);
        painter.setPen(colour);
        double x = 0;
        for (const QString& piece : readable(text)) {
            painter.drawText(baseline + QPointF(x, 0), piece);
            x += textWidth(piece, font);
        }
        return;
    }
    painter.fillPath(path, colour);
}

QSizeF nameSize(const QString& name, const QFont& font)
{
    double width = 0;
    int lines = 0;
    for (const QString& line : name.split('\n')) {
        width = std::max(width, textWidth(line, font));
        ++lines;
    }
    return {width, lines * lineHeight * font.pixelSize()};
}

void paintName(QPainter& painter, QPointF middleLeft, const QString& name, const QFont& font,
               const QColor& colour, const QColor& halo, double haloWidth)
{
    const QSizeF size = nameSize(name, font);
    const double step = lineHeight * font.pixelSize();
    double middle = middleLeft.y() - (size.height() - step) / 2;
    for (const QString& line : name.split('\n')) {
        const double left = middleLeft.x() + (size.width() - textWidth(line, font)) / 2;
        paintText(painter, labelBaseline({left, middle}, font), line, font, colour, halo,
                  haloWidth);
        middle += step;
    }
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
