// SPDX-License-Identifier: MIT
#include "session/tables/coverage_table.h"

#include "access/assignment.h"
#include "core/error.h"
#include "core/text.h"
#include "session/service_ground.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <cmath>

namespace guatu::session
{
namespace
{

using access::never;
using access::Time;

std::vector<Point> pointsOf(const Settlements& settlements)
{
    std::vector<Point> points;
    for (const Settlement& settlement : settlements.all)
        points.push_back(settlement.at);
    return points;
}

/// Persons whose nearest facility is within each limit.
std::vector<std::int64_t> personsWithin(const Settlements& settlements,
                                        const std::vector<Time>& times,
                                        const std::vector<Time>& limits)
{
    std::vector<std::int64_t> persons(limits.size());
    for (std::size_t place = 0; place < times.size(); ++place)
        for (std::size_t i = 0; i < limits.size(); ++i)
            persons[i] += times[place] <= limits[i] ? settlements.all[place].persons : 0;
    return persons;
}

std::vector<Time> timesAfter(const WorkspaceView& view, const CoverageQuestion& question,
                             const std::vector<Point>& places)
{
    GapQuestion service = question.service;
    service.travel.closed.insert(service.travel.closed.end(), question.closed.begin(),
                                 question.closed.end());
    const ServiceGround ground(view, service);
    std::vector<Point> facilities = ground.pointsOf(ground.facilities().serving);
    for (const std::string& text : question.added)
        facilities.push_back(namedPlace(view.snapshot, text).at);
    return ground.nearest(facilities, places);
}

void addLeftOut(Table& table, const Settlements& settlements)
{
    if (settlements.unplaced + settlements.unknownSize + settlements.unknownAge > 0)
        table.addNote(localText(Message{"siting.left_out",
                                        {{"unplaced", withThousands(settlements.unplaced)},
                                         {"unknown_size", withThousands(settlements.unknownSize)},
                                         {"unknown_age", withThousands(settlements.unknownAge)}}}));
}

/// Everything that seats are given out from.
struct SeatCase {
    std::vector<RowIndex> rows; ///< facilities whose seats are known
    std::size_t unknown = 0;    ///< those whose seats are not
    std::vector<std::int64_t> seats, persons;
    std::vector<access::AssignmentWay> ways;
};

SeatCase seatCase(const WorkspaceView& view, const ServiceGround& ground,
                  const Settlements& settlements)
{
    SeatCase made;
    for (const RowIndex row : ground.facilities().serving) {
        const std::int32_t seats = view.snapshot.facilities.capacity[static_cast<std::size_t>(row)];
        if (seats < 0) {
            ++made.unknown;
            continue;
        }
        made.rows.push_back(row);
        made.seats.push_back(seats);
    }
    for (const Settlement& settlement : settlements.all)
        made.persons.push_back(settlement.persons);
    const access::TimeMatrix times =
        ground.times(ground.pointsOf(made.rows), pointsOf(settlements), ground.limit());
    for (std::uint32_t f = 0; f < made.rows.size(); ++f)
        for (std::uint32_t place = 0; place < made.persons.size(); ++place)
            if (times.at(f, place) != never)
                made.ways.push_back({place, f, times.at(f, place)});
    return made;
}

} // namespace

Table coverageTable(const WorkspaceView& view, RowIndex unit, const CoverageQuestion& question)
{
    const ServiceGround ground(view, question.service);
    const Settlements settlements = settlementsOf(view, unit, question.ages);
    const auto places = pointsOf(settlements);
    const bool changed = !question.added.empty() || !question.closed.empty();
    std::vector<Time> limits;
    for (const double limit : question.limits)
        limits.push_back(ground.timeOf(limit));
    const auto today = ground.nearest(ground.pointsOf(ground.facilities().serving), places);
    const auto later = changed ? timesAfter(view, question, places) : today;
    const auto before = personsWithin(settlements, today, limits);
    const auto after = personsWithin(settlements, later, limits);
    std::vector<TableColumn> columns{
        ground.byMinutes()
            ? column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded)
            : column("column.within_metres", ColumnKind::Decimal, TableColumn::asNeeded),
        column("column.persons_within", ColumnKind::Integer),
        column("column.percent_within", ColumnKind::Percent, 1)};
    if (changed)
        for (TableColumn& more :
             std::vector<TableColumn>{column("column.persons_after", ColumnKind::Integer),
                                      column("column.percent_after", ColumnKind::Percent, 1),
                                      column("column.persons_change", ColumnKind::Integer)})
            columns.push_back(std::move(more));
    Table table("coverage", localText("table.coverage"), std::move(columns));
    const std::int64_t all = settlements.persons();
    const auto addRow = [&](TableCell limit, std::int64_t was, std::int64_t is) {
        Table::Row row{std::move(limit), was, percentCell(was, all)};
        if (changed)
            row.insert(row.end(), {TableCell{is}, percentCell(is, all), TableCell{is - was}});
        table.addRow(std::move(row));
    };
    for (std::size_t i = 0; i < limits.size(); ++i)
        addRow(question.limits[i], before[i], after[i]);
    const std::vector<Time> any{never - 1};
    addRow(Blank{}, all - personsWithin(settlements, today, any)[0],
           all - personsWithin(settlements, later, any)[0]);
    addHead(table, view, unit);
    table.addNote(ground.meansTitle());
    table.addNote(localText("table.coverage.last_row"));
    addLeftOut(table, settlements);
    return table;
}

Table seatsTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& service,
                 const std::optional<std::pair<int, int>>& ages)
{
    const ServiceGround ground(view, service);
    const Settlements settlements = settlementsOf(view, unit, ages);
    const SeatCase made = seatCase(view, ground, settlements);
    const auto nearest = access::assignToNearest(made.persons, made.rows.size(), made.ways);
    const auto seated = access::assignToSeats(made.persons, made.seats, made.ways);
    std::vector<double> times(made.rows.size());
    for (const access::AssignedGroup& group : seated.groups)
        for (const access::AssignmentWay& way : made.ways)
            if (way.place == group.place && way.facility == group.facility)
                times[group.facility] +=
                    static_cast<double>(group.persons) * ground.figureOf(way.time);
    const FacilityColumns& facilities = view.snapshot.facilities;
    Table table("seats", localText("table.seats"),
                {column("column.facility_code"), column("column.facility"), column("column.unit"),
                 column("column.seats", ColumnKind::Integer),
                 column("column.nearest_persons", ColumnKind::Integer),
                 column("column.overload_persons", ColumnKind::Integer),
                 column("column.seated_persons", ColumnKind::Integer),
                 column("column.free_seats", ColumnKind::Integer),
                 ground.byMinutes() ? column("column.mean_minutes", ColumnKind::Decimal, 1)
                                    : column("column.mean_metres", ColumnKind::Decimal, 0)});
    std::vector<Point> points;
    for (std::size_t f = 0; f < made.rows.size(); ++f) {
        if (nearest.served[f] == 0 && seated.served[f] == 0)
            continue;
        const auto row = static_cast<std::size_t>(made.rows[f]);
        table.addRow(
            {facilities.code[row], textCell(facilities.name[row]),
             unitName(view.snapshot.units, facilities.unit[row]), made.seats[f], nearest.served[f],
             std::max<std::int64_t>(0, nearest.served[f] - made.seats[f]), seated.served[f],
             made.seats[f] - seated.served[f],
             seated.served[f] > 0 ? TableCell{times[f] / static_cast<double>(seated.served[f])}
                                  : TableCell{Blank{}}});
        points.push_back(facilities.location.firstPoint(row));
    }
    std::int64_t withoutSeat = 0, withoutWay = 0;
    for (std::size_t place = 0; place < made.persons.size(); ++place) {
        withoutWay += nearest.left[place];
        withoutSeat += seated.left[place] - nearest.left[place];
    }
    addHead(table, view, unit);
    table.addNote(ground.standard().rule);
    table.addNote(ground.meansTitle());
    table.addNote(localText(Message{"table.seats.note",
                                    {{"seated", withThousands(seated.assigned)},
                                     {"without_seat", withThousands(withoutSeat)},
                                     {"without_way", withThousands(withoutWay)},
                                     {"unknown", std::to_string(made.unknown)}}}));
    addLeftOut(table, settlements);
    table.setGeometry(Places(view.snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
