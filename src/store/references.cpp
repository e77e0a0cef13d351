// SPDX-License-Identifier: MIT
#include "store/references.h"

namespace guatu::store
{
namespace
{

std::optional<std::int64_t> lookUp(Statement& statement, std::string_view key)
{
    std::optional<std::int64_t> id;
    if (statement.first(key))
        id = statement.integer(0);
    statement.reset();
    return id;
}

} // namespace

References::References(SQLite::Database& database)
    : m_database(database),
      m_site(database, "SELECT id FROM site WHERE code = ?"),
      m_household(database, "SELECT id FROM household WHERE hh_code = ? AND row_to IS NULL"),
      m_facility(database, "SELECT id FROM facility WHERE code = ?"),
      m_project(database, "SELECT id FROM project WHERE code = ?"),
      m_listing(database, "SELECT id FROM listing WHERE code = ?"),
      m_measure(database, "SELECT id FROM measure WHERE code = ?")
{
    Statement units(m_database,
                    "SELECT id, code FROM admin_unit ORDER BY valid_to IS NULL, valid_to");
    while (units.step())
        if (const auto code = UnitCode::parse(units.text(1)))
            add(*code, units.integer(0));
}

std::optional<std::int64_t> References::unit(std::string_view code)
{
    const auto parsed = UnitCode::parse(code);
    return parsed ? unit(*parsed) : std::nullopt;
}

std::optional<std::int64_t> References::unit(UnitCode code) const
{
    const auto found = m_units.find(code);
    if (found == m_units.end())
        return std::nullopt;
    return found->second;
}

std::optional<std::int64_t> References::site(std::string_view code)
{
    return lookUp(m_site, code);
}

std::optional<std::int64_t> References::listing(std::string_view code)
{
    return lookUp(m_listing, code);
}

std::optional<std::int64_t> References::measure(std::string_view code)
{
    return lookUp(m_measure, code);
}

std::optional<std::int64_t> References::household(std::string_view code)
{
    return lookUp(m_household, code);
}

std::optional<std::int64_t> References::subject(std::string_view type, std::string_view key)
{
    if (type == "household")
        return household(key);
    if (type == "site")
        return site(key);
    if (type == "facility")
        return lookUp(m_facility, key);
    if (type == "project")
        return lookUp(m_project, key);
    return unit(key);
}

} // namespace guatu::store
