// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/preferences.h"
#include "desktop/map_memory.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace guatu::desktop
{

class MapPage;
class Texts;
class WindowActions;
class Workbench;

/// The menu of basemaps, the network's switch and the keys; and what a user had under and around
/// the map of each workspace, which comes back when it is opened.
class GroundKeeper : public QObject
{
    Q_OBJECT

public:
    GroundKeeper(WindowActions& actions, MapPage& page, Workbench& workbench, const Texts& texts,
                 Settings& settings);

    [[nodiscard]] const std::vector<Basemap>& basemaps() const { return m_basemaps; }
    /// False when there is no basemap of this id.
    bool choose(const std::string& id);
    void setOnline(bool online);
    void askKeys();

private:
    void load();
    void connectMenu();
    void addServices();
    void tick();
    void recall();
    void keep();
    void noteMissing(std::size_t missing);
    [[nodiscard]] KeyValues keys() const;

    WindowActions& m_actions;
    MapPage& m_page;
    Workbench& m_workbench;
    const Texts& m_texts;
    Settings& m_settings;
    basemap::Preferences m_preferences;
    MapMemory m_memory;
    std::vector<Basemap> m_basemaps;
    QActionGroup* m_choices;          ///< data: a basemap's id, empty for none
    std::filesystem::path m_recalled; ///< the workspace whose extras are shown
    bool m_isRecalling = false;
    bool m_hasNoted = false; ///< that tiles are missing while the network is off
};

} // namespace guatu::desktop
