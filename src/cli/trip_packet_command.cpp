// SPDX-License-Identifier: MIT
#include "briefing/compose.h"
#include "briefing/packet/trip_packet.h"
#include "briefing/trip_route_map.h"
#include "briefing/writer.h"
#include "cli/gui_application.h"
#include "cli/output_folder.h"
#include "cli/page_options.h"
#include "cli/trip_commands.h"
#include "cli/trip_options.h"
#include "core/error.h"
#include "core/file_name.h"
#include "session/trip/trip_export.h"
#include "session/trip/trip_file.h"
#include "store/household_heads.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace guatu::cli
{
namespace
{

namespace fs = std::filesystem;

struct PacketOptions {
    PageOptions page;
    std::string file, day;
    std::size_t team = 0;
    bool names = false;
};

std::map<std::string, std::string> headsFor(const PacketOptions& options, const trips::Trip& trip,
                                            const briefing::Material& material)
{
    if (!options.names)
        return {};
    if (material.options.audience != Audience::Field)
        throw inputError({"cli.trip.names_only_field"});
    std::vector<std::string> codes;
    for (const trips::Stop& stop : trip.problem.stops)
        codes.insert(codes.end(), stop.subjects.begin(), stop.subjects.end());
    return store::householdHeads(material.day.view->file, codes);
}

void writePacket(const PacketOptions& options, const briefing::Material& material,
                 const briefing::PacketContent& content, std::size_t day,
                 const CommandContext& context)
{
    const briefing::Document document = packetDocument(material, content, day);
    const fs::path file = fs::path(options.page.output) / (legalFileName(document.title) + ".pdf");
    writePdf(document, file, options.page.force, paintOptions(options.page),
             context.console.progress(context.stop));
    context.console.say(
        Message{"cli.trip.packet_done",
                {{"file", file.string()},
                 {"pages", std::to_string(document.pages.size())},
                 {"stops", std::to_string(content.trip.plan.days[day].visits.size())}}});
}

/// Says before anything is printed that the plan cannot be kept, and why.
void warnOfViolations(const briefing::PacketContent& content, const CommandContext& context)
{
    if (content.violations.empty())
        return;
    context.console.complain(
        Message{"cli.trip.packet_broken", {{"count", std::to_string(content.violations.size())}}});
    for (const trips::Violation& violation : content.violations)
        context.console.complain(violationText(content.trip.problem, content.trip.plan, violation));
}

int makePackets(const PacketOptions& options, const CommandContext& context)
{
    const GuiApplication application;
    const trips::Trip trip = session::readTrip(options.file);
    if (options.team > trip.problem.teams.size())
        throw inputError({"cli.trip.no_route", {{"value", std::to_string(options.team)}}});
    const briefing::Material material = pageMaterial(options.page, Audience::Field, context);
    briefing::PacketContent content = briefing::packetContent(material.day.view, trip);
    content.heads = headsFor(options, trip, material);
    session::TripPart part;
    if (options.team > 0)
        part.team = options.team - 1;
    if (!options.day.empty())
        part.day = dateOf(options.day);
    const auto days = briefing::packetDays(trip, part);
    if (days.empty())
        throw inputError({"cli.trip.nothing_to_print", {{"file", options.file}}});
    warnOfViolations(content, context);
    makeFolder(options.page.output);
    for (const std::size_t day : days)
        writePacket(options, material, content, day, context);
    return 0;
}

} // namespace

void addTripPacket(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<PacketOptions>();
    CLI::App* command = trip.add_subcommand("packet", console.text({"cli.trip.packet"}));
    command->add_option("trip", options->file, console.text({"cli.trip.option.trip"}))->required();
    addPageOptions(*command, console, options->page);
    command->add_option("--team", options->team, console.text({"cli.trip.option.team"}));
    command->add_option("--day", options->day, console.text({"cli.trip.option.day"}));
    command->add_flag("--names", options->names, console.text({"cli.trip.option.names"}));
    command
        ->add_option("-o,--output", options->page.output,
                     console.text({"cli.trip.option.packet_folder"}))
        ->required();
    command->footer(console.text({"cli.trip.packet.example"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return makePackets(*options, context); };
    });
}

} // namespace guatu::cli
