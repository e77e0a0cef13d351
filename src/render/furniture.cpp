// SPDX-License-Identifier: MIT
#include "render/furniture_panels.h"

#include "core/text.h"
#include "render/credit.h"
#include "render/locator.h"
#include "render/map_text.h"
#include "render/route_legend.h"

#include <cmath>

namespace guatu::render
{
namespace
{

constexpr double paddingCss = 10;

const QColor ink(27, 36, 48);
const QColor secondary(86, 97, 110);

QString qtext(std::string_view id, Language language)
{
    return QString::fromStdString(text(id, language));
}

QString kilometres(double metres, const Furnishing& f)
{
    const bool isShort = metres < 1000;
    const double value = isShort ? metres : metres / 1000;
    return QString::number(value, 'g', 4) + QChar(0x2009) +
           qtext(isShort ? "render.metres" : "render.kilometres", f.scene.language);
}

void paintBar(QPainter& painter, const Furnishing& f, const ScaleBar& bar, QPointF at)
{
    const double height = f.canvas.css(5);
    const double step = bar.pixels / bar.divisions;
    painter.setPen(QPen(ink, f.canvas.css(1)));
    for (int i = 0; i < bar.divisions; ++i) {
        painter.setBrush(i % 2 == 0 ? QBrush(ink) : QBrush(Qt::white));
        painter.drawRect(QRectF(at.x() + i * step, at.y(), step, height));
    }
}

/// Where north is, in a box at the right of the scale bar's; under the title's when there is none.
QRectF paintNorth(QPainter& painter, const Furnishing& f, const QRectF& beside)
{
    const Canvas& canvas = f.canvas;
    const double side = canvas.css(40);
    const QRectF box =
        f.furniture.scaleBar
            ? QRectF(beside.right() + canvas.css(8), beside.bottom() - side, side, side)
            : QRectF(canvas.css(insetCss), beside.bottom() + canvas.css(8), side, side);
    paintPanel(painter, canvas, box);
    painter.save();
    painter.translate(box.center());
    painter.rotate(f.picture.view.rotation);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double unit = canvas.css(1);
    painter.drawPolygon(
        QPolygonF{{0, -14 * unit}, {7 * unit, 13 * unit}, {0, 7 * unit}, {-7 * unit, 13 * unit}});
    painter.restore();
    return box;
}

} // namespace

void paintPanel(QPainter& painter, const Canvas& canvas, const QRectF& box)
{
    painter.setPen(QPen(QColor(0xC9, 0xCF, 0xD6), canvas.css(1)));
    painter.setBrush(Qt::white);
    painter.drawRect(box);
}

namespace
{

/// A title on one line, or on two where the sheet is narrow.
struct TitleLayout {
    explicit TitleLayout(const Furnishing& f)
        : title(QString::fromStdString(f.furniture.title)),
          subtitle(QString::fromStdString(f.furniture.subtitle)),
          large(mapFont(f.canvas.css(17), true)),
          small(mapFont(f.canvas.css(12), false)),
          padding(f.canvas.css(paddingCss)),
          titleWidth(textWidth(title, large)),
          gap(f.canvas.css(10))
    {
        if (title.isEmpty() && subtitle.isEmpty())
            return;
        const Canvas& canvas = f.canvas;
        const double room = canvas.bounds().width() - 2 * canvas.css(insetCss) - 2 * padding;
        const double subtitleWidth = textWidth(subtitle, small);
        oneLine = titleWidth + gap + subtitleWidth <= room;
        const double width =
            oneLine ? titleWidth + gap + subtitleWidth : std::max(titleWidth, subtitleWidth);
        size = {width + 2 * padding, canvas.css(oneLine ? 20 : 40) + padding * 1.2};
    }

    QString title, subtitle;
    QFont large, small;
    double padding, titleWidth, gap;
    bool oneLine = true;
    QSizeF size{}; ///< empty when there is nothing to say
};

} // namespace

QSizeF titleSize(const Furnishing& f)
{
    return TitleLayout(f).size;
}

QRectF paintTitle(QPainter& painter, const Furnishing& f)
{
    const TitleLayout layout(f);
    if (layout.size.isEmpty())
        return {};
    const Canvas& canvas = f.canvas;
    const QRectF box({canvas.css(insetCss), canvas.css(insetCss)}, layout.size);
    paintPanel(painter, canvas, box);
    const QPointF baseline(box.left() + layout.padding,
                           box.top() + layout.padding * 0.6 + canvas.css(16));
    paintText(painter, baseline, layout.title, layout.large, ink);
    const QPointF second = layout.oneLine ? baseline + QPointF(layout.titleWidth + layout.gap, 0)
                                          : baseline + QPointF(0, canvas.css(20));
    paintText(painter, second, layout.subtitle, layout.small, secondary);
    return box;
}

QSizeF routesSize(const Furnishing& f)
{
    return f.scene.routes && f.furniture.legend ? routeLegendSize(*f.scene.routes, f.canvas.css(1))
                                                : QSizeF();
}

QRectF paintRoutesPanel(QPainter& painter, const Furnishing& f)
{
    const QSizeF size = routesSize(f);
    if (size.isEmpty())
        return {};
    const double rim = f.canvas.css(insetCss);
    const QRectF box({f.canvas.bounds().right() - rim - size.width(), rim}, size);
    paintPanel(painter, f.canvas, box);
    paintRouteLegend(painter, box.topLeft(), *f.scene.routes, f.canvas.css(1));
    return box;
}

QRectF paintScale(QPainter& painter, const Furnishing& f)
{
    const Canvas& canvas = f.canvas;
    const double ratio = f.picture.view.pixelRatio;
    const double quarter = canvas.bounds().width() / 4;
    ScaleBar bar = scaleBar(f.trueMetresPerPixel / ratio, std::min(quarter, canvas.css(200)));
    const double denominator = f.trueMetresPerPixel * f.picture.view.dpi / 0.0254;
    const double digits = std::pow(10, std::max(0.0, std::floor(std::log10(denominator)) - 2));
    const long long rounded = std::llround(std::round(denominator / digits) * digits);
    const QFont font = mapFont(canvas.css(11), false);
    const QString scale = QStringLiteral("1:") + QString::fromStdString(withThousands(rounded));
    const QString note = QString::fromStdString(f.furniture.note);
    const QString end = kilometres(bar.metres, f);

    const double padding = canvas.css(paddingCss);
    const double barWidth = bar.pixels + textWidth(end, font);
    const double upper = barWidth + canvas.css(14) + textWidth(scale, font);
    const double width = std::max(upper, textWidth(note, font)) + 2 * padding;
    const double height = canvas.css(note.isEmpty() ? 40 : 58);
    const QRectF box(canvas.css(insetCss), canvas.bounds().bottom() - canvas.css(insetCss) - height,
                     width, height);
    paintPanel(painter, canvas, box);
    const QPointF at(box.left() + padding + canvas.css(3), box.top() + canvas.css(24));
    paintBar(painter, f, bar, at);
    const double labelLine = at.y() - canvas.css(5);
    paintText(painter, {at.x() - canvas.css(3), labelLine}, QStringLiteral("0"), font, ink);
    const QString number = end.section(QChar(0x2009), 0, 0);
    paintText(painter, {at.x() + bar.pixels - textWidth(number, font) / 2, labelLine}, end, font,
              ink);
    paintText(painter, {box.right() - padding - textWidth(scale, font), at.y() + canvas.css(6)},
              scale, font, ink);
    if (!note.isEmpty())
        paintText(painter, {box.left() + padding, box.bottom() - canvas.css(9)}, note, font,
                  secondary);
    return box;
}

QRectF paintLocatorPanel(QPainter& painter, const Furnishing& f)
{
    const Canvas& canvas = f.canvas;
    const double width = std::min(canvas.css(150), canvas.bounds().width() / 4);
    const double height = locatorHeight(*f.furniture.locator, width);
    const double rim = canvas.css(insetCss);
    const QRectF all = canvas.bounds();
    const QRectF box(all.right() - rim - width, all.bottom() - rim - height, width, height);
    paintLocator(painter, box, *f.furniture.locator, f.picture.view, canvas.css(1));
    painter.setPen(QPen(QColor(0xC9, 0xCF, 0xD6), canvas.css(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    return box;
}

void paintFurniture(QPainter& painter, const MapScene& scene, const MapPicture& picture,
                    const Furniture& furniture, double trueMetresPerPixel)
{
    const Canvas canvas(picture.view);
    const Furnishing f{canvas, scene, picture, furniture, trueMetresPerPixel};
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QRectF> taken{paintTitle(painter, f)};
    if (furniture.scaleBar)
        taken.push_back(paintScale(painter, f));
    if (!canvas.turn().isNone())
        taken.push_back(paintNorth(painter, f, taken.back()));
    double right = canvas.bounds().right();
    if (furniture.locator) {
        taken.push_back(paintLocatorPanel(painter, f));
        right = taken.back().left() - canvas.css(insetCss);
    }
    taken.push_back(paintCredit(painter, canvas, scene.credit, right));
    taken.push_back(paintRoutesPanel(painter, f));
    if (furniture.legend)
        taken.push_back(paintLegend(painter, f, taken));
    const double ratio = picture.view.pixelRatio;
    for (QRectF& box : taken)
        box = canvas.toLogical(box);
    painter.save();
    painter.scale(ratio, ratio);
    paintGridLabels(painter, picture, taken);
    painter.restore();
}

void drawFurniture(QImage& image, const MapScene& scene, const MapPicture& picture,
                   const Furniture& furniture, double trueMetresPerPixel)
{
    image.setDevicePixelRatio(1); // all furniture is measured in device pixels
    {
        QPainter painter(&image);
        paintFurniture(painter, scene, picture, furniture, trueMetresPerPixel);
    }
    image.setDevicePixelRatio(picture.view.pixelRatio);
}

} // namespace guatu::render
