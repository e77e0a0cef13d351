// SPDX-License-Identifier: MIT
#include "store/snapshot_reader.h"

#include "store/household_scan.h"
#include "store/table_reader.h"

#include <sqlite3.h>

namespace guatu::store
{
namespace
{

/// Keeps the file in one state while it is read, unless a change is under way already.
class ReadTransaction
{
public:
    explicit ReadTransaction(SQLite::Database& database)
        : m_database(database), m_inChange(sqlite3_get_autocommit(database.getHandle()) == 0)
    {
        if (!m_inChange)
            m_database.exec("BEGIN");
    }
    ~ReadTransaction()
    {
        if (!m_inChange)
            m_database.tryExec("ROLLBACK");
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

    [[nodiscard]] bool inChange() const { return m_inChange; }

private:
    SQLite::Database& m_database;
    bool m_inChange;
};

std::string datasetNames(ReadContext& context)
{
    Statement statement(context.database,
                        "SELECT name FROM dataset WHERE as_of IS NULL OR as_of <= ? "
                        "GROUP BY name ORDER BY min(id)");
    statement.bind(1, context.asOf);
    std::string names;
    while (statement.step())
        names.append(names.empty() ? "" : "、").append(statement.text(0));
    return names;
}

/// A group that ended with its village leads to the village that took it in: the household has no
/// group there yet.
void leaveWithdrawnGroups(Snapshot& snapshot)
{
    if (snapshot.successions.size() == 0)
        return;
    for (RowIndex& group : snapshot.households.group)
        if (group != noRow && snapshot.units.level[static_cast<std::size_t>(group)] != Level::Group)
            group = noRow;
}

} // namespace

Snapshot readSnapshot(SQLite::Database& database, const std::filesystem::path& file,
                      const Profile& profile, Date asOf, const Progress& progress)
{
    const ReadTransaction transaction(database);
    ReadContext context{.database = database,
                        .file = file,
                        .asOf = asOf.iso(),
                        .crs = profile.measureCrs,
                        .inChange = transaction.inChange()};
    constexpr std::uint64_t steps = 4;
    const auto step = [&](std::uint64_t done) {
        progress.checkpoint();
        progress.report({.what = {"store.loading"}, .done = done, .total = steps});
    };

    Snapshot snapshot;
    snapshot.asOf = asOf;
    snapshot.crs = profile.measureCrs;
    snapshot.profileCode = profile.code;
    snapshot.datasetNames = datasetNames(context);
    step(0);
    snapshot.datasets = readDatasets(context);
    snapshot.units = readUnits(context, profile.incidenceDenominatorAsOf, snapshot.successions);
    snapshot.sites = readSites(context);
    step(1);
    snapshot.households = readHouseholds(context, progress);
    leaveWithdrawnGroups(snapshot);
    enterHouseholds(context, snapshot.households);
    step(2);
    snapshot.facilities = readFacilities(context);
    snapshot.roads = readRoads(context);
    step(3);
    snapshot.projects = readProjects(context);
    snapshot.problems = readProblems(context, snapshot.households);
    snapshot.listings = readListings(context);
    snapshot.responsibilities = readResponsibilities(context);
    snapshot.criterionValues = readCriterionValues(context);
    snapshot.visits = readVisits(context);
    snapshot.closureSigns = readClosureSigns(context);
    snapshot.listingAspects = readListingAspects(context);
    snapshot.reviews = readReviews(context);
    snapshot.planItems = readPlanItems(context);
    step(steps);
    return snapshot;
}

PersonColumns readPersonsOf(const Snapshot& snapshot, SQLite::Database& database,
                            const std::filesystem::path& file, const Progress& progress)
{
    const ReadTransaction transaction(database);
    ReadContext context{
        .database = database, .file = file, .asOf = snapshot.asOf.iso(), .crs = snapshot.crs};
    enterHouseholds(context, snapshot.households);
    return readPersons(context, progress);
}

} // namespace guatu::store
