// SPDX-License-Identifier: MIT
#include "session/tables/table_parts.h"

#include "core/crs.h"
#include "core/polygon.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

/// Adds a feature of one column to another.
void copyFeature(const GeometryColumn& from, std::size_t feature, GeometryColumn& to)
{
    for (std::size_t part = 0; part < from.partCount(feature); ++part)
        to.addPart(from.part(feature, part));
    to.endFeature();
}

} // namespace

TableColumn column(std::string_view titleId, ColumnKind kind, int decimals)
{
    return {std::string(titleId.substr(titleId.find('.') + 1)), localText(titleId), kind, decimals};
}

Word word(const Profile& profile, std::string_view list, std::string_view code)
{
    const std::string name(code);
    if (const auto words = profile.codeLists.find(std::string(list));
        words != profile.codeLists.end())
        for (const auto& [each, title] : words->second)
            if (each == name)
                return {name, title};
    return {name, {name, name}};
}

TableCell wordCell(const Profile& profile, std::string_view list, std::string_view code)
{
    if (code.empty() || code == "unknown")
        return Unknown{};
    return word(profile, list, code);
}

TableCell textCell(std::string_view text)
{
    return text.empty() ? TableCell{Blank{}} : TableCell{std::string(text)};
}

TableCell unitCode(const UnitColumns& units, RowIndex unit)
{
    return unit == noRow ? TableCell{Blank{}}
                         : TableCell{units.code[static_cast<std::size_t>(unit)].str()};
}

TableCell unitName(const UnitColumns& units, RowIndex unit)
{
    return unit == noRow ? TableCell{Blank{}}
                         : TableCell{units.name[static_cast<std::size_t>(unit)]};
}

RowIndex unitAt(const UnitColumns& units, RowIndex unit, Level level)
{
    while (unit != noRow && units.level[static_cast<std::size_t>(unit)] > level)
        unit = units.parent[static_cast<std::size_t>(unit)];
    return unit != noRow && units.level[static_cast<std::size_t>(unit)] == level ? unit : noRow;
}

LocalText unitPath(const UnitColumns& units, RowIndex unit)
{
    std::string path;
    for (; unit != noRow; unit = units.parent[static_cast<std::size_t>(unit)])
        path = units.name[static_cast<std::size_t>(unit)] + (path.empty() ? "" : " › ") + path;
    return {path, path};
}

std::vector<RowIndex> childrenOf(const UnitColumns& units, RowIndex unit)
{
    std::vector<RowIndex> children;
    const RowIndex end = subtreeEnd(units, unit);
    for (RowIndex row = unit + 1; row < end; ++row)
        if (units.parent[static_cast<std::size_t>(row)] == unit)
            children.push_back(row);
    return children;
}

void addHead(Table& table, const WorkspaceView& view, RowIndex unit)
{
    if (static_cast<std::size_t>(unit) < view.snapshot.units.size()) // there may be none yet
        table.addNote(unitPath(view.snapshot.units, unit));
    table.addNote(localText(
        Message{"table.head",
                {{"date", view.snapshot.asOf.iso()}, {"sources", view.snapshot.datasetNames}}}));
}

GeometryColumn Places::units(std::span<const RowIndex> rows) const
{
    const GeometryColumn& area = m_snapshot.units.area;
    const auto hasArea = [&area](RowIndex unit) {
        return unit != noRow && area.hasGeometry(static_cast<std::size_t>(unit));
    };
    if (std::ranges::none_of(rows, hasArea)) {
        std::vector<Point> seats;
        for (const RowIndex unit : rows)
            seats.push_back(unitPoint(unit));
        return points(std::move(seats));
    }
    GeometryColumn areas(GeometryType::Polygon);
    for (const RowIndex unit : rows) {
        if (hasArea(unit))
            copyFeature(area, static_cast<std::size_t>(unit), areas);
        else
            areas.endFeature();
    }
    transformAll(m_snapshot.crs, std::string(storeCrs), areas.vertices());
    return areas;
}

GeometryColumn Places::points(std::vector<Point> points) const
{
    transformAll(m_snapshot.crs, std::string(storeCrs), points);
    GeometryColumn places(GeometryType::Point);
    for (const Point point : points)
        places.addPoint(point);
    return places;
}

GeometryColumn Places::lines(const GeometryColumn& from,
                             std::span<const std::uint32_t> features) const
{
    GeometryColumn lines(from.type());
    for (const std::uint32_t feature : features)
        copyFeature(from, feature, lines);
    transformAll(m_snapshot.crs, std::string(storeCrs), lines.vertices());
    return lines;
}

Point Places::unitPoint(RowIndex unit) const
{
    if (unit == noRow)
        return {};
    const auto row = static_cast<std::size_t>(unit);
    const UnitColumns& units = m_snapshot.units;
    if (row < units.seat.size() && units.seat.hasGeometry(row))
        return units.seat.firstPoint(row);
    return row < units.area.size() && units.area.hasGeometry(row)
               ? interiorPoint(units.area, row, 100)
               : Point{};
}

Point Places::coarsePoint(RowIndex home) const
{
    for (; home != noRow; home = m_snapshot.units.parent[static_cast<std::size_t>(home)]) {
        const Point point = unitPoint(home);
        if (point.valid() ||
            m_snapshot.units.level[static_cast<std::size_t>(home)] <= Level::Village)
            return point;
    }
    return {};
}

Point Places::subjectPoint(SubjectType type, RowIndex row) const
{
    if (row == noRow)
        return {};
    const auto at = static_cast<std::size_t>(row);
    switch (type) {
    case SubjectType::Unit:
        return unitPoint(row);
    case SubjectType::Site:
        return m_snapshot.sites.location.firstPoint(at);
    case SubjectType::Facility:
        return m_snapshot.facilities.location.firstPoint(at);
    case SubjectType::Project:
        return m_snapshot.projects.location.firstPoint(at);
    case SubjectType::Household:
    case SubjectType::Unknown:
        break;
    }
    return {};
}

} // namespace guatu::session
