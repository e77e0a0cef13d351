// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/snapshot.h"
#include "store/row_reader.h"

#include <SQLiteCpp/Database.h>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace guatu::store
{

/// Rows of a snapshot table by the ids of the workspace.
class RowsById
{
public:
    void add(std::int64_t id, RowIndex row);
    /// noRow for NULL and for rows that do not hold on the date.
    [[nodiscard]] RowIndex find(const Statement& statement, int column) const
    {
        const Field field = statement[column];
        return field.isNull() ? noRow : find(field.integer());
    }
    [[nodiscard]] RowIndex find(std::int64_t id) const
    {
        const auto place = static_cast<std::uint64_t>(id);
        return place < m_small.size() ? m_small[place] : findLarge(id);
    }

private:
    [[nodiscard]] RowIndex findLarge(std::int64_t id) const;

    std::vector<RowIndex> m_small;                      ///< ids as they usually are
    std::unordered_map<std::int64_t, RowIndex> m_large; ///< ids as a file may also have them
};

/// What the readers of the tables share.
struct ReadContext {
    SQLite::Database& database;
    const std::filesystem::path& file;
    std::string asOf; ///< ISO
    std::string crs;
    bool inChange = false; ///< the connection sees what it has not committed
    RowsById datasets{}, units{}, sites{}, households{}, facilities{}, projects{}, listings{};
    /// Withdrawn units that went into another place: what was found there is not true of all of it.
    std::unordered_set<std::int64_t> absorbed{};
};

/// A word of subject_type; village, town and county are units.
[[nodiscard]] std::optional<SubjectType> subjectTypeOf(std::string_view word);

/// The row of a subject by the id in `column`; noRow when it does not hold on the date.
[[nodiscard]] RowIndex subjectOf(const ReadContext& context, SubjectType type,
                                 const Statement& statement, int column);

/// Enters the households of the date under the ids that other tables know them by: a household
/// keeps its id while its old states have ids of their own.
void enterHouseholds(ReadContext& context, const HouseholdColumns& households);

/// The place of a word in its list, which is the number of its enumerator.
template <std::size_t Count>
std::optional<std::uint8_t> placeOf(const std::array<std::string_view, Count>& words,
                                    std::string_view word)
{
    for (std::size_t place = 0; place < Count; ++place)
        if (words[place] == word)
            return static_cast<std::uint8_t>(place);
    return std::nullopt;
}

/// Points of a column as they are read; projected together at the end.
class PointReader
{
public:
    void add(Statement& statement, int column, const RowReader& row);
    [[nodiscard]] GeometryColumn project(const std::string& crs);

private:
    std::vector<Point> m_points;
};

/// Adds the line or polygon of a column to `geometry`.
void readShape(Statement& statement, int column, const RowReader& row, GeometryColumn& geometry);

/// Moves lon/lat to `crs`. Features with a vertex that has no image lose their geometry.
void project(GeometryColumn& geometry, const std::string& crs);

[[nodiscard]] DatasetColumns readDatasets(ReadContext& context);
[[nodiscard]] UnitColumns readUnits(ReadContext& context,
                                    const std::optional<Date>& denominatorAsOf,
                                    SuccessionColumns& successionColumns);
[[nodiscard]] SiteColumns readSites(ReadContext& context);
[[nodiscard]] FacilityColumns readFacilities(ReadContext& context);
[[nodiscard]] RoadColumns readRoads(ReadContext& context);
[[nodiscard]] ProjectColumns readProjects(ReadContext& context);
[[nodiscard]] ListingColumns readListings(ReadContext& context);
[[nodiscard]] ResponsibilityColumns readResponsibilities(ReadContext& context);

[[nodiscard]] CriterionValueColumns readCriterionValues(const ReadContext& context);
[[nodiscard]] VisitColumns readVisits(const ReadContext& context);
[[nodiscard]] ClosureSignColumns readClosureSigns(const ReadContext& context);
[[nodiscard]] ListingAspectColumns readListingAspects(const ReadContext& context);
[[nodiscard]] ReviewColumns readReviews(const ReadContext& context);
[[nodiscard]] PlanItemColumns readPlanItems(const ReadContext& context);
[[nodiscard]] PersonColumns readPersons(const ReadContext& context, const Progress& progress);

/// Also counts the open problems of the households.
[[nodiscard]] ProblemColumns readProblems(ReadContext& context, HouseholdColumns& households);

} // namespace guatu::store
