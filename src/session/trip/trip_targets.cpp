// SPDX-License-Identifier: MIT
#include "session/trip/trip_targets.h"

#include "core/error.h"
#include "session/household_list.h"
#include "session/household_set.h"
#include "session/query_answer.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace guatu::session
{
namespace
{

using campaign::query::Entity;
using Rows = std::vector<std::uint32_t>;

constexpr std::int32_t perHousehold = 10, perPlace = 10;

class TargetFinder
{
public:
    TargetFinder(const WorkspaceView& view, const TripRequest& request, Language language)
        : m_view(view),
          m_snapshot(view.snapshot),
          m_places(view.snapshot),
          m_language(language),
          m_unit(request.unit),
          m_end(subtreeEnd(view.snapshot.units, request.unit)),
          m_most(static_cast<std::size_t>(request.householdsPerStop))
    {
    }

    [[nodiscard]] std::vector<TripTarget> households(const Rows& rows) const
    {
        std::map<RowIndex, Rows> byHome;
        for (const std::uint32_t row : rows)
            if (const RowIndex home = m_view.closure.home[row]; isInside(home))
                byHome[home].push_back(row);
        std::vector<TripTarget> targets;
        for (const auto& [home, members] : byHome) {
            const std::size_t parts = (members.size() + m_most - 1) / m_most;
            for (std::size_t part = 0; part < parts; ++part) {
                const auto at = [&, count = members.size()](std::size_t i) {
                    return members.begin() + static_cast<std::ptrdiff_t>(count * i / parts);
                };
                targets.push_back(householdTarget(home, Rows(at(part), at(part + 1))));
                if (parts == 1)
                    continue;
                const std::string number = std::to_string(part + 1);
                targets.back().id += "-" + number;
                targets.back().name += " " + number + "/" + std::to_string(parts);
            }
        }
        return targets;
    }

    [[nodiscard]] std::vector<TripTarget> units(const Rows& rows) const
    {
        std::vector<TripTarget> targets;
        for (const std::uint32_t row : rows) {
            const auto unit = static_cast<RowIndex>(row);
            if (!isInside(unit))
                continue;
            TripTarget target = unitTarget(unit);
            target.at = m_places.unitPoint(unit);
            target.isListed = m_view.listings.unit[row] != campaign::Issuer::None;
            const std::size_t left = householdsWith(m_view, unit, Clear::Uncleared).size();
            target.purpose =
                text(Message{"trips.purpose.unit", {{"count", std::to_string(left)}}}, m_language);
            targets.push_back(std::move(target));
        }
        return targets;
    }

    /// Things with a code, a name and a unit they lie in.
    template <typename Columns>
    [[nodiscard]] std::vector<TripTarget> things(const Rows& rows, const Columns& columns,
                                                 const std::vector<RowIndex>& unitOf) const
    {
        std::vector<TripTarget> targets;
        for (const std::uint32_t row : rows)
            if (isInside(unitOf[row]))
                targets.push_back({.id = columns.code[row],
                                   .name = columns.name[row],
                                   .area = nameAt(unitOf[row], Level::Town),
                                   .at = columns.location.firstPoint(row),
                                   .priority = perPlace});
        return targets;
    }

    [[nodiscard]] std::vector<TripTarget> sites(const Rows& rows) const
    {
        std::vector<TripTarget> targets = things(rows, m_snapshot.sites, m_snapshot.sites.hostUnit);
        for (TripTarget& target : targets)
            for (const std::uint32_t row : rows)
                if (m_snapshot.sites.code[row] == target.id)
                    target.isListed = m_view.listings.site[row] != campaign::Issuer::None;
        return targets;
    }

    /// Units below the one of the request, and sites, that are under official supervision.
    [[nodiscard]] std::vector<TripTarget> listed() const
    {
        Rows unitRows, siteRows;
        for (RowIndex unit = m_unit + 1; unit < m_end; ++unit)
            if (m_view.listings.unit[static_cast<std::size_t>(unit)] != campaign::Issuer::None)
                unitRows.push_back(static_cast<std::uint32_t>(unit));
        for (std::size_t site = 0; site < m_snapshot.sites.size(); ++site)
            if (m_view.listings.site[site] != campaign::Issuer::None)
                siteRows.push_back(static_cast<std::uint32_t>(site));
        std::vector<TripTarget> targets = units(unitRows);
        std::ranges::move(sites(siteRows), std::back_inserter(targets));
        return targets;
    }

    /// What problems or listings are about, each once.
    [[nodiscard]] std::vector<TripTarget> subjects(const Rows& rows,
                                                   const std::vector<SubjectType>& types,
                                                   const std::vector<RowIndex>& subjectOf) const
    {
        std::map<SubjectType, Rows> byType;
        for (const std::uint32_t row : rows)
            if (subjectOf[row] != noRow)
                byType[types[row]].push_back(static_cast<std::uint32_t>(subjectOf[row]));
        std::vector<TripTarget> targets;
        const auto add = [&targets](std::vector<TripTarget> more) {
            std::ranges::move(more, std::back_inserter(targets));
        };
        for (auto& [type, members] : byType) {
            std::ranges::sort(members);
            members.erase(std::ranges::unique(members).begin(), members.end());
            if (type == SubjectType::Household)
                add(households(members));
            else if (type == SubjectType::Unit)
                add(units(members));
            else if (type == SubjectType::Site)
                add(sites(members));
            else if (type == SubjectType::Facility)
                add(things(members, m_snapshot.facilities, m_snapshot.facilities.unit));
        }
        return targets;
    }

private:
    [[nodiscard]] TripTarget householdTarget(RowIndex home, const Rows& members) const
    {
        TripTarget target = unitTarget(home);
        target.at = m_places.coarsePoint(home);
        target.purpose = blockersOf(members);
        target.priority = perHousehold * static_cast<std::int32_t>(members.size());
        for (const std::uint32_t row : members)
            target.households.emplace_back(m_snapshot.households.code[row]);
        return target;
    }

    [[nodiscard]] bool isInside(RowIndex unit) const
    {
        return unit != noRow ? unit >= m_unit && unit < m_end : m_unit == 0;
    }

    [[nodiscard]] std::string nameAt(RowIndex unit, Level level) const
    {
        const RowIndex at = unitAt(m_snapshot.units, unit, level);
        return at == noRow ? std::string{} : m_snapshot.units.name[static_cast<std::size_t>(at)];
    }

    [[nodiscard]] TripTarget unitTarget(RowIndex unit) const
    {
        const auto row = static_cast<std::size_t>(unit);
        const std::string own = m_snapshot.units.name[row];
        const std::string village = nameAt(unit, Level::Village);
        const bool isBelow = m_snapshot.units.level[row] > Level::Village;
        const bool isRepeated = own.starts_with(village);
        return {.id = m_snapshot.units.code[row].str(),
                .name = isBelow && !isRepeated ? village + " " + own : own,
                .area = nameAt(unit, Level::Town),
                .priority = perPlace};
    }

    /// How many households, and what they lack most.
    [[nodiscard]] std::string blockersOf(const Rows& households) const
    {
        const auto criteria = householdCriteria(m_view);
        std::vector<std::pair<int, std::size_t>> counts;
        for (std::size_t i = 0; i < criteria.size(); ++i)
            counts.emplace_back(0, i);
        for (const HouseholdRow& row : householdRows(m_view, households))
            for (const std::uint8_t criterion : row.unmet)
                --counts[criterion].first;
        std::ranges::sort(counts);
        std::string most;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, counts.size()); ++i)
            if (counts[i].first < 0)
                most += (most.empty()                      ? ""
                         : m_language == Language::Chinese ? "，"
                                                           : ", ") +
                        criteria[counts[i].second].title.in(m_language) + " " +
                        std::to_string(-counts[i].first);
        const std::string count = std::to_string(households.size());
        return most.empty()
                   ? text(Message{"trips.purpose.households", {{"count", count}}}, m_language)
                   : text(Message{"trips.purpose.blockers", {{"count", count}, {"most", most}}},
                          m_language);
    }

    const WorkspaceView& m_view;
    const Snapshot& m_snapshot;
    Places m_places;
    Language m_language;
    RowIndex m_unit, m_end;
    std::size_t m_most;
};

std::vector<TripTarget> targetsOf(const WorkspaceView& view, const TargetFinder& finder,
                                  const std::string& expression, const Progress& progress)
{
    const Snapshot& snapshot = view.snapshot;
    const QueryAnswer answer = answerQuery(view, expression, progress);
    const Rows& hits = answer.result.hits;
    switch (answer.query.noun.entity) {
    case Entity::Household:
        return finder.households(hits);
    case Entity::Unit:
        return finder.units(hits);
    case Entity::Site:
        return finder.sites(hits);
    case Entity::Facility:
        return finder.things(hits, snapshot.facilities, snapshot.facilities.unit);
    case Entity::Project:
        return finder.things(hits, snapshot.projects, snapshot.projects.unit);
    case Entity::Problem:
        return finder.subjects(hits, snapshot.problems.subjectType, snapshot.problems.subject);
    case Entity::Listing:
        return finder.subjects(hits, snapshot.listings.subjectType, snapshot.listings.subject);
    case Entity::Person:
    case Entity::Road:
    case Entity::Plan:
    case Entity::Visit:
        break;
    }
    throw inputError({"trips.not_a_place"});
}

std::vector<TripTarget> firstTargets(const WorkspaceView& view, const TargetFinder& finder,
                                     const TripRequest& request, const Progress& progress)
{
    if (!request.households.empty())
        return finder.households(
            householdsByCode(view, {request.households.begin(), request.households.end()}));
    if (!request.targets.empty())
        return targetsOf(view, finder, request.targets, progress);
    if (request.noHouseholds)
        return {};
    return finder.households(householdsWith(view, request.unit, Clear::Uncleared));
}

/// Households that live in no hamlet stand at their village, which may be visited for itself too.
void tellApart(std::vector<TripTarget>& targets)
{
    std::set<std::string> places;
    for (const TripTarget& target : targets)
        if (target.households.empty())
            places.insert(target.id);
    for (TripTarget& target : targets)
        if (!target.households.empty() && places.contains(target.id))
            target.id += "-h";
}

} // namespace

std::vector<TripTarget> tripTargets(const WorkspaceView& view, const TripRequest& request,
                                    Language language, const Progress& progress)
{
    const TargetFinder finder(view, request, language);
    std::vector<TripTarget> targets = firstTargets(view, finder, request, progress);
    std::set<std::pair<std::string, bool>> known;
    for (const TripTarget& target : targets)
        known.emplace(target.id, target.households.empty());
    const auto add = [&](std::vector<TripTarget> more) {
        for (TripTarget& target : more)
            if (known.emplace(target.id, target.households.empty()).second)
                targets.push_back(std::move(target));
    };
    for (const std::string& expression : request.more)
        add(targetsOf(view, finder, expression, progress));
    if (request.listed)
        add(finder.listed());
    tellApart(targets);
    return targets;
}

} // namespace guatu::session
