// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/map_tool.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace guatu::desktop
{

class RecentFiles;
class Texts;

/// The commands of the window with their texts, keys and places in the menus. What they do is
/// connected by the window.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(const Texts& texts, QMainWindow& window);

    /// Puts everything that needs a workspace on or off.
    void setWorkspaceOpen(bool open);
    /// Marks the tool in use.
    void showTool(MapTool tool);
    void setRecent(const RecentFiles& recent);

    QAction *sample, *open, *create, *import, *close, *quit;
    QAction *copy, *clearSelection, *undo, *redo; ///< of plans and roads
    QAction *previousView, *nextView, *wholeUnit, *unitUp, *closer, *farther, *mapOnly, *style;
    QAction *graticule, *kilometreGrid, *locator;
    QAction *background, *noBackground, *terrain, *noTerrain, *online, *keys;
    QAction *asOf, *dateBack, *dateForward;
    QAction *chinese, *english;
    QAction *split, *magnifier, *print;
    QAction *turnLeft, *turnRight, *northUp;
    QActionGroup* colours; ///< data: a ColourVariant each
    QAction *pointer, *boxZoom, *length, *area, *polygonChoice, *radiusChoice, *placeFacility,
        *closeRoad, *drawRoad;
    QAction *find, *gotoPosition;
    QAction *shortcuts, *about;
    QMenu* basemaps; ///< services come before `background`
    QMenu* panels;   ///< filled by the window with its docks
    QMenu* themes;   ///< filled with the map themes when it is opened

signals:
    void recentAsked(const QString& file);

private:
    QAction* make(std::string_view title, const QKeySequence& key = {});
    void buildMenus(QMainWindow& window);

    const Texts& m_texts;
    QMenu* m_recent;
    QList<QAction*> m_needWorkspace;
};

} // namespace guatu::desktop
