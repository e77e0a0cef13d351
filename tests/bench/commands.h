// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

namespace guatu::bench
{

// Each adds its sub-command to the program.
void addStore(CLI::App& program);
void addFrozen(CLI::App& program);
void addRender(CLI::App& program);
void addQuery(CLI::App& program);
void addCampaign(CLI::App& program);
void addAccess(CLI::App& program);
void addBriefing(CLI::App& program);
void addTrips(CLI::App& program);

} // namespace guatu::bench
