// SPDX-License-Identifier: MIT
#include "session/trip/trip_findings.h"

#include "session/tables/table_parts.h"
#include "session/trip/trip_tables.h"

namespace guatu::session
{
namespace
{

using trips::DayPlan;
using trips::Problem;
using trips::Stop;
using trips::Trip;
using trips::Visit;

Point at(const Problem& problem, std::size_t place)
{
    return {problem.places[place].lon, problem.places[place].lat};
}

/// The line of a day: its drives one after the other, or straight from stop to stop.
std::vector<Point> lineOf(const Problem& problem, const DayPlan& day,
                          const std::vector<std::vector<Point>>* drives)
{
    std::vector<Point> line;
    if (drives != nullptr)
        for (const std::vector<Point>& drive : *drives)
            line.insert(line.end(), drive.begin(), drive.end());
    if (line.size() > 1)
        return line;
    line = {at(problem, problem.bases[day.from].place)};
    for (const Visit& visit : day.visits)
        line.push_back(at(problem, problem.stops[visit.stop].place));
    line.push_back(at(problem, problem.bases[day.to].place));
    return line;
}

} // namespace

Table tripFindingsTable(const Trip& trip, bool forField)
{
    std::vector<TableColumn> columns{column("column.date", ColumnKind::Date),
                                     column("column.team"),
                                     column("column.order", ColumnKind::Integer),
                                     column("column.stop"),
                                     column("column.arrival"),
                                     column("column.code"),
                                     column("column.subject")};
    for (const std::string_view title : findingBlanks)
        columns.push_back(column(title));
    Table table(std::string(findingsKey), localText("table.trip_findings"), std::move(columns));
    table.addNote(localText("table.trip_findings.how"));
    GeometryColumn points(GeometryType::Point);
    for (const DayPlan& day : trip.plan.days) {
        std::int64_t order = 0;
        for (const Visit& visit : day.visits) {
            const Stop& stop = trip.problem.stops[visit.stop];
            ++order;
            std::vector<std::string> subjects{{}};
            if (forField && !stop.subjects.empty())
                subjects = stop.subjects;
            for (const std::string& subject : subjects) {
                Table::Row row{dateOf(trip.problem, day),
                               trip.problem.teams[day.team].name,
                               order,
                               stop.name,
                               clockText(visit.arrival),
                               textCell(stop.id),
                               textCell(subject)};
                row.resize(row.size() + findingBlanks.size(), TableCell{Blank{}});
                table.addRow(std::move(row));
                points.addPoint(at(trip.problem, stop.place));
            }
        }
    }
    table.setGeometry(std::move(points));
    return table;
}

Table tripRouteTable(const Trip& trip, const TripWays& ways)
{
    Table table("routes", localText("table.trip_routes"),
                {column("column.date", ColumnKind::Date), column("column.team"),
                 column("column.departure"), column("column.back"),
                 column("column.stops", ColumnKind::Integer)});
    GeometryColumn lines(GeometryType::Line);
    for (std::size_t d = 0; d < trip.plan.days.size(); ++d) {
        const DayPlan& day = trip.plan.days[d];
        if (day.visits.empty() && day.departure == day.back)
            continue;
        table.addRow({dateOf(trip.problem, day), trip.problem.teams[day.team].name,
                      clockText(day.departure), clockText(day.back),
                      static_cast<std::int64_t>(day.visits.size())});
        lines.addPart(lineOf(trip.problem, day, d < ways.size() ? &ways[d] : nullptr));
        lines.endFeature();
    }
    table.setGeometry(std::move(lines));
    return table;
}

} // namespace guatu::session
