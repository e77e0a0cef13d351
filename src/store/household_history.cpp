// SPDX-License-Identifier: MIT
#include "store/household_history.h"

#include "store/geometry_blob.h"

namespace guatu::store
{
namespace
{

std::string copyStatement(SQLite::Database& database)
{
    std::string names;
    Statement columns(database, "SELECT name FROM pragma_table_info('household')");
    while (columns.step())
        if (columns.text(0) != "id" && columns.text(0) != "row_to")
            names.append(names.empty() ? "\"" : ", \"").append(columns.text(0)).append("\"");
    return "INSERT INTO household (" + names + ", row_to) SELECT " + names +
           ", ? FROM household WHERE id = ?";
}

} // namespace

HouseholdHistory::HouseholdHistory(WriteContext& context)
    : m_context(context),
      m_copy(context.database, copyStatement(context.database)),
      m_location(context.database, "SELECT loc FROM household WHERE id = ?")
{
}

std::int64_t HouseholdHistory::keep(std::int64_t household)
{
    m_copy.run(m_context.asOf, household);
    const std::int64_t kept = m_context.database.getLastInsertRowid();
    if (m_location.first(household))
        if (const auto point = decodePoint(m_location.blob(0))) {
            Box box;
            box.add(*point);
            m_context.spatialIndex("household", "loc").set(kept, box);
        }
    m_location.reset();
    return kept;
}

} // namespace guatu::store
