// SPDX-License-Identifier: MIT
#pragma once

#include "sample/land.h"
#include "sample/random.h"

namespace guatu::sample
{

/// Gives every township and village a seat: in valleys, well apart, each township's villages
/// around it, the communities of a county seat close together. No two seats share a cell.
void settle(Land& land, const Relief& relief, const Random& random);

} // namespace guatu::sample
