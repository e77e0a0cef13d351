// SPDX-License-Identifier: MIT
#include "render/scene_cache.h"

#include "core/polygon.h"
#include "render/compiled_condition.h"
#include "render/edges.h"

#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

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

} // namespace

std::shared_ptr<SceneCache> makeSceneCache()
{
    return std::make_shared<SceneCache>();
}

PreparedTable::PreparedTable(std::shared_ptr<const FeatureTable> table)
    : m_table(std::move(table)), m_index(m_table->geometry)
{
}

Point PreparedTable::anchor(std::size_t row) const
{
    std::call_once(m_anchorsOnce, [this] {
        const GeometryColumn& column = m_table->geometry;
        m_anchors.reserve(column.size());
        for (std::size_t i = 0; i < column.size(); ++i)
            m_anchors.push_back(anchorOf(column, i));
    });
    return m_anchors[row];
}

void SceneCache::dropGone()
{
    const auto gone = [](const auto& entry) { return entry.second.alive.expired(); };
    std::erase_if(m_tables, gone);
    std::erase_if(m_classes, gone);
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
        entry = {table, std::make_shared<PreparedTable>(alias)};
    }
    return entry.prepared;
}

std::shared_ptr<const ClassIndex>
SceneCache::classes(const std::shared_ptr<const FeatureTable>& table,
                    const std::shared_ptr<const MapDefinition>& definition, const Layer& layer)
{
    const std::lock_guard lock(m_mutex);
    dropGone();
    ClassEntry& entry = m_classes[{table.get(), &layer}];
    if (!entry.classes) {
        entry = {table, definition,
                 std::make_shared<ClassIndex>(classify(*table, layer, definition->styleOf(layer)))};
    }
    return entry.classes;
}

std::shared_ptr<const SceneCache::Outlines>
SceneCache::outlines(const std::shared_ptr<const FeatureTable>& table,
                     const std::shared_ptr<const ClassIndex>& classes,
                     const std::vector<std::shared_ptr<const FeatureTable>>& above)
{
    const std::lock_guard lock(m_mutex);
    dropGone();
    for (const OutlineEntry& entry : m_outlines) {
        const bool same =
            std::equal(above.begin(), above.end(), entry.above.begin(), entry.above.end(),
                       [](const auto& a, const auto& b) { return a == b.lock(); });
        if (same && entry.alive.lock() == table && entry.classes == classes)
            return entry.outlines;
    }
    auto made = std::make_shared<Outlines>(uniqueOutlines(table->geometry, *classes, above));
    m_outlines.push_back({table, classes, {above.begin(), above.end()}, made});
    return made;
}

std::shared_ptr<const SymbolLayout> SceneCache::lastLayout()
{
    const std::lock_guard lock(m_mutex);
    return m_lastLayout;
}

void SceneCache::keepLayout(std::shared_ptr<const SymbolLayout> layout)
{
    const std::lock_guard lock(m_mutex);
    m_lastLayout = std::move(layout);
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
    const auto file = dataRoot() / "styles" / "symbols" / (symbol + ".svg");
    if (!std::filesystem::exists(file) || size <= 0)
        return {};
    QSvgRenderer renderer(QString::fromStdString(file.string()));
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return image;
}

} // namespace guatu::render
