// SPDX-License-Identifier: MIT
#pragma once

#include "session/search.h"

namespace guatu::desktop
{

class CardStack;
class MapPage;
class Workbench;

/// Goes to what a search found: map, card and table follow.
void goToHit(const session::SearchHit& hit, Workbench& workbench, MapPage& map, CardStack& cards);

/// Chooses a household and goes to it.
void goTo(std::uint32_t household, Workbench& workbench, MapPage& map, CardStack& cards);

} // namespace guatu::desktop
