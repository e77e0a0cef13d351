// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "core/find_table.h"
#include "core/polygon.h"
#include "session/layer_export.h"
#include "session/query_answer.h"
#include "session/query_run.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace guatu::session
{
namespace
{

namespace query = campaign::query;
using query::Entity;

/// What the rows of a map source are.
struct SourceKind {
    std::string_view source;
    Entity entity;
    std::optional<Level> level{};
    bool seats = false;
};
constexpr std::array<SourceKind, 14> sources{{
    {"prefecture", Entity::Unit, Level::Prefecture},
    {"county", Entity::Unit, Level::County},
    {"county_seat", Entity::Unit, Level::County, true},
    {"town", Entity::Unit, Level::Town},
    {"town_seat", Entity::Unit, Level::Town, true},
    {"village", Entity::Unit, Level::Village},
    {"village_seat", Entity::Unit, Level::Village, true},
    {"group_seat", Entity::Unit, Level::Group, true},
    {"household", Entity::Household},
    {"site", Entity::Site},
    {"facility", Entity::Facility},
    {"road", Entity::Road},
    {"project", Entity::Project},
    {"problem", Entity::Problem},
}};

const SourceKind* kindOf(std::string_view source)
{
    const auto* found = std::ranges::find(sources, source, &SourceKind::source);
    return found == sources.end() ? nullptr : found;
}

/// The key of the list that rows of an entity are written as.
std::string_view tableKey(Entity entity)
{
    switch (entity) {
    case Entity::Household:
        return "households";
    case Entity::Unit:
        return "units";
    case Entity::Site:
        return "sites";
    case Entity::Facility:
        return "facilities";
    case Entity::Road:
        return "roads";
    case Entity::Project:
        return "projects";
    case Entity::Problem:
        return "problems";
    default:
        return {};
    }
}

const std::vector<std::int64_t>& idsOf(const Snapshot& snapshot, Entity entity)
{
    switch (entity) {
    case Entity::Household:
        return snapshot.households.id;
    case Entity::Site:
        return snapshot.sites.id;
    case Entity::Facility:
        return snapshot.facilities.id;
    case Entity::Road:
        return snapshot.roads.id;
    case Entity::Project:
        return snapshot.projects.id;
    case Entity::Problem:
        return snapshot.problems.id;
    default:
        return snapshot.units.id;
    }
}

/// Whether a row lies in a unit's subtree; of roads, whether they touch its area.
class WithinUnit
{
public:
    WithinUnit(const WorkspaceView& view, RowIndex unit) : m_view(view), m_unit(unit)
    {
        if (unit != noRow)
            m_end = subtreeEnd(view.snapshot.units, unit);
    }

    [[nodiscard]] bool holds(Entity entity, std::uint32_t row) const
    {
        if (entity == Entity::Road)
            return touches(m_view.snapshot.roads.line, row);
        if (m_unit == noRow)
            return true;
        const RowIndex place = placeOf(entity, row);
        return place >= m_unit && place < m_end;
    }

    /// Whether a vertex of a feature lies in the unit's area.
    [[nodiscard]] bool touches(const GeometryColumn& line, std::size_t row) const
    {
        if (m_unit == noRow)
            return true;
        const GeometryColumn& area = m_view.snapshot.units.area;
        const auto unit = static_cast<std::size_t>(m_unit);
        for (std::size_t part = 0; part < line.partCount(row); ++part)
            if (std::ranges::any_of(line.part(row, part),
                                    [&](Point point) { return contains(area, unit, point); }))
                return true;
        return false;
    }

private:
    [[nodiscard]] RowIndex placeOf(Entity entity, std::uint32_t row) const
    {
        const Snapshot& snapshot = m_view.snapshot;
        switch (entity) {
        case Entity::Household:
            return m_view.closure.home[row];
        case Entity::Unit:
            return static_cast<RowIndex>(row);
        case Entity::Site:
            return snapshot.sites.hostUnit[row] != noRow ? snapshot.sites.hostUnit[row]
                                                         : snapshot.sites.county[row];
        case Entity::Facility:
            return snapshot.facilities.unit[row];
        case Entity::Project:
            return snapshot.projects.unit[row];
        case Entity::Problem:
            return campaign::placeOf(snapshot, m_view.closure, row);
        default:
            return noRow;
        }
    }

    const WorkspaceView& m_view;
    RowIndex m_unit, m_end = noRow;
};

exchange::FeatureLook lookOf(const StyleClass& styleClass)
{
    exchange::FeatureLook look{.title = styleClass.title};
    if (styleClass.symbol.fill)
        look.fill = styleClass.symbol.fill->colour;
    if (styleClass.symbol.marker) {
        look.marker = styleClass.symbol.marker->symbol;
        look.markerSize = styleClass.symbol.marker->size;
    }
    if (!styleClass.symbol.strokes.empty()) {
        // Of a line with a casing the casing is what is seen on any ground; of a double one it is
        // the gap.
        const Stroke& stroke = styleClass.symbol.strokes.back();
        look.line = stroke.secondGap ? stroke.colour : stroke.casing.value_or(stroke.colour);
        look.width = stroke.width;
    }
    return look;
}

/// Collects the rows that one layer draws.
class RowsOfLayer
{
public:
    RowsOfLayer(const WorkspaceView& view, const SourceKind& kind, const Layer* layer,
                const Style* style)
        : m_view(view), m_kind(kind), m_layer(layer), m_style(style)
    {
        m_rows.noun = {m_kind.entity, m_kind.level, {}};
        m_rows.atSeats = m_kind.seats;
        m_rows.source = m_kind.source;
        if (layer != nullptr)
            m_rows.title = layer->title;
        if (style != nullptr)
            for (const StyleClass& each : style->classes)
                m_rows.looks.push_back(lookOf(each));
    }

    /// Rows of a source that no list has: flows. In a unit when they touch it.
    ExportRows collectFeatures(const FeatureTable& table, const WithinUnit& within)
    {
        m_rows.isOfSource = true;
        for (std::size_t i = 0; i < table.size(); ++i)
            if (within.touches(table.geometry, i))
                add(table, i, static_cast<std::uint32_t>(i));
        return std::move(m_rows);
    }

    /// `accepted`: rows that a condition admits, ascending; null for all.
    ExportRows collect(const WithinUnit& within, const std::vector<std::uint32_t>* accepted)
    {
        const auto table = findTable(m_view.tables, m_kind.source);
        std::unordered_map<std::int64_t, std::uint32_t> rows;
        const auto& ids = idsOf(m_view.snapshot, m_kind.entity);
        for (std::uint32_t row = 0; row < ids.size(); ++row)
            rows.emplace(ids[row], row);
        for (std::size_t i = 0; table && i < table->size(); ++i) {
            const std::uint32_t row = rows.at(table->ids[i]);
            if (!within.holds(m_kind.entity, row) ||
                (accepted != nullptr && !std::ranges::binary_search(*accepted, row)))
                continue;
            add(*table, i, row);
        }
        return std::move(m_rows);
    }

private:
    void add(const FeatureTable& table, std::size_t i, std::uint32_t row)
    {
        const FieldReader read = [&](std::string_view field) { return table.value(field, i); };
        if (m_layer != nullptr && m_layer->filter &&
            m_layer->filter->evaluate(read) != CriterionResult::Met)
            return;
        m_rows.rows.push_back(row);
        m_rows.features.push_back(static_cast<std::uint32_t>(i));
        addLook(read);
    }

    void addLook(const FieldReader& read)
    {
        if (m_style == nullptr)
            return;
        const auto found = std::ranges::find_if(m_style->classes, [&](const StyleClass& each) {
            return each.when.evaluate(read) == CriterionResult::Met;
        });
        // What is of no class has a look of its own, behind those of the classes.
        m_rows.lookOf.push_back(static_cast<std::uint16_t>(found - m_style->classes.begin()));
        if (found == m_style->classes.end() && m_rows.looks.size() == m_style->classes.size())
            m_rows.looks.push_back(otherLook(*m_style));
    }

    /// Hollow where the classes are: a frame around some areas must not hide what lies below.
    static exchange::FeatureLook otherLook(const Style& style)
    {
        const bool isFilled = std::ranges::any_of(style.classes, [](const StyleClass& each) {
            return each.symbol.fill.has_value() || each.symbol.marker.has_value();
        });
        exchange::FeatureLook look{.title = localText("export.other_class"),
                                   .line = Colour{0x6B, 0x74, 0x7E, 255}};
        if (isFilled)
            look.fill = Colour{0x9A, 0xA3, 0xAD, 255};
        return look;
    }

    const WorkspaceView& m_view;
    const SourceKind& m_kind;
    const Layer* m_layer;
    const Style* m_style;
    ExportRows m_rows;
};

/// The rows that the condition admits of a layer's noun, ascending.
std::vector<std::uint32_t> acceptedRows(const WorkspaceView& view,
                                        const query::Vocabulary& vocabulary,
                                        const LayerChoice& choice, const query::Noun& noun)
{
    PanelAnswer answer = panelAnswer(view, vocabulary, choice.where, noun);
    if (answer.fault)
        throw inputError(answer.fault->what);
    if (answer.query.noun.entity != noun.entity)
        throw inputError({"export.other_noun",
                          {{"where", choice.where},
                           {"asked", vocabulary.title(answer.query.noun, choice.language)},
                           {"layer", vocabulary.title(noun, choice.language)}}});
    std::ranges::sort(answer.result.hits);
    return std::move(answer.result.hits);
}

Error unknownLayer(const MapDefinition& definition, const std::string& name)
{
    std::string all;
    for (const Layer& layer : definition.layers)
        if (kindOf(layer.source) != nullptr)
            all += " " + layer.id;
    return inputError({"cli.map.no_layer", {{"layer", name}, {"layers", all}}});
}

} // namespace

std::vector<ExportRows> layerRows(const WorkspaceView& view, const MapDefinition& definition,
                                  const LayerChoice& choice, const Progress& progress)
{
    std::optional<query::Vocabulary> vocabulary;
    if (!choice.where.empty())
        vocabulary.emplace(view.snapshot, view.profile);
    const WithinUnit within(view, choice.unit);
    std::vector<ExportRows> all;
    for (const std::string& name : choice.layers) {
        progress.checkpoint();
        const auto layer = std::ranges::find(definition.layers, name, &Layer::id);
        const bool isLayer = layer != definition.layers.end();
        const SourceKind* kind = kindOf(isLayer ? layer->source : name);
        if (kind == nullptr) {
            const std::string source = isLayer ? layer->source : name;
            const auto table = findTable(view.tables, source);
            if (!isLayer && !table)
                throw unknownLayer(definition, name);
            if (!table)
                throw inputError({"export.layer_without_rows", {{"layer", name}}});
            if (!choice.where.empty())
                throw inputError({"export.layer_without_list", {{"layer", name}}});
            const SourceKind own{table->source, Entity::Unit};
            RowsOfLayer rows(view, own, isLayer ? &*layer : nullptr,
                             isLayer ? &definition.styleOf(*layer) : nullptr);
            all.push_back(rows.collectFeatures(*table, within));
            continue;
        }
        RowsOfLayer rows(view, *kind, isLayer ? &*layer : nullptr,
                         isLayer ? &definition.styleOf(*layer) : nullptr);
        std::vector<std::uint32_t> accepted;
        if (vocabulary)
            accepted = acceptedRows(view, *vocabulary, choice, {kind->entity, kind->level, {}});
        all.push_back(rows.collect(within, vocabulary ? &accepted : nullptr));
    }
    return all;
}

std::vector<std::string> exportableLayers(const MapDefinition& definition,
                                          const ExportPolicy& policy, Audience audience)
{
    std::vector<std::string> layers;
    for (const Layer& layer : definition.layers)
        if (const SourceKind* kind = kindOf(layer.source);
            kind != nullptr && policy.allowsTable(tableKey(kind->entity), audience))
            layers.push_back(layer.id);
    return layers;
}

ExportRows queryRows(const WorkspaceView& view, const std::string& text, const Progress& progress)
{
    QueryAnswer answer = answerQuery(view, text, progress);
    return {.noun = answer.query.noun, .rows = std::move(answer.result.hits)};
}

} // namespace guatu::session
