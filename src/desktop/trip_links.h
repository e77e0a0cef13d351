// SPDX-License-Identifier: MIT
#pragma once

namespace guatu::desktop
{

class MainWindow;

/// Joins what concerns trips: where a visit is asked for, the mode, map, list and messages.
void linkTrip(MainWindow& window);

} // namespace guatu::desktop
