// SPDX-License-Identifier: MIT
#include "render/line_labels.h"

namespace guatu::render
{

std::vector<QPointF> placesAlong(const Canvas& canvas, std::span<const Point> line, double step,
                                 double least, double margin)
{
    const auto lengthOf = [&](std::size_t i) {
        return std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y) /
               canvas.metresPerPixel();
    };
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += lengthOf(i);
    std::vector<QPointF> places;
    if (!std::isfinite(length) || length < least || length <= 0)
        return places;
    const QRectF reach = canvas.bounds().adjusted(-margin, -margin, margin, margin);
    double next = std::min(length, step) / 2;
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = lengthOf(i);
        const QPointF from = canvas.toDevice(line[i - 1]);
        const QPointF to = canvas.toDevice(line[i]);
        const QRectF box = QRectF(from, to).normalized().adjusted(-1, -1, 1, 1);
        if (!reach.intersects(box) && next <= before + piece) // over it in one stride
            next += std::ceil((before + piece - next) / step) * step;
        for (; next <= before + piece; next += step) {
            const QPointF place = from + (to - from) * ((next - before) / piece);
            if (reach.contains(place))
                places.push_back(place);
        }
        before += piece;
    }
    return places;
}

} // namespace guatu::render
