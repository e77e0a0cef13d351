// SPDX-License-Identifier: MIT
#pragma once

#include "core/rtree.h"
#include "render/map_picture.h"

#include <QImage>

#include <mutex>

namespace guatu::render
{

struct SymbolLayout;

/// What drawing and pointing need to know of a table, made once.
class PreparedTable
{
public:
    explicit PreparedTable(std::shared_ptr<const FeatureTable> table);

    [[nodiscard]] const FeatureTable& table() const { return *m_table; }
    [[nodiscard]] const RTree& index() const { return m_index; }

    /// Where a feature's name and symbol stand: its point, the middle of its line, or a place
    /// well inside its area. Invalid without geometry. All are computed at the first call.
    [[nodiscard]] Point anchor(std::size_t row) const;

private:
    std::shared_ptr<const FeatureTable> m_table; ///< the views that made it share it
    RTree m_index;
    mutable std::once_flag m_anchorsOnce;
    mutable std::vector<Point> m_anchors;
};

/// Of each row of a layer the style class, or noClass when its filter or every class refuses it.
using ClassIndex = std::vector<std::uint8_t>;
inline constexpr std::uint8_t noClass = 255;

/// Everything that is made once and drawn often. Safe from many threads; entries of tables that
/// are gone are dropped.
class SceneCache
{
public:
    [[nodiscard]] std::shared_ptr<const PreparedTable>
    prepared(const std::shared_ptr<const FeatureTable>& table);

    [[nodiscard]] std::shared_ptr<const ClassIndex>
    classes(const std::shared_ptr<const FeatureTable>& table,
            const std::shared_ptr<const MapDefinition>& definition, const Layer& layer);

    /// Outlines of an area layer's classes, each shared edge once and without the edges that the
    /// layers in `above` draw too: one line feature a run, and of each run its class.
    struct Outlines {
        GeometryColumn lines{GeometryType::Line};
        std::vector<std::uint8_t> classes;
        RTree index;
    };
    [[nodiscard]] std::shared_ptr<const Outlines>
    outlines(const std::shared_ptr<const FeatureTable>& table,
             const std::shared_ptr<const ClassIndex>& classes,
             const std::vector<std::shared_ptr<const FeatureTable>>& above);

    /// The last layout drawn or pointed at (symbol_layout.h). It keeps its tables alive.
    [[nodiscard]] std::shared_ptr<const SymbolLayout> lastLayout();
    void keepLayout(std::shared_ptr<const SymbolLayout> layout);

    /// The symbol at `size` device pixels; a null image when there is no such file.
    [[nodiscard]] QImage sprite(const std::string& symbol, int size);

private:
    struct TableEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const PreparedTable> prepared;
    };
    struct ClassEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const MapDefinition> definition; ///< keeps the layer's address taken
        std::shared_ptr<const ClassIndex> classes;
    };
    struct OutlineEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const ClassIndex> classes; ///< keeps the key's address taken
        std::vector<std::weak_ptr<const FeatureTable>> above;
        std::shared_ptr<const Outlines> outlines;
    };
    void dropGone();

    std::mutex m_mutex;
    std::map<const FeatureTable*, TableEntry> m_tables;
    std::map<std::pair<const FeatureTable*, const Layer*>, ClassEntry> m_classes;
    std::vector<OutlineEntry> m_outlines;
    std::map<std::pair<std::string, int>, QImage> m_sprites;
    std::shared_ptr<const SymbolLayout> m_lastLayout;
};

/// The symbol as a picture; null when styles/symbols has no such file.
[[nodiscard]] QImage renderSymbol(const std::string& symbol, int size);

} // namespace guatu::render
