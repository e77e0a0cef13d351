// SPDX-License-Identifier: MIT
#include "session/tables/table_parts.h"
#include "session/trip/trip_return.h"
#include "session/trip/trip_tables.h"

#include <algorithm>
#include <map>
#include <set>

namespace guatu::session
{
namespace
{

/// What became of a stop.
struct Done {
    std::set<std::string> visited, agreeing, differing; ///< its households, or itself as ""
    bool said = false;                                  ///< anything came back
    std::optional<Date> first{};
    std::string text, whyNot;
};

void add(std::string& all, const std::string& more)
{
    if (!more.empty() && all.find(more) == std::string::npos)
        all += (all.empty() ? "" : "；") + more;
}

std::map<std::size_t, Done> doneOf(const trips::Trip& trip, const std::vector<Finding>& findings)
{
    std::map<std::size_t, Done> all;
    for (const Finding& finding : findings) {
        Done& done = all[finding.stop];
        done.said = true;
        add(done.whyNot, finding.whyNot);
        if (!finding.visited)
            continue;
        const trips::Stop& stop = trip.problem.stops[finding.stop];
        std::set<std::string> subjects(stop.subjects.begin(), stop.subjects.end());
        if (!finding.subject.empty() || subjects.empty())
            subjects = {finding.subject};
        done.visited.insert(subjects.begin(), subjects.end());
        if (finding.agrees)
            (*finding.agrees ? done.agreeing : done.differing)
                .insert(subjects.begin(), subjects.end());
        const auto on = finding.on ? finding.on : plannedDay(trip, finding.stop);
        if (on && (!done.first || *on < *done.first))
            done.first = on;
        add(done.text, finding.text);
    }
    return all;
}

Word visitedWord(const Done& done, std::size_t planned)
{
    if (!done.said)
        return {"nothing_back", localText("trips.done.nothing_back")};
    if (done.visited.empty())
        return {"no", localText("trips.done.no")};
    if (done.visited.size() < planned)
        return {"partly", localText("trips.done.partly")};
    return {"yes", localText("trips.done.yes")};
}

std::int64_t whole(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

/// The subjects of a trip's stops, by type.
bool isOfTrip(const std::set<std::string>& subjects, const Snapshot& snapshot, std::size_t visit)
{
    const RowIndex subject = snapshot.visits.subject[visit];
    if (subject == noRow)
        return false;
    const auto row = static_cast<std::size_t>(subject);
    switch (snapshot.visits.subjectType[visit]) {
    case SubjectType::Household:
        return subjects.contains(std::string(snapshot.households.code[row]));
    case SubjectType::Unit:
        return subjects.contains(snapshot.units.code[row].str());
    case SubjectType::Site:
        return subjects.contains(snapshot.sites.code[row]);
    case SubjectType::Facility:
        return subjects.contains(snapshot.facilities.code[row]);
    case SubjectType::Project:
        return subjects.contains(snapshot.projects.code[row]);
    case SubjectType::Unknown:
        break;
    }
    return false;
}

std::string codeOf(const Snapshot& snapshot, std::size_t visit)
{
    const auto row = static_cast<std::size_t>(snapshot.visits.subject[visit]);
    switch (snapshot.visits.subjectType[visit]) {
    case SubjectType::Household:
        return std::string(snapshot.households.code[row]);
    case SubjectType::Site:
        return snapshot.sites.code[row];
    case SubjectType::Facility:
        return snapshot.facilities.code[row];
    case SubjectType::Project:
        return snapshot.projects.code[row];
    case SubjectType::Unit:
    case SubjectType::Unknown:
        break;
    }
    return snapshot.units.code[row].str();
}

/// Where the ledger has the subject: cleared, uncleared or not known; Blank for what is not cleared
/// one by one.
TableCell ledgerCell(const WorkspaceView& view, std::size_t visit)
{
    const auto row = static_cast<std::size_t>(view.snapshot.visits.subject[visit]);
    const SubjectType type = view.snapshot.visits.subjectType[visit];
    if (type == SubjectType::Household)
        return word(view.profile, "clear", toString(view.closure.household[row]));
    if (type == SubjectType::Unit)
        return word(view.profile, "clear", toString(view.closure.unit[row]));
    return Blank{};
}

RowIndex unitOfVisit(const WorkspaceView& view, std::size_t visit)
{
    const Snapshot& snapshot = view.snapshot;
    const auto row = static_cast<std::size_t>(snapshot.visits.subject[visit]);
    switch (snapshot.visits.subjectType[visit]) {
    case SubjectType::Household:
        return view.closure.home[row];
    case SubjectType::Site:
        return snapshot.sites.hostUnit[row];
    case SubjectType::Facility:
        return snapshot.facilities.unit[row];
    case SubjectType::Unit:
        return snapshot.visits.subject[visit];
    case SubjectType::Project:
    case SubjectType::Unknown:
        break;
    }
    return noRow;
}

} // namespace

Table tripDoneTable(const trips::Trip& trip, const std::vector<Finding>& findings)
{
    const auto done = doneOf(trip, findings);
    Table table("done", localText("table.trip_done"),
                {column("column.date", ColumnKind::Date), column("column.team"),
                 column("column.order", ColumnKind::Integer), column("column.stop"),
                 column("column.code"), column("column.planned_time"),
                 column("column.visited", ColumnKind::Word),
                 column("column.visited_on", ColumnKind::Date),
                 column("column.subjects_planned", ColumnKind::Integer),
                 column("column.subjects_visited", ColumnKind::Integer),
                 column("column.subjects_agreeing", ColumnKind::Integer),
                 column("column.subjects_differing", ColumnKind::Integer),
                 column("column.field_finding"), column("column.why_not_visited")});
    std::size_t planned = 0, visited = 0;
    const auto add = [&](Table::Row begin, std::size_t stopIndex) {
        const trips::Stop& stop = trip.problem.stops[stopIndex];
        const auto found = done.find(stopIndex);
        const Done now = found == done.end() ? Done{} : found->second;
        const std::size_t subjects = std::max<std::size_t>(1, stop.subjects.size());
        visited += now.visited.empty() ? 0 : 1;
        begin.insert(begin.end(),
                     {visitedWord(now, subjects), now.first ? TableCell{*now.first} : Blank{},
                      whole(subjects), whole(now.visited.size()), whole(now.agreeing.size()),
                      whole(now.differing.size()), textCell(now.text), textCell(now.whyNot)});
        table.addRow(std::move(begin));
    };
    std::set<std::size_t> inPlan;
    for (const trips::DayPlan& day : trip.plan.days) {
        std::int64_t order = 0;
        const trips::Team& team = trip.problem.teams[day.team];
        for (const trips::Visit& visit : day.visits) {
            const trips::Stop& stop = trip.problem.stops[visit.stop];
            inPlan.insert(visit.stop);
            ++planned;
            add({dateOf(trip.problem, day), team.name, ++order, stop.name, textCell(stop.id),
                 clockText(visit.arrival)},
                visit.stop);
        }
    }
    for (const auto& [stopIndex, now] : done)
        if (!inPlan.contains(stopIndex)) {
            const trips::Stop& stop = trip.problem.stops[stopIndex];
            add({Blank{}, Blank{}, Blank{}, stop.name, textCell(stop.id), Blank{}}, stopIndex);
        }
    table.addNote(localText(
        Message{"table.trip_done.counts",
                {{"planned", std::to_string(planned)}, {"visited", std::to_string(visited)}}}));
    return table;
}

Table tripIssueTable(const TripReturn& made)
{
    Table table("issues", localText("table.trip_issues"),
                {column("column.file_row", ColumnKind::Integer), column("column.issue_value"),
                 column("column.issue_reason"), column("column.remedy")});
    for (const exchange::RowIssue& issue : made.read.issues)
        table.addRow({whole(issue.row), textCell(issue.value), localText(issue.reason),
                      localText(issue.remedy)});
    return table;
}

Table tripDifferenceTable(const WorkspaceView& view, const trips::Trip& trip)
{
    const Snapshot& snapshot = view.snapshot;
    std::set<std::string> subjects;
    for (const trips::Stop& stop : trip.problem.stops) {
        subjects.insert(stop.subjects.begin(), stop.subjects.end());
        if (stop.subjects.empty())
            subjects.insert(stop.id);
    }
    // Only the last visit of a subject tells how things stand.
    std::map<std::pair<SubjectType, RowIndex>, std::size_t> last;
    for (std::size_t visit = 0; visit < snapshot.visits.size(); ++visit)
        if (isOfTrip(subjects, snapshot, visit)) {
            auto& known = last.try_emplace(std::pair(snapshot.visits.subjectType[visit],
                                                     snapshot.visits.subject[visit]),
                                           visit)
                              .first->second;
            if (snapshot.visits.on[visit] >= snapshot.visits.on[known])
                known = visit;
        }
    Table table("differences", localText("table.trip_differences"),
                {column("column.subject"), column("column.unit"),
                 column("column.visited_on", ColumnKind::Date),
                 column("column.ledger_says", ColumnKind::Word), column("column.field_finding")});
    for (const auto& [subject, visit] : last)
        if (snapshot.visits.agrees[visit] == Flag::No)
            table.addRow({codeOf(snapshot, visit),
                          unitName(snapshot.units, unitOfVisit(view, visit)),
                          snapshot.visits.on[visit], ledgerCell(view, visit),
                          textCell(snapshot.visits.finding[visit])});
    return table;
}

} // namespace guatu::session
