// SPDX-License-Identifier: MIT
#include "desktop/map_actions.h"

#include "desktop/ground_keeper.h"
#include "desktop/magnifier.h"
#include "desktop/map_hand.h"
#include "desktop/map_page.h"
#include "desktop/settings.h"
#include "desktop/window_actions.h"

#include <QAction>
#include <QActionGroup>

namespace guatu::desktop
{

constexpr double turnStep = 15; // degrees

namespace
{

void connectColours(WindowActions& actions, MapPage& page, Settings& settings)
{
    for (QAction* action : actions.colours->actions()) {
        const auto variant = action->data().value<ColourVariant>();
        action->setChecked(variant == settings.colours());
        QObject::connect(action, &QAction::triggered, &page, [&page, &settings, variant] {
            settings.setColours(variant);
            page.setColours(variant);
        });
    }
    page.setColours(settings.colours());
}

} // namespace

void connectMapActions(WindowActions& actions, MapPage& page, const Texts& texts,
                       Settings& settings)
{
    connectColours(actions, page, settings);
    new GroundKeeper(actions, page, page.workbench(), texts, settings); // the page's
    MapWidget& map = page.map();
    const auto on = [&page](QAction* action, auto&& act) {
        QObject::connect(action, &QAction::triggered, &page, std::forward<decltype(act)>(act));
    };
    on(actions.previousView, [&map] { map.showPrevious(); });
    on(actions.nextView, [&map] { map.showNext(); });
    on(actions.wholeUnit, [&page] { page.showUnit(); });
    on(actions.closer, [&map] { map.zoomBy(2); });
    on(actions.farther, [&map] { map.zoomBy(0.5); });
    on(actions.pointer, [&map] { map.setTool(MapTool::Pointer); });
    on(actions.boxZoom, [&map] { map.setTool(MapTool::BoxZoom); });
    on(actions.length, [&map] { map.setTool(MapTool::Length); });
    on(actions.area, [&map] { map.setTool(MapTool::Area); });
    on(actions.split, [&page](bool isOn) { page.setSplit(isOn); });
    QObject::connect(&page, &MapPage::splitChanged, actions.split, &QAction::setChecked);
    on(actions.magnifier, [&page](bool isOn) { page.magnifier().setOn(isOn); });
    QObject::connect(&page.magnifier(), &Magnifier::switched, actions.magnifier,
                     &QAction::setChecked);
    on(actions.print, [&page] { page.print(); });
    on(actions.polygonChoice, [&map] { map.setTool(MapTool::PolygonChoice); });
    on(actions.radiusChoice, [&map] { map.setTool(MapTool::RadiusChoice); });
    on(actions.turnLeft, [&map] { map.hand().turn(-turnStep, QRectF(map.rect()).center()); });
    on(actions.turnRight, [&map] { map.hand().turn(turnStep, QRectF(map.rect()).center()); });
    on(actions.northUp, [&map] { map.hand().turnNorth(); });
    QObject::connect(&map, &MapWidget::toolChanged, &actions,
                     [&actions, &map] { actions.showTool(map.tool()); });
    QObject::connect(&map, &MapWidget::historyChanged, &actions, [&actions, &map] {
        actions.previousView->setEnabled(map.history().hasPrevious());
        actions.nextView->setEnabled(map.history().hasNext());
    });
}

} // namespace guatu::desktop
