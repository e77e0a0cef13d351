// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/unit_argument.h"
#include "core/text.h"
#include "session/household_list.h"
#include "session/unit_card.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

namespace guatu::cli
{
namespace
{

struct ShowOptions {
    std::string workspace, unit;
    std::size_t limit = 50;
};

std::string count(std::int64_t number)
{
    return withThousands(number);
}

/// Two decimals as the plan prints them, or the word for not known.
std::string incidenceText(const session::UnitCard& card, Language language)
{
    return std::isnan(card.incidence) ? text("cli.show.unknown", language)
                                      : fmt::format("{:.2f} %", card.incidence);
}

std::int64_t households(const session::UnitCard& card, Clear clear)
{
    return card.tally.households[static_cast<std::size_t>(clear)];
}

void sayCard(const Console& console, const session::UnitCard& card)
{
    std::string path;
    for (const std::string& name : card.path)
        path += name + " › ";
    console.say(path + card.name + "  " + card.code);
    console.say(Message{"cli.show.remaining",
                        {{"households", count(card.remaining.households)},
                         {"persons", count(card.remaining.persons)},
                         {"incidence", incidenceText(card, console.language())}}});
    console.say(Message{"cli.show.closure",
                        {{"cleared", count(households(card, Clear::Cleared))},
                         {"uncleared", count(households(card, Clear::Uncleared))},
                         {"unknown", count(households(card, Clear::Unknown))}}});
    for (const session::CardBlocker& blocker : card.blockers) {
        if (blocker.ofUnits)
            continue; // this list is of households
        console.say(Message{"cli.show.blocker",
                            {{"criterion", blocker.title.in(console.language())},
                             {"unmet", count(blocker.unmet)},
                             {"unknown", count(blocker.unknown)}}});
    }
    for (const session::CardListing& listing : card.listings) {
        const char* id = listing.official ? "cli.show.listed" : "cli.show.rule_hit";
        console.say(Message{id, {{"reason", console.text(listing.reason)}}});
    }
}

void sayUncleared(const Console& console, const session::WorkspaceView& view,
                  const std::vector<std::uint32_t>& rows, std::size_t limit)
{
    std::size_t shown = 0;
    std::size_t total = 0;
    for (const std::uint32_t row : rows) {
        if (view.closure.household[row] != Clear::Uncleared || ++total > limit)
            continue;
        const session::HouseholdRow household = session::householdRow(view, row);
        console.say(Message{
            "cli.show.household",
            {{"code", std::string(household.code)},
             {"village", std::string(household.village)},
             {"group", std::string(household.group)},
             {"unmet", session::criterionTitles(view, household.unmet, console.language())}}});
        ++shown;
    }
    if (total > shown)
        console.say(Message{"cli.show.more", {{"count", std::to_string(total - shown)}}});
}

int show(const ShowOptions& options, const CommandContext& context)
{
    const auto view =
        session::openWorkspace(options.workspace, {}, context.console.progress(context.stop));
    const RowIndex unit = unitOf(view->snapshot, options.unit);
    sayCard(context.console, session::unitCard(*view, unit));
    sayUncleared(context.console, *view, session::householdsOf(*view, unit), options.limit);
    return 0;
}

} // namespace

void addShowCommand(CLI::App& app, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<ShowOptions>();
    CLI::App* command = app.add_subcommand("show", console.text({"cli.show"}));
    command->add_option("workspace", options->workspace, console.text({"cli.option.workspace"}))
        ->required();
    command->add_option("--unit", options->unit, console.text({"cli.option.unit"}));
    command->add_option("--limit", options->limit, console.text({"cli.option.limit"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return show(*options, context); };
    });
}

} // namespace guatu::cli
