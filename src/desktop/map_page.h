// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "desktop/hit_text.h"
#include "desktop/map_background.h"
#include "desktop/map_cache_keeper.h"
#include "desktop/map_definer.h"
#include "desktop/map_print.h"
#include "desktop/map_task.h"
#include "desktop/map_widget.h"
#include "desktop/position_text.h"
#include "desktop/workbench.h"
#include "render/route_map.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QSplitter;

namespace guatu::desktop
{

class IdentifyList;
class LayerPanel;
class Magnifier;
class MapTip;
class LocatorView;
class RouteLegendView;
class MapTitle;
class MeasureReadout;
class SplitSide;
class ScaleBarView;
class Texts;
class TimelinePanel;

/// The map with what lies on it, kept in step with the workbench.
class MapPage : public QWidget
{
    Q_OBJECT

public:
    MapPage(const Texts& texts, Workbench& workbench, LayerPanel& layers,
            QWidget* parent = nullptr);

    /// Gives the layers and styles to draw with. Throws Error(Input) when they are broken.
    void loadDefinition();
    /// Colours map and legend for these eyes.
    void setColours(ColourVariant variant);
    [[nodiscard]] ColourVariant colours() const { return m_definer.colours(); }
    /// Draws layers by these looks; map and legend follow when that is worked out.
    void setLooks(std::vector<LayerLook> looks);
    /// Layers and styles as they are defined; null when they could not be read.
    [[nodiscard]] const std::shared_ptr<const MapDefinition>& definition() const
    {
        return m_definer.base();
    }
    [[nodiscard]] MapWidget& map() const { return *m_map; }
    [[nodiscard]] Workbench& workbench() const { return m_workbench; }
    [[nodiscard]] TimelinePanel& timeline() const { return *m_timeline; }

    /// What the mode shows; none when it shows nothing of its own.
    void setTask(std::optional<MapTask> task);
    [[nodiscard]] const std::optional<MapTask>& task() const { return m_task; }
    /// Shows the whole unit.
    void showUnit();
    /// Moves to a typed position and marks it. False when it has no place in the CRS.
    bool goTo(const TypedPosition& position);
    /// Moves to a household, site or facility.
    void goToPlace(Point plane);
    /// What lies under everything.
    [[nodiscard]] MapBackground& background() { return m_background; }
    /// A picture or elevations; they stay when the workspace is opened anew.
    void openBackground(const std::filesystem::path& file);
    void openBasemap(const Basemap& basemap, const KeyValues& keys);
    void followBackground();
    void showGraticule(bool shown);
    void showKilometreGrid(bool shown);
    void showLocator(bool shown);
    /// Two maps side by side, of two dates or themes.
    void setSplit(bool split);
    /// Null while there is one map.
    [[nodiscard]] SplitSide* split() const { return m_split; }
    [[nodiscard]] Magnifier& magnifier() const { return *m_magnifier; }
    /// Lays a trip over the map with its own title; null takes it away.
    void setRoutes(std::shared_ptr<const render::RouteMap> routes, const QString& title,
                   const QString& subtitle);
    /// Shows all routes.
    void fitRoutes();
    /// What is seen, as it goes on a sheet.
    [[nodiscard]] PrintJob printJob() const;
    /// Asks for a printer, then prints beside the window.
    void print();
    /// Metres on the ground for a pixel, at the middle of the map; 0 without a workspace.
    [[nodiscard]] double trueScale() const;

signals:
    /// The map is drawn by another definition.
    void defined(const std::shared_ptr<const guatu::MapDefinition>& definition);
    void splitChanged(bool split);
    void positionChanged(const guatu::Point& lonLat, const guatu::Point& plane);
    void scaleChanged(double denominator);
    void householdsClicked();
    void unitClicked();
    void placesClicked(const std::vector<guatu::render::Hit>& places);
    void routeStopClicked(std::size_t stop);
    /// A visit to a unit is to be planned.
    void visitAsked(guatu::RowIndex unit);
    void printed();
    void failed(const guatu::Message& why);
    /// Something to know, with one thing to do.
    void noted(const guatu::Message& what, const guatu::Message& action,
               const std::function<void()>& act);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectMap();
    void connectBackground();
    void takeWorkspace();
    void takeTables();
    void retable();
    void takeDefinition(std::shared_ptr<const MapDefinition> definition);
    void showDefinition();
    void choose(const MapChoice& choice);
    void listByRow(const std::vector<std::uint32_t>& rows);
    void listHouseholds(const std::vector<std::uint32_t>& rows, std::set<std::string> codes);
    void updateScene();
    void showPlace(const Box& place);
    void placeFurniture();
    void refreshTitle();
    void refreshLocator();
    void click(QPointF pixel, Qt::KeyboardModifiers modifiers);
    bool clickRoute(QPointF pixel);
    void chooseHits(const std::vector<render::Hit>& hits, Qt::KeyboardModifiers modifiers);
    void doubleClick(QPointF pixel);
    void identify(const std::vector<render::Hit>& hits, QPointF pixel);
    void connectIdentify();
    void showTip(QPointF pixel);
    void showMenu(QPointF pixel);
    [[nodiscard]] Point toLonLat(Point plane) const;
    [[nodiscard]] Point toPlane(Point lonLat) const;

    const Texts& m_texts;
    Workbench& m_workbench;
    LayerPanel& m_layers;
    QSplitter* m_maps;
    MapWidget* m_map;
    SplitSide* m_split = nullptr;
    TimelinePanel* m_timeline;
    MapTitle* m_title;
    ScaleBarView* m_scaleBar;
    MapTip* m_tip;
    IdentifyList* m_identify;
    MeasureReadout* m_readout;
    Magnifier* m_magnifier;
    QWidget* m_buttons;
    LocatorView* m_locator;
    QLabel* m_credit;
    RouteLegendView* m_routeLegend;
    QString m_routesTitle, m_routesSubtitle;
    QProgressBar* m_drawing;
    QTimer m_drawingLong, m_legend;
    MapDefiner m_definer{this};
    std::optional<MapTask> m_task;
    std::optional<Transform> m_transform; ///< degrees to the workspace's CRS
    render::MapScene m_scene;
    MapBackground m_background{this};
    QTimer m_following;
    MapCacheKeeper m_cache{this};
    BackgroundJob m_choosing{this}, m_printing{this};
    std::shared_ptr<render::SceneCache> m_lensCache;
};

} // namespace guatu::desktop
