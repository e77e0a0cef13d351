// SPDX-License-Identifier: MIT
#include "session/trip/trip_tables.h"

#include "session/tables/table_parts.h"
#include "trips/json_form.h"
#include "trips/reasons.h"
#include "trips/timing.h"

#include <algorithm>
#include <map>

namespace guatu::session
{
namespace
{

using trips::DayPlan;
using trips::DayTotals;
using trips::Problem;
using trips::Seconds;
using trips::Stop;
using trips::Trip;
using trips::Visit;

double minutes(std::int64_t seconds)
{
    return static_cast<double>(seconds) / 60;
}

double kilometres(std::int64_t metres)
{
    return static_cast<double>(metres) / 1000;
}

TableColumn figure(std::string_view id, int decimals = 0)
{
    return column(id, ColumnKind::Decimal, decimals);
}

std::int64_t householdsOf(const Problem& problem, const DayPlan& day)
{
    std::size_t count = 0;
    for (const Visit& visit : day.visits)
        count += problem.stops[visit.stop].subjects.size();
    return static_cast<std::int64_t>(count);
}

/// The least slack of a day; Blank without a stop.
TableCell slackCell(const DayPlan& day)
{
    const auto least = std::ranges::min_element(day.visits, {}, &Visit::slack);
    return least == day.visits.end() ? TableCell{Blank{}} : TableCell{minutes(least->slack)};
}

std::string baseName(const Problem& problem, std::size_t base)
{
    return problem.places[problem.bases[base].place].name;
}

bool isIdle(const DayPlan& day)
{
    return day.visits.empty() && day.departure == day.back;
}

/// Days in the order of the calendar, then of teams.
std::vector<const DayPlan*> inOrder(const Trip& trip)
{
    std::vector<const DayPlan*> days;
    for (const DayPlan& day : trip.plan.days)
        days.push_back(&day);
    std::ranges::stable_sort(days, {}, [&trip](const DayPlan* day) {
        return std::pair(dateOf(trip.problem, *day), day->team);
    });
    return days;
}

Word reasonWord(trips::LeftOut why, const Message& words)
{
    return {std::string(toString(why)), localText(words)};
}

} // namespace

std::string clockText(Seconds time)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(time / 3600) + ":" + two(time / 60 % 60);
}

Table tripDayTable(const Trip& trip)
{
    Table table("days", localText("table.trip_days"),
                {column("column.date", ColumnKind::Date), column("column.team"),
                 column("column.from_base"), column("column.departure"), column("column.back"),
                 column("column.to_base"), column("column.stops", ColumnKind::Integer),
                 column("column.households", ColumnKind::Integer), figure("column.drive_km", 1),
                 figure("column.drive_minutes"), figure("column.walk_minutes"),
                 figure("column.visit_minutes"), figure("column.wait_minutes"),
                 figure("column.least_slack_minutes"), figure("column.cost", 0)});
    DayTotals all;
    std::int64_t households = 0;
    for (const DayPlan* day : inOrder(trip)) {
        const DayTotals totals = totalsOf(trip.problem, *day);
        all += totals;
        households += householdsOf(trip.problem, *day);
        const bool idle = isIdle(*day);
        const auto clock = [idle](Seconds time) {
            return idle ? TableCell{Blank{}} : TableCell{clockText(time)};
        };
        table.addRow({dateOf(trip.problem, *day), trip.problem.teams[day->team].name,
                      baseName(trip.problem, day->from), clock(day->departure), clock(day->back),
                      baseName(trip.problem, day->to), static_cast<std::int64_t>(totals.stops),
                      householdsOf(trip.problem, *day), kilometres(totals.metres),
                      minutes(totals.driving), minutes(totals.walking),
                      minutes(totals.visiting + totals.settingUp), minutes(totals.waiting),
                      slackCell(*day), totals.cost});
    }
    table.setTotal(
        {Blank{}, Blank{}, Blank{}, Blank{}, Blank{}, Blank{}, static_cast<std::int64_t>(all.stops),
         households, kilometres(all.metres), minutes(all.driving), minutes(all.walking),
         minutes(all.visiting + all.settingUp), minutes(all.waiting), Blank{}, all.cost});
    return table;
}

Table tripStopTable(const Trip& trip)
{
    Table table("stops", localText("table.trip_stops"),
                {column("column.date", ColumnKind::Date), column("column.team"),
                 column("column.order", ColumnKind::Integer), column("column.stop"),
                 column("column.area"), column("column.purpose"), column("column.arrival"),
                 column("column.visit_start"), column("column.visit_end"),
                 column("column.departure"), figure("column.drive_km", 1),
                 figure("column.drive_minutes"), figure("column.walk_minutes"),
                 figure("column.slack_minutes"), column("column.lunch"), column("column.code")});
    GeometryColumn points(GeometryType::Point);
    for (const DayPlan* day : inOrder(trip)) {
        std::int64_t order = 0;
        for (const Visit& visit : day->visits) {
            const Stop& stop = trip.problem.stops[visit.stop];
            const trips::Place& place = trip.problem.places[stop.place];
            const bool isAfterLunch =
                day->lunch && day->lunchBefore == static_cast<std::size_t>(order);
            table.addRow({dateOf(trip.problem, *day), trip.problem.teams[day->team].name, ++order,
                          stop.name, textCell(stop.area), textCell(stop.purpose),
                          clockText(visit.arrival), clockText(visit.start), clockText(visit.end),
                          clockText(visit.departure), kilometres(visit.metres),
                          minutes(visit.drive), minutes(visit.walk), minutes(visit.slack),
                          isAfterLunch ? TableCell{clockText(*day->lunch)} : TableCell{Blank{}},
                          textCell(stop.id)});
            points.addPoint({place.lon, place.lat});
        }
    }
    table.setGeometry(std::move(points));
    return table;
}

Table tripLeftOutTable(const Trip& trip)
{
    Table table("left_out", localText("table.trip_left_out"),
                {column("column.stop"), column("column.area"), column("column.purpose"),
                 column("column.wish", ColumnKind::Word),
                 column("column.priority", ColumnKind::Integer),
                 column("column.why_left_out", ColumnKind::Word), column("column.code")});
    std::vector<const trips::LeftOutStop*> all;
    for (const trips::LeftOutStop& stop : trip.plan.leftOut)
        all.push_back(&stop);
    std::ranges::stable_sort(all, {}, [&trip](const trips::LeftOutStop* left) {
        const Stop& stop = trip.problem.stops[left->stop];
        return std::pair(stop.wish == trips::Wish::Must ? 0 : 1, -stop.priority);
    });
    for (const trips::LeftOutStop* left : all) {
        const Stop& stop = trip.problem.stops[left->stop];
        const TableCell wish = stop.wish == trips::Wish::Must
                                   ? TableCell{Word{"must", localText("trips.wish.must")}}
                               : stop.wish == trips::Wish::MustNot
                                   ? TableCell{Word{"must_not", localText("trips.wish.must_not")}}
                                   : TableCell{Blank{}};
        table.addRow({stop.name, textCell(stop.area), textCell(stop.purpose), wish,
                      std::int64_t{stop.priority},
                      reasonWord(left->why, reasonText(trip.problem, *left)), textCell(stop.id)});
    }
    return table;
}

Table tripAreaTable(const Trip& trip)
{
    struct Sum {
        std::int64_t planned = 0, left = 0, households = 0, householdsLeft = 0;
    };
    std::map<std::string, Sum> areas;
    for (const DayPlan& day : trip.plan.days)
        for (const Visit& visit : day.visits) {
            const Stop& stop = trip.problem.stops[visit.stop];
            ++areas[stop.area].planned;
            areas[stop.area].households += static_cast<std::int64_t>(stop.subjects.size());
        }
    for (const trips::LeftOutStop& left : trip.plan.leftOut) {
        const Stop& stop = trip.problem.stops[left.stop];
        ++areas[stop.area].left;
        areas[stop.area].householdsLeft += static_cast<std::int64_t>(stop.subjects.size());
    }
    Table table("areas", localText("table.trip_areas"),
                {column("column.area"), column("column.stops", ColumnKind::Integer),
                 column("column.households", ColumnKind::Integer),
                 column("column.stops_left_out", ColumnKind::Integer),
                 column("column.households_left_out", ColumnKind::Integer)});
    Sum all;
    for (const auto& [area, sum] : areas) {
        table.addRow({textCell(area), sum.planned, sum.households, sum.left, sum.householdsLeft});
        all.planned += sum.planned;
        all.left += sum.left;
        all.households += sum.households;
        all.householdsLeft += sum.householdsLeft;
    }
    table.setTotal({Blank{}, all.planned, all.households, all.left, all.householdsLeft});
    return table;
}

std::vector<Table> tripTables(const Trip& trip)
{
    std::vector<Table> tables;
    tables.push_back(tripDayTable(trip));
    tables.push_back(tripStopTable(trip));
    tables.push_back(tripAreaTable(trip));
    tables.push_back(tripLeftOutTable(trip));
    return tables;
}

Table tripCheckTable(const Trip& trip)
{
    Table table("violations", localText("table.trip_check"),
                {column("column.rule", ColumnKind::Word), column("column.date", ColumnKind::Date),
                 column("column.team"), column("column.stop"),
                 figure("column.minutes", TableColumn::asNeeded)});
    for (const trips::Violation& violation : violationsOf(trip.problem, trip.plan)) {
        Table::Row row{Word{std::string(toString(violation.rule)),
                            localText(violationText(trip.problem, trip.plan, violation))},
                       Blank{}, Blank{}, Blank{}, minutes(violation.by)};
        if (violation.day) {
            row[1] = dateOf(trip.problem, trip.plan.days[*violation.day]);
            row[2] = trip.problem.teams[trip.plan.days[*violation.day].team].name;
        }
        if (violation.stop)
            row[3] = trip.problem.stops[*violation.stop].name;
        table.addRow(std::move(row));
    }
    return table;
}

} // namespace guatu::session
