// SPDX-License-Identifier: MIT
#pragma once

#include "briefing/sections.h"
#include "cli/console.h"

#include <vector>

namespace guatu::cli
{

/// Names each page that could not be made, with the reason.
void tellLeftOut(const std::vector<briefing::LeftOut>& all, const Console& console);

} // namespace guatu::cli
