// SPDX-License-Identifier: MIT
#include "briefing/composer.h"
#include "briefing/map_frame.h"
#include "briefing/page_font.h"
#include "core/error.h"
#include "render/legend_lines.h"

#include <algorithm>
#include <cmath>

namespace guatu::briefing
{
namespace
{

using Line = LegendBlock::Line;
using Group = std::vector<Line>;

constexpr double cssMm = 25.4 / 96;

Line::Kind kindOf(render::LegendLine::Kind kind)
{
    using From = render::LegendLine::Kind;
    switch (kind) {
    case From::Heading:
        return Line::Kind::Heading;
    case From::Class:
        return Line::Kind::Class;
    case From::Figure:
        return Line::Kind::Figure;
    case From::Remark:
        break;
    }
    return Line::Kind::Remark;
}

/// The groups of what is on the map, counted within the unit.
std::vector<Group> groupsOf(const MapBlock& map)
{
    const render::MapView view = viewAt(map, LegendBlock::figureDpi);
    const render::Canvas canvas(view);
    render::MapPicture picture;
    picture.view = view;
    const render::Furniture furniture;
    std::vector<Group> groups;
    for (const auto& lines : render::legendGroups(
             {canvas, *map.scene, picture, furniture, view.metresPerPixel * map.groundScale})) {
        Group group;
        for (const render::LegendLine& line : lines)
            group.push_back({kindOf(line.kind), line.text.toStdString(), line.count.toStdString(),
                             line.layer, line.styleClass, 0,
                             line.swatchHeight * cssMm * map.enlarge, line.figure});
        groups.push_back(std::move(group));
    }
    return groups;
}

/// The legend in columns, at a size of text.
class LegendFit
{
public:
    LegendFit(const LegendBlock& block, double points, double enlarge)
        : m_block(block), m_points(points), m_enlarge(enlarge)
    {
    }

    /// Columns of groups; groups stay whole where a column can hold them.
    [[nodiscard]] std::vector<LegendBlock::Column> columns(std::vector<Group> groups,
                                                           double most) const
    {
        std::vector<LegendBlock::Column> columns(1);
        double used = 0;
        for (Group& group : groups) {
            double height = used > 0 ? gap() : 0;
            for (Line& line : group)
                height += line.height = heightOf(line);
            if (used > 0 && used + height > most) {
                columns.emplace_back();
                used = 0;
            }
            if (used > 0) {
                columns.back().lines.push_back({Line::Kind::Remark, {}, {}, {}, {}, gap()});
                used += gap();
            }
            for (Line& line : group) {
                if (used > 0 && used + line.height > most + 1e-6) {
                    columns.emplace_back();
                    used = 0;
                }
                used += line.height;
                columns.back().lines.push_back(std::move(line));
            }
        }
        place(columns);
        return columns;
    }

    [[nodiscard]] double width(const std::vector<LegendBlock::Column>& columns) const
    {
        return columns.back().x + columns.back().width;
    }

private:
    [[nodiscard]] double gap() const { return 1.5 * m_enlarge; }
    [[nodiscard]] double heightOf(const Line& line) const
    {
        if (!line.figure.isNull())
            return line.figure.height() * 25.4 / LegendBlock::figureDpi + m_enlarge;
        return std::max(m_points * mmPerPoint * 1.55, line.swatchHeight + 0.6 * m_enlarge);
    }
    [[nodiscard]] double widthOfLine(const Line& line) const
    {
        if (!line.figure.isNull())
            return line.figure.width() * 25.4 / LegendBlock::figureDpi;
        const TextStyle style{m_points, false, line.kind == Line::Kind::Heading};
        double width = widthOf(line.text, style);
        if (line.kind != Line::Kind::Heading)
            width += m_block.swatchWidth + 2 * m_enlarge;
        if (!line.count.empty())
            width += widthOf(line.count, style) + 3 * m_enlarge;
        return width;
    }

    void place(std::vector<LegendBlock::Column>& columns) const
    {
        double x = 0;
        for (LegendBlock::Column& column : columns) {
            column.x = x;
            for (const Line& line : column.lines)
                column.width = std::max(column.width, widthOfLine(line));
            x += column.width + 5 * m_enlarge;
        }
    }

    const LegendBlock& m_block;
    double m_points, m_enlarge;
};

/// Columns spread over the box, so that a legend of few classes does not cling to the left.
void spread(LegendBlock& block, double used)
{
    if (block.columns.size() < 2)
        return;
    const double free = (block.box.width - used) / static_cast<double>(block.columns.size() - 1);
    const double most = 12 * block.enlarge;
    for (std::size_t i = 0; i < block.columns.size(); ++i)
        block.columns[i].x += std::min(free, most) * static_cast<double>(i);
}

/// "1,047 户" as a number.
double numberOf(const std::string& count)
{
    double number = 0;
    for (const char c : count)
        if (c >= '0' && c <= '9')
            number = 10 * number + (c - '0');
    return number;
}

void bindCounts(Composition& c, const LegendBlock& block)
{
    for (const LegendBlock::Column& column : block.columns)
        for (const Line& line : column.lines)
            if (line.kind == Line::Kind::Class && !line.count.empty())
                c.bind("legend/" + line.layer + "/" + line.styleClass, numberOf(line.count),
                       line.count, "legend");
}

} // namespace

void addLegend(Composition& c, const Frame& frame)
{
    const MapBlock* map = c.page.map(frame.of);
    LegendBlock block;
    block.box = frame.box;
    block.scene = map->scene;
    block.enlarge = map->enlarge;
    block.swatchWidth = 7 * block.enlarge;
    block.title =
        frame.text.zh.empty() ? c.words({"briefing.legend"}) : filledText(c, frame.text, "legend");
    block.titleHeight = 7 * block.enlarge;
    const double room = block.box.height - block.titleHeight;
    const std::vector<Group> groups = groupsOf(*map);
    if (groups.empty())
        return;
    const double largest = (frame.points > 0 ? frame.points : 9) * block.enlarge;
    for (block.points = largest;; block.points -= 0.25 * block.enlarge) {
        const LegendFit fit(block, block.points, block.enlarge);
        // The lowest columns that still fit side by side look evenest.
        for (double most = room / 4; most <= room + 1e-6; most += room / 24) {
            block.columns = fit.columns(groups, std::min(most, room));
            if (fit.width(block.columns) <= block.box.width) {
                spread(block, fit.width(block.columns));
                bindCounts(c, block);
                c.page.blocks.emplace_back(std::move(block));
                return;
            }
        }
        if (block.points <= 7 * std::min(1.0, block.enlarge))
            throw inputError(
                {"briefing.legend_too_large", {{"frame", frame.id}, {"unit", c.unitName()}}});
    }
}

} // namespace guatu::briefing
