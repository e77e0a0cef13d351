// SPDX-License-Identifier: MIT
#include "session/tables/gap_rows.h"

#include "core/error.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <array>

namespace guatu::session
{

std::vector<GapSubject> gapSubjects(const WorkspaceView& view, RowIndex first,
                                    const std::string& grain)
{
    const Snapshot& snapshot = view.snapshot;
    const Places places(snapshot);
    const RowIndex end = subtreeEnd(snapshot.units, first);
    const auto below = [&](RowIndex unit) { return unit >= first && unit < end; };
    std::vector<GapSubject> asked;
    if (grain == "household") {
        for (std::size_t row = 0; row < snapshot.households.size(); ++row) {
            const RowIndex home = view.closure.home[row];
            if (below(home) && snapshot.households.inScope[row] != Flag::No)
                asked.push_back({{.at = snapshot.households.location[row],
                                  .unit = home,
                                  .household = static_cast<RowIndex>(row)},
                                 std::string(snapshot.households.code[row]),
                                 places.coarsePoint(home)});
        }
    } else if (grain == "site") {
        for (std::size_t row = 0; row < snapshot.sites.size(); ++row)
            if (below(snapshot.sites.hostUnit[row])) {
                const Point at = snapshot.sites.location.firstPoint(row);
                asked.push_back({{.at = at, .unit = snapshot.sites.hostUnit[row]},
                                 snapshot.sites.code[row],
                                 at});
            }
    } else if (grain == "village" || grain == "hamlet") {
        const Level level = grain == "village" ? Level::Village : Level::Group;
        for (RowIndex unit = first; unit < end; ++unit) {
            const auto row = static_cast<std::size_t>(unit);
            if (snapshot.units.level[row] != level)
                continue;
            const Point at = places.unitPoint(unit);
            asked.push_back(
                {{.at = at, .unit = unit, .whole = true}, snapshot.units.code[row].str(), at});
        }
    } else {
        throw inputError({"access.unknown_grain", {{"grain", grain}}});
    }
    return asked;
}

std::vector<access::Subject> subjectsOf(const std::vector<GapSubject>& asked)
{
    std::vector<access::Subject> subjects(asked.size());
    std::ranges::transform(asked, subjects.begin(), &GapSubject::subject);
    return subjects;
}

TableColumn whoColumn(const std::string& grain)
{
    return grain == "household" ? TableColumn{"household", localText("column.household_code")}
                                : TableColumn{"place", localText("column.place")};
}

TableColumn figureColumn(access::Measure measure, FigureOf of)
{
    constexpr std::array<std::array<const char*, 3>, 3> titles{
        {{"column.minutes", "column.minutes_before", "column.minutes_after"},
         {"column.road_metres", "column.road_metres_before", "column.road_metres_after"},
         {"column.metres", "column.metres_before", "column.metres_after"}}};
    const auto at = static_cast<std::size_t>(of);
    switch (measure) {
    case access::Measure::Minutes:
        return column(titles[0][at], ColumnKind::Decimal, 1);
    case access::Measure::RoadMetres:
        return column(titles[1][at], ColumnKind::Decimal, 0);
    case access::Measure::None:
    case access::Measure::Metres:
    case access::Measure::Hardened:
        break;
    }
    return column(titles[2][at], ColumnKind::Decimal, 0);
}

Word verdictWord(const Profile& profile, const access::Gap& gap)
{
    return word(profile, "criterion_result", toString(gap.verdict));
}

TableCell approximateCell(bool approximate)
{
    return approximate ? Word{"yes", localText("table.approximate")} : Word{"no", {}};
}

LocalText gapSentence(const access::Gap& gap)
{
    LocalText all = localText(gap.reason);
    for (const Message& remark : gap.remarks) {
        const LocalText more = localText(remark);
        all.zh += "；" + more.zh;
        all.en += "; " + more.en;
    }
    return all;
}

} // namespace guatu::session
