// SPDX-License-Identifier: MIT
#include "session/event_tables.h"

#include "session/unit_point.h"

#include <algorithm>

namespace guatu::session
{
namespace
{

Point subjectPoint(const Snapshot& snapshot, SubjectType type, RowIndex subject)
{
    if (subject == noRow)
        return {};
    const auto row = static_cast<std::size_t>(subject);
    switch (type) {
    case SubjectType::Household:
        return snapshot.households.location[row];
    case SubjectType::Unit:
        return unitPoint(snapshot.units, row);
    case SubjectType::Site:
        return snapshot.sites.location.firstPoint(row);
    case SubjectType::Facility:
        return snapshot.facilities.location.firstPoint(row);
    case SubjectType::Project:
        return snapshot.projects.location.firstPoint(row);
    case SubjectType::Unknown:
        break;
    }
    return {};
}

LocalText kindTitle(campaign::ChangeKind kind)
{
    using Kind = campaign::ChangeKind;
    switch (kind) {
    case Kind::Cleared:
        return localText("session.change.cleared");
    case Kind::FallenBack:
        return localText("session.change.fallen_back");
    case Kind::NewlyListed:
        return localText("session.change.newly_listed");
    case Kind::Lifted:
        return localText("session.change.lifted");
    case Kind::NewlyPoor:
        return localText("session.change.newly_poor");
    case Kind::Returned:
        return localText("session.change.returned");
    case Kind::Exited:
        return localText("session.change.exited");
    case Kind::Moved:
        return localText("session.change.moved");
    case Kind::Added:
        return localText("session.change.added");
    case Kind::Gone:
        break;
    }
    return localText("session.change.gone");
}

LocalText subjectTitle(SubjectType type)
{
    switch (type) {
    case SubjectType::Household:
        return localText("session.subject.household");
    case SubjectType::Site:
        return localText("session.subject.site");
    default:
        return localText("session.subject.unit");
    }
}

} // namespace

std::shared_ptr<const FeatureTable> problemTable(const Snapshot& snapshot)
{
    const ProblemColumns& problems = snapshot.problems;
    FeatureTable table{"problem", GeometryColumn(GeometryType::Point), {}, {}};
    CategoryColumn state;
    state.words.insert(state.words.end(), {"late", "open"});
    TextColumn words;
    for (std::size_t row = 0; row < problems.size(); ++row) {
        if (!campaign::isOpen(problems, row, snapshot.asOf))
            continue;
        table.ids.push_back(problems.id[row]);
        table.geometry.addPoint(
            subjectPoint(snapshot, problems.subjectType[row], problems.subject[row]));
        const bool late = problems.dueOn[row] && *problems.dueOn[row] < snapshot.asOf;
        state.rows.push_back(late ? 1 : 2);
        words.add(problems.text[row]);
    }
    table.columns.emplace_back("state", std::move(state));
    table.columns.emplace_back("text", std::move(words));
    return std::make_shared<const FeatureTable>(std::move(table));
}

std::shared_ptr<const FeatureTable> changeTable(const Snapshot& later,
                                                const campaign::ChangeSet& changes)
{
    FeatureTable table{"change", GeometryColumn(GeometryType::Point), {}, {}};
    CategoryColumn kind;
    for (std::size_t i = 0; i < campaign::changeKindCount; ++i)
        kind.words.emplace_back(toString(static_cast<campaign::ChangeKind>(i)));
    TextColumn names;
    for (const campaign::Change& change : changes.changes) {
        const bool isGone = change.kind == campaign::ChangeKind::Gone;
        table.ids.push_back(static_cast<std::int64_t>(table.ids.size()));
        table.geometry.addPoint(isGone ? Point{}
                                       : subjectPoint(later, change.subjectType, change.subject));
        kind.rows.push_back(static_cast<std::uint8_t>(static_cast<std::size_t>(change.kind) + 1));
        names.add(change.name.empty() ? change.code : change.name);
    }
    table.columns.emplace_back("kind", std::move(kind));
    table.columns.emplace_back("name", std::move(names));
    return std::make_shared<const FeatureTable>(std::move(table));
}

RecordList changeList(const WorkspaceView& later, const campaign::ChangeSet& changes, RowIndex unit)
{
    const UnitColumns& units = later.snapshot.units;
    const LocalText title = localText(Message{"session.records.changes",
                                              {{"unit", units.name[static_cast<std::size_t>(unit)]},
                                               {"from", changes.from.iso()},
                                               {"to", changes.to.iso()}}});
    RecordList list{Table("changes", title,
                          {{"kind", localText("session.column.change"), ColumnKind::Word},
                           {"subject", localText("session.column.subject"), ColumnKind::Text},
                           {"code", localText("session.column.code"), ColumnKind::Text},
                           {"name", localText("session.column.place"), ColumnKind::Text},
                           {"unit", localText("session.column.unit"), ColumnKind::Text}}),
                    {}};
    const RowIndex end = subtreeEnd(units, unit);
    for (const campaign::Change& change : changes.changes) {
        if (change.unit < unit || change.unit >= end)
            continue;
        list.table.addRow({Word{std::string(toString(change.kind)), kindTitle(change.kind)},
                           subjectTitle(change.subjectType), change.code, change.name,
                           units.name[static_cast<std::size_t>(change.unit)]});
        RecordTarget target{change.unit, noRow, noRow};
        if (change.kind != campaign::ChangeKind::Gone) {
            if (change.subjectType == SubjectType::Household)
                target.household = change.subject;
            else if (change.subjectType == SubjectType::Site)
                target.site = change.subject;
        }
        list.targets.push_back(target);
    }
    return list;
}

} // namespace guatu::session
