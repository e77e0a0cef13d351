// SPDX-License-Identifier: MIT
#include "render/scene_cache.h"

#include "core/plain_mark.h"
#include "core/polygon.h"
#include "render/compiled_condition.h"
#include "render/edges.h"
#include "render/ground_tiles.h"
#include "render/map_cache.h"
#include "render/symbol_layout.h"
#include "render/tile_pool.h"

#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <limits>

namespace guatu::render
{
namespace
{

Point middleOf(std::span<const Point> line)
{
    double total = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        total += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    double left = total / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        if (length >= left && length > 0) {
            const double t = left / length;
            return {line[i - 1].x + t * (line[i].x - line[i - 1].x),
                    line[i - 1].y + t * (line[i].y - line[i - 1].y)};
        }
        left -= length;
    }
    return line.empty() ? Point{} : line.front();
}

Point anchorOf(const GeometryColumn& column, std::size_t row)
{
    if (!column.hasGeometry(row))
        return {};
    if (column.type() == GeometryType::Polygon) {
        const Box box = column.box(row);
        return interiorPoint(column, row, std::max(box.width(), box.height()) / 100);
    }
    return column.type() == GeometryType::Line ? middleOf(column.part(row, 0))
                                               : column.firstPoint(row);
}

/// Whether packed items can be those of the column: a file is not believed.
bool fits(const PackedTable& packed, const GeometryColumn& column)
{
    return packed.type == column.type() &&
           std::all_of(packed.rows.begin(), packed.rows.end(),
                       [&](std::uint32_t row) { return row < column.size(); });
}

ClassIndex classify(const FeatureTable& table, const Layer& layer, const Style& style)
{
    std::optional<CompiledCondition> filter;
    if (layer.filter)
        filter.emplace(*layer.filter, table);
    std::vector<CompiledCondition> conditions;
    conditions.reserve(style.classes.size());
    for (const StyleClass& styleClass : style.classes)
        conditions.emplace_back(styleClass.when, table);

    ClassIndex classes(table.size(), noClass);
    for (std::size_t row = 0; row < classes.size(); ++row) {
        if (filter && !filter->isMet(row))
            continue;
        const auto match = std::find_if(conditions.begin(), conditions.end(),
                                        [row](const auto& when) { return when.isMet(row); });
        if (match != conditions.end())
            classes[row] = static_cast<std::uint8_t>(match - conditions.begin());
    }
    return classes;
}

/// Of the points in classes whose symbol has a fill.
DensityField densityOf(const FeatureTable& table, const ClassIndex& classes, const Style& style,
                       double radius)
{
    const auto& figure = std::get<HeatFigure>(style.figure);
    const NumberColumn* numbers = figure.field.empty() ? nullptr : table.number(figure.field);
    std::vector<Point> places;
    std::vector<double> amounts;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (classes[row] == noClass || !style.classes[classes[row]].symbol.fill)
            continue;
        places.push_back(table.geometry.firstPoint(row));
        amounts.push_back(numbers                ? (*numbers)[row]
                          : figure.field.empty() ? 1
                                                 : std::numeric_limits<double>::quiet_NaN());
    }
    return {places, amounts, radius, fewestInHeat};
}

} // namespace

std::shared_ptr<SceneCache> makeSceneCache()
{
    return std::make_shared<SceneCache>();
}

PreparedTable::PreparedTable(std::shared_ptr<const FeatureTable> table,
                             std::shared_ptr<MapCache> file)
    : m_table(std::move(table)), m_file(std::move(file))
{
}

const RTree& PreparedTable::index() const
{
    std::call_once(m_indexOnce, [this] { m_index = RTree(m_table->geometry); });
    return m_index;
}

const ContentHash& PreparedTable::hash() const
{
    std::call_once(m_hashOnce, [this] { m_hash = contentHash(m_table->geometry); });
    return m_hash;
}

const std::shared_ptr<const PackedTable>& PreparedTable::packed() const
{
    std::call_once(m_packedOnce, [this] {
        if (auto known = m_file ? m_file->table(hash()) : std::nullopt;
            known && fits(*known, m_table->geometry)) {
            m_packed = std::make_shared<PackedTable>(std::move(*known));
        } else {
            m_packed = std::make_shared<PackedTable>(pack(m_table->geometry));
            if (m_file)
                m_file->put(hash(), m_packed);
        }
        m_isPacked = true;
    });
    return m_packed;
}

Point PreparedTable::anchor(std::size_t row) const
{
    if (m_table->geometry.type() == GeometryType::Point)
        return m_table->geometry.firstPoint(row);
    std::call_once(m_anchorsOnce, [this] { makeAnchors(); });
    return m_anchors[row];
}

void PreparedTable::makeAnchors() const
{
    const GeometryColumn& column = m_table->geometry;
    if (auto known = m_file ? m_file->points(hash()) : std::nullopt;
        known && known->size() == column.size()) {
        m_anchors = std::move(*known);
        return;
    }
    m_anchors.resize(column.size());
    constexpr std::size_t portion = 16;
    TilePool::shared().run((column.size() + portion - 1) / portion,
                           [&](std::size_t index) {
                               const std::size_t end =
                                   std::min(column.size(), (index + 1) * portion);
                               for (std::size_t i = index * portion; i < end; ++i)
                                   m_anchors[i] = anchorOf(column, i);
                           },
                           {});
    if (m_file)
        m_file->put(hash(), m_anchors);
}

void SceneCache::dropGone()
{
    const auto gone = [](const auto& entry) { return entry.second.alive.expired(); };
    std::erase_if(m_tables, gone);
    std::erase_if(m_classes, gone);
    std::erase_if(m_items, gone);
    std::erase_if(m_starts, gone);
    std::erase_if(m_densities, [](const DensityEntry& entry) { return entry.alive.expired(); });
    std::erase_if(m_outlines, [](const OutlineEntry& entry) {
        return entry.alive.expired() ||
               std::any_of(entry.above.begin(), entry.above.end(),
                           [](const auto& table) { return table.expired(); });
    });
}

std::shared_ptr<const PreparedTable>
SceneCache::prepared(const std::shared_ptr<const FeatureTable>& table)
{
    const std::lock_guard lock(m_mutex);
    dropGone();
    TableEntry& entry = m_tables[table.get()];
    if (!entry.prepared) {
        // An alias without ownership: the cache must not keep a table alive.
        const std::shared_ptr<const FeatureTable> alias(std::shared_ptr<void>{}, table.get());
        entry = {table, std::make_shared<PreparedTable>(alias, m_file)};
    }
    return entry.prepared;
}

std::shared_ptr<const ClassIndex>
SceneCache::classes(const std::shared_ptr<const FeatureTable>& table,
                    const std::shared_ptr<const MapDefinition>& definition, const Layer& layer)
{
    std::shared_ptr<Lazy<ClassIndex>> classes;
    {
        const std::lock_guard lock(m_mutex);
        dropGone();
        ClassEntry& entry = m_classes[{table.get(), &layer}];
        if (!entry.classes)
            entry = {table, definition, std::make_shared<Lazy<ClassIndex>>()};
        classes = entry.classes;
    }
    std::call_once(classes->once, [&] {
        classes->value =
            std::make_shared<ClassIndex>(classify(*table, layer, definition->styleOf(layer)));
    });
    return classes->value;
}

std::shared_ptr<const ItemClasses>
SceneCache::itemClasses(const std::shared_ptr<const PackedTable>& packed,
                        const std::shared_ptr<const ClassIndex>& classes)
{
    const std::lock_guard lock(m_mutex);
    dropGone();
    ItemEntry& entry = m_items[{packed.get(), classes.get()}];
    if (!entry.items) {
        auto items = std::make_shared<ItemClasses>(packed->size());
        std::transform(packed->rows.begin(), packed->rows.end(), items->begin(),
                       [&](std::uint32_t row) { return (*classes)[row]; });
        entry = {packed, classes, std::move(items)};
    }
    return entry.items;
}

std::shared_ptr<const std::vector<float>>
SceneCache::starts(const std::shared_ptr<const PackedTable>& packed, int level)
{
    const std::lock_guard lock(m_mutex);
    dropGone();
    StartsEntry& entry = m_starts[{packed.get(), level}];
    if (!entry.starts)
        entry = {packed, std::make_shared<std::vector<float>>(lineStarts(*packed, level))};
    return entry.starts;
}

std::shared_ptr<const SceneCache::Outlines>
SceneCache::outlines(const std::shared_ptr<const FeatureTable>& table,
                     const std::shared_ptr<const ClassIndex>& classes,
                     const std::vector<std::shared_ptr<const FeatureTable>>& above)
{
    std::shared_ptr<Lazy<Outlines>> outlines;
    {
        const std::lock_guard lock(m_mutex);
        dropGone();
        for (const OutlineEntry& entry : m_outlines) {
            const bool same =
                std::equal(above.begin(), above.end(), entry.above.begin(), entry.above.end(),
                           [](const auto& a, const auto& b) { return a == b.lock(); });
            if (same && entry.alive.lock() == table && entry.classes == classes)
                outlines = entry.outlines;
        }
        if (!outlines) {
            outlines = std::make_shared<Lazy<Outlines>>();
            m_outlines.push_back({table, classes, {above.begin(), above.end()}, outlines});
        }
    }
    std::call_once(outlines->once, [&] { outlines->value = makeOutlines(table, *classes, above); });
    return outlines->value;
}

std::shared_ptr<const SceneCache::Outlines>
SceneCache::makeOutlines(const std::shared_ptr<const FeatureTable>& table,
                         const ClassIndex& classes,
                         const std::vector<std::shared_ptr<const FeatureTable>>& above) const
{
    const auto made = std::make_shared<Outlines>();
    ContentHash key;
    if (m_file) {
        key = contentHash(std::as_bytes(std::span(classes)), contentHash(table->geometry));
        for (const auto& other : above) {
            const ContentHash own = contentHash(other->geometry);
            key = contentHash(std::as_bytes(std::span(&own, 1)), key);
        }
        auto packed = m_file->table(key);
        auto known = m_file->bytes(key);
        if (packed && known && packed->type == GeometryType::Line &&
            std::all_of(packed->rows.begin(), packed->rows.end(),
                        [&](std::uint32_t row) { return row < known->size(); })) {
            made->packed = std::make_shared<PackedTable>(std::move(*packed));
            made->classes = std::make_shared<ClassIndex>(std::move(*known));
            return made;
        }
    }
    UniqueOutlines outlines = uniqueOutlines(table->geometry, classes, above);
    made->packed = std::make_shared<PackedTable>(pack(outlines.lines));
    made->classes = std::make_shared<ClassIndex>(std::move(outlines.classes));
    if (m_file && !made->classes->empty()) {
        m_file->put(key, made->packed);
        m_file->put(key, *made->classes);
    }
    return made;
}

std::shared_ptr<const DensityField>
SceneCache::density(const std::shared_ptr<const FeatureTable>& table,
                    const std::shared_ptr<const ClassIndex>& classes, const Style& style,
                    double radius)
{
    constexpr std::size_t most = 6;
    std::shared_ptr<Lazy<DensityField>> density;
    {
        const std::lock_guard lock(m_mutex);
        dropGone();
        const auto known = std::ranges::find_if(m_densities, [&](const DensityEntry& entry) {
            return entry.classes == classes && entry.radius == radius;
        });
        if (known != m_densities.end())
            std::rotate(m_densities.begin(), known, known + 1);
        else
            m_densities.insert(m_densities.begin(),
                               {table, classes, radius, std::make_shared<Lazy<DensityField>>()});
        if (m_densities.size() > most)
            m_densities.pop_back();
        density = m_densities.front().density;
    }
    std::call_once(density->once, [&] {
        density->value =
            std::make_shared<const DensityField>(densityOf(*table, *classes, style, radius));
    });
    return density->value;
}

std::vector<std::shared_ptr<const SymbolLayout>> SceneCache::lastLayouts()
{
    const std::lock_guard lock(m_mutex);
    return m_lastLayouts;
}

void SceneCache::keepLayout(std::shared_ptr<const SymbolLayout> layout)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_lastLayouts, [&](const auto& old) { return old->tables != layout->tables; });
    m_lastLayouts.insert(m_lastLayouts.begin(), std::move(layout));
    if (m_lastLayouts.size() > 2)
        m_lastLayouts.pop_back();
}

std::shared_ptr<GroundTiles> SceneCache::ground(const MapScene& scene, const MapView& view)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = std::find_if(m_grounds.begin(), m_grounds.end(), [&](const auto& tiles) {
            return tiles->show(scene, view);
        });
        if (known != m_grounds.end()) {
            std::rotate(m_grounds.begin(), known, known + 1);
            return m_grounds.front();
        }
        const auto alike = std::find_if(m_grounds.begin(), m_grounds.end(), [&](const auto& tiles) {
            return tiles->showButBackground(scene, view);
        });
        if (alike != m_grounds.end()) {
            *alike = (*alike)->withBackground(scene);
            std::rotate(m_grounds.begin(), alike, alike + 1);
            return m_grounds.front();
        }
    }
    MapScene own = scene;
    own.cache = nullptr; // which holds the tiles, so they must not hold it
    auto made = std::make_shared<GroundTiles>(planGround(scene, view), std::move(own));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_grounds, [&](const auto& old) { return !old->isOf(scene.tables); });
    for (const auto& old : m_grounds)
        old->shrink();
    m_grounds.insert(m_grounds.begin(), made);
    if (m_grounds.size() > 2)
        m_grounds.pop_back();
    return made;
}

void SceneCache::forgetGrounds()
{
    const std::lock_guard lock(m_mutex);
    m_grounds.clear();
}

QImage SceneCache::sprite(const std::string& symbol, int size)
{
    const std::lock_guard lock(m_mutex);
    const auto [entry, isNew] = m_sprites.try_emplace({symbol, size});
    if (isNew)
        entry->second = renderSymbol(symbol, size);
    return entry->second;
}

QImage renderSymbol(const std::string& symbol, int size)
{
    const auto mark = plainMarkOf(symbol);
    const auto file = dataRoot() / "styles" / "symbols" / (symbol + ".svg");
    if (size <= 0 || (!mark && !std::filesystem::exists(file)))
        return {};
    QSvgRenderer renderer;
    if (mark)
        renderer.load(QByteArray::fromStdString(svgOf(*mark)));
    else
        renderer.load(QString::fromStdString(file.string()));
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return image;
}

} // namespace guatu::render
