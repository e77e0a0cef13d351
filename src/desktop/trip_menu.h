// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

class QMenu;

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// What can be done with a stop: lock, move or swap it, fix its time, take it out, put it in, and
/// where its team sleeps.
void fillStopMenu(QMenu& menu, TripKeeper& keeper, std::size_t stop, const Texts& texts);

} // namespace guatu::desktop
