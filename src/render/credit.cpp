// SPDX-License-Identifier: MIT
#include "render/credit.h"

#include "render/map_text.h"

#include <QPainter>

namespace guatu::render
{

QRectF paintCredit(QPainter& painter, const Canvas& canvas, const std::string& credit, double right)
{
    if (credit.empty())
        return {};
    const QString text = QString::fromStdString(credit);
    const QFont font = mapFont(canvas.css(10), false);
    const double padding = canvas.css(4);
    const double width = textWidth(text, font) + 2 * padding;
    const double height = canvas.css(16);
    const QRectF box(right - width, canvas.bounds().bottom() - height, width, height);
    painter.fillRect(box, QColor(255, 255, 255, 217));
    paintText(painter, {box.left() + padding, box.bottom() - canvas.css(4.5)}, text, font,
              QColor(0x3C, 0x47, 0x53));
    return box;
}

void paintCredit(QPainter& painter, const MapScene& scene, const MapPicture& picture)
{
    const Canvas canvas(picture.view);
    painter.save();
    painter.scale(1 / picture.view.pixelRatio, 1 / picture.view.pixelRatio);
    paintCredit(painter, canvas, scene.credit, canvas.bounds().right());
    painter.restore();
}

} // namespace guatu::render
