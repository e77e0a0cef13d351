// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MainWindow;

/// Passes between the panels of the window what one asks of another.
void linkPanels(MainWindow& window);

} // namespace guatu::desktop
