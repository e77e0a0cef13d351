// SPDX-License-Identifier: MIT
#include "desktop/style_links.h"

#include "desktop/layer_panel.h"
#include "desktop/look_fit.h"
#include "desktop/look_keeper.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/map_theme_keeper.h"
#include "desktop/map_theme_menu.h"
#include "desktop/message_bar.h"
#include "desktop/style_panel.h"
#include "desktop/window_actions.h"
#include "desktop/window_docks.h"

#include <QAction>

namespace guatu::desktop
{
namespace
{

/// Opens the panel on a layer; without one on that which colours the map.
void openStyle(MainWindow& window, const std::string& layer)
{
    if (!window.looks().isReady() || !window.workbench().isOpen())
        return;
    std::string wanted = layer;
    if (wanted.empty() && window.looks().work())
        wanted = window.looks().work()->now().layer;
    if (wanted.empty())
        wanted = window.layers().themeLayer();
    if (wanted.empty())
        wanted = window.looks().definition().layers.front().id;
    if (window.style().open(wanted))
        window.docks().showStyle(true);
}

/// Looks that were left out, and that they are still there.
void tellUnusable(MainWindow& window, const std::vector<Message>& why)
{
    std::string reasons;
    for (const Message& each : why)
        reasons += (reasons.empty() ? "" : "; ") +
                   text(inTitles(each, window.looks().definition(), window.texts()),
                        window.texts().language());
    window.messages().showNote({"desktop.style.unusable", {{"reason", reasons}}});
}

void linkThemes(MainWindow& window)
{
    auto* keeper = new MapThemeKeeper(window.workbench(), &window);
    new MapThemeMenu(window, *keeper);
    QObject::connect(keeper, &MapThemeKeeper::failed, &window, &MainWindow::showError);
    QObject::connect(keeper, &MapThemeKeeper::kept, &window.messages(),
                     [&window](const Message& what) { window.messages().showNote(what); });
}

} // namespace

void linkStyle(MainWindow& window)
{
    LookKeeper& looks = window.looks();
    MapPage& map = window.mapPage();
    const auto open = [&window](const std::string& layer) { openStyle(window, layer); };
    QObject::connect(&window.layers(), &LayerPanel::styleAsked, &looks, open);
    QObject::connect(window.actions().style, &QAction::triggered, &looks, [open] { open({}); });
    QObject::connect(&window.style(), &StylePanel::closeAsked, &window.docks(),
                     [&window] { window.docks().showStyle(false); });
    QObject::connect(&window.workbench(), &Workbench::closed, &window.docks(),
                     [&window] { window.docks().showStyle(false); });
    QObject::connect(&window.workbench(), &Workbench::opened, &window.docks(), [&window] {
        if (!window.looks().work()) // another workspace
            window.docks().showStyle(false);
    });
    QObject::connect(&looks, &LookKeeper::looksChanged, &map,
                     [&map, &looks] { map.setLooks(looks.looks()); });
    QObject::connect(&map, &MapPage::defined, &window.style(),
                     [&window, &map](const auto& definition) {
                         window.style().setDrawn(definition, map.colours());
                     });
    QObject::connect(&looks, &LookKeeper::saved, &window.messages(),
                     [&window](const Message& what) { window.messages().showNote(what); });
    QObject::connect(&looks, &LookKeeper::unusable, &window.messages(),
                     [&window](const std::vector<Message>& why) { tellUnusable(window, why); });
    linkThemes(window);
}

} // namespace guatu::desktop
