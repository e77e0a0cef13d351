// SPDX-License-Identifier: MIT
#include "core/text.h"
#include "render/focus.h"
#include "render/furniture_panels.h"
#include "render/legend_counts.h"
#include "render/map_text.h"

#include <algorithm>

namespace guatu::render
{
namespace
{

const QColor ink(27, 36, 48);
const QColor text2(60, 71, 83);
const QColor quiet(86, 97, 110);

// CSS pixels.
constexpr double lineHeight = 20;
constexpr double swatchWidth = 26;
constexpr double padding = 10;
constexpr double columnGap = 18;
constexpr double inset = 12;

/// One line of the legend: a heading, a class with its swatch, or a remark.
struct Line {
    enum class Kind { Heading, Class, Remark } kind;
    QString text;
    QString count;
    std::string layer, styleClass;
};

QString countText(std::size_t count, const std::string& unitWord)
{
    if (unitWord.empty())
        return {};
    return QString::fromStdString(withThousands(static_cast<long long>(count))) + QChar(0x2009) +
           QString::fromStdString(unitWord);
}

/// The lines of a group's sections: a heading, then their classes.
void addGroup(std::vector<Line>& lines, const std::string& group,
              const std::vector<const LegendSection*>& sections, Language language)
{
    QString heading = QString::fromStdString(group);
    const bool approximate = std::any_of(sections.begin(), sections.end(),
                                         [](const auto* section) { return section->approximate; });
    if (approximate)
        heading += QString::fromStdString(text("render.approximate", language));
    lines.push_back({Line::Kind::Heading, heading, {}, {}, {}});
    for (const LegendSection* section : sections) {
        for (const LegendEntry& entry : section->entries) {
            lines.push_back({Line::Kind::Class, QString::fromStdString(entry.title),
                             countText(entry.count, section->unitWord), entry.layer,
                             entry.styleClass});
        }
        if (section->notLocated > 0) {
            lines.push_back({Line::Kind::Remark,
                             QString::fromStdString(text("render.not_located", language)),
                             countText(section->notLocated, section->unitWord),
                             {},
                             {}});
        }
    }
}

std::vector<Line> legendLines(const Furnishing& f)
{
    const Focus focus(f.scene.focus, f.canvas);
    const Box sheet = f.picture.view.extent();
    const auto isWithin = [&](Point p) {
        return focus.exists() ? focus.contains(p) : sheet.contains(p);
    };
    const auto sections = legendWhere(f.scene, f.picture.view.scaleDenominator(), isWithin);
    std::vector<Line> lines;
    std::set<std::string> done;
    for (const LegendSection& section : sections) {
        if (!done.insert(section.group).second)
            continue;
        std::vector<const LegendSection*> group;
        for (const LegendSection& other : sections) {
            if (other.group == section.group && other.drawn && !other.entries.empty())
                group.push_back(&other);
        }
        if (!group.empty())
            addGroup(lines, section.group, group, f.scene.language);
    }
    return lines;
}

/// The lines in columns no taller than `most`; a heading is not left alone at a column's foot.
std::vector<std::vector<Line>> inColumns(const std::vector<Line>& lines, std::size_t most)
{
    std::vector<std::vector<Line>> columns(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool needsNext = lines[i].kind == Line::Kind::Heading && i + 1 < lines.size();
        if (columns.back().size() + (needsNext ? 2 : 1) > most && !columns.back().empty())
            columns.emplace_back();
        columns.back().push_back(lines[i]);
    }
    return columns;
}

double columnWidth(const Canvas& canvas, const std::vector<Line>& lines)
{
    double width = 0;
    for (const Line& line : lines) {
        const bool heading = line.kind == Line::Kind::Heading;
        const QFont font = mapFont(canvas.css(12), heading);
        double needed = textWidth(line.text, font);
        if (!heading)
            needed += canvas.css(swatchWidth + 8);
        if (!line.count.isEmpty())
            needed += canvas.css(14) + textWidth(line.count, font);
        width = std::max(width, needed);
    }
    return width;
}

void paintLine(QPainter& painter, const Furnishing& f, const Line& line, const QRectF& box)
{
    const Canvas& canvas = f.canvas;
    const bool heading = line.kind == Line::Kind::Heading;
    const QFont font = mapFont(canvas.css(12), heading);
    const double baseline = box.center().y() + canvas.css(12) * 0.38;
    double left = box.left();
    if (!heading)
        left += canvas.css(swatchWidth + 8);
    if (line.kind == Line::Kind::Class) {
        QImage swatch = legendSwatch(*f.scene.definition, line.layer, line.styleClass,
                                     static_cast<int>(swatchWidth), 16, canvas.css(1));
        swatch.setDevicePixelRatio(1);
        painter.drawImage(
            QPointF(std::round(box.left()), std::round(box.center().y() - swatch.height() / 2.0)),
            swatch);
    }
    const QColor colour = heading ? ink : line.kind == Line::Kind::Remark ? quiet : text2;
    paintText(painter, {left, baseline}, line.text, font, colour);
    paintText(painter, {box.right() - textWidth(line.count, font), baseline}, line.count, font,
              colour);
}

/// The corner box that hides the fewest names; right before left, bottom before top.
QRectF bestCorner(const Furnishing& f, QSizeF size, const std::vector<QRectF>& taken)
{
    const QRectF room = f.canvas.bounds().adjusted(f.canvas.css(inset), f.canvas.css(inset),
                                                   -f.canvas.css(inset), -f.canvas.css(inset));
    const double right = std::max(room.left(), room.right() - size.width());
    const double bottom = std::max(room.top(), room.bottom() - size.height());
    QRectF best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const QPointF corner : {QPointF(right, bottom), QPointF(right, room.top()),
                                 QPointF(room.left(), bottom), QPointF(room.left(), room.top())}) {
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

QRectF paintLegend(QPainter& painter, const Furnishing& f, const std::vector<QRectF>& taken)
{
    const Canvas& canvas = f.canvas;
    const std::vector<Line> lines = legendLines(f);
    if (lines.empty())
        return {};
    const double usable = canvas.bounds().height() - canvas.css(2 * inset + 2 * padding);
    const auto most = static_cast<std::size_t>(std::max(3.0, usable / canvas.css(lineHeight)));
    const auto columns = inColumns(lines, most);
    double width = canvas.css(2 * padding) - canvas.css(columnGap);
    std::size_t tallest = 0;
    for (const auto& column : columns) {
        width += columnWidth(canvas, column) + canvas.css(columnGap);
        tallest = std::max(tallest, column.size());
    }
    const QSizeF size(width, canvas.css(2 * padding + lineHeight * static_cast<double>(tallest)));
    const QRectF box = bestCorner(f, size, taken);
    paintPanel(painter, canvas, box);
    double left = box.left() + canvas.css(padding);
    for (const auto& column : columns) {
        const double columnSize = columnWidth(canvas, column);
        double top = box.top() + canvas.css(padding);
        for (const Line& line : column) {
            paintLine(painter, f, line, QRectF(left, top, columnSize, canvas.css(lineHeight)));
            top += canvas.css(lineHeight);
        }
        left += columnSize + canvas.css(columnGap);
    }
    return box;
}

} // namespace guatu::render
