// SPDX-License-Identifier: MIT
#pragma once

#include "core/map_theme.h"

#include <QObject>

#include <string>

class QMenu;

namespace guatu::desktop
{

class MainWindow;
class MapThemeKeeper;

/// What the map of a window shows now, as a theme of this name.
[[nodiscard]] MapTheme shownTheme(MainWindow& window, const std::string& name);
/// Shows just what the theme does: layers, measure, colours, grids, locator.
void showTheme(MainWindow& window, const MapTheme& theme);

/// The menu of map themes: those kept to be shown, and keeping what is shown.
class MapThemeMenu : public QObject
{
    Q_OBJECT

public:
    MapThemeMenu(MainWindow& window, MapThemeKeeper& keeper);

private:
    void fill();
    void askName();
    void keep(const std::string& name);

    MainWindow& m_window;
    MapThemeKeeper& m_keeper;
};

} // namespace guatu::desktop
