// SPDX-License-Identifier: MIT
#include "render/legend_parts.h"

#include "core/text.h"

#include <cmath>

namespace guatu::render
{

Canvas legendCanvas(double width, double height, double pixelRatio)
{
    MapView view;
    view.center = {0, 0};
    view.width = static_cast<int>(std::ceil(width));
    view.height = static_cast<int>(std::ceil(height));
    view.pixelRatio = pixelRatio;
    return Canvas(view);
}

QImage emptyPicture(const Canvas& canvas)
{
    QImage image(canvas.bounds().size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

QString legendNumber(double value)
{
    return value == std::floor(value) ? QString::fromStdString(withThousands(std::llround(value)))
                                      : QString::number(value, 'g', 3);
}

QString legendValue(double value, const LocalText& unitWord, Language language)
{
    return legendNumber(value) + QChar(0x2009) + QString::fromStdString(unitWord.in(language));
}

} // namespace guatu::render
