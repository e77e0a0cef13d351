// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/layer.h"

#include <QImage>
#include <QRectF>

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

class QPainter;

namespace guatu::render
{

class SceneCache;
struct Locator;
struct RouteMap;

/// An empty cache of what drawing prepares: spatial indexes, class indexes, sprites. Thread-safe.
[[nodiscard]] std::shared_ptr<SceneCache> makeSceneCache();

/// Which part of the world, on which canvas. Plane coordinates are metres, y north.
struct MapView {
    Point center{};
    double metresPerPixel = 100;   ///< of a logical pixel
    int width = 800, height = 600; ///< logical pixels
    double pixelRatio = 1;         ///< device pixels per logical pixel
    double dpi = 96;               ///< logical pixels per inch: 96 on screen, the paper's on files
    double rotation = 0;           ///< degrees that north is turned clockwise from up, 0 to 360

    [[nodiscard]] double scaleDenominator() const { return metresPerPixel * dpi / 0.0254; }
    [[nodiscard]] double pixels(double millimetres) const { return millimetres * dpi / 25.4; }
    [[nodiscard]] QPointF toScreen(Point p) const;
    [[nodiscard]] Point toMap(QPointF pixel) const;
    /// The box around all that is shown; when turned, its corners are not.
    [[nodiscard]] Box extent() const;
    [[nodiscard]] bool shows(Point p) const;

    /// The view that shows `box` whole with a margin, in the given canvas.
    [[nodiscard]] static MapView fitting(const Box& box, int width, int height, double dpi = 96,
                                         double margin = 0.04, double rotation = 0);
    friend bool operator==(const MapView&, const MapView&) = default;
};

/// Features on top of everything: outlined as the current choice.
struct Selection {
    std::string source;
    std::set<std::int64_t> ids;
};

/// A picture that covers a box of the plane, north up.
struct RasterPiece {
    QImage image;
    Box extent;

    [[nodiscard]] bool isEmpty() const { return image.isNull() || extent.empty(); }
    /// The very same picture at the same place.
    friend bool operator==(const RasterPiece& a, const RasterPiece& b)
    {
        return a.image.cacheKey() == b.image.cacheKey() && a.extent == b.extent;
    }
};

/// All a map shows, as values; cheap to copy to a worker.
struct MapScene {
    FeatureTables tables;
    std::shared_ptr<const MapDefinition> definition;
    std::set<std::string> hiddenLayers; ///< by id
    std::vector<Selection> selections{};
    GeometryColumn focus{
        GeometryType::Polygon}; ///< the current unit; outside it all is paler. Empty: none
    std::vector<RasterPiece> background{}; ///< pictures under everything, the lowest first
    std::string credit{}; ///< whose pictures these are, in the scene's language; on every sheet
    QImage relief{}; ///< shade of the terrain, grey; white changes nothing. Darkens what areas tint
    Box reliefExtent{};
    bool graticule = false;     ///< meridians and parallels, at a round interval; needs `crs`
    bool kilometreGrid = false; ///< lines at round metres of the plane
    std::string crs{};          ///< of the plane, as "EPSG:4543"
    Language language = Language::Chinese;
    Measure measure = Measure::Households;    ///< what legends count where both are known
    std::shared_ptr<const RouteMap> routes{}; ///< see route_map.h; null: none
    /// Shared by copies of a scene: change a scene rather than making a new one, and tables and
    /// layers that stay are not prepared again.
    std::shared_ptr<SceneCache> cache = makeSceneCache();
};

/// The layers that are off at first, as a start for `MapScene::hiddenLayers`.
[[nodiscard]] std::set<std::string> initiallyHidden(const MapDefinition& definition);

struct LegendEntry {
    std::string layer, styleClass;
    std::string title;
    std::size_t count = 0; ///< features of the layer in this class
};

struct LegendSection {
    std::string layer;
    bool hasFigure = false; ///< legendFigure() says what its sizes mean
    std::string folder, group, title;
    std::string unitWord;
    bool drawn = true; ///< false when hidden or out of its scale range
    std::size_t located = 0, notLocated = 0;
    bool approximate = false;
    std::vector<LegendEntry> entries;
};

struct PlacedLabel {
    std::string text;
    QRectF box; ///< logical pixels
    std::string source;
    std::int64_t id = 0;
};

/// What a line of the scene's grids is, for where it leaves the picture.
struct GridLabel {
    std::string text;
    QRectF box; ///< logical pixels
    bool ofGraticule = false;
};

struct MapPicture {
    QImage image; ///< ARGB32_Premultiplied, width*pixelRatio by height*pixelRatio
    MapView view;
    std::vector<PlacedLabel> labels;
    std::size_t unplacedLabels = 0;
    std::size_t unplacedFigures = 0;   ///< charts and badges that found no place
    std::vector<GridLabel> gridLabels; ///< not drawn yet: see paintGridLabels
    bool complete = true;              ///< false when stopped midway
};

/// Draws the map on any thread; stops within milliseconds. Error(Input): too large for memory.
[[nodiscard]] MapPicture drawMap(const MapScene& scene, const MapView& view,
                                 std::stop_token stop = {});

/// Draws the tiles around a view that drawMap has drawn, so that the next move finds them.
void prepareAround(const MapScene& scene, const MapView& view, std::stop_token stop = {});

/// Draws the map with a painter alone, every feature as it is, in the painter's device pixels: for
/// files of vectors, and what drawMap must look like. The picture returned has no image.
MapPicture paintMap(QPainter& painter, const MapScene& scene, const MapView& view,
                    std::stop_token stop = {});

/// The legend with true counts over the whole data (layer filters applied), bottom layer last.
/// `within` restricts the counts to features that stand in the box: points, the middles of lines,
/// and areas by a place well inside them.
[[nodiscard]] std::vector<LegendSection> legend(const MapScene& scene, double scaleDenominator,
                                                const Box* within = nullptr);

/// The symbol of a class as a small picture for legends.
[[nodiscard]] QImage legendSwatch(const MapDefinition& definition, const std::string& layer,
                                  const std::string& styleClass, int width, int height,
                                  double pixelRatio);

/// What the sizes of a layer's figures mean, drawn as large as on the map, with values in the
/// scene's language; a null image where there is nothing to say.
[[nodiscard]] QImage legendFigure(const MapScene& scene, const std::string& layer,
                                  double pixelRatio);

/// A feature at a place of the map, topmost first.
struct Hit {
    std::string layer, source;
    std::size_t row;
    std::int64_t id;
};
[[nodiscard]] std::vector<Hit> hitTest(const MapScene& scene, const MapView& view, QPointF pixel,
                                       double tolerance = 6);

/// The stop whose badge lies at a place of the map: the first of its ids; null where none does.
[[nodiscard]] std::optional<std::size_t> routeStopAt(const MapScene& scene, const MapView& view,
                                                     QPointF pixel);

/// Writes the picture's grid labels, in logical pixels, but for those that touch a box of `taken`:
/// panels over the map would cut them.
void paintGridLabels(QPainter& painter, const MapPicture& picture,
                     std::span<const QRectF> taken = {});

/// Writes scene.credit at the lower right, in logical pixels: for maps without furniture.
void paintCredit(QPainter& painter, const MapScene& scene, const MapPicture& picture);

/// Furniture drawn over a picture for files: title, legend, scale bar, data date, note.
struct Furniture {
    std::string title, subtitle, note;
    bool legend = true, scaleBar = true;
    bool legendAtRight = false;               ///< for views made by sheetViewBeside()
    std::shared_ptr<const Locator> locator{}; ///< see locator.h; null: none
};
/// With a painter alone, in the device pixels of a picture that paintMap has painted.
void paintFurniture(QPainter& painter, const MapScene& scene, const MapPicture& picture,
                    const Furniture& furniture, double trueMetresPerPixel);
void drawFurniture(QImage& image, const MapScene& scene, const MapPicture& picture,
                   const Furniture& furniture, double trueMetresPerPixel);

/// A scale bar with a round length: metres and logical pixels. `trueMetresPerPixel` is geodesic,
/// at the middle of the map.
struct ScaleBar {
    double metres, pixels;
    int divisions;
};
[[nodiscard]] ScaleBar scaleBar(double trueMetresPerPixel, double maxPixels);

} // namespace guatu::render
