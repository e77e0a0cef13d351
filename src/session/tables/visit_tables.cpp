// SPDX-License-Identifier: MIT
#include "session/tables/visit_tables.h"

#include "access/clusters.h"
#include "core/text.h"
#include "session/tables/table_parts.h"
#include "store/workspace.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace guatu::session
{
namespace
{

struct Cluster {
    std::vector<std::uint32_t> households{};
    std::int64_t persons = 0;
    bool personsKnown = true;
    std::map<RowIndex, std::size_t> homes{};

    /// The unit where most of them live; the lowest on a tie.
    [[nodiscard]] RowIndex home() const
    {
        return std::ranges::max_element(homes, {}, [](const auto& each) { return each.second; })
            ->first;
    }
};

std::vector<Cluster> clustersIn(const WorkspaceView& view,
                                const std::vector<std::uint32_t>& households, double within,
                                std::size_t least)
{
    const HouseholdColumns& columns = view.snapshot.households;
    std::vector<Point> points;
    for (const std::uint32_t row : households)
        points.push_back(columns.location[row]);
    const auto numbers = access::clustersOf(points, within, least);
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < households.size(); ++i) {
        if (numbers[i] == access::noCluster)
            continue;
        if (numbers[i] >= clusters.size())
            clusters.resize(numbers[i] + std::size_t{1});
        Cluster& cluster = clusters[numbers[i]];
        cluster.households.push_back(households[i]);
        ++cluster.homes[view.closure.home[households[i]]];
        const std::int16_t persons = columns.persons[households[i]];
        cluster.personsKnown = cluster.personsKnown && persons >= 0;
        cluster.persons += std::max<std::int16_t>(0, persons);
    }
    std::ranges::stable_sort(clusters, std::ranges::greater{},
                             [](const Cluster& c) { return c.households.size(); });
    return clusters;
}

/// Whether households have a member in work this year; unknown where no member tells.
std::vector<Flag> workers(const WorkspaceView& view)
{
    const store::Workspace workspace =
        store::Workspace::open(view.file, store::Workspace::Mode::Read);
    const PersonColumns persons = workspace.persons(view.snapshot);
    std::vector<Flag> works(view.snapshot.households.size(), Flag::Unknown);
    for (std::size_t row = 0; row < persons.size(); ++row) {
        if (persons.household[row] == noRow || persons.workMonths[row] < 0)
            continue;
        Flag& flag = works[static_cast<std::size_t>(persons.household[row])];
        if (persons.workMonths[row] > 0)
            flag = Flag::Yes;
        else if (flag == Flag::Unknown)
            flag = Flag::No;
    }
    return works;
}

/// Working facilities near a place, by kind: "学校 2、卫生室 1".
LocalText nearby(const WorkspaceView& view, Point at, double within)
{
    const FacilityColumns& facilities = view.snapshot.facilities;
    std::map<std::string, int> counts;
    for (std::size_t row = 0; row < facilities.size(); ++row) {
        const Point p = facilities.location.firstPoint(row);
        if (facilities.state[row] == "working" && p.valid() &&
            std::hypot(p.x - at.x, p.y - at.y) <= within)
            ++counts[facilities.kind[row]];
    }
    LocalText text;
    for (const auto& [kind, count] : counts) {
        const LocalText title = word(view.profile, "facility_kind", kind).title;
        text.zh += (text.zh.empty() ? "" : "、") + title.zh + " " + std::to_string(count);
        text.en += (text.en.empty() ? "" : ", ") + title.en + " " + std::to_string(count);
    }
    return text;
}

bool isListed(const Snapshot& snapshot, RowIndex site)
{
    const ListingColumns& listings = snapshot.listings;
    for (std::size_t row = 0; row < listings.size(); ++row)
        if (listings.subjectType[row] == SubjectType::Site && listings.subject[row] == site &&
            (!listings.from[row] || *listings.from[row] <= snapshot.asOf) &&
            (!listings.to[row] || *listings.to[row] > snapshot.asOf))
            return true;
    return false;
}

/// Households that live at a site, and how many of them have nobody in work, or do not tell.
struct SiteHouseholds {
    std::int64_t all = 0, withoutWork = 0, unknown = 0;
};

std::vector<SiteHouseholds> householdsOfSites(const WorkspaceView& view)
{
    const auto works = workers(view);
    const HouseholdColumns& households = view.snapshot.households;
    std::vector<SiteHouseholds> sites(view.snapshot.sites.size());
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.site[row] == noRow || households.inScope[row] == Flag::No)
            continue;
        SiteHouseholds& site = sites[static_cast<std::size_t>(households.site[row])];
        ++site.all;
        site.withoutWork += works[row] == Flag::No ? 1 : 0;
        site.unknown += works[row] == Flag::Unknown ? 1 : 0;
    }
    return sites;
}

} // namespace

std::vector<Table> clusterTables(const WorkspaceView& view, RowIndex unit,
                                 const std::vector<std::uint32_t>& households, double within,
                                 std::size_t least)
{
    const UnitColumns& units = view.snapshot.units;
    const HouseholdColumns& columns = view.snapshot.households;
    const Places places(view.snapshot);
    Table table("clusters", localText("table.clusters"),
                {column("column.cluster", ColumnKind::Integer), column("column.unit_code"),
                 column("column.unit"), column("column.households", ColumnKind::Integer),
                 column("column.persons", ColumnKind::Integer)});
    Table list("cluster_households", localText("table.cluster_households"),
               {column("column.cluster", ColumnKind::Integer), column("column.household_code"),
                column("column.unit")});
    std::vector<Point> centres, homes;
    std::int64_t number = 0;
    std::size_t placed = 0;
    for (const Cluster& cluster : clustersIn(view, households, within, least)) {
        ++number;
        const RowIndex home = cluster.home();
        table.addRow({number, unitCode(units, home), unitName(units, home),
                      static_cast<std::int64_t>(cluster.households.size()),
                      cluster.personsKnown ? TableCell{cluster.persons} : TableCell{Unknown{}}});
        centres.push_back(places.coarsePoint(home));
        placed += cluster.households.size();
        for (const std::uint32_t row : cluster.households) {
            list.addRow(
                {number, std::string(columns.code[row]), unitName(units, view.closure.home[row])});
            homes.push_back(places.coarsePoint(view.closure.home[row]));
        }
    }
    const auto unplaced = std::ranges::count_if(
        households, [&](std::uint32_t row) { return !columns.location[row].valid(); });
    addHead(table, view, unit);
    table.addNote(localText(Message{
        "table.clusters.note",
        {{"metres", withThousands(std::llround(within))},
         {"least", std::to_string(least)},
         {"alone", withThousands(static_cast<long long>(households.size() - placed) - unplaced)},
         {"unplaced", withThousands(unplaced)}}}));
    table.setGeometry(places.points(std::move(centres)));
    list.setGeometry(places.points(std::move(homes)));
    std::vector<Table> tables;
    tables.push_back(std::move(table));
    tables.push_back(std::move(list));
    return tables;
}

Table siteFollowUpTable(const WorkspaceView& view, RowIndex unit, double within)
{
    const Snapshot& snapshot = view.snapshot;
    const SiteColumns& sites = snapshot.sites;
    const RowIndex end = subtreeEnd(snapshot.units, unit);
    const auto households = householdsOfSites(view);
    Table table("site_follow_up", localText("table.site_follow_up"),
                {column("column.site_code"), column("column.site"), column("column.unit"),
                 column("column.planned_households", ColumnKind::Integer),
                 column("column.moved_households", ColumnKind::Integer),
                 column("column.moved_percent", ColumnKind::Percent, 1),
                 column("column.households", ColumnKind::Integer),
                 column("column.without_work", ColumnKind::Integer),
                 column("column.work_unknown", ColumnKind::Integer),
                 column("column.facilities_near"), column("column.listed", ColumnKind::Word)});
    std::vector<Point> points;
    for (std::size_t row = 0; row < sites.size(); ++row) {
        const RowIndex host = sites.hostUnit[row];
        if (host < unit || host >= end)
            continue;
        const Point at = sites.location.firstPoint(row);
        const std::int32_t planned = sites.plannedHouseholds[row],
                           moved = sites.movedHouseholds[row];
        const bool listed = isListed(snapshot, static_cast<RowIndex>(row));
        table.addRow({sites.code[row], textCell(sites.name[row]), unitName(snapshot.units, host),
                      countCell(planned), countCell(moved),
                      planned < 0 || moved < 0 ? TableCell{Unknown{}} : percentCell(moved, planned),
                      households[row].all, households[row].withoutWork, households[row].unknown,
                      at.valid() ? TableCell{nearby(view, at, within)} : TableCell{Unknown{}},
                      Word{listed ? "yes" : "no",
                           localText(listed ? "table.site_listed" : "table.site_not_listed")}});
        points.push_back(at);
    }
    addHead(table, view, unit);
    table.addNote(localText(
        Message{"table.site_follow_up.note", {{"metres", withThousands(std::llround(within))}}}));
    table.setGeometry(Places(snapshot).points(std::move(points)));
    return table;
}

} // namespace guatu::session
