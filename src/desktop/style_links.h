// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MainWindow;

/// Connects the style panel with the layers, the map and the workspace's looks.
void linkStyle(MainWindow& window);

} // namespace guatu::desktop
