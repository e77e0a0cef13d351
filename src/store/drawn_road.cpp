// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "store/geometry_blob.h"
#include "store/logged_change.h"
#include "store/spatial_index.h"
#include "store/workspace_impl.h"

namespace guatu::store
{
namespace
{

/// An empty text is what is not known.
Cell known(const std::string& text)
{
    return text.empty() ? Cell{} : Cell{std::string_view(text)};
}

} // namespace

void Workspace::addRoad(const ChangeReason& reason, const NewRoad& road)
{
    m_impl->changeFrom(reason, [&](LoggedChange& change) {
        SQLite::Database& database = *m_impl->database;
        if (Statement(database, "SELECT 1 FROM road WHERE code = ?").first(road.code))
            throw Error(ErrorKind::Input, {"store.road_code_taken", {{"code", road.code}}});
        NamedCells cells{{"code", std::string_view(road.code)},
                         {"name", known(road.name)},
                         {"class", known(road.roadClass)},
                         {"surface", known(road.surface)}};
        const auto blob = encodeGeometry(road.line, 0);
        Statement(database,
                  "INSERT INTO road (code, name, class, surface, geom) VALUES (?, ?, ?, ?, ?)")
            .run(cells[0].second, cells[1].second, cells[2].second, cells[3].second, Bytes(blob));
        const std::int64_t id = database.getLastInsertRowid();
        SpatialIndex index(database, "road", "geom");
        index.set(id, road.line.box(0));
        index.finish();
        Statement line(database, "SELECT lower(hex(geom)) FROM road WHERE id = ?");
        if (line.first(id))
            cells.emplace_back("geom", line.text(0));
        change.log().added("road", id, cells);
    });
}

} // namespace guatu::store
