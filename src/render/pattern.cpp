// SPDX-License-Identifier: MIT
#include "render/pattern.h"

#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

namespace guatu::render
{
namespace
{

/// CSS pixels after which a pattern repeats.
int period(Pattern pattern)
{
    switch (pattern) {
    case Pattern::Crosses:
        return 10;
    case Pattern::Diagonal:
        return 7;
    case Pattern::Dots:
        return 6;
    case Pattern::Rings:
        return 9;
    case Pattern::None:
        break;
    }
    return 1;
}

/// Draws the pattern's one period from (0, 0), in CSS pixels.
void drawPeriod(QPainter& painter, Pattern pattern, const QColor& colour)
{
    painter.setPen(QPen(colour, pattern == Pattern::Rings ? 0.9 : 1.0));
    painter.setBrush(Qt::NoBrush);
    switch (pattern) {
    case Pattern::Crosses:
        painter.drawLine(QPointF(3.2, 3.2), QPointF(6.8, 6.8));
        painter.drawLine(QPointF(6.8, 3.2), QPointF(3.2, 6.8));
        break;
    case Pattern::Diagonal:
        painter.drawLine(QPointF(-0.5, 7.5), QPointF(7.5, -0.5));
        break;
    case Pattern::Dots:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(1.5, 1.5), 0.9, 0.9);
        painter.drawEllipse(QPointF(4.5, 4.5), 0.9, 0.9);
        break;
    case Pattern::Rings:
        painter.drawEllipse(QPointF(4.5, 4.5), 2, 2);
        break;
    case Pattern::None:
        break;
    }
}

/// Draws `repeats` by `repeats` periods onto a transparent tile of whole pixels.
QImage patternOnly(const Fill& fill, int pixels, int repeats)
{
    QImage marks(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    marks.fill(Qt::transparent);
    QPainter painter(&marks);
    painter.setRenderHint(QPainter::Antialiasing);
    const double step = period(fill.pattern);
    painter.scale(pixels / (repeats * step), pixels / (repeats * step));
    // Opaque strokes, and one rim of periods around, so that nothing is cut or doubled at seams.
    QColor opaque = qcolor(fill.patternColour);
    opaque.setAlpha(255);
    for (int row = -1; row <= repeats; ++row) {
        for (int column = -1; column <= repeats; ++column) {
            painter.save();
            painter.translate(column * step, row * step);
            drawPeriod(painter, fill.pattern, opaque);
            painter.restore();
        }
    }
    return marks;
}

QImage makePatternTile(const Fill& fill, double scale)
{
    const double step = period(fill.pattern) * scale;
    // As many periods as make the tile nearly a whole number of pixels.
    int repeats = 1;
    const auto error = [step](int n) { return std::abs(step * n - std::round(step * n)) / n; };
    for (int n = 2; n <= 8; ++n) {
        if (error(n) < error(repeats) - 1e-9)
            repeats = n;
    }
    // Large tiles make long runs, and opaque ones are copied rather than blended.
    while (step * repeats < 128)
        repeats *= 2;
    const int pixels = std::max(1, static_cast<int>(std::lround(step * repeats)));
    QImage tile(pixels, pixels,
                fill.colour.a == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    tile.fill(qcolor(fill.colour));
    if (fill.pattern == Pattern::None)
        return tile;
    QPainter painter(&tile);
    painter.setOpacity(fill.patternColour.a / 255.0);
    painter.drawImage(0, 0, patternOnly(fill, pixels, repeats));
    return tile;
}

} // namespace

QImage patternTile(const Fill& fill, double scale)
{
    struct Made {
        Fill fill;
        double scale;
        QImage tile;
    };
    constexpr std::size_t most = 48; // of some 70 KB; maps have a dozen
    static std::mutex mutex;
    static std::deque<Made> kept;
    const std::lock_guard guard(mutex);
    const auto known = std::ranges::find_if(
        kept, [&](const Made& made) { return made.scale == scale && made.fill == fill; });
    if (known != kept.end())
        return known->tile;
    kept.push_back({fill, scale, makePatternTile(fill, scale)});
    if (kept.size() > most)
        kept.pop_front();
    return kept.back().tile;
}

QBrush areaBrush(const Fill& fill, const Canvas& canvas)
{
    if (fill.pattern == Pattern::None)
        return QBrush(qcolor(fill.colour));
    const QImage tile = patternTile(fill, canvas.css(1));
    QBrush brush(tile);
    brush.setTransform(QTransform::fromTranslate(-std::fmod(canvas.left(), tile.width()),
                                                 -std::fmod(canvas.top(), tile.height())));
    return brush;
}

} // namespace guatu::render
