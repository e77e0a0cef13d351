// SPDX-License-Identifier: MIT
#include "render/legend_lines.h"
#include "render/map_text.h"

#include <algorithm>
#include <cmath>

namespace guatu::render
{
namespace
{

const QColor headingInk(27, 36, 48);
const QColor bodyInk(60, 71, 83);
const QColor quietInk(86, 97, 110);

// CSS pixels at full size.
constexpr double lineHeight = 20;
constexpr double textSize = 12;
constexpr double swatchWidth = 26;
constexpr double padding = 10;
constexpr double columnGap = 18;

using Column = std::vector<LegendLine>;

/// The legend laid out in columns, at some part of its full size.
class LegendSheet
{
public:
    LegendSheet(const Furnishing& f, const std::vector<Column>& groups, double size)
        : m_f(f), m_unit(f.canvas.css(size))
    {
        const double most =
            f.canvas.bounds().height() - f.canvas.css(2 * insetCss) - m_unit * 2 * padding;
        m_columns.emplace_back();
        for (const Column& group : groups)
            add(group, most);
        m_width = m_unit * (2 * padding - columnGap);
        for (const Column& column : m_columns) {
            m_widths.push_back(widthOf(column));
            m_width += m_widths.back() + m_unit * columnGap;
            m_height = std::max(m_height, heightOf(column));
        }
    }

    [[nodiscard]] QSizeF size() const { return {m_width, m_unit * 2 * padding + m_height}; }

    void paint(QPainter& painter, QPointF corner) const
    {
        double left = corner.x() + m_unit * padding;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            double top = corner.y() + m_unit * padding;
            for (const LegendLine& line : m_columns[i]) {
                paintLine(painter, line, QRectF(left, top, m_widths[i], heightOf(line)));
                top += heightOf(line);
            }
            left += m_widths[i] + m_unit * columnGap;
        }
    }

private:
    /// Groups stay together where a column can hold them.
    void add(const Column& group, double most)
    {
        if (!m_columns.back().empty() && heightOf(m_columns.back()) + heightOf(group) > most)
            m_columns.emplace_back();
        for (const LegendLine& line : group) {
            if (!m_columns.back().empty() && heightOf(m_columns.back()) + heightOf(line) > most)
                m_columns.emplace_back();
            m_columns.back().push_back(line);
        }
    }

    /// Swatches are as large as on the map, whatever the size of the text.
    [[nodiscard]] double heightOf(const LegendLine& line) const
    {
        if (!line.figure.isNull())
            return line.figure.height() + m_f.canvas.css(4);
        return std::max(m_unit * lineHeight, m_f.canvas.css(line.swatchHeight + 3));
    }

    [[nodiscard]] double heightOf(const Column& column) const
    {
        double height = 0;
        for (const LegendLine& line : column)
            height += heightOf(line);
        return height;
    }

    [[nodiscard]] QFont fontOf(const LegendLine& line) const
    {
        return mapFont(m_unit * textSize, line.kind == LegendLine::Kind::Heading);
    }

    [[nodiscard]] double indentOf(const LegendLine& line) const
    {
        return line.kind == LegendLine::Kind::Heading ? 0
                                                      : m_f.canvas.css(swatchWidth) + m_unit * 8;
    }

    [[nodiscard]] double widthOf(const Column& column) const
    {
        double width = 0;
        for (const LegendLine& line : column) {
            double needed = indentOf(line) + textWidth(line.text, fontOf(line));
            if (!line.figure.isNull())
                needed = line.figure.width();
            if (!line.count.isEmpty())
                needed += m_unit * 14 + textWidth(line.count, fontOf(line));
            width = std::max(width, needed);
        }
        return width;
    }

    void paintLine(QPainter& painter, const LegendLine& line, const QRectF& box) const
    {
        if (line.kind == LegendLine::Kind::Class) {
            QImage swatch =
                legendSwatch(*m_f.scene.definition, line.layer, line.styleClass,
                             static_cast<int>(swatchWidth), line.swatchHeight, m_f.canvas.css(1));
            swatch.setDevicePixelRatio(1);
            painter.drawImage(QPointF(std::round(box.left()),
                                      std::round(box.center().y() - swatch.height() / 2.0)),
                              swatch);
        }
        if (!line.figure.isNull()) {
            painter.drawImage(QPointF(std::round(box.left()), std::round(box.top())), line.figure);
            return;
        }
        const QFont font = fontOf(line);
        const double baseline = box.center().y() + m_unit * textSize * 0.38;
        const QColor& colour = line.kind == LegendLine::Kind::Heading  ? headingInk
                               : line.kind == LegendLine::Kind::Remark ? quietInk
                                                                       : bodyInk;
        paintText(painter, {box.left() + indentOf(line), baseline}, line.text, font, colour);
        paintText(painter, {box.right() - textWidth(line.count, font), baseline}, line.count, font,
                  colour);
    }

    const Furnishing& m_f;
    double m_unit; ///< device pixels of a CSS pixel at this size
    std::vector<Column> m_columns;
    std::vector<double> m_widths;
    double m_width = 0;
    double m_height = 0;
};

/// Full size if that takes at most a quarter of the sheet, else smaller; 12 CSS pixels at 0.78
/// are 7 points, the smallest that may be printed.
LegendSheet fittingSheet(const Furnishing& f, const std::vector<Column>& groups)
{
    const QRectF sheet = f.canvas.bounds();
    for (const double size : {1.0, 0.9}) {
        LegendSheet legend(f, groups, size);
        const QSizeF taken = legend.size();
        if (taken.width() * taken.height() <= 0.25 * sheet.width() * sheet.height())
            return legend;
    }
    return {f, groups, 0.78};
}

/// The corner box that hides the fewest names; right before left, unless only the right will do,
/// bottom before top.
QRectF bestCorner(const Furnishing& f, QSizeF size, const std::vector<QRectF>& taken)
{
    const double rim = f.canvas.css(insetCss);
    const QRectF room = f.canvas.bounds().adjusted(rim, rim, -rim, -rim);
    const double right = std::max(room.left(), room.right() - size.width());
    const double bottom = std::max(room.top(), room.bottom() - size.height());
    std::vector<QPointF> corners{{right, bottom}, {right, room.top()}};
    if (!f.furniture.legendAtRight)
        corners.insert(corners.end(), {{room.left(), bottom}, room.topLeft()});
    QRectF best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const QPointF& corner : corners) {
        const QRectF box(corner, size);
        std::size_t hidden = 0;
        for (const PlacedLabel& label : f.picture.labels)
            hidden += f.canvas.toLogical(box).intersects(label.box) ? 1 : 0;
        for (const QRectF& other : taken)
            hidden += box.intersects(other) ? 100000 : 0;
        if (hidden < fewest) {
            fewest = hidden;
            best = box;
        }
    }
    return best;
}

} // namespace

QSizeF legendSize(const Furnishing& f)
{
    const auto groups = legendGroups(f);
    return groups.empty() ? QSizeF() : fittingSheet(f, groups).size();
}

QRectF paintLegend(QPainter& painter, const Furnishing& f, const std::vector<QRectF>& taken)
{
    const auto groups = legendGroups(f);
    if (groups.empty())
        return {};
    const LegendSheet sheet = fittingSheet(f, groups);
    const QRectF box = bestCorner(f, sheet.size(), taken);
    paintPanel(painter, f.canvas, box);
    sheet.paint(painter, box.topLeft());
    return box;
}

} // namespace guatu::render
