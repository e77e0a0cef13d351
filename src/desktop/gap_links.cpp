// SPDX-License-Identifier: MIT
#include "desktop/gap_links.h"

#include "desktop/gap_drag.h"
#include "desktop/gap_panel.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/message_bar.h"
#include "desktop/mode_bar.h"
#include "desktop/record_panel.h"
#include "desktop/road_dialog.h"
#include "desktop/table_stack.h"
#include "desktop/window_actions.h"
#include "desktop/workspace_opener.h"
#include "session/road_draw.h"

#include <QAction>

#include <memory>
#include <optional>

namespace guatu::desktop
{
namespace
{

constexpr double reachPixels = 14; ///< around a click or vertex within which a road is meant

/// Metres on the map around a pixel.
double reachOf(const MapWidget& map)
{
    return reachPixels * map.view().metresPerPixel;
}

/// The roads of the open workspace near a place; their index is made anew for another view.
class RoadsAtHand
{
public:
    const session::RoadFinder& of(std::shared_ptr<const session::WorkspaceView> view)
    {
        if (view != m_view) {
            m_view = std::move(view);
            m_finder.emplace(m_view->snapshot.roads.line);
        }
        return *m_finder;
    }

private:
    std::shared_ptr<const session::WorkspaceView> m_view;
    std::optional<session::RoadFinder> m_finder; ///< over the view's roads
};

/// While a hand drags, newer colours wait until the map has drawn those before; otherwise each
/// would stop the picture of the one before it, and none would be seen.
class TaskFeeder : public QObject
{
public:
    TaskFeeder(GapKeeper& keeper, MapPage& page) : QObject(&page), m_keeper(keeper), m_page(page)
    {
        connect(&keeper, &GapKeeper::taskChanged, this, &TaskFeeder::feed);
        connect(&keeper, &GapKeeper::dragged, this, [this] {
            if (m_page.map().isSharp())
                feed();
            else
                m_waits = true;
        });
        connect(&page.map(), &MapWidget::pictureShown, this, [this] {
            if (m_waits)
                feed();
        });
    }
    void feed()
    {
        m_waits = false;
        m_page.setTask(m_keeper.isActive() && m_keeper.answer() ? std::optional(m_keeper.task())
                                                                : std::nullopt);
    }

private:
    GapKeeper& m_keeper;
    MapPage& m_page;
    bool m_waits = false;
};

void linkMapTools(MainWindow& window)
{
    GapKeeper& keeper = window.gaps();
    MapPage& page = window.mapPage();
    MapWidget& map = page.map();
    const WindowActions& actions = window.actions();
    GapPanel& panel = window.gapPanel();
    const auto start = [&](MapTool tool) {
        return [&window, &map, tool] {
            window.modes().setMode(Mode::Gaps);
            map.setTool(tool);
        };
    };
    for (const auto& [action, asked, tool] :
         {std::tuple(actions.placeFacility, &GapPanel::placeAsked, MapTool::PlaceFacility),
          std::tuple(actions.closeRoad, &GapPanel::closeRoadAsked, MapTool::CloseRoad),
          std::tuple(actions.drawRoad, &GapPanel::drawRoadAsked, MapTool::DrawRoad)}) {
        QObject::connect(action, &QAction::triggered, &map, start(tool));
        QObject::connect(&panel, asked, &map, start(tool));
    }
    const auto roadsAtHand = std::make_shared<RoadsAtHand>();
    map.setSnap([&window, &map, roadsAtHand](Point at) {
        return roadsAtHand->of(window.workbench().sharedView()).snapped(at, reachOf(map));
    });
    QObject::connect(&map, &MapWidget::placeChosen, &keeper, [&, roadsAtHand](const Point& at) {
        if (map.tool() == MapTool::PlaceFacility) {
            map.setTool(MapTool::Pointer);
            keeper.place(at);
            return;
        }
        const RoadColumns& roads = window.workbench().view().snapshot.roads;
        const RowIndex road =
            roadsAtHand->of(window.workbench().sharedView()).near(at, reachOf(map));
        if (road == noRow) {
            window.messages().showNote({"desktop.gaps.no_road_here"});
            return;
        }
        window.messages().hide(); // what was said of a click beside the road
        keeper.toggleRoad(roads.code[static_cast<std::size_t>(road)]);
    });
    QObject::connect(&map, &MapWidget::lineDrawn, &keeper, [&](const std::vector<Point>& line) {
        askRoad(window.texts(), &window, line,
                [&keeper](const session::RoadDraft& road) { keeper.draw(road); });
    });
    map.setDraggable(new GapDrag(window.texts(), keeper, map)); // the map's
}

} // namespace

void linkGaps(MainWindow& window)
{
    GapKeeper& keeper = window.gaps();
    MapPage& page = window.mapPage();
    GapPanel& panel = window.gapPanel();
    Workbench& workbench = window.workbench();
    auto* feeder = new TaskFeeder(keeper, page); // the page's
    QObject::connect(&keeper, &GapKeeper::failed, &window, &MainWindow::showError);
    QObject::connect(&workbench, &Workbench::householdsChanged, feeder, [&keeper, feeder] {
        if (keeper.isActive())
            feeder->feed();
    });
    QObject::connect(&window.modes(), &ModeBar::modeChanged, &keeper, [&](Mode mode) {
        const MapTool tool = page.map().tool();
        if (mode != Mode::Gaps && tool >= MapTool::PlaceFacility)
            page.map().setTool(MapTool::Pointer);
        keeper.setActive(mode == Mode::Gaps);
    });
    QObject::connect(
        &keeper, &GapKeeper::listMade, &window.tables().records(),
        [&records = window.tables().records()](const auto& list) { records.show(list); });
    QObject::connect(&keeper, &GapKeeper::workspaceChanged, &window.opener(),
                     [&](const std::filesystem::path& file) { window.opener().open(file); });
    QObject::connect(&panel, &GapPanel::villageAsked, &workbench,
                     [&](RowIndex village) { workbench.visit(village); });
    QObject::connect(&panel, &GapPanel::printAsked, &page, &MapPage::print);
    linkMapTools(window);
}

} // namespace guatu::desktop
