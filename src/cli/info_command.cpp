// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "core/text.h"
#include "session/workspace_view.h"

#include <CLI/CLI.hpp>

#include <array>

namespace guatu::cli
{
namespace
{

std::array<std::size_t, levelCount> unitsByLevel(const UnitColumns& units)
{
    std::array<std::size_t, levelCount> counts{};
    for (const Level level : units.level)
        ++counts[static_cast<std::size_t>(level)];
    return counts;
}

std::size_t locatedHouseholds(const HouseholdColumns& households)
{
    return static_cast<std::size_t>(std::ranges::count_if(households.location, &Point::valid));
}

int info(const std::string& workspace, const CommandContext& context)
{
    const Console& console = context.console;
    const auto view = session::openWorkspace(workspace, {}, console.progress(context.stop));
    const Snapshot& snapshot = view->snapshot;
    const auto units = unitsByLevel(snapshot.units);
    const auto number = [](std::size_t count) {
        return withThousands(static_cast<long long>(count));
    };

    console.say(Message{"cli.info.head",
                        {{"profile", view->profile.title.in(console.language())},
                         {"date", snapshot.asOf.iso()},
                         {"datasets", snapshot.datasetNames}}});
    console.say(Message{"cli.info.units",
                        {{"counties", number(units[static_cast<std::size_t>(Level::County)])},
                         {"towns", number(units[static_cast<std::size_t>(Level::Town)])},
                         {"villages", number(units[static_cast<std::size_t>(Level::Village)])},
                         {"groups", number(units[static_cast<std::size_t>(Level::Group)])}}});
    console.say(Message{"cli.info.households",
                        {{"households", number(snapshot.households.size())},
                         {"located", number(locatedHouseholds(snapshot.households))}}});
    if (snapshot.units.size() != 0) {
        const auto& remaining = view->closure.remaining.front();
        console.say(Message{"cli.info.remaining",
                            {{"households", withThousands(remaining.households)},
                             {"persons", withThousands(remaining.persons)}}});
    }
    console.say(Message{"cli.info.others",
                        {{"sites", number(snapshot.sites.size())},
                         {"facilities", number(snapshot.facilities.size())},
                         {"roads", number(snapshot.roads.size())},
                         {"projects", number(snapshot.projects.size())},
                         {"problems", number(snapshot.problems.size())},
                         {"listings", number(snapshot.listings.size())}}});
    return 0;
}

} // namespace

void addInfoCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto workspace = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("info", console.text({"cli.info"}));
    command->add_option("workspace", *workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->callback([workspace, &run] {
        run = [workspace](const CommandContext& context) { return info(*workspace, context); };
    });
}

} // namespace guatu::cli
