// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "store/geometry_blob.h"
#include "store/logged_change.h"
#include "store/spatial_index.h"
#include "store/workspace_impl.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace guatu::store
{
namespace
{

using Json = nlohmann::json;

/// Columns that a change of a road may have touched; nothing else of a log is put back.
constexpr std::array<std::string_view, 9> columns{
    "code", "name", "class", "surface", "width_m", "state", "one_way", "no_turns", "geom"};

struct LoggedRow {
    std::int64_t road;
    std::string action;
    Json before, after;
};

/// The newest change of roads that is no undoing and has not been undone; 0 without one.
std::int64_t newestChange(SQLite::Database& database)
{
    Statement newest(database,
                     "SELECT max(change_set_id) FROM change_log WHERE entity = 'road' AND "
                     "change_set_id NOT IN "
                     "(SELECT change_set_id FROM change_log WHERE entity = 'change_set') AND "
                     "change_set_id NOT IN "
                     "(SELECT entity_id FROM change_log WHERE entity = 'change_set')");
    return newest.step() && !newest.isNull(0) ? newest.integer(0) : 0;
}

std::vector<LoggedRow> rowsOf(SQLite::Database& database, std::int64_t changeSet)
{
    std::vector<LoggedRow> rows;
    Statement log(database, "SELECT entity_id, action, before, after FROM change_log "
                            "WHERE change_set_id = ? AND entity = 'road' ORDER BY id DESC");
    log.bind(1, changeSet);
    while (log.step())
        rows.push_back({log.integer(0), std::string(log.text(1)),
                        Json::parse(log.text(2), nullptr, false),
                        Json::parse(log.text(3), nullptr, false)});
    return rows;
}

std::optional<std::vector<unsigned char>> bytesOf(const std::string& hex)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const int high = digit(hex[i]), low = digit(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(static_cast<unsigned char>(16 * high + low));
    }
    return bytes;
}

/// Puts values back into the columns of one road.
class Restorer
{
public:
    Restorer(SQLite::Database& database, const std::filesystem::path& file)
        : m_database(database), m_file(file), m_index(database, "road", "geom")
    {
    }

    void restore(std::int64_t road, const Json& values)
    {
        if (!values.is_object())
            fail(road);
        for (const auto& [name, value] : values.items()) {
            if (std::ranges::find(columns, name) == columns.end())
                fail(road);
            if (name == "geom")
                restoreLine(road, value);
            else
                restoreCell(road, name, value);
        }
    }
    void remove(std::int64_t road)
    {
        Statement(m_database, "DELETE FROM road WHERE id = ?").run(road);
        m_index.remove(road);
    }
    void finish() { m_index.finish(); }

private:
    [[noreturn]] void fail(std::int64_t road) const
    {
        throw fileError(
            "store.bad_value", m_file,
            {{"table", "change_log"}, {"row", std::to_string(road)}, {"column", "before"}});
    }
    void restoreCell(std::int64_t road, const std::string& name, const Json& value)
    {
        Statement update(m_database, "UPDATE road SET \"" + name + "\" = ? WHERE id = ?");
        if (value.is_string())
            update.run(value.get_ref<const std::string&>(), road);
        else if (value.is_number())
            update.run(value.get<double>(), road);
        else
            update.run(nullptr, road);
    }
    void restoreLine(std::int64_t road, const Json& value)
    {
        const auto blob = value.is_string() ? bytesOf(value.get<std::string>()) : std::nullopt;
        GeometryColumn line(GeometryType::Line);
        if (!blob || !decodeGeometry(Bytes(*blob), line))
            fail(road);
        Statement(m_database, "UPDATE road SET geom = ? WHERE id = ?").run(Bytes(*blob), road);
        m_index.set(road, line.box(0));
    }

    SQLite::Database& m_database;
    const std::filesystem::path& m_file;
    SpatialIndex m_index;
};

/// Its text lives in the row's JSON.
std::vector<std::string> textsOf(const Json& values)
{
    std::vector<std::string> texts;
    for (const auto& [name, value] : values.items())
        texts.push_back(value.is_string() ? value.get<std::string>() : value.dump());
    return texts;
}

/// The cells of one row's JSON; `texts` holds what they point at.
NamedCells cellsOf(const Json& values, const std::vector<std::string>& texts)
{
    NamedCells cells;
    std::size_t i = 0;
    for (const auto& [name, value] : values.items())
        cells.emplace_back(*std::ranges::find(columns, name), std::string_view(texts[i++]));
    return cells;
}

/// Logs that the values after a change gave way to those before it.
void logBack(ChangeLog& log, const LoggedRow& row)
{
    const auto before = textsOf(row.after), after = textsOf(row.before);
    log.updated("road", row.road, cellsOf(row.after, before), cellsOf(row.before, after));
}

} // namespace

std::size_t Workspace::undoRoads(const ChangeReason& reason)
{
    std::size_t restored = 0;
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        const std::int64_t changeSet = newestChange(database);
        if (changeSet == 0)
            return;
        const auto rows = rowsOf(database, changeSet);
        if (!std::ranges::all_of(rows, [](const LoggedRow& r) {
                return r.action == "update" || r.action == "insert";
            }))
            throw Error(ErrorKind::Input, {"store.roads_imported"});
        Restorer restorer(database, file());
        for (const LoggedRow& row : rows) {
            if (row.action == "insert") {
                restorer.remove(row.road);
                change.log().removed("road", row.road, cellsOf(row.after, textsOf(row.after)));
                continue;
            }
            restorer.restore(row.road, row.before);
            logBack(change.log(), row);
        }
        restorer.finish();
        change.log().updated("change_set", changeSet, {}, {{"undone", std::int64_t{1}}});
        restored = rows.size();
    });
    return restored;
}

} // namespace guatu::store
