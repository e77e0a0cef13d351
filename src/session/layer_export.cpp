// SPDX-License-Identifier: MIT
#include "session/layer_export.h"

#include "core/error.h"
#include "core/find_table.h"
#include "session/export_policy.h"
#include "session/feature_list.h"
#include "session/hamlet_places.h"
#include "session/masked_table.h"
#include "session/query_answer.h"
#include "session/tables/table_parts.h"
#include "store/content_hash.h"
#include "store/export_facts.h"
#include "store/workspace.h"

#include <algorithm>
#include <array>

namespace guatu::session
{
namespace
{

using campaign::query::Entity;

/// The same list under another title, with other places.
struct Rebuilt {
    std::vector<TableColumn> columns;
    std::vector<Table::Row> rows;
    GeometryColumn geometry;
};

Table tableFrom(const Table& from, const LocalText& title, Rebuilt parts)
{
    Table table(from.key(), title.zh.empty() ? from.title() : title, std::move(parts.columns));
    for (Table::Row& row : parts.rows)
        table.addRow(std::move(row));
    if (parts.geometry.type() != GeometryType::None)
        table.setGeometry(std::move(parts.geometry));
    return table;
}

/// Home units of rows that are households' own; empty for entities of which no row is.
std::vector<RowIndex> homesOf(const WorkspaceView& view, const ExportRows& rows)
{
    std::vector<RowIndex> homes;
    const ProblemColumns& problems = view.snapshot.problems;
    for (const std::uint32_t row : rows.rows) {
        if (rows.noun.entity == Entity::Household)
            homes.push_back(view.closure.home[row]);
        else if (rows.noun.entity == Entity::Problem &&
                 problems.subjectType[row] == SubjectType::Household &&
                 problems.subject[row] != noRow)
            homes.push_back(view.closure.home[static_cast<std::size_t>(problems.subject[row])]);
        else
            homes.push_back(noRow);
    }
    return homes;
}

/// Takes away the names of units below the one a row is shown at.
void hideBelow(const Table& table, Level shown, bool nowhere, Table::Row& cells)
{
    constexpr std::array<std::pair<const char*, Level>, 4> columns{{{"county", Level::County},
                                                                    {"township", Level::Town},
                                                                    {"village", Level::Village},
                                                                    {"group", Level::Group}}};
    for (const auto& [key, level] : columns)
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (table.columns()[i].key == key && (nowhere || level > shown))
                cells[i] = Blank{};
}

/// Makes one layer ready for an audience.
class LayerMask
{
public:
    LayerMask(const WorkspaceView& view, const ExportRows& rows, const ExportPolicy& policy,
              const ExportRequest& request, std::vector<Message>& notes)
        : m_view(view), m_rows(rows), m_policy(policy), m_request(request), m_notes(notes)
    {
    }

    exchange::LayerData make()
    {
        const std::optional<PersonColumns> persons = personsOf();
        const Table full =
            entityTable(m_view, m_rows.noun.entity, m_rows.rows, persons ? &*persons : nullptr);
        m_title = m_rows.title.zh.empty() ? full.title() : m_rows.title;
        requireVisible(full, m_policy, m_request.audience, m_request.to.language);
        const PlaceGrant place = m_policy.tablePlace(full.key(), m_request.audience);
        Rebuilt parts{full.columns(), {}, placesOf(full, place)};
        for (std::size_t row = 0; row < full.size(); ++row)
            parts.rows.push_back(full.row(row));
        if (place != PlaceGrant::Exact)
            share(full, place, parts);
        if (m_request.audience == Audience::Public)
            hideHamletFigures(full, parts);
        if (m_request.withNames)
            addNames(full.key(), parts);
        const FeatureColumns more = layerFields(full);
        const Table whole = tableFrom(full, m_title, std::move(parts));
        const MaskedTable masked =
            maskedTable(whole, m_policy, m_request.audience, m_request.to.language);
        noteDropped(masked);
        Rebuilt seen{masked.table.columns(), {}, whole.geometry()};
        seen.columns.insert(seen.columns.end(), more.columns.begin(), more.columns.end());
        for (std::size_t row = 0; row < masked.table.size(); ++row) {
            seen.rows.push_back(masked.table.row(row));
            if (!more.columns.empty())
                seen.rows.back().insert(seen.rows.back().end(), more.rows[row].begin(),
                                        more.rows[row].end());
        }
        return {tableFrom(masked.table, m_title, std::move(seen)), m_rows.looks, m_rows.lookOf};
    }

private:
    /// What the map layer knows beside the list, as far as the audience may see it.
    [[nodiscard]] FeatureColumns layerFields(const Table& list) const
    {
        const auto table = findTable(m_view.tables, m_rows.source);
        if (!table || m_rows.features.size() != m_rows.rows.size())
            return {};
        FeatureTable seen{table->source, GeometryColumn(), {}, {}};
        for (const auto& column : table->columns)
            if (m_policy.allowsLayerField(table->source, column.first, m_request.audience) &&
                !saysSame(list, column.first))
                seen.columns.push_back(column);
        return featureColumns(seen, m_rows.features);
    }

    [[nodiscard]] std::optional<PersonColumns> personsOf() const
    {
        if (m_rows.noun.entity != Entity::Person)
            return std::nullopt;
        return store::Workspace::open(m_view.file, store::Workspace::Mode::Read)
            .persons(m_view.snapshot);
    }

    /// Where the rows stand, for audiences that may know it; else nothing yet.
    [[nodiscard]] GeometryColumn placesOf(const Table& full, PlaceGrant grant) const
    {
        const Places places(m_view.snapshot);
        if (grant == PlaceGrant::None)
            return GeometryColumn();
        std::vector<Point> points;
        if (m_rows.noun.entity == Entity::Household && grant == PlaceGrant::Exact) {
            for (const std::uint32_t row : m_rows.rows)
                points.push_back(m_view.snapshot.households.location[row]);
            return places.points(std::move(points));
        }
        if (m_rows.noun.entity == Entity::Unit && m_rows.atSeats) {
            for (const std::uint32_t row : m_rows.rows)
                points.push_back(places.unitPoint(static_cast<RowIndex>(row)));
            return places.points(std::move(points));
        }
        return full.geometry();
    }

    /// Puts what is of households where enough of them stand together, and takes away what says
    /// more. What cannot be put anywhere has no place.
    void share(const Table& full, PlaceGrant grant, Rebuilt& parts)
    {
        const UnitColumns& units = m_view.snapshot.units;
        const std::vector<RowIndex> homes = homesOf(m_view, m_rows);
        std::vector<RowIndex> located;
        std::vector<std::size_t> which;
        for (std::size_t i = 0; i < homes.size(); ++i)
            if (homes[i] != noRow || m_rows.noun.entity == Entity::Household) {
                located.push_back(homes[i]);
                which.push_back(i);
            }
        const std::vector<RowIndex> shown = sharedUnits(units, located, m_policy.minGroup);
        std::vector<Point> points;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const bool nowhere = shown[i] == noRow;
            const Level level =
                nowhere ? Level::Prefecture : units.level[static_cast<std::size_t>(shown[i])];
            hideBelow(full, level, nowhere, parts.rows[which[i]]);
            m_raised += shown[i] == located[i] ? 0U : 1U;
            points.push_back(nowhere ? Point{} : Places(m_view.snapshot).unitPoint(shown[i]));
        }
        if (grant == PlaceGrant::None || parts.geometry.type() != GeometryType::Point)
            parts.geometry = GeometryColumn();
        else
            parts.geometry = replaced(parts.geometry, which, std::move(points));
        if (m_raised > 0)
            m_notes.push_back({"export.raised",
                               {{"layer", m_title.in(m_request.to.language)},
                                {"count", std::to_string(m_raised)},
                                {"least", std::to_string(m_policy.minGroup)}}});
    }

    /// Groups are so small that their figures would speak of single households.
    void hideHamletFigures(const Table& full, Rebuilt& parts) const
    {
        if (m_rows.noun.entity != Entity::Unit)
            return;
        constexpr std::array<std::string_view, 5> open{"level", "code", "name", "county",
                                                       "township"};
        for (std::size_t i = 0; i < m_rows.rows.size(); ++i)
            for (std::size_t c = 0; c < full.columns().size(); ++c)
                if (m_view.snapshot.units.level[m_rows.rows[i]] == Level::Group &&
                    std::ranges::find(open, full.columns()[c].key) == open.end())
                    parts.rows[i][c] = Blank{};
    }

    [[nodiscard]] GeometryColumn replaced(const GeometryColumn& before,
                                          const std::vector<std::size_t>& which,
                                          std::vector<Point> points) const
    {
        const GeometryColumn moved = Places(m_view.snapshot).points(std::move(points));
        std::vector<Point> all;
        for (std::size_t row = 0; row < before.size(); ++row)
            all.push_back(before.firstPoint(row));
        for (std::size_t i = 0; i < which.size(); ++i)
            all[which[i]] = moved.firstPoint(i);
        GeometryColumn places(GeometryType::Point);
        for (const Point point : all)
            places.addPoint(point);
        return places;
    }

    void addNames(const std::string& key, Rebuilt& parts) const
    {
        if (m_rows.noun.entity != Entity::Household ||
            !m_policy.allowsTableField(key, "householder", m_request.audience))
            return;
        const std::vector<std::string> names =
            store::headNames(m_view.file, m_view.snapshot.households, m_rows.rows);
        parts.columns.push_back({"householder", localText("export.column.householder")});
        for (std::size_t i = 0; i < names.size(); ++i)
            parts.rows[i].push_back(names[i].empty() ? TableCell{Unknown{}} : TableCell{names[i]});
    }

    void noteDropped(const MaskedTable& masked)
    {
        if (masked.dropped.empty())
            return;
        const Language language = m_request.to.language;
        m_notes.push_back({"export.dropped_fields",
                           {{"layer", m_title.in(language)},
                            {"audience", audienceTitle(m_request.audience).in(language)},
                            {"fields", masked.droppedNames(language)}}});
    }

    const WorkspaceView& m_view;
    const ExportRows& m_rows;
    const ExportPolicy& m_policy;
    const ExportRequest& m_request;
    std::vector<Message>& m_notes;
    LocalText m_title;
    std::size_t m_raised = 0;
};

/// The records that rows of an entity are made of.
std::vector<EntityKind> recordsBehind(Entity entity)
{
    switch (entity) {
    case Entity::Facility:
        return session::recordsBehind("facility");
    case Entity::Road:
        return session::recordsBehind("road");
    case Entity::Project:
        return session::recordsBehind("project");
    case Entity::Site:
        return session::recordsBehind("site");
    default:
        return session::recordsBehind("unit");
    }
}

/// A source that no list has, as maps for the audience show it.
exchange::LayerData sourceLayer(const WorkspaceView& view, const ExportRows& rows,
                                const ExportPolicy& policy, const ExportRequest& request)
{
    const auto table = findTable(audienceTables(view, policy, request.audience), rows.source);
    if (!table)
        throw inputError({"export.not_for",
                          {{"layer", rows.title.in(request.to.language)},
                           {"audience", audienceTitle(request.audience).in(request.to.language)}}});
    return {featureList(view, *table, rows.features, rows.title), rows.looks, rows.lookOf};
}

} // namespace

exchange::LayerData maskedLayer(const WorkspaceView& view, const ExportRows& rows,
                                const ExportPolicy& policy, const ExportRequest& request,
                                std::vector<Message>& notes)
{
    if (rows.isOfSource)
        return sourceLayer(view, rows, policy, request);
    return LayerMask(view, rows, policy, request, notes).make();
}

exchange::LayersWritten exportRows(const WorkspaceView& view, std::span<const ExportRows> rows,
                                   const ExportRequest& request, const Progress& progress)
{
    const bool mayHaveNames =
        request.audience == Audience::Internal || request.audience == Audience::Field;
    if (request.withNames && !mayHaveNames)
        throw inputError({"export.names_not_for",
                          {{"audience", audienceTitle(request.audience).in(request.to.language)}}});
    const ExportPolicy policy = exportPolicy(view);
    std::vector<Message> notes;
    std::vector<exchange::LayerData> layers;
    for (const ExportRows& each : rows) {
        progress.checkpoint();
        requireNotSecret(view, each.isOfSource ? session::recordsBehind(each.source)
                                               : recordsBehind(each.noun.entity));
        layers.push_back(maskedLayer(view, each, policy, request, notes));
    }
    exchange::LayerFile to = request.to;
    to.date = view.snapshot.asOf;
    to.drawingCrs = view.snapshot.crs;
    to.subtitle = text({"cli.map.data_date", {{"date", view.snapshot.asOf.iso()}}}, to.language);
    if (request.audience != Audience::Public)
        to.stamp = text("export.stamp", to.language);
    to.footer = text({"export.footer",
                      {{"sources", view.snapshot.datasetNames},
                       {"audience", audienceTitle(request.audience).in(to.language)},
                       {"hash", store::contentHash(view.snapshot)}}},
                     to.language);
    exchange::LayersWritten written = exchange::writeLayers(to, layers, progress);
    written.notes.insert(written.notes.begin(), notes.begin(), notes.end());
    return written;
}

} // namespace guatu::session
