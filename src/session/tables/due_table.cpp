// SPDX-License-Identifier: MIT
#include "session/tables/due_table.h"

#include "campaign/countdown.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <map>

namespace guatu::session
{
namespace
{

constexpr auto count = ColumnKind::Integer;
constexpr int soon = 7;     ///< days
constexpr int horizon = 30; ///< days

/// Who answers for an item, and how many are late or near.
struct DueCounts {
    std::int64_t late = 0, soon = 0, later = 0;

    void add(int daysLeft)
    {
        if (daysLeft < 0)
            ++late;
        else if (daysLeft <= guatu::session::soon)
            ++soon;
        else if (daysLeft <= horizon)
            ++later;
    }
    DueCounts& operator+=(const DueCounts& other)
    {
        late += other.late;
        soon += other.soon;
        later += other.later;
        return *this;
    }
};

/// By unit (a child, or the unit itself for what stands in none) and bureau.
class DueItems
{
public:
    DueItems(const WorkspaceView& view, RowIndex unit) : m_view(view), m_unit(unit)
    {
        addCriteria();
        addProblems();
        addProjects();
    }

    using ByBureau = std::map<std::string, std::pair<LocalText, DueCounts>>; ///< by Chinese title
    [[nodiscard]] const std::map<RowIndex, ByBureau>& counts() const { return m_counts; }

private:
    void add(RowIndex place, const LocalText& bureau, Date due)
    {
        const UnitColumns& units = m_view.snapshot.units;
        const int daysLeft = daysBetween(m_view.snapshot.asOf, due);
        if (place < m_unit || place >= subtreeEnd(units, m_unit) || daysLeft > horizon)
            return;
        while (place != m_unit && units.parent[static_cast<std::size_t>(place)] != m_unit)
            place = units.parent[static_cast<std::size_t>(place)];
        auto& entry = m_counts[place][bureau.zh];
        entry.first = bureau;
        entry.second.add(daysLeft);
    }

    [[nodiscard]] LocalText bureauOf(const campaign::DueItem& item) const
    {
        const auto set = m_view.profile.criteria.find(item.set);
        if (set != m_view.profile.criteria.end())
            if (const auto found = std::ranges::find(set->second, item.criterion, &Criterion::id);
                found != set->second.end() && !found->bureau.zh.empty())
                return found->bureau;
        return localText("table.no_bureau");
    }

    [[nodiscard]] static LocalText officeOf(const std::string& name)
    {
        return name.empty() ? localText("table.no_bureau") : LocalText{name, name};
    }

    void addCriteria()
    {
        for (const campaign::DueItem& item :
             campaign::dueItems(m_view.snapshot, m_view.profile, m_view.closure, m_unit, horizon))
            add(item.subjectType == SubjectType::Household
                    ? m_view.closure.home[static_cast<std::size_t>(item.subject)]
                    : item.subject,
                bureauOf(item), item.due);
    }

    void addProblems()
    {
        const ProblemColumns& problems = m_view.snapshot.problems;
        for (std::size_t row = 0; row < problems.size(); ++row)
            if (problems.dueOn[row] && campaign::isOpen(problems, row, m_view.snapshot.asOf))
                add(campaign::placeOf(m_view.snapshot, m_view.closure, row),
                    officeOf(problems.leadOrganisation[row]), *problems.dueOn[row]);
    }

    /// The snapshot does not say who builds a project.
    void addProjects()
    {
        const ProjectColumns& projects = m_view.snapshot.projects;
        for (std::size_t row = 0; row < projects.size(); ++row) {
            const auto& done = projects.doneOn[row];
            if (projects.due[row] && (!done || *done > m_view.snapshot.asOf))
                add(projects.unit[row], localText("table.projects"), *projects.due[row]);
        }
    }

    const WorkspaceView& m_view;
    RowIndex m_unit;
    std::map<RowIndex, ByBureau> m_counts;
};

TableCell rateCell(const std::optional<double>& rate)
{
    return rate ? TableCell{*rate} : TableCell{Blank{}};
}

} // namespace

Table dueTable(const WorkspaceView& view, RowIndex unit)
{
    Table table("due", localText("table.due"),
                {column("column.code"), column("column.name"), column("column.bureau"),
                 column("column.late_items", count), column("column.due_0_to_7_days_items", count),
                 column("column.due_8_to_30_days_items", count)});
    const UnitColumns& units = view.snapshot.units;
    DueCounts total;
    const DueItems items(view, unit);
    for (const auto& [place, bureaus] : items.counts())
        for (const auto& [key, entry] : bureaus) {
            const auto& [bureau, counts] = entry;
            table.addRow({unitCode(units, place), unitName(units, place), bureau, counts.late,
                          counts.soon, counts.later});
            total += counts;
        }
    table.setTotal(
        {localText("table.total"), Blank{}, Blank{}, total.late, total.soon, total.later});
    addHead(table, view, unit);
    table.addNote(localText("table.due_note"));
    return table;
}

Table countdownTable(const WorkspaceView& view, RowIndex unit, const WorkspaceView* earlier)
{
    Table table("countdown", localText("table.countdown"),
                {column("column.due", ColumnKind::Date), column("column.what"),
                 column("column.days_left", count), column("column.total_items", count),
                 column("column.done_items", count), column("column.unknown_items", count),
                 column("column.open_items", count),
                 column("column.required_items_per_week", ColumnKind::Decimal, 1),
                 column("column.actual_items_per_week", ColumnKind::Decimal, 1)});
    std::optional<campaign::Earlier> before;
    if (earlier != nullptr)
        before.emplace(campaign::Earlier{earlier->snapshot, earlier->closure});
    for (const campaign::CountdownItem& item : campaign::countdown(
             view.snapshot, view.profile, view.closure, unit, before ? &*before : nullptr))
        table.addRow({item.on, item.what, std::int64_t{item.daysLeft}, item.total, item.done,
                      item.unknown, item.open(), rateCell(item.requiredPerWeek),
                      rateCell(item.actualPerWeek)});
    addHead(table, view, unit);
    return table;
}

} // namespace guatu::session
