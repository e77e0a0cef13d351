// SPDX-License-Identifier: MIT
#include "session/trip/trip_comparison.h"

#include "session/tables/table_parts.h"
#include "session/trip/trip_stop_facts.h"
#include "trips/timing.h"

#include <map>

namespace guatu::session
{
namespace
{

using trips::DayPlan;
using trips::Trip;

/// Day and team of each planned stop.
std::map<std::string, std::pair<std::string, const trips::Stop*>> spots(const Trip& trip)
{
    std::map<std::string, std::pair<std::string, const trips::Stop*>> at;
    for (const DayPlan& day : trip.plan.days)
        for (const trips::Visit& visit : day.visits) {
            const trips::Team& team = trip.problem.teams[day.team];
            const trips::Stop& stop = trip.problem.stops[visit.stop];
            at.emplace(stop.id,
                       std::pair(dateOf(trip.problem, day).iso() + " " + team.name, &stop));
        }
    for (const trips::LeftOutStop& left : trip.plan.leftOut) {
        const trips::Stop& stop = trip.problem.stops[left.stop];
        at.emplace(stop.id, std::pair(std::string(), &stop));
    }
    return at;
}

struct Load {
    std::int64_t stops = 0, households = 0, persons = 0, visiting = 0, driving = 0;
};

} // namespace

TripFigures tripFigures(const WorkspaceView& view, const Trip& trip)
{
    TripFigures all;
    for (const DayPlan& day : trip.plan.days) {
        const trips::DayTotals totals = totalsOf(trip.problem, day);
        all.metres += totals.metres;
        all.driving += totals.driving;
        all.visiting += totals.visiting + totals.settingUp + totals.walking;
        const bool isLast = day.teamDay + 1 == trip.problem.teams[day.team].days.size();
        all.nightsOut += !isLast && day.to != trip.problem.teams[day.team].start ? 1 : 0;
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = trip.problem.stops[visit.stop];
            ++all.stops;
            all.musts += stop.wish == trips::Wish::Must ? 1 : 0;
            all.households += stop.subjects.size();
            if (stop.subjects.empty())
                continue;
            const StopFacts facts = stopFacts(view, stop);
            all.persons += facts.persons;
            all.personsUnknown += facts.personsUnknown;
        }
    }
    for (const trips::LeftOutStop& left : trip.plan.leftOut) {
        ++all.leftOut;
        all.mustsLeftOut += trip.problem.stops[left.stop].wish == trips::Wish::Must ? 1 : 0;
    }
    all.violations = violationsOf(trip.problem, trip.plan).size();
    return all;
}

Table tripComparisonTable(const WorkspaceView& view, const Trip& first, const Trip& second)
{
    Table table("trip_comparison", localText("table.trip_comparison"),
                {column("column.figure", ColumnKind::Word),
                 column("column.first_plan", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.second_plan", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.plan_difference", ColumnKind::Decimal, TableColumn::asNeeded)});
    const TripFigures a = tripFigures(view, first), b = tripFigures(view, second);
    const auto add = [&](const char* title, double one, double other) {
        table.addRow({Word{title, localText(title)}, one, other, other - one});
    };
    const auto whole = [](auto value) { return static_cast<double>(value); };
    const auto tenths = [](std::int64_t value, int parts) {
        return static_cast<double>((value * 10 + parts / 2) / parts) / 10;
    };
    add("trips.figure.stops", whole(a.stops), whole(b.stops));
    add("trips.figure.musts", whole(a.musts), whole(b.musts));
    add("trips.figure.left_out", whole(a.leftOut), whole(b.leftOut));
    add("trips.figure.households", whole(a.households), whole(b.households));
    add("trips.figure.persons", whole(a.persons), whole(b.persons));
    add("trips.figure.km", tenths(a.metres, 1000), tenths(b.metres, 1000));
    add("trips.figure.driving", whole(a.driving / 60), whole(b.driving / 60));
    add("trips.figure.visiting", whole(a.visiting / 60), whole(b.visiting / 60));
    add("trips.figure.nights", whole(a.nightsOut), whole(b.nightsOut));
    add("trips.figure.violations", whole(a.violations), whole(b.violations));
    return table;
}

Table tripDifferenceTable(const Trip& first, const Trip& second)
{
    Table table("trip_plan_differences", localText("table.trip_plan_differences"),
                {column("column.stop"), column("column.first_plan"), column("column.second_plan")});
    const auto a = spots(first), b = spots(second);
    const auto cell = [](const std::string& where) { return textCell(where); };
    for (const auto& [id, at] : a) {
        const auto other = b.find(id);
        const std::string there = other == b.end() ? std::string() : other->second.first;
        if (there != at.first)
            table.addRow({at.second->name, cell(at.first), cell(there)});
    }
    for (const auto& [id, at] : b)
        if (!a.contains(id) && !at.first.empty())
            table.addRow({at.second->name, Blank{}, cell(at.first)});
    return table;
}

namespace
{

std::vector<TableColumn> loadColumns(std::string_view who)
{
    return {column(who),
            column("column.stops", ColumnKind::Integer),
            column("column.households", ColumnKind::Integer),
            column("column.persons", ColumnKind::Integer),
            column("column.visit_minutes", ColumnKind::Integer),
            column("column.drive_minutes", ColumnKind::Integer)};
}

Table::Row loadRow(TableCell who, const Load& load)
{
    return {std::move(who), load.stops,         load.households,
            load.persons,   load.visiting / 60, load.driving / 60};
}

} // namespace

Table tripTeamLoadTable(const WorkspaceView& view, const Trip& trip)
{
    Table table("team_load", localText("table.trip_team_load"), loadColumns("column.team"));
    std::vector<Load> loads(trip.problem.teams.size());
    for (const DayPlan& day : trip.plan.days) {
        const trips::DayTotals totals = totalsOf(trip.problem, day);
        Load& load = loads[day.team];
        load.stops += static_cast<std::int64_t>(totals.stops);
        load.visiting += totals.visiting + totals.settingUp + totals.walking;
        load.driving += totals.driving;
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = trip.problem.stops[visit.stop];
            load.households += static_cast<std::int64_t>(stop.subjects.size());
            if (!stop.subjects.empty())
                load.persons += stopFacts(view, stop).persons;
        }
    }
    for (std::size_t team = 0; team < loads.size(); ++team)
        table.addRow(loadRow(trip.problem.teams[team].name, loads[team]));
    return table;
}

Table tripOfficeLoadTable(const WorkspaceView& view, const Trip& trip)
{
    Table table("office_load", localText("table.trip_office_load"),
                loadColumns("column.organisation"));
    std::map<std::string, Load> loads;
    for (const DayPlan& day : trip.plan.days)
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = trip.problem.stops[visit.stop];
            const StopFacts facts = stopFacts(view, stop);
            for (const StopFacts::Answers& answer : facts.answers) {
                Load& load = loads[answer.organisation];
                ++load.stops;
                load.households += static_cast<std::int64_t>(stop.subjects.size());
                load.persons += stop.subjects.empty() ? 0 : facts.persons;
                load.visiting += visit.end - visit.start;
                load.driving += visit.drive;
            }
        }
    for (const auto& [office, load] : loads)
        table.addRow(loadRow(office, load));
    return table;
}

} // namespace guatu::session
