// SPDX-License-Identifier: MIT
#include "commands.h"

#include "core/error.h"

#include <fmt/format.h>

int main(int argc, char** argv)
{
    CLI::App program("Measures Guatu, each figure beside a peer or a bound.", "guatu-bench");
    program.require_subcommand(1);
    guatu::bench::addStore(program);
    guatu::bench::addFrozen(program);
    guatu::bench::addRender(program);
    guatu::bench::addQuery(program);
    guatu::bench::addCampaign(program);
    guatu::bench::addAccess(program);
    guatu::bench::addBriefing(program);
    guatu::bench::addTrips(program);
    try {
        program.parse(argc, argv);
        return 0;
    } catch (const CLI::ParseError& error) {
        return program.exit(error);
    } catch (const guatu::Error& error) {
        fmt::print(stderr, "{}\n", guatu::text(error.message(), guatu::Language::English));
        return 1;
    }
}
