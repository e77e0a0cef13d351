// SPDX-License-Identifier: MIT
#pragma once

#include "core/unit_code.h"
#include "store/statement.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace guatu::store
{

/// Turns the keys that records use for each other into row ids of the workspace.
class References
{
public:
    explicit References(SQLite::Database& database);

    /// The current unit of a code, in any form UnitCode::parse takes.
    [[nodiscard]] std::optional<std::int64_t> unit(std::string_view code);
    [[nodiscard]] std::optional<std::int64_t> unit(UnitCode code) const;
    void add(UnitCode code, std::int64_t id) { m_units.insert_or_assign(code, id); }

    [[nodiscard]] std::optional<std::int64_t> site(std::string_view code);
    [[nodiscard]] std::optional<std::int64_t> listing(std::string_view code);
    [[nodiscard]] std::optional<std::int64_t> measure(std::string_view code);
    [[nodiscard]] std::optional<std::int64_t> household(std::string_view code);

    /// A subject by its type: household, unit (also village, town, county), site, facility,
    /// project.
    [[nodiscard]] std::optional<std::int64_t> subject(std::string_view type, std::string_view key);

private:
    SQLite::Database& m_database;
    std::unordered_map<UnitCode, std::int64_t> m_units;
    Statement m_site, m_household, m_facility, m_project, m_listing, m_measure;
};

} // namespace guatu::store
