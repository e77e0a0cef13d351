// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace guatu::desktop
{

class MainWindow;

/// A picture of the window, for documents: `guatu-desktop --grab FILE.png`.
struct GrabRequest {
    QString file;
    QString size; ///< "1600x1000" or empty
    QString unit; ///< code to go to, or empty
    QString workspace;
    QString asOf{};       ///< ISO date to go to, or empty
    QString mode{};       ///< map, query, gaps, trip or briefing
    QString service{};    ///< whose gaps to show
    QString chosen{};     ///< code of a household to choose
    QString closed{};     ///< codes of roads that are closed in gaps mode, with commas
    int newPlaces = 0;    ///< facilities to find places for in gaps mode
    bool reach = false;   ///< areas by minutes, in gaps mode
    bool list = false;    ///< the list of what is found, in gaps mode
    QString query{};      ///< to be asked in query mode
    QString compare{};    ///< ISO date to compare with
    QString layers{};     ///< ids to switch on, with commas
    QString rotation{};   ///< degrees of north from up
    QString background{}; ///< rasters to lie under the map, with commas
    QString basemap{};    ///< id
    QString split{};      ///< ISO date or layer of a second map
    QString print{};      ///< PDF file that gets the map as printed
    QString theme{};      ///< map theme to show
    QString style{};      ///< layer whose style to open
    QString trip{};       ///< file of a trip to show in trip mode
    bool grids = false;   ///< graticule, kilometre grid and locator
    bool why = false;     ///< asks why the unit is not cleared
    bool persons = false;
    bool shortcuts = false; ///< the sheet of keys instead of the window
};

/// Opens the workspace, waits until the map is complete, saves the picture. Returns the exit code;
/// what went wrong is on the error channel.
[[nodiscard]] int grabWindow(MainWindow& window, const GrabRequest& request);

/// Runs the event loop until nothing is left to do: opened, map sharp, table and card filled.
/// False when it takes longer than `milliseconds`.
[[nodiscard]] bool waitUntilQuiet(MainWindow& window, int milliseconds = 60000);

} // namespace guatu::desktop
