// SPDX-License-Identifier: MIT
#include "session/trip/trip_sample.h"

#include "session/tables/table_parts.h"

namespace guatu::session
{
namespace
{

/// 2020-05 of a day and so many months later.
std::string monthText(Date first, int later)
{
    const int months = first.month() - 1 + later;
    const int month = months % 12 + 1;
    return std::to_string(first.year() + months / 12) + (month < 10 ? "-0" : "-") +
           std::to_string(month);
}

} // namespace

std::vector<trips::SampleVillage> sampleFrame(const WorkspaceView& view, RowIndex unit)
{
    const Snapshot& snapshot = view.snapshot;
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    std::vector<trips::SampleVillage> frame;
    std::vector<RowIndex> villageOf(snapshot.units.size(), noRow); // number in the frame
    for (RowIndex row = unit; row < end; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const RowIndex village = unitAt(snapshot.units, row, Level::Village);
        if (village == row) {
            villageOf[at] = static_cast<RowIndex>(frame.size());
            frame.push_back({.code = snapshot.units.code[at].str()});
        } else if (village >= unit && village != noRow) {
            villageOf[at] = villageOf[static_cast<std::size_t>(village)];
        }
    }
    for (std::size_t row = 0; row < snapshot.households.size(); ++row) {
        const RowIndex home = view.closure.home[row];
        const RowIndex village = home == noRow ? noRow : villageOf[static_cast<std::size_t>(home)];
        const FormalStatus formal = snapshot.households.formal[row];
        if (village == noRow || formal == FormalStatus::Unknown)
            continue;
        trips::SampleVillage& to = frame[static_cast<std::size_t>(village)];
        (formal == FormalStatus::NeverRegistered ? to.others : to.registered)
            .emplace_back(snapshot.households.code[row]);
    }
    return frame;
}

std::vector<Table> sampleTables(const WorkspaceView& view,
                                const std::vector<trips::SampleVillage>& frame,
                                const trips::SampleDraw& draw, Date first)
{
    Table villages("villages", localText("table.sample_villages"),
                   {column("column.month"), column("column.township"), column("column.village"),
                    column("column.code"), column("column.registered", ColumnKind::Integer),
                    column("column.registered_drawn", ColumnKind::Integer),
                    column("column.others", ColumnKind::Integer),
                    column("column.others_drawn", ColumnKind::Integer), column("column.remark")});
    Table households("households", localText("table.sample_households"),
                     {column("column.household_code"), column("column.month"),
                      column("column.village"), column("column.class", ColumnKind::Word)});
    const UnitColumns& units = view.snapshot.units;
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    const Word registered{"registered", localText("trips.sample.registered")};
    const Word other{"other", localText("trips.sample.other")};
    for (const trips::SampledVillage& each : draw.villages) {
        const trips::SampleVillage& village = frame[each.village];
        const RowIndex unit = findUnit(units, *UnitCode::parse(village.code));
        const std::string month = monthText(first, each.month);
        villages.addRow(
            {month, unitName(units, unitAt(units, unit, Level::Town)), unitName(units, unit),
             village.code, count(village.registered.size()), count(each.registered.size()),
             count(village.others.size()), count(each.others.size()),
             each.tooFew ? TableCell{localText("trips.sample.too_few")} : TableCell{Blank{}}});
        for (const std::string& code : each.registered)
            households.addRow({code, month, unitName(units, unit), registered});
        for (const std::string& code : each.others)
            households.addRow({code, month, unitName(units, unit), other});
    }
    if (draw.missing > 0)
        villages.addNote(
            localText(Message{"trips.sample.missing", {{"count", std::to_string(draw.missing)}}}));
    std::vector<Table> tables;
    tables.push_back(std::move(villages));
    tables.push_back(std::move(households));
    return tables;
}

} // namespace guatu::session
