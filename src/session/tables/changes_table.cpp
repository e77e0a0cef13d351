// SPDX-License-Identifier: MIT
#include "session/tables/changes_table.h"

#include "campaign/changes.h"
#include "session/tables/table_parts.h"

#include <array>

namespace guatu::session
{
namespace
{

using campaign::Change;
using campaign::ChangeKind;
using campaign::ChangeSet;

constexpr auto count = ColumnKind::Integer;

constexpr std::array<std::string_view, campaign::changeKindCount> kindTitles{
    "table.change_cleared", "table.change_fallen_back", "table.change_newly_listed",
    "table.change_lifted",  "table.change_newly_poor",  "table.change_returned",
    "table.change_exited",  "table.change_moved",       "table.change_added",
    "table.change_gone"};

Word kindWord(ChangeKind kind)
{
    return {std::string(campaign::toString(kind)),
            localText(kindTitles[static_cast<std::size_t>(kind)])};
}

/// A word before or after the change, from whichever list has it.
TableCell stateCell(const WorkspaceView& view, const Change& change, const std::string& state)
{
    if (state.empty())
        return Blank{};
    if (change.kind == ChangeKind::Moved) {
        const auto code = UnitCode::parse(state);
        const RowIndex unit = code ? findUnit(view.snapshot.units, *code) : noRow;
        return unit == noRow ? TableCell{state} : unitName(view.snapshot.units, unit);
    }
    for (const char* list : {"clear", "household_class", "listing_basis"}) {
        const Word found = word(view.profile, list, state);
        if (found.title.zh != state)
            return found.title;
    }
    return state;
}

TableCell subjectTypeCell(const WorkspaceView& view, const Change& change)
{
    if (change.subjectType == SubjectType::Household)
        return Word{"household", localText("table.household")};
    if (change.subjectType == SubjectType::Site)
        return Word{"site", localText("table.site")};
    if (change.subjectType != SubjectType::Unit || change.subject == noRow)
        return Unknown{};
    const Level level = view.snapshot.units.level[static_cast<std::size_t>(change.subject)];
    return word(view.profile, "level", toString(level));
}

bool isIn(const WorkspaceView& view, RowIndex place, RowIndex unit)
{
    return unit == 0 || (place >= unit && place < subtreeEnd(view.snapshot.units, unit));
}

/// Rows of Gone are of the earlier view.
const WorkspaceView& viewOf(const Change& change, const WorkspaceView& from,
                            const WorkspaceView& to)
{
    return change.kind == ChangeKind::Gone ? from : to;
}

Point pointOf(const WorkspaceView& view, const Change& change)
{
    const Places places(view.snapshot);
    const Point point = places.subjectPoint(change.subjectType, change.subject);
    return point.valid() ? point : places.coarsePoint(change.unit);
}

Table rowsTable(const WorkspaceView& from, const WorkspaceView& to,
                const std::vector<const Change*>& changes)
{
    Table table("changes", localText("table.changes"),
                {column("column.change", ColumnKind::Word),
                 column("column.subject_type", ColumnKind::Word), column("column.code"),
                 column("column.name"), column("column.issuer", ColumnKind::Word),
                 column("column.from"), column("column.to"), column("column.county"),
                 column("column.township"), column("column.village")});
    std::vector<Point> points;
    for (const Change* change : changes) {
        const WorkspaceView& view = viewOf(*change, from, to);
        const UnitColumns& units = view.snapshot.units;
        table.addRow({kindWord(change->kind), subjectTypeCell(view, *change),
                      textCell(change->code), textCell(change->name),
                      change->issuer.empty()
                          ? TableCell{Blank{}}
                          : wordCell(view.profile, "listing_issuer", change->issuer),
                      stateCell(view, *change, change->from), stateCell(view, *change, change->to),
                      unitName(units, unitAt(units, change->unit, Level::County)),
                      unitName(units, unitAt(units, change->unit, Level::Town)),
                      unitName(units, unitAt(units, change->unit, Level::Village))});
        points.push_back(pointOf(view, *change));
    }
    table.setGeometry(Places(to.snapshot).points(std::move(points)));
    return table;
}

Table countsTable(const std::vector<const Change*>& changes)
{
    std::array<std::array<std::int64_t, 2>, campaign::changeKindCount> counts{};
    for (const Change* change : changes)
        ++counts[static_cast<std::size_t>(change->kind)]
                [change->subjectType == SubjectType::Household ? 0 : 1];
    Table table("change_counts", localText("table.change_counts"),
                {column("column.change", ColumnKind::Word), column("column.households", count),
                 column("column.places", count)});
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        if (counts[kind][0] + counts[kind][1] > 0)
            table.addRow(
                {kindWord(static_cast<ChangeKind>(kind)), counts[kind][0], counts[kind][1]});
    return table;
}

Table classFlowTable(const WorkspaceView& to, const ChangeSet& set)
{
    Table table("class_flow", localText("table.class_flow"),
                {column("column.from_class", ColumnKind::Word),
                 column("column.to_class", ColumnKind::Word), column("column.households", count),
                 column("column.persons", count)});
    const auto classWord = [&to](std::size_t index) {
        return word(to.profile, "household_class", toString(static_cast<HouseholdClass>(index)));
    };
    std::int64_t households = 0;
    std::int64_t persons = 0;
    for (std::size_t before = 0; before < campaign::householdClassCount; ++before)
        for (std::size_t after = 0; after < campaign::householdClassCount; ++after)
            if (const std::int64_t flow = set.classFlow[before][after]; flow > 0) {
                table.addRow({classWord(before), classWord(after), flow,
                              set.classFlowPersons[before][after]});
                households += flow;
                persons += set.classFlowPersons[before][after];
            }
    table.setTotal({Word{"total", localText("table.total")}, Blank{}, households, persons});
    return table;
}

Table clearFlowTable(const WorkspaceView& to, const ChangeSet& set)
{
    Table table("closure_flow", localText("table.closure_flow"),
                {column("column.from_closure", ColumnKind::Word),
                 column("column.to_closure", ColumnKind::Word),
                 column("column.households", count)});
    const auto clearWord = [&to](std::size_t index) {
        return word(to.profile, "clear", toString(static_cast<Clear>(index)));
    };
    std::int64_t households = 0;
    for (std::size_t before = 0; before < set.clearFlow.size(); ++before)
        for (std::size_t after = 0; after < set.clearFlow.size(); ++after)
            if (const std::int64_t flow = set.clearFlow[before][after]; flow > 0) {
                table.addRow({clearWord(before), clearWord(after), flow});
                households += flow;
            }
    table.setTotal({Word{"total", localText("table.total")}, Blank{}, households});
    return table;
}

} // namespace

std::vector<Table> changesTables(const WorkspaceView& from, const WorkspaceView& to, RowIndex unit)
{
    const ChangeSet set = campaign::changesBetween({from.snapshot, from.closure, from.listings},
                                                   {to.snapshot, to.closure, to.listings});
    std::vector<const Change*> changes;
    for (const Change& change : set.changes)
        if (isIn(viewOf(change, from, to), change.unit, unit))
            changes.push_back(&change);
    std::vector<Table> tables{countsTable(changes)};
    if (unit == 0) {
        tables.push_back(classFlowTable(to, set));
        tables.push_back(clearFlowTable(to, set));
    }
    tables.push_back(rowsTable(from, to, changes));
    for (Table& table : tables) {
        table.addNote(unitPath(to.snapshot.units, unit));
        table.addNote(localText(
            Message{"table.between",
                    {{"from", from.snapshot.asOf.iso()}, {"to", to.snapshot.asOf.iso()}}}));
    }
    return tables;
}

} // namespace guatu::session
