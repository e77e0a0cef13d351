// SPDX-License-Identifier: MIT
#include "store/table_reader.h"

#include "core/crs.h"
#include "store/geometry_blob.h"

#include <algorithm>

namespace guatu::store
{

void RowsById::add(std::int64_t id, RowIndex row)
{
    constexpr std::int64_t smallIds = 1 << 20;
    if (id < 0 || id >= smallIds) {
        m_large.emplace(id, row);
        return;
    }
    const auto place = static_cast<std::size_t>(id);
    if (place >= m_small.size())
        m_small.resize(place + 1, noRow);
    m_small[place] = row;
}

RowIndex RowsById::findLarge(std::int64_t id) const
{
    const auto found = m_large.find(id);
    return found == m_large.end() ? noRow : found->second;
}

void PointReader::add(Statement& statement, int column, const RowReader& row)
{
    if (statement.isNull(column)) {
        m_points.emplace_back();
        return;
    }
    const auto point = decodePoint(statement.blob(column));
    if (!point)
        row.fail(column);
    m_points.push_back(*point);
}

GeometryColumn PointReader::project(const std::string& crs)
{
    transformAll(std::string(storeCrs), crs, m_points);
    GeometryColumn column(GeometryType::Point);
    column.reserve(m_points.size(), m_points.size());
    for (const Point point : m_points)
        column.addPoint(point);
    return column;
}

void readShape(Statement& statement, int column, const RowReader& row, GeometryColumn& geometry)
{
    if (statement.isNull(column))
        geometry.endFeature();
    else if (!decodeGeometry(statement.blob(column), geometry))
        row.fail(column);
}

void project(GeometryColumn& geometry, const std::string& crs)
{
    transformAll(std::string(storeCrs), crs, geometry.vertices());
    if (std::ranges::all_of(geometry.vertices(), &Point::valid))
        return;
    GeometryColumn kept(geometry.type());
    for (std::size_t feature = 0; feature < geometry.size(); ++feature) {
        bool whole = true;
        for (std::size_t part = 0; part < geometry.partCount(feature); ++part)
            whole = whole && std::ranges::all_of(geometry.part(feature, part), &Point::valid);
        for (std::size_t part = 0; whole && part < geometry.partCount(feature); ++part)
            kept.addPart(geometry.part(feature, part));
        kept.endFeature();
    }
    geometry = std::move(kept);
}

SiteColumns readSites(ReadContext& context)
{
    Statement statement(
        context.database,
        "SELECT id, code, name, kind, host_unit_id, county_id, planned_hh, planned_p, "
        "moved_hh, moved_p, loc FROM site ORDER BY code");
    const RowReader row(statement, context.file, "site");
    SiteColumns sites;
    PointReader points;
    while (statement.step()) {
        context.sites.add(statement.integer(0), static_cast<RowIndex>(sites.size()));
        sites.id.push_back(statement.integer(0));
        sites.code.push_back(row.text(1));
        sites.name.push_back(row.text(2));
        sites.kind.push_back(row.text(3));
        sites.hostUnit.push_back(context.units.find(statement, 4));
        sites.county.push_back(context.units.find(statement, 5));
        sites.plannedHouseholds.push_back(row.count(6));
        sites.plannedPersons.push_back(row.count(7));
        sites.movedHouseholds.push_back(row.count(8));
        sites.movedPersons.push_back(row.count(9));
        points.add(statement, 10, row);
    }
    sites.location = points.project(context.crs);
    return sites;
}

FacilityColumns readFacilities(ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, code, kind, name, state, unit_id, staff, capacity, loc, "
                        "area_m2, upkeep_owner, grade FROM facility ORDER BY id");
    const RowReader row(statement, context.file, "facility");
    FacilityColumns facilities;
    PointReader points;
    while (statement.step()) {
        context.facilities.add(statement.integer(0), static_cast<RowIndex>(facilities.size()));
        facilities.id.push_back(statement.integer(0));
        facilities.code.push_back(row.text(1));
        facilities.kind.push_back(row.text(2));
        facilities.name.push_back(row.text(3));
        facilities.state.push_back(row.text(4));
        facilities.unit.push_back(context.units.find(statement, 5));
        facilities.staff.push_back(row.count(6));
        facilities.capacity.push_back(row.count(7));
        facilities.area.push_back(static_cast<float>(row.real(9)));
        facilities.upkeepOwner.push_back(row.text(10));
        facilities.grade.push_back(row.text(11));
        points.add(statement, 8, row);
    }
    facilities.location = points.project(context.crs);
    return facilities;
}

RoadColumns readRoads(ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, code, name, class, surface, width_m, geom, state, one_way, "
                        "no_turns FROM road ORDER BY id");
    const RowReader row(statement, context.file, "road");
    RoadColumns roads;
    while (statement.step()) {
        roads.id.push_back(statement.integer(0));
        roads.code.push_back(row.text(1));
        roads.name.push_back(row.text(2));
        roads.roadClass.push_back(row.text(3));
        roads.surface.push_back(row.text(4));
        roads.width.push_back(static_cast<float>(row.real(5)));
        readShape(statement, 6, row, roads.line);
        roads.state.push_back(row.text(7));
        roads.oneWay.push_back(row.text(8));
        roads.noTurns.push_back(row.text(9));
    }
    project(roads.line, context.crs);
    return roads;
}

ProjectColumns readProjects(ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT id, code, name, topic, unit_id, budget_wan, paid_wan, "
                        "progress_pct, due, done_on, loc, site_id, source, upkeep_owner, start, "
                        "publicised_on FROM project ORDER BY id");
    const RowReader row(statement, context.file, "project");
    ProjectColumns projects;
    PointReader points;
    while (statement.step()) {
        context.projects.add(statement.integer(0), static_cast<RowIndex>(projects.size()));
        projects.id.push_back(statement.integer(0));
        projects.code.push_back(row.text(1));
        projects.name.push_back(row.text(2));
        projects.topic.push_back(row.text(3));
        projects.unit.push_back(context.units.find(statement, 4));
        projects.budgetWan.push_back(row.real(5));
        projects.paidWan.push_back(row.real(6));
        projects.progressPercent.push_back(row.real(7));
        projects.due.push_back(row.date(8));
        projects.doneOn.push_back(row.date(9));
        points.add(statement, 10, row);
        projects.site.push_back(context.sites.find(statement, 11));
        projects.source.push_back(row.text(12));
        projects.upkeepOwner.push_back(row.text(13));
        projects.start.push_back(row.date(14));
        projects.publicisedOn.push_back(row.date(15));
    }
    projects.location = points.project(context.crs);
    return projects;
}

ResponsibilityColumns readResponsibilities(ReadContext& context)
{
    Statement statement(
        context.database,
        "SELECT id, unit_id, role, org FROM responsibility WHERE (\"from\" IS NULL OR "
        "\"from\" <= ?1) AND (\"to\" IS NULL OR \"to\" > ?1) ORDER BY unit_id, role, org");
    statement.bind(1, context.asOf);
    const RowReader row(statement, context.file, "responsibility");
    ResponsibilityColumns responsibilities;
    while (statement.step()) {
        const RowIndex unit = context.units.find(statement, 1);
        if (unit == noRow)
            continue;
        responsibilities.unit.push_back(unit);
        responsibilities.role.push_back(row.text(2));
        responsibilities.organisation.push_back(row.text(3));
    }
    return responsibilities;
}

} // namespace guatu::store
