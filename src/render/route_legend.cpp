// SPDX-License-Identifier: MIT
#include "render/route_legend.h"

#include "render/map_text.h"
#include "render/route_badges.h"
#include "render/route_style.h"

#include <QPainter>

#include <algorithm>

namespace guatu::render
{
namespace
{

// CSS pixels.
constexpr double rowHeight = 24, padding = 12, textSize = 12, lineWidth = 26, badgeRadius = 8.5;
constexpr std::size_t mostDays = 7; ///< then the pattern repeats anyway

class LegendTable
{
public:
    LegendTable(const RouteMap& map, double unit)
        : m_map(map),
          m_unit(unit),
          m_days(std::min(map.days.size(), mostDays)),
          m_font(mapFont(textSize * unit, false))
    {
        for (const std::string& team : map.teams)
            m_teamWidth = std::max(m_teamWidth, widthOf(team));
        m_column = (lineWidth + 2 * badgeRadius + 14) * unit;
        for (std::size_t i = 0; i < m_days; ++i)
            m_column = std::max(m_column, widthOf(map.days[i]) + 10 * unit);
        m_teamWidth += 12 * unit;
    }

    [[nodiscard]] QSizeF size() const
    {
        double width = m_teamWidth + m_column * static_cast<double>(m_days);
        width = std::max(width, widthOf(m_map.note));
        width = std::max(width, widthOf(m_map.leftOutTitle) + 24 * m_unit);
        const double rows = static_cast<double>(m_map.teams.size()) + 1 +
                            (m_map.leftOutTitle.empty() ? 0 : 1) + (m_map.note.empty() ? 0 : 1);
        return {width + 2 * padding * m_unit, (rows * rowHeight + padding) * m_unit};
    }

    void paint(QPainter& painter, QPointF corner) const
    {
        const QColor ink(0x1B, 0x24, 0x30), quiet(0x56, 0x61, 0x6E);
        QPointF at = corner + QPointF(padding, padding / 2 + rowHeight / 2) * m_unit;
        const auto write = [&](QPointF where, const std::string& text, const QColor& colour) {
            paintText(painter, labelBaseline(where, m_font), QString::fromStdString(text), m_font,
                      colour);
        };
        for (std::size_t day = 0; day < m_days; ++day)
            write(at + QPointF(m_teamWidth + m_column * static_cast<double>(day), 0),
                  m_map.days[day], quiet);
        for (std::size_t team = 0; team < m_map.teams.size(); ++team) {
            at.ry() += rowHeight * m_unit;
            write(at, m_map.teams[team], ink);
            for (std::size_t day = 0; day < m_days; ++day)
                paintSample(painter,
                            at + QPointF(m_teamWidth + m_column * static_cast<double>(day), 0),
                            team, day);
        }
        if (!m_map.leftOutTitle.empty()) {
            at.ry() += rowHeight * m_unit;
            paintLeftOutMark(painter, at + QPointF(8 * m_unit, 0), 7 * m_unit);
            write(at + QPointF(24 * m_unit, 0), m_map.leftOutTitle, ink);
        }
        if (!m_map.note.empty()) {
            at.ry() += rowHeight * m_unit;
            write(at, m_map.note, quiet);
        }
    }

private:
    [[nodiscard]] double widthOf(const std::string& text) const
    {
        return textWidth(QString::fromStdString(text), m_font);
    }

    void paintSample(QPainter& painter, QPointF at, std::size_t team, std::size_t day) const
    {
        QPen pen(teamColour(team), 2.8 * m_unit, Qt::SolidLine, Qt::FlatCap);
        if (const auto dashes = dayDashes(day); !dashes.isEmpty())
            pen.setDashPattern(dashes);
        painter.setPen(pen);
        painter.drawLine(at, at + QPointF(lineWidth * m_unit, 0));
        paintRouteBadge(painter, at + QPointF(lineWidth + badgeRadius, 0) * m_unit,
                        badgeRadius * m_unit, team, day, {});
    }

    const RouteMap& m_map;
    double m_unit;
    std::size_t m_days;
    QFont m_font;
    double m_teamWidth = 0, m_column = 0;
};

} // namespace

QSizeF routeLegendSize(const RouteMap& map, double unit)
{
    return LegendTable(map, unit).size();
}

void paintRouteLegend(QPainter& painter, QPointF corner, const RouteMap& map, double unit)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    LegendTable(map, unit).paint(painter, corner);
    painter.restore();
}

} // namespace guatu::render
