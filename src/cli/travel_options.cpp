// SPDX-License-Identifier: MIT
#include "cli/travel_options.h"

#include "cli/view_options.h"
#include "core/text.h"

#include <CLI/CLI.hpp>

namespace guatu::cli
{

session::TravelOptions TravelArguments::travel() const
{
    session::TravelOptions options{.means = means,
                                   .season = rain ? access::Season::Rain : access::Season::Dry};
    options.heights = heights;
    for (const std::string_view code : split(closed, ','))
        if (!trim(code).empty())
            options.closed.emplace_back(trim(code));
    return options;
}

void addTravelArguments(CLI::App& command, const Console& console, TravelArguments& arguments)
{
    command.add_option("places", arguments.places, console.text({"cli.option.places"}))->required();
    command.add_option("--network", arguments.network, console.text({"cli.option.network"}))
        ->expected(2);
    command.add_option("--turns", arguments.turns, console.text({"cli.option.turns"}));
    command.add_option("--as-of", arguments.asOf, console.text({"cli.option.view_as_of"}));
    addTravelOptions(command, console, arguments);
}

void addTravelOptions(CLI::App& command, const Console& console, TravelArguments& arguments)
{
    command.add_option("--means", arguments.means, console.text({"cli.option.means"}));
    command.add_flag("--rain", arguments.rain, console.text({"cli.option.rain"}));
    command.add_option("--closed", arguments.closed, console.text({"cli.option.closed"}));
    command.add_option("--dem", arguments.heights, console.text({"cli.option.dem"}));
}

session::BareNetwork openNetwork(const TravelArguments& arguments)
{
    return session::readBareNetwork(arguments.network.at(0), arguments.network.at(1),
                                    arguments.turns);
}

std::shared_ptr<const session::WorkspaceView> takeWorkspace(TravelArguments& arguments,
                                                            const CommandContext& context)
{
    const ViewOptions view{
        .workspace = arguments.places.front(), .unit = {}, .asOf = arguments.asOf, .frozen = {}};
    arguments.places.erase(arguments.places.begin());
    return openView(view, context);
}

} // namespace guatu::cli
