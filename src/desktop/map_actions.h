// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MapPage;
class Settings;
class Texts;
class WindowActions;

/// Connects the commands of the map: views, tools, background, colours as they were last.
void connectMapActions(WindowActions& actions, MapPage& page, const Texts& texts,
                       Settings& settings);

} // namespace guatu::desktop
