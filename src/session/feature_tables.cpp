// SPDX-License-Identifier: MIT
#include "session/feature_tables.h"

#include "core/entity.h"
#include "core/text.h"
#include "session/event_tables.h"
#include "session/tables/relocation_flow.h"
#include "session/unit_counts.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace guatu::session
{
namespace
{

using Words = std::span<const std::string_view>;
using Rows = std::vector<std::size_t>;

constexpr double unknownNumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view clearWords[]{"cleared", "uncleared", "at_risk", "out_of_scope"};
constexpr std::string_view formalWords[]{"unexited", "returned", "exited", "never_registered"};
constexpr std::string_view flagWords[]{"no", "yes"};
constexpr std::string_view listedWords[]{"none", "prefecture", "county", "province", "national"};
constexpr std::string_view ruleWords[]{"none", "yes"};
constexpr std::string_view gradeWords[]{"official", "approx", "voronoi", "none"};
constexpr std::string_view classWords[]{"unexited", "returned", "exited",  "monitored",
                                        "marginal", "sudden",   "ordinary"};
constexpr std::string_view projectWords[]{"done", "late", "running"};

/// A column of `words` behind "unknown": `wordOf(i)` gives the word of row i; one that is not
/// among them is unknown.
template <typename WordOf>
CategoryColumn category(std::size_t size, Words words, WordOf wordOf)
{
    CategoryColumn column;
    column.words.insert(column.words.end(), words.begin(), words.end());
    column.rows.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto found = std::ranges::find(words, std::string_view(wordOf(i)));
        column.rows.push_back(found == words.end()
                                  ? std::uint8_t{0}
                                  : static_cast<std::uint8_t>(found - words.begin() + 1));
    }
    return column;
}

template <typename NumberOf>
NumberColumn numbers(std::size_t size, NumberOf numberOf)
{
    NumberColumn column(size);
    for (std::size_t i = 0; i < size; ++i)
        column[i] = numberOf(i);
    return column;
}

template <typename TextOf>
TextColumn texts(std::size_t size, TextOf textOf)
{
    TextColumn column;
    column.reserve(size, size * 16);
    for (std::size_t i = 0; i < size; ++i)
        column.add(textOf(i));
    return column;
}

double orUnknown(std::int32_t number)
{
    return number < 0 ? unknownNumber : number;
}

std::string_view word(AreaGrade grade)
{
    constexpr std::array<std::string_view, 4> words{"none", "official", "approx", "voronoi"};
    return words[static_cast<std::size_t>(grade)];
}

/// The words of a field of a kind, without a leading "unknown".
Words wordsOf(EntityKind kind, std::string_view field)
{
    return findField(kind, field)->words;
}

GeometryColumn pick(const GeometryColumn& from, const Rows& rows)
{
    GeometryColumn column(from.type());
    for (const std::size_t row : rows) {
        for (std::size_t part = 0; part < from.partCount(row); ++part)
            column.addPart(from.part(row, part));
        column.endFeature();
    }
    return column;
}

using TablePtr = std::shared_ptr<const FeatureTable>;

/// Makes the tables of one snapshot.
class Tables
{
public:
    Tables(const Snapshot& snapshot, const campaign::Closure& closure,
           const campaign::ListingState& listings)
        : m_snapshot(snapshot),
          m_closure(closure),
          m_listings(listings),
          m_counts(unitCounts(snapshot, closure))
    {
    }

    /// The units of a level twice over: with their areas (unless `areaSource` is empty) and seats.
    void addUnits(FeatureTables& tables, Level level, std::string areaSource,
                  std::string seatSource) const
    {
        Rows rows;
        for (std::size_t row = 0; row < m_snapshot.units.size(); ++row)
            if (m_snapshot.units.level[row] == level)
                rows.push_back(row);
        FeatureTable seats = unitAttributes(rows);
        if (!areaSource.empty()) {
            FeatureTable areas = seats;
            areas.source = std::move(areaSource);
            areas.geometry = pick(m_snapshot.units.area, rows);
            tables.push_back(std::make_shared<const FeatureTable>(std::move(areas)));
        }
        if (!seatSource.empty()) {
            seats.source = std::move(seatSource);
            seats.geometry = pick(m_snapshot.units.seat, rows);
            tables.push_back(std::make_shared<const FeatureTable>(std::move(seats)));
        }
    }

    [[nodiscard]] TablePtr households() const
    {
        const HouseholdColumns& from = m_snapshot.households;
        const std::size_t size = from.size();
        FeatureTable table{"household", GeometryColumn(GeometryType::Point), from.id, {}};
        table.geometry.reserve(size, size);
        for (const Point point : from.location)
            table.geometry.addPoint(point);
        table.columns.emplace_back("class", category(size, classWords, [&](std::size_t row) {
                                       return toString(
                                           householdClass(from.formal[row], from.watch[row]));
                                   }));
        table.columns.emplace_back("clear", category(size, clearWords, [&](std::size_t row) {
                                       return campaign::statusWord(m_closure,
                                                                   SubjectType::Household,
                                                                   static_cast<RowIndex>(row));
                                   }));
        table.columns.emplace_back("persons", numbers(size, [&](std::size_t row) {
                                       return orUnknown(from.persons[row]);
                                   }));
        table.columns.emplace_back("code", from.code);
        return std::make_shared<const FeatureTable>(std::move(table));
    }

    [[nodiscard]] TablePtr sites() const
    {
        const SiteColumns& from = m_snapshot.sites;
        const std::size_t size = from.size();
        FeatureTable table{"site", from.location, from.id, {}};
        table.columns.emplace_back("name",
                                   texts(size, [&](std::size_t row) { return from.name[row]; }));
        table.columns.emplace_back("kind",
                                   category(size, wordsOf(EntityKind::Site, "kind"),
                                            [&](std::size_t row) { return from.kind[row]; }));
        table.columns.emplace_back("households", numbers(size, [&](std::size_t row) {
                                       return orUnknown(campaign::siteHouseholds(from, row));
                                   }));
        table.columns.emplace_back("persons", numbers(size, [&](std::size_t row) {
                                       return orUnknown(campaign::sitePersons(from, row));
                                   }));
        table.columns.emplace_back("listed", category(size, listedWords, [&](std::size_t row) {
                                       return toString(m_listings.site[row]);
                                   }));
        table.columns.emplace_back("rule_listed", category(size, ruleWords, [&](std::size_t row) {
                                       return m_listings.siteHitOnly[row] ? "yes" : "none";
                                   }));
        return std::make_shared<const FeatureTable>(std::move(table));
    }

    [[nodiscard]] TablePtr facilities() const
    {
        const FacilityColumns& from = m_snapshot.facilities;
        const std::size_t size = from.size();
        FeatureTable table{"facility", from.location, from.id, {}};
        table.columns.emplace_back("kind",
                                   category(size, wordsOf(EntityKind::Facility, "kind"),
                                            [&](std::size_t row) { return from.kind[row]; }));
        table.columns.emplace_back("state",
                                   category(size, wordsOf(EntityKind::Facility, "state"),
                                            [&](std::size_t row) { return from.state[row]; }));
        table.columns.emplace_back("name",
                                   texts(size, [&](std::size_t row) { return from.name[row]; }));
        return std::make_shared<const FeatureTable>(std::move(table));
    }

    [[nodiscard]] TablePtr roads() const
    {
        const RoadColumns& from = m_snapshot.roads;
        const std::size_t size = from.size();
        FeatureTable table{"road", from.line, from.id, {}};
        table.columns.emplace_back("class",
                                   category(size, wordsOf(EntityKind::Road, "class"),
                                            [&](std::size_t row) { return from.roadClass[row]; }));
        table.columns.emplace_back("surface",
                                   category(size, wordsOf(EntityKind::Road, "surface"),
                                            [&](std::size_t row) { return from.surface[row]; }));
        table.columns.emplace_back("name",
                                   texts(size, [&](std::size_t row) { return from.name[row]; }));
        return std::make_shared<const FeatureTable>(std::move(table));
    }

    [[nodiscard]] TablePtr projects() const
    {
        const ProjectColumns& from = m_snapshot.projects;
        const std::size_t size = from.size();
        FeatureTable table{"project", from.location, from.id, {}};
        table.columns.emplace_back("name",
                                   texts(size, [&](std::size_t row) { return from.name[row]; }));
        table.columns.emplace_back("state", category(size, projectWords, [&](std::size_t row) {
                                       return projectState(row);
                                   }));
        return std::make_shared<const FeatureTable>(std::move(table));
    }

private:
    [[nodiscard]] FeatureTable unitAttributes(const Rows& rows) const
    {
        const UnitColumns& units = m_snapshot.units;
        const std::size_t size = rows.size();
        FeatureTable table;
        for (const std::size_t row : rows)
            table.ids.push_back(units.id[row]);
        auto& columns = table.columns;
        columns.emplace_back("name",
                             texts(size, [&](std::size_t i) { return units.name[rows[i]]; }));
        columns.emplace_back("short_name", texts(size, [&](std::size_t i) {
                                 return shortName(units.name[rows[i]], units.level[rows[i]]);
                             }));
        columns.emplace_back("code",
                             texts(size, [&](std::size_t i) { return units.code[rows[i]].str(); }));
        columns.emplace_back("clear", category(size, clearWords, [&](std::size_t i) {
                                 return campaign::statusWord(m_closure, SubjectType::Unit,
                                                             static_cast<RowIndex>(rows[i]));
                             }));
        columns.emplace_back("formal", category(size, formalWords, [&](std::size_t i) {
                                 return toString(units.formal[rows[i]]);
                             }));
        columns.emplace_back("is_poor", category(size, flagWords, [&](std::size_t i) {
                                 return toString(units.isPoor[rows[i]]);
                             }));
        columns.emplace_back("listed", category(size, listedWords, [&](std::size_t i) {
                                 return toString(m_listings.unit[rows[i]]);
                             }));
        columns.emplace_back("rule_listed", category(size, ruleWords, [&](std::size_t i) {
                                 return m_listings.unitHitOnly[rows[i]] ? "yes" : "none";
                             }));
        columns.emplace_back("area_grade", category(size, gradeWords, [&](std::size_t i) {
                                 return word(units.areaGrade[rows[i]]);
                             }));
        addFigures(columns, rows);
        addCounts(columns, rows);
        return table;
    }

    void addFigures(decltype(FeatureTable::columns)& columns, const Rows& rows) const
    {
        const std::size_t size = rows.size();
        const bool counted = m_snapshot.households.size() > 0;
        columns.emplace_back("remaining_hh", numbers(size, [&](std::size_t i) {
                                 return counted ? static_cast<double>(
                                                      m_closure.remaining[rows[i]].households)
                                                : unknownNumber;
                             }));
        columns.emplace_back("remaining_p", numbers(size, [&](std::size_t i) {
                                 return counted ? static_cast<double>(
                                                      m_closure.remaining[rows[i]].persons)
                                                : unknownNumber;
                             }));
        columns.emplace_back("incidence", numbers(size, [&](std::size_t i) {
                                 return m_closure.incidence[rows[i]];
                             }));
        columns.emplace_back(
            "clear_share", numbers(size, [&](std::size_t i) {
                const campaign::Tally& tally = m_closure.tally[rows[i]];
                const auto all = static_cast<double>(tally.inScope());
                return all > 0 ? 100.0 * static_cast<double>(tally.count(Clear::Cleared)) / all
                               : unknownNumber;
            }));
    }

    /// Without any household their states are not known; problems are: there are none on file.
    void addCounts(decltype(FeatureTable::columns)& columns, const Rows& rows) const
    {
        const bool counted = m_snapshot.households.size() > 0;
        for (std::size_t state = 0; state < UnitCounts::states.size(); ++state) {
            columns.emplace_back("hh_" + std::string(UnitCounts::states[state]),
                                 numbers(rows.size(), [&](std::size_t i) {
                                     return counted ? static_cast<double>(
                                                          m_counts.households[rows[i]][state])
                                                    : unknownNumber;
                                 }));
        }
        columns.emplace_back("open_problems", numbers(rows.size(), [&](std::size_t i) {
                                 return static_cast<double>(m_counts.openProblems[rows[i]]);
                             }));
    }

    [[nodiscard]] std::string_view projectState(std::size_t row) const
    {
        const ProjectColumns& projects = m_snapshot.projects;
        if (projects.doneOn[row] && *projects.doneOn[row] <= m_snapshot.asOf)
            return "done";
        if (projects.due[row])
            return *projects.due[row] < m_snapshot.asOf ? "late" : "running";
        return projects.progressPercent[row] >= 0 ? "running" : "unknown";
    }

    const Snapshot& m_snapshot;
    const campaign::Closure& m_closure;
    const campaign::ListingState& m_listings;
    UnitCounts m_counts;
};

} // namespace

FeatureTables featureTables(const Snapshot& snapshot, const campaign::Closure& closure,
                            const campaign::ListingState& listings)
{
    const Tables make(snapshot, closure, listings);
    FeatureTables tables;
    make.addUnits(tables, Level::Prefecture, "prefecture", "");
    make.addUnits(tables, Level::County, "county", "county_seat");
    make.addUnits(tables, Level::Town, "town", "town_seat");
    make.addUnits(tables, Level::Village, "village", "village_seat");
    make.addUnits(tables, Level::Group, "", "group_seat");
    tables.push_back(make.households());
    tables.push_back(make.sites());
    tables.push_back(make.facilities());
    tables.push_back(make.roads());
    tables.push_back(make.projects());
    tables.push_back(problemTable(snapshot));
    tables.push_back(relocationFlows(snapshot));
    return tables;
}

std::string shortName(std::string_view name, Level level)
{
    constexpr std::string_view endings[]{"村民委员会", "居民委员会", "村委会", "居委会", "委会"};
    if (level == Level::Group) {
        // 小河村委会3组: the village stands beside it on the map already.
        for (const std::string_view ending : endings)
            if (const auto at = name.find(ending);
                at != std::string_view::npos && at + ending.size() < name.size())
                return std::string(name.substr(at + ending.size()));
    }
    if (level != Level::Village)
        return std::string(name);
    for (const std::string_view ending : endings)
        if (name.ends_with(ending)) {
            const std::string_view rest = name.substr(0, name.size() - ending.size());
            if (decodeUtf8(rest).size() >= 2)
                return std::string(rest);
        }
    return std::string(name);
}

} // namespace guatu::session
