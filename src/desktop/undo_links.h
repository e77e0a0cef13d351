// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MainWindow;

/// Undo and redo of the menu: in each mode what is being worked on there.
void linkUndo(MainWindow& window);

} // namespace guatu::desktop
