// SPDX-License-Identifier: MIT
#include "session/query_list.h"

#include <map>

namespace guatu::session
{

using campaign::query::Entity;
using campaign::query::Noun;

namespace
{

using Rows = std::vector<std::uint32_t>;

RecordList siteList(const WorkspaceView& view, const LocalText& title, const Rows& rows)
{
    const SiteColumns& sites = view.snapshot.sites;
    RecordList list{
        Table("sites", title,
              {{"name", localText("session.column.place"), ColumnKind::Text},
               {"unit", localText("session.column.unit"), ColumnKind::Text},
               {"households", localText("session.column.households"), ColumnKind::Integer},
               {"persons", localText("session.column.persons"), ColumnKind::Integer}}),
        {}};
    for (const std::uint32_t row : rows) {
        list.table.addRow({sites.name[row], plainName(view, sites.hostUnit[row]),
                           countCell(campaign::siteHouseholds(sites, row)),
                           countCell(campaign::sitePersons(sites, row))});
        list.targets.push_back({noRow, noRow, static_cast<RowIndex>(row)});
    }
    return list;
}

/// Name and unit, for what has no more to say in a list.
template <typename NameOf, typename UnitOf>
RecordList plainList(const WorkspaceView& view, const LocalText& title, const Rows& rows,
                     NameOf nameOf, UnitOf unitOf)
{
    RecordList list{Table("records", title,
                          {{"name", localText("session.column.place"), ColumnKind::Text},
                           {"unit", localText("session.column.unit"), ColumnKind::Text}}),
                    {}};
    for (const std::uint32_t row : rows) {
        const RowIndex unit = unitOf(row);
        list.table.addRow({std::string(nameOf(row)), plainName(view, unit)});
        list.targets.push_back({unit, noRow, noRow});
    }
    return list;
}

RecordList ofHouseholds(const WorkspaceView& view, const LocalText& title, const Rows& rows,
                        const std::vector<RowIndex>& householdOf)
{
    RecordList list = plainList(
        view, title, rows,
        [&](std::uint32_t row) {
            const RowIndex household = householdOf[row];
            return household == noRow
                       ? std::string_view{}
                       : view.snapshot.households.code[static_cast<std::size_t>(household)];
        },
        [&](std::uint32_t row) {
            const RowIndex household = householdOf[row];
            return household == noRow ? noRow
                                      : view.closure.home[static_cast<std::size_t>(household)];
        });
    for (std::size_t i = 0; i < rows.size(); ++i)
        list.targets[i].household = householdOf[rows[i]];
    return list;
}

} // namespace

RecordList queryList(const WorkspaceView& view, const Noun& noun, const LocalText& title,
                     const Rows& rows)
{
    const Snapshot& snapshot = view.snapshot;
    switch (noun.entity) {
    case Entity::Unit:
        return unitList(view, title, {rows.begin(), rows.end()});
    case Entity::Problem:
        return problemList(view, title, {rows.begin(), rows.end()});
    case Entity::Site:
        return siteList(view, title, rows);
    case Entity::Facility:
        return plainList(
            view, title, rows, [&](auto row) { return snapshot.facilities.name[row]; },
            [&](auto row) { return snapshot.facilities.unit[row]; });
    case Entity::Project:
        return plainList(
            view, title, rows, [&](auto row) { return snapshot.projects.name[row]; },
            [&](auto row) { return snapshot.projects.unit[row]; });
    case Entity::Road:
        return plainList(
            view, title, rows, [&](auto row) { return snapshot.roads.name[row]; },
            [](auto) { return noRow; });
    case Entity::Listing:
        return plainList(
            view, title, rows, [&](auto row) { return snapshot.listings.subjectName[row]; },
            [&](auto row) {
                return snapshot.listings.subjectType[row] == SubjectType::Unit
                           ? snapshot.listings.subject[row]
                           : noRow;
            });
    case Entity::Plan:
        return ofHouseholds(view, title, rows, snapshot.planItems.household);
    case Entity::Visit:
    case Entity::Household:
    case Entity::Person:
        break;
    }
    return plainList(
        view, title, rows, [](auto) { return std::string_view{}; }, [](auto) { return noRow; });
}

std::vector<MapFeatures> mapFeatures(const WorkspaceView& view, const Noun& noun, const Rows& rows)
{
    const Snapshot& snapshot = view.snapshot;
    const auto of = [&](const char* source, const std::vector<std::int64_t>& ids) {
        MapFeatures features{source};
        for (const std::uint32_t row : rows)
            features.ids.insert(ids[row]);
        return std::vector{features};
    };
    switch (noun.entity) {
    case Entity::Site:
        return of("site", snapshot.sites.id);
    case Entity::Facility:
        return of("facility", snapshot.facilities.id);
    case Entity::Project:
        return of("project", snapshot.projects.id);
    case Entity::Road:
        return of("road", snapshot.roads.id);
    case Entity::Problem:
        return of("problem", snapshot.problems.id);
    case Entity::Unit: {
        std::map<std::string, MapFeatures> byLevel;
        for (const std::uint32_t row : rows) {
            const std::string level(toString(snapshot.units.level[row]));
            const std::string source =
                snapshot.units.area.hasGeometry(row) ? level : level + "_seat";
            byLevel.try_emplace(source, MapFeatures{source})
                .first->second.ids.insert(snapshot.units.id[row]);
        }
        std::vector<MapFeatures> found;
        for (auto& [source, features] : byLevel)
            found.push_back(std::move(features));
        return found;
    }
    default:
        return {};
    }
}

} // namespace guatu::session
