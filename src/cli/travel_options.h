// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"
#include "session/bare_network.h"
#include "session/road_access.h"

#include <string>
#include <vector>

namespace guatu::cli
{

/// Arguments of commands that travel: a workspace and places in it, or a bare network and nodes.
struct TravelArguments {
    std::vector<std::string> places;  ///< without a network the first is the workspace
    std::vector<std::string> network; ///< files of nodes and links
    std::string turns, means = "car", asOf, closed, heights;
    bool rain = false;

    [[nodiscard]] bool bare() const { return !network.empty(); }
    [[nodiscard]] session::TravelOptions travel() const;
};

/// Adds places, --network, --turns, --means, --rain, --closed and --as-of.
void addTravelArguments(CLI::App& command, const Console& console, TravelArguments& arguments);

/// The same options of travel for commands with a workspace of their own.
void addTravelOptions(CLI::App& command, const Console& console, TravelArguments& arguments);

[[nodiscard]] session::BareNetwork openNetwork(const TravelArguments& arguments);

/// Takes the workspace from the front of the places and opens it.
[[nodiscard]] std::shared_ptr<const session::WorkspaceView>
takeWorkspace(TravelArguments& arguments, const CommandContext& context);

} // namespace guatu::cli
