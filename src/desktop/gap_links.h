// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MainWindow;

/// What gaps ask of map, tables and workspace, and the other way round.
void linkGaps(MainWindow& window);

} // namespace guatu::desktop
