// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MapPage;
class Texts;
class WindowActions;

/// Connects the commands of the map: views, tools, background.
void connectMapActions(WindowActions& actions, MapPage& page, const Texts& texts);

} // namespace guatu::desktop
