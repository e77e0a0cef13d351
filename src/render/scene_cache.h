// SPDX-License-Identifier: MIT
#pragma once

#include "core/rtree.h"
#include "render/content_hash.h"
#include "render/density_field.h"
#include "render/map_picture.h"
#include "render/packed_table.h"

#include <QImage>

#include <atomic>
#include <mutex>

namespace guatu::render
{

class GroundTiles;
class MapCache;
struct SymbolLayout;

/// What drawing and pointing need to know of a table, made once.
class PreparedTable
{
public:
    /// `file` may know what is prepared here; null: none.
    explicit PreparedTable(std::shared_ptr<const FeatureTable> table,
                           std::shared_ptr<MapCache> file = nullptr);

    [[nodiscard]] const FeatureTable& table() const { return *m_table; }
    /// Made at the first call.
    [[nodiscard]] const RTree& index() const;
    [[nodiscard]] const std::shared_ptr<const PackedTable>& packed() const;
    [[nodiscard]] bool isPacked() const { return m_isPacked; }
    /// Of the geometry; made at the first call.
    [[nodiscard]] const ContentHash& hash() const;

    /// Where a feature's name and symbol stand: its point, the middle of its line, or a place
    /// well inside its area. Invalid without geometry. All are computed at the first call.
    [[nodiscard]] Point anchor(std::size_t row) const;

private:
    void makeAnchors() const;

    std::shared_ptr<const FeatureTable> m_table; ///< the views that made it share it
    std::shared_ptr<MapCache> m_file;
    mutable ContentHash m_hash;
    mutable std::atomic<bool> m_isPacked = false;
    mutable std::once_flag m_hashOnce, m_indexOnce, m_packedOnce, m_anchorsOnce;
    mutable RTree m_index;
    mutable std::shared_ptr<const PackedTable> m_packed;
    mutable std::vector<Point> m_anchors;
};

/// Of each row of a layer the style class, or noClass when its filter or every class refuses it.
using ClassIndex = std::vector<std::uint8_t>;
inline constexpr std::uint8_t noClass = 255;

/// The same in the order of a packed table's items.
using ItemClasses = std::vector<std::uint8_t>;

/// Everything that is made once and drawn often. Safe from many threads; entries of tables that
/// are gone are dropped.
class SceneCache
{
public:
    explicit SceneCache(std::shared_ptr<MapCache> file = nullptr) : m_file(std::move(file)) {}
    [[nodiscard]] const std::shared_ptr<MapCache>& file() const { return m_file; }

    [[nodiscard]] std::shared_ptr<const PreparedTable>
    prepared(const std::shared_ptr<const FeatureTable>& table);

    [[nodiscard]] std::shared_ptr<const ClassIndex>
    classes(const std::shared_ptr<const FeatureTable>& table,
            const std::shared_ptr<const MapDefinition>& definition, const Layer& layer);

    [[nodiscard]] std::shared_ptr<const ItemClasses>
    itemClasses(const std::shared_ptr<const PackedTable>& packed,
                const std::shared_ptr<const ClassIndex>& classes);

    /// Metres of line before each run of packed lines or areas, as long as drawn at `level`.
    [[nodiscard]] std::shared_ptr<const std::vector<float>>
    starts(const std::shared_ptr<const PackedTable>& packed, int level);

    /// Outlines of an area layer's classes, each shared edge once and without the edges that the
    /// layers in `above` draw too: one line feature a run, and of each run its class.
    struct Outlines {
        std::shared_ptr<const ClassIndex> classes;
        std::shared_ptr<const PackedTable> packed;
    };
    [[nodiscard]] std::shared_ptr<const Outlines>
    outlines(const std::shared_ptr<const FeatureTable>& table,
             const std::shared_ptr<const ClassIndex>& classes,
             const std::vector<std::shared_ptr<const FeatureTable>>& above);

    /// The density of the points of a heat style's layer, by a radius in metres. The last few are
    /// kept.
    [[nodiscard]] std::shared_ptr<const DensityField>
    density(const std::shared_ptr<const FeatureTable>& table,
            const std::shared_ptr<const ClassIndex>& classes, const Style& style, double radius);

    /// The last two layouts drawn or pointed at (symbol_layout.h), the latest first: the window's
    /// and its surroundings'. They keep their tables alive.
    [[nodiscard]] std::vector<std::shared_ptr<const SymbolLayout>> lastLayouts();
    void keepLayout(std::shared_ptr<const SymbolLayout> layout);

    /// The tiles of the scene at the view's scale. Those of the last two scales are kept.
    [[nodiscard]] std::shared_ptr<GroundTiles> ground(const MapScene& scene, const MapView& view);

    void forgetGrounds();

    /// The symbol at `size` device pixels; a null image when there is no such file.
    [[nodiscard]] QImage sprite(const std::string& symbol, int size);

private:
    struct TableEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const PreparedTable> prepared;
    };
    /// Made outside the lock, by the first who wants it: nobody waits for what he does not need.
    template <class T>
    struct Lazy {
        std::once_flag once;
        std::shared_ptr<const T> value;
    };
    struct ClassEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const MapDefinition> definition; ///< keeps the layer's address taken
        std::shared_ptr<Lazy<ClassIndex>> classes;
    };
    struct OutlineEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const ClassIndex> classes; ///< keeps the key's address taken
        std::vector<std::weak_ptr<const FeatureTable>> above;
        std::shared_ptr<Lazy<Outlines>> outlines;
    };
    struct ItemEntry {
        std::weak_ptr<const PackedTable> alive;
        std::shared_ptr<const ClassIndex> classes; ///< keeps the key's address taken
        std::shared_ptr<const ItemClasses> items;
    };
    struct DensityEntry {
        std::weak_ptr<const FeatureTable> alive;
        std::shared_ptr<const ClassIndex> classes; ///< keeps the key's address taken
        double radius;
        std::shared_ptr<Lazy<DensityField>> density;
    };
    struct StartsEntry {
        std::weak_ptr<const PackedTable> alive;
        std::shared_ptr<const std::vector<float>> starts;
    };
    void dropGone();
    /// Reads the outlines from the file, or makes them and offers them to it.
    [[nodiscard]] std::shared_ptr<const Outlines>
    makeOutlines(const std::shared_ptr<const FeatureTable>& table, const ClassIndex& classes,
                 const std::vector<std::shared_ptr<const FeatureTable>>& above) const;

    std::shared_ptr<MapCache> m_file;
    std::mutex m_mutex;
    std::map<const FeatureTable*, TableEntry> m_tables;
    std::map<std::pair<const FeatureTable*, const Layer*>, ClassEntry> m_classes;
    std::map<std::pair<const PackedTable*, const ClassIndex*>, ItemEntry> m_items;
    std::map<std::pair<const PackedTable*, int>, StartsEntry> m_starts;
    std::vector<OutlineEntry> m_outlines;
    std::vector<DensityEntry> m_densities; ///< the latest first
    std::map<std::pair<std::string, int>, QImage> m_sprites;
    std::vector<std::shared_ptr<const SymbolLayout>> m_lastLayouts;
    std::vector<std::shared_ptr<GroundTiles>> m_grounds; ///< the latest first
};

/// The symbol as a picture; null when styles/symbols has no such file.
[[nodiscard]] QImage renderSymbol(const std::string& symbol, int size);

} // namespace guatu::render
