// SPDX-License-Identifier: MIT
#include "store/change_log.h"

#include <nlohmann/json.hpp>

namespace guatu::store
{
namespace
{

nlohmann::json jsonOf(const Cell& cell)
{
    return std::visit(
        [](const auto& held) -> nlohmann::json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return nullptr;
            else
                return held;
        },
        cell);
}

std::string textOf(const NamedCells& cells)
{
    auto object = nlohmann::json::object();
    for (const auto& [name, cell] : cells)
        object[std::string(name)] = jsonOf(cell);
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

ChangeLog::ChangeLog(SQLite::Database& database, std::int64_t changeSet)
    : m_changeSet(changeSet),
      m_insert(database,
               "INSERT INTO change_log (change_set_id, entity, entity_id, action, before, after) "
               "VALUES (?, ?, ?, ?, ?, ?)")
{
}

void ChangeLog::write(std::string_view table, std::int64_t id, std::string_view action,
                      const std::optional<std::string_view>& before,
                      const std::optional<std::string_view>& after)
{
    m_insert.run(m_changeSet, table, id, action, before, after);
}

void ChangeLog::inserted(std::string_view table, std::int64_t id)
{
    if (m_runTable != table || id != m_runLast + 1) {
        flush();
        m_runTable = table;
        m_runFirst = id;
    }
    m_runLast = id;
}

void ChangeLog::flush()
{
    if (m_runTable.empty())
        return;
    write(m_runTable, m_runFirst, "insert_many", std::nullopt,
          textOf(
              {{"count", m_runLast - m_runFirst + 1}, {"first", m_runFirst}, {"last", m_runLast}}));
    m_runTable = {};
}

void ChangeLog::updated(std::string_view table, std::int64_t id, const NamedCells& before,
                        const NamedCells& after)
{
    write(table, id, "update", textOf(before), textOf(after));
}

void ChangeLog::added(std::string_view table, std::int64_t id, const NamedCells& after)
{
    write(table, id, "insert", std::nullopt, textOf(after));
}

void ChangeLog::removed(std::string_view table, std::int64_t id, const NamedCells& before)
{
    write(table, id, "delete", textOf(before), std::nullopt);
}

void ChangeLog::personalChanged(std::string_view table, std::int64_t id,
                                const std::vector<std::string_view>& fields)
{
    write(table, id, "update", std::nullopt, nlohmann::json{{"personal", fields}}.dump());
}

} // namespace guatu::store
