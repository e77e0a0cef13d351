// SPDX-License-Identifier: MIT
#include "session/gap_list.h"

#include "core/row_at.h"
#include "session/tables/gap_rows.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <limits>

namespace guatu::session
{
namespace
{

/// A title that names the service.
LocalText titled(const GapCase& gaps, std::string_view id)
{
    const auto in = [&](Language language) {
        return text(Message{std::string(id), {{"service", gaps.standard().title.in(language)}}},
                    language);
    };
    return {in(Language::Chinese), in(Language::English)};
}

TableColumn figureColumn(const access::Standard& standard, std::string key, std::string_view title)
{
    const bool minutes = standard.measure() == access::Measure::Minutes;
    LocalText words = localText(title);
    const LocalText unit = localText(minutes ? "column.minutes" : "column.metres");
    words.zh += "（" + unit.zh + "）";
    words.en += " (" + unit.en + ")";
    return {std::move(key), std::move(words), ColumnKind::Decimal, minutes ? 1 : 0};
}

TableCell figureCell(const access::Gap& gap)
{
    return gap.figure ? TableCell{*gap.figure} : TableCell{Blank{}};
}

TableCell facilityCell(const GapCase& gaps, const access::Gap& gap)
{
    return gap.facility == noRow ? TableCell{Blank{}}
                                 : textCell(gaps.facilities().name[at(gap.facility)]);
}

TableCell personsCell(int persons)
{
    return persons < 0 ? TableCell{Unknown{}} : TableCell{std::int64_t{persons}};
}

double farness(const access::Gap& gap)
{
    return gap.figure.value_or(std::numeric_limits<double>::infinity());
}

std::string_view titleOfList(CriterionResult verdict)
{
    switch (verdict) {
    case CriterionResult::Met:
        return "session.gaps.met";
    case CriterionResult::Unmet:
        return "session.gaps.unmet";
    case CriterionResult::Exempt:
        return "session.gaps.exempt";
    case CriterionResult::Unknown:
        break;
    }
    return "session.gaps.unknown";
}

} // namespace

RecordList gapList(const GapCase& gaps, CriterionResult verdict)
{
    const WorkspaceView& view = gaps.view();
    const Snapshot& snapshot = view.snapshot;
    const access::Standard& standard = gaps.standard();
    const bool limited = standard.measure() != access::Measure::None;
    RecordList list{Table("gap_list", titled(gaps, titleOfList(verdict)),
                          {{"household", localText("column.household_code")},
                           column("column.unit"),
                           column("column.persons", ColumnKind::Integer),
                           figureColumn(standard, "figure", "session.gaps.figure"),
                           column("column.approximate", ColumnKind::Word),
                           column("column.facility"),
                           column("column.limit", ColumnKind::Decimal, TableColumn::asNeeded),
                           column("column.reason"),
                           column("column.data_date", ColumnKind::Date)}),
                    {}};
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < gaps.gaps().size(); ++i)
        if (gaps.gaps()[i].verdict == verdict)
            rows.push_back(i);
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [&](std::size_t i) { return farness(gaps.gaps()[i]); });
    for (const std::size_t i : rows) {
        const access::Gap& gap = gaps.gaps()[i];
        const std::uint32_t row = gaps.households()[i];
        list.table.addRow({std::string(snapshot.households.code[row]),
                           unitName(snapshot.units, gaps.subjects()[i].unit),
                           personsCell(snapshot.households.persons[row]), figureCell(gap),
                           approximateCell(gap.approximate), facilityCell(gaps, gap),
                           limited ? TableCell{standard.limit()} : TableCell{Blank{}},
                           gapSentence(gap), gap.asOf.value_or(snapshot.asOf)});
        list.targets.push_back({.household = static_cast<RowIndex>(row)});
    }
    addHead(list.table, view, gaps.unit());
    list.table.addNote(standard.rule);
    list.table.addNote(localText(Message{"table.gap_source", {{"source", standard.source}}}));
    return list;
}

RecordList gapChangeList(const GapCase& before, const GapCase& after, const GapChanges& changes)
{
    const WorkspaceView& view = after.view();
    const Snapshot& snapshot = view.snapshot;
    const auto change = [&](std::string_view id, std::string code) {
        return Word{std::move(code), localText(id)};
    };
    RecordList list{Table("gap_changes", titled(after, "session.gaps.changes"),
                          {{"household", localText("column.household_code")},
                           column("column.unit"),
                           column("column.persons", ColumnKind::Integer),
                           column("column.change", ColumnKind::Word),
                           figureColumn(after.standard(), "before", "session.gaps.before"),
                           figureColumn(after.standard(), "after", "session.gaps.after"),
                           column("column.approximate", ColumnKind::Word),
                           column("column.reason")}),
                    {}};
    const auto add = [&](const std::vector<std::uint32_t>& rows, const Word& word,
                         const std::vector<std::uint32_t>& but) {
        for (const std::uint32_t row : rows) {
            if (std::ranges::binary_search(but, row))
                continue;
            const access::Gap &was = *before.gapOf(row), &is = *after.gapOf(row);
            const auto found = std::ranges::lower_bound(after.households(), row);
            const auto i = static_cast<std::size_t>(found - after.households().begin());
            list.table.addRow({std::string(snapshot.households.code[row]),
                               unitName(snapshot.units, after.subjects()[i].unit),
                               personsCell(snapshot.households.persons[row]), word, figureCell(was),
                               figureCell(is), approximateCell(was.approximate || is.approximate),
                               gapSentence(is)});
            list.targets.push_back({.household = static_cast<RowIndex>(row)});
        }
    };
    add(changes.cutOff, change("session.gaps.cut_off", "cut_off"), {});
    add(changes.newGaps, change("session.gaps.new_gap", "new_gap"), changes.cutOff);
    add(changes.closed, change("session.gaps.closed_gap", "closed_gap"), {});
    addHead(list.table, view, after.unit());
    return list;
}

} // namespace guatu::session
