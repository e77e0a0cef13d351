// SPDX-License-Identifier: MIT
#include "session/tables/relocation_flow.h"

#include "session/feature_tables.h"
#include "session/unit_point.h"

#include <array>
#include <limits>
#include <map>

namespace guatu::session
{
namespace
{

struct Flow {
    std::int64_t households = 0, persons = 0, personsUnknown = 0;

    Flow& operator+=(const Flow& other)
    {
        households += other.households;
        persons += other.persons;
        personsUnknown += other.personsUnknown;
        return *this;
    }
};

/// Site and origin.
using Flows = std::map<std::pair<RowIndex, RowIndex>, Flow>;

/// The unit itself, or the one above it at the level.
RowIndex upTo(const UnitColumns& units, RowIndex unit, Level level)
{
    while (unit != noRow && units.level[static_cast<std::size_t>(unit)] > level)
        unit = units.parent[static_cast<std::size_t>(unit)];
    return unit;
}

Flows byVillage(const Snapshot& snapshot)
{
    const HouseholdColumns& households = snapshot.households;
    Flows flows;
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.site[row] == noRow)
            continue;
        const RowIndex origin = upTo(snapshot.units, households.originUnit[row], Level::Village);
        const std::int16_t persons = households.persons[row];
        flows[{households.site[row], origin}] +=
            {1, persons < 0 ? 0 : persons, persons < 0 ? 1 : 0};
    }
    return flows;
}

/// Puts the small flows of a level together by the units above it.
void merge(Flows& flows, const UnitColumns& units, Level level, Level above)
{
    Flows merged;
    for (const auto& [ends, flow] : flows) {
        const auto [site, origin] = ends;
        const bool isSmall = origin != noRow && flow.households < fewestInFlow &&
                             units.level[static_cast<std::size_t>(origin)] == level;
        const RowIndex higher = isSmall ? upTo(units, origin, above) : noRow;
        merged[{site, higher == noRow ? origin : higher}] += flow;
    }
    flows = std::move(merged);
}

/// The words of the column `from`, behind "unknown".
constexpr std::array<const char*, 4> levelWords{"village", "town", "county", "prefecture"};

std::uint8_t wordOf(Level level)
{
    return static_cast<std::uint8_t>(levelWords.size() - static_cast<std::size_t>(level));
}

} // namespace

std::shared_ptr<const FeatureTable> relocationFlows(const Snapshot& snapshot)
{
    const UnitColumns& units = snapshot.units;
    Flows flows = byVillage(snapshot);
    merge(flows, units, Level::Village, Level::Town);
    merge(flows, units, Level::Town, Level::County);

    FeatureTable table{"relocation_flow", GeometryColumn(GeometryType::Line), {}, {}};
    TextColumn names;
    TextColumn origins;
    TextColumn sites;
    CategoryColumn from;
    CategoryColumn located;
    from.words.insert(from.words.end(), levelWords.begin(), levelWords.end());
    located.words.insert(located.words.end(), {"no", "yes"});
    NumberColumn households;
    NumberColumn persons;
    NumberColumn personsUnknown;
    for (const auto& [ends, flow] : flows) {
        const auto site = static_cast<std::size_t>(ends.first);
        const auto origin = static_cast<std::size_t>(ends.second);
        const bool isKnown = ends.second != noRow;
        const std::string name =
            isKnown ? shortName(units.name[origin], units.level[origin]) : std::string();
        const std::string& siteName = snapshot.sites.name[site];
        const std::array<Point, 2> line{isKnown ? unitPoint(units, origin) : Point{},
                                        snapshot.sites.location.firstPoint(site)};
        const bool hasPlace = line[0].valid() && line[1].valid();
        if (hasPlace)
            table.geometry.addPart(line);
        table.geometry.endFeature();
        table.ids.push_back(static_cast<std::int64_t>(table.ids.size()) + 1);
        names.add(isKnown ? name + " → " + siteName : "→ " + siteName);
        origins.add(name);
        sites.add(siteName);
        from.rows.push_back(isKnown ? wordOf(units.level[origin]) : std::uint8_t{0});
        located.rows.push_back(hasPlace ? 2 : 1);
        households.push_back(static_cast<double>(flow.households));
        persons.push_back(flow.personsUnknown < flow.households
                              ? static_cast<double>(flow.persons)
                              : std::numeric_limits<double>::quiet_NaN());
        personsUnknown.push_back(static_cast<double>(flow.personsUnknown));
    }
    table.columns = {
        {"name", std::move(names)},      {"origin", std::move(origins)},
        {"site", std::move(sites)},      {"from", std::move(from)},
        {"located", std::move(located)}, {"households", std::move(households)},
        {"persons", std::move(persons)}, {"persons_unknown", std::move(personsUnknown)}};
    return std::make_shared<const FeatureTable>(std::move(table));
}

} // namespace guatu::session
