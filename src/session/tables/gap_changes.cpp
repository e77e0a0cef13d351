// SPDX-License-Identifier: MIT
#include "session/tables/gap_changes.h"

#include "core/error.h"
#include "session/gap_case.h"
#include "session/tables/gap_rows.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace guatu::session
{
namespace
{

using access::Gap;

/// How a service changes for somebody, the worst first.
enum class Turn : std::uint8_t { Lost, Gained, Farther, Nearer, Other };

constexpr std::array<std::string_view, 5> turnCodes{"lost", "gained", "farther", "nearer", "other"};
constexpr std::array<std::string_view, 5> turnTitles{"table.gap_lost", "table.gap_gained",
                                                     "table.gap_farther", "table.gap_nearer",
                                                     "table.gap_otherwise"};

bool same(const Gap& a, const Gap& b)
{
    // A millisecond or millimetre of rounding is no change.
    const double from = a.figure.value_or(-1), to = b.figure.value_or(-1);
    return a.verdict == b.verdict && a.facility == b.facility && std::abs(from - to) < 1e-4;
}

Turn turnOf(const Gap& before, const Gap& after)
{
    const auto met = [](const Gap& gap) { return gap.verdict == CriterionResult::Met; };
    if (met(before) != met(after))
        return met(before) ? Turn::Lost : Turn::Gained;
    if (before.figure.has_value() != after.figure.has_value())
        return before.figure ? Turn::Farther : Turn::Nearer;
    if (before.figure && *before.figure != *after.figure)
        return *before.figure < *after.figure ? Turn::Farther : Turn::Nearer;
    return Turn::Other;
}

/// The places asked for as facilities that might be built there.
std::vector<PlannedFacility> plannedAt(const Snapshot& snapshot,
                                       const std::vector<std::string>& places)
{
    std::vector<PlannedFacility> planned;
    for (const std::string& text : places) {
        const NamedPlace place = namedPlace(snapshot, text);
        planned.push_back(
            {place.at, guatu::text(Message{"table.new_facility", {{"place", place.name}}},
                                   Language::Chinese)});
    }
    return planned;
}

TableCell nameCell(const FacilityColumns& all, RowIndex facility)
{
    return facility == noRow ? TableCell{Blank{}}
                             : textCell(all.name[static_cast<std::size_t>(facility)]);
}

TableCell figureCell(const Gap& gap)
{
    return gap.figure ? TableCell{*gap.figure} : TableCell{Blank{}};
}

LocalText countsNote(const char* id, const std::vector<Gap>& gaps)
{
    std::array<std::size_t, 4> counts{};
    for (const Gap& gap : gaps)
        ++counts[static_cast<std::size_t>(gap.verdict)];
    return localText(Message{id,
                             {{"met", std::to_string(counts[0])},
                              {"unmet", std::to_string(counts[1])},
                              {"unknown", std::to_string(counts[2])},
                              {"exempt", std::to_string(counts[3])}}});
}

/// What is put into words of a change: the roads, and the places.
LocalText changeNote(const GapChange& change)
{
    const auto joined = [](const std::vector<std::string>& words) {
        std::string all;
        for (const std::string& word : words)
            all += (all.empty() ? "" : "; ") + word;
        return all.empty() ? std::string("-") : all;
    };
    return localText(Message{"table.gap_change",
                             {{"roads", joined(change.closed)}, {"places", joined(change.added)}}});
}

std::vector<TableColumn> columns(const std::string& grain, access::Measure measure)
{
    return {whoColumn(grain),
            column("column.unit_code"),
            column("column.unit"),
            column("column.change", ColumnKind::Word),
            column("column.verdict_before", ColumnKind::Word),
            column("column.verdict_after", ColumnKind::Word),
            column("column.facility_before"),
            column("column.facility_after"),
            figureColumn(measure, FigureOf::Before),
            figureColumn(measure, FigureOf::After),
            column("column.approximate", ColumnKind::Word),
            column("column.reason")};
}

} // namespace

Table gapChangesTable(const WorkspaceView& view, RowIndex unit, const GapQuestion& question,
                      const GapChange& change)
{
    const Snapshot& snapshot = view.snapshot;
    const access::Standard standard = standardOf(question);
    if (standard.facilities.empty() && !change.added.empty())
        throw inputError({"access.no_facilities_asked", {{"service", question.service}}});
    const auto asked = gapSubjects(view, unit, question.grain);
    const auto subjects = subjectsOf(asked);
    const GapData today(snapshot, standard, question);
    const auto before = access::judgeGaps(snapshot, standard, today.ground(), subjects);

    GapQuestion changed = question;
    changed.travel.closed.insert(changed.travel.closed.end(), change.closed.begin(),
                                 change.closed.end());
    if (!change.closed.empty() && today.roads() == nullptr && !today.overGround())
        throw inputError({"access.closure_without_roads", {{"service", question.service}}});
    const GapData later(snapshot, standard, changed);
    const FacilityColumns facilities =
        withPlanned(snapshot.facilities, standard, plannedAt(snapshot, change.added));
    access::GapGround ground = later.ground();
    ground.facilities = &facilities;
    const auto after = access::judgeGaps(snapshot, standard, ground, subjects);

    std::vector<std::pair<Turn, std::size_t>> rows;
    for (std::size_t i = 0; i < subjects.size(); ++i)
        if (!same(before[i], after[i]) &&
            (!question.verdict || *question.verdict == after[i].verdict))
            rows.emplace_back(turnOf(before[i], after[i]), i);
    std::ranges::sort(rows);
    Table table("gap_changes", localText("table.gap_changes"),
                columns(question.grain, standard.measure()));
    std::vector<Point> points;
    for (const auto& [turn, i] : rows) {
        const auto kind = static_cast<std::size_t>(turn);
        table.addRow({asked[i].code, unitCode(snapshot.units, subjects[i].unit),
                      unitName(snapshot.units, subjects[i].unit),
                      Word{std::string(turnCodes[kind]), localText(turnTitles[kind])},
                      verdictWord(view.profile, before[i]), verdictWord(view.profile, after[i]),
                      nameCell(facilities, before[i].facility),
                      nameCell(facilities, after[i].facility), figureCell(before[i]),
                      figureCell(after[i]),
                      approximateCell(before[i].approximate || after[i].approximate),
                      gapSentence(after[i])});
        points.push_back(asked[i].shown);
    }
    addHead(table, view, unit);
    table.addNote(standard.rule);
    table.addNote(changeNote(change));
    table.addNote(countsNote("table.gap_counts_before", before));
    table.addNote(countsNote("table.gap_counts_after", after));
    if (today.onlyApproximate())
        table.addNote(localText("table.gap_no_roads"));
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
