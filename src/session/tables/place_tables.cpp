// SPDX-License-Identifier: MIT
#include "session/tables/place_tables.h"

#include "session/tables/table_parts.h"

namespace guatu::session
{
namespace
{

constexpr auto count = ColumnKind::Integer;
constexpr auto words = ColumnKind::Word;

/// County, township and village of a place.
void addPlaceColumns(std::vector<TableColumn>& columns)
{
    columns.push_back(column("column.county"));
    columns.push_back(column("column.township"));
    columns.push_back(column("column.village"));
}

void addPlaceCells(const UnitColumns& units, RowIndex place, Table::Row& row)
{
    for (const Level level : {Level::County, Level::Town, Level::Village})
        row.push_back(unitName(units, unitAt(units, place, level)));
}

TableCell flagCell(Flag flag)
{
    switch (flag) {
    case Flag::Yes:
        return Word{"yes", localText("table.yes")};
    case Flag::No:
        return Word{"no", localText("table.no")};
    case Flag::Unknown:
        break;
    }
    return Unknown{};
}

TableCell optionalDate(const std::optional<Date>& date)
{
    return date ? TableCell{*date} : TableCell{Blank{}};
}

/// A table of placed things: their columns, then where they stand. `cells` gives the cells of a
/// row, `place` its unit, `point` its position in the snapshot's CRS.
template <class Cells, class Place, class PointOf>
Table placedTable(const WorkspaceView& view, std::string key, std::string_view titleId,
                  std::vector<TableColumn> columns, std::span<const std::uint32_t> rows,
                  Cells cells, Place place, PointOf point)
{
    addPlaceColumns(columns);
    Table table(std::move(key), localText(titleId), std::move(columns));
    const Places places(view.snapshot);
    std::vector<Point> points;
    points.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        Table::Row line = cells(row);
        addPlaceCells(view.snapshot.units, place(row), line);
        table.addRow(std::move(line));
        points.push_back(point(row));
    }
    table.setGeometry(places.points(std::move(points)));
    return table;
}

RowIndex homeOf(const WorkspaceView& view, RowIndex household)
{
    return household == noRow ? noRow : view.closure.home[static_cast<std::size_t>(household)];
}

TableCell householdCode(const WorkspaceView& view, RowIndex household)
{
    return household == noRow
               ? TableCell{Unknown{}}
               : TableCell{std::string(
                     view.snapshot.households.code[static_cast<std::size_t>(household)])};
}

/// The unit in which the subject of a listing or visit stands.
RowIndex placeOfSubject(const WorkspaceView& view, SubjectType type, RowIndex subject)
{
    if (subject == noRow || type == SubjectType::Unit)
        return subject;
    const auto row = static_cast<std::size_t>(subject);
    switch (type) {
    case SubjectType::Household:
        return homeOf(view, subject);
    case SubjectType::Site:
        return view.snapshot.sites.hostUnit[row];
    case SubjectType::Facility:
        return view.snapshot.facilities.unit[row];
    case SubjectType::Project:
        return view.snapshot.projects.unit[row];
    case SubjectType::Unit:
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

TableCell subjectName(const WorkspaceView& view, SubjectType type, RowIndex subject)
{
    if (subject == noRow)
        return Unknown{};
    const auto row = static_cast<std::size_t>(subject);
    switch (type) {
    case SubjectType::Household:
        return householdCode(view, subject);
    case SubjectType::Unit:
        return unitName(view.snapshot.units, subject);
    case SubjectType::Site:
        return view.snapshot.sites.name[row];
    case SubjectType::Facility:
        return textCell(view.snapshot.facilities.name[row]);
    case SubjectType::Project:
        return textCell(view.snapshot.projects.name[row]);
    case SubjectType::Unknown:
        break;
    }
    return Unknown{};
}

} // namespace

Table unitTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const UnitColumns& units = view.snapshot.units;
    const Places places(view.snapshot);
    Table table(
        "units", localText("table.units"),
        {column("column.level", words), column("column.code"), column("column.name"),
         column("column.county"), column("column.township"), column("column.poor_unit", words),
         column("column.formal_status", words), column("column.remaining_households", count),
         column("column.remaining_persons", count),
         column("column.incidence_percent", ColumnKind::Percent), column("column.closure", words)});
    std::vector<RowIndex> found;
    for (const std::uint32_t row : rows) {
        const auto unit = static_cast<RowIndex>(row);
        const campaign::Remaining& remaining = view.closure.remaining[row];
        table.addRow(
            {word(view.profile, "level", toString(units.level[row])), unitCode(units, unit),
             unitName(units, unit), unitName(units, unitAt(units, unit, Level::County)),
             unitName(units, unitAt(units, unit, Level::Town)), flagCell(units.isPoor[row]),
             wordCell(view.profile, "unit_status", toString(units.formal[row])),
             remaining.households, remaining.persons, figureCell(view.closure.incidence[row]),
             word(view.profile, "clear", toString(view.closure.unit[row]))});
        found.push_back(unit);
    }
    table.setGeometry(places.units(found));
    return table;
}

Table siteTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const SiteColumns& sites = view.snapshot.sites;
    return placedTable(
        view, "sites", "table.sites",
        {column("column.code"), column("column.name"), column("column.kind", words),
         column("column.planned_households", count), column("column.planned_persons", count),
         column("column.moved_households", count), column("column.moved_persons", count)},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {sites.code[row],
                    sites.name[row],
                    wordCell(view.profile, "site_kind", sites.kind[row]),
                    countCell(sites.plannedHouseholds[row]),
                    countCell(sites.plannedPersons[row]),
                    countCell(sites.movedHouseholds[row]),
                    countCell(sites.movedPersons[row])};
        },
        [&](std::uint32_t row) {
            return sites.hostUnit[row] != noRow ? sites.hostUnit[row] : sites.county[row];
        },
        [&](std::uint32_t row) { return sites.location.firstPoint(row); });
}

Table facilityTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const FacilityColumns& facilities = view.snapshot.facilities;
    return placedTable(
        view, "facilities", "table.facilities",
        {column("column.code"), column("column.name"), column("column.kind", words),
         column("column.state", words), column("column.staff_persons", count),
         column("column.area_m2", ColumnKind::Decimal, 0), column("column.upkeep_owner")},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {facilities.code[row],
                    textCell(facilities.name[row]),
                    wordCell(view.profile, "facility_kind", facilities.kind[row]),
                    wordCell(view.profile, "facility_state", facilities.state[row]),
                    countCell(facilities.staff[row]),
                    figureCell(facilities.area[row]),
                    textCell(facilities.upkeepOwner[row])};
        },
        [&](std::uint32_t row) { return facilities.unit[row]; },
        [&](std::uint32_t row) { return facilities.location.firstPoint(row); });
}

Table roadTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const RoadColumns& roads = view.snapshot.roads;
    Table table("roads", localText("table.roads"),
                {column("column.code"), column("column.name"), column("column.class", words),
                 column("column.surface", words),
                 column("column.width_m", ColumnKind::Decimal, 1)});
    for (const std::uint32_t row : rows)
        table.addRow({roads.code[row], textCell(roads.name[row]),
                      wordCell(view.profile, "road_class", roads.roadClass[row]),
                      wordCell(view.profile, "surface", roads.surface[row]),
                      figureCell(roads.width[row])});
    table.setGeometry(Places(view.snapshot).lines(roads.line, rows));
    return table;
}

Table projectTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const ProjectColumns& projects = view.snapshot.projects;
    return placedTable(
        view, "projects", "table.projects",
        {column("column.code"), column("column.name"), column("column.topic", words),
         column("column.budget_10k_cny", ColumnKind::Decimal, 2),
         column("column.paid_10k_cny", ColumnKind::Decimal, 2),
         column("column.progress_percent", ColumnKind::Percent, 0),
         column("column.start", ColumnKind::Date), column("column.due", ColumnKind::Date),
         column("column.done_on", ColumnKind::Date)},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {projects.code[row],
                    projects.name[row],
                    wordCell(view.profile, "problem_topic", projects.topic[row]),
                    figureCell(projects.budgetWan[row]),
                    figureCell(projects.paidWan[row]),
                    figureCell(projects.progressPercent[row]),
                    optionalDate(projects.start[row]),
                    optionalDate(projects.due[row]),
                    optionalDate(projects.doneOn[row])};
        },
        [&](std::uint32_t row) { return projects.unit[row]; },
        [&](std::uint32_t row) { return projects.location.firstPoint(row); });
}

Table listingTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const ListingColumns& listings = view.snapshot.listings;
    const Places places(view.snapshot);
    return placedTable(
        view, "listings", "table.listings",
        {column("column.name"), column("column.issuer", words), column("column.rule"),
         column("column.from_date", ColumnKind::Date), column("column.to_date", ColumnKind::Date),
         column("column.lead_organisation")},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {listings.subjectName[row],
                    wordCell(view.profile, "listing_issuer", listings.issuerLevel[row]),
                    textCell(listings.ruleId[row]),
                    optionalDate(listings.from[row]),
                    optionalDate(listings.to[row]),
                    textCell(listings.leadOrganisation[row])};
        },
        [&](std::uint32_t row) {
            return placeOfSubject(view, listings.subjectType[row], listings.subject[row]);
        },
        [&](std::uint32_t row) {
            return places.subjectPoint(listings.subjectType[row], listings.subject[row]);
        });
}

Table planTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const PlanItemColumns& plans = view.snapshot.planItems;
    const Places places(view.snapshot);
    return placedTable(
        view, "plans", "table.plans",
        {column("column.household_code"), column("column.topic", words),
         column("column.state", words), column("column.start", ColumnKind::Date),
         column("column.due", ColumnKind::Date)},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {householdCode(view, plans.household[row]),
                    wordCell(view.profile, "measure_topic", plans.topic[row]),
                    wordCell(view.profile, "plan_state", plans.state[row]),
                    optionalDate(plans.start[row]), optionalDate(plans.due[row])};
        },
        [&](std::uint32_t row) { return homeOf(view, plans.household[row]); },
        [&](std::uint32_t row) { return places.coarsePoint(homeOf(view, plans.household[row])); });
}

Table visitTable(const WorkspaceView& view, std::span<const std::uint32_t> rows)
{
    const VisitColumns& visits = view.snapshot.visits;
    const Places places(view.snapshot);
    return placedTable(
        view, "visits", "table.visits",
        {column("column.subject"), column("column.visited_on", ColumnKind::Date),
         column("column.agrees", words)},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {subjectName(view, visits.subjectType[row], visits.subject[row]), visits.on[row],
                    flagCell(visits.agrees[row])};
        },
        [&](std::uint32_t row) {
            return placeOfSubject(view, visits.subjectType[row], visits.subject[row]);
        },
        [&](std::uint32_t row) {
            return visits.subjectType[row] == SubjectType::Household
                       ? places.coarsePoint(homeOf(view, visits.subject[row]))
                       : places.subjectPoint(visits.subjectType[row], visits.subject[row]);
        });
}

Table personTable(const WorkspaceView& view, const PersonColumns& persons,
                  std::span<const std::uint32_t> rows)
{
    const Places places(view.snapshot);
    return placedTable(
        view, "persons", "table.persons",
        {column("column.household_code"), column("column.dropout", words),
         column("column.medical_insurance", words), column("column.critical_insurance", words),
         column("column.medical_aid", words), column("column.pension", words),
         column("column.work_months", count)},
        rows,
        [&](std::uint32_t row) -> Table::Row {
            return {householdCode(view, persons.household[row]),
                    wordCell(view.profile, "dropout", persons.dropout[row]),
                    flagCell(persons.medicalInsurance[row]),
                    flagCell(persons.criticalInsurance[row]),
                    flagCell(persons.medicalAidScope[row]),
                    flagCell(persons.pension[row]),
                    countCell(persons.workMonths[row])};
        },
        [&](std::uint32_t row) { return homeOf(view, persons.household[row]); },
        [&](std::uint32_t row) {
            return places.coarsePoint(homeOf(view, persons.household[row]));
        });
}

} // namespace guatu::session
