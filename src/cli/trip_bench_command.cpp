// SPDX-License-Identifier: MIT
#include "cli/trip_commands.h"
#include "core/error.h"
#include "session/trip/trip_file.h"
#include "trips/benchmark.h"
#include "trips/solver.h"

#include <CLI/CLI.hpp>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace guatu::cli
{
namespace
{

struct BenchOptions {
    std::string format, input, output;
    std::size_t routes = 1;
    double seconds = 1;
    std::uint64_t steps = 0, seed = 1;
    bool force = false;
};

const std::map<std::string, trips::BenchmarkFormat>& formats()
{
    using enum trips::BenchmarkFormat;
    static const std::map<std::string, trips::BenchmarkFormat> all{
        {"toptw", Toptw}, {"small", Small}, {"tsp", Tsp}, {"solomon", Solomon}};
    return all;
}

std::string readWhole(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw inputError({"trips.unreadable", {{"file", file}}});
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Of this thread, so that a busy machine is not held against the solver.
double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

int bench(const BenchOptions& options, const CommandContext& context)
{
    const double begin = threadSeconds();
    std::error_code code;
    if (!options.force && std::filesystem::exists(options.output, code))
        throw inputError({"table.exists", {{"file", options.output}}});
    const trips::BenchmarkFormat format = formats().at(options.format);
    const std::string name = std::filesystem::path(options.input).filename().string();
    const trips::Problem problem =
        trips::readBenchmark(format, readWhole(options.input), name, options.routes);
    trips::SolveOptions how;
    how.seed = options.seed;
    // What reading took is taken off, so that the whole run keeps to the time.
    how.limit = {options.steps, std::max(0.01, options.seconds - (threadSeconds() - begin)),
                 threadSeconds};
    const trips::Itinerary best =
        trips::solve(problem, how, context.console.progress(context.stop));
    session::writeText(options.output, trips::benchmarkSolution(format, problem, best),
                       options.force);
    return 0;
}

} // namespace

void addTripBench(CLI::App& trip, const Console& console, RunCommand& run)
{
    const auto options = std::make_shared<BenchOptions>();
    CLI::App* command = trip.add_subcommand("bench", console.text({"cli.trip.bench"}));
    const auto option = [&](const char* name, auto& value, const char* help) {
        return command->add_option(name, value, console.text({help}));
    };
    option("--format", options->format, "cli.trip.option.format")
        ->required()
        ->check(CLI::IsMember(formats()));
    option("file", options->input, "cli.trip.option.file")->required();
    option("--routes", options->routes, "cli.trip.option.routes")->check(CLI::Range(1, 100));
    option("--seconds", options->seconds, "cli.trip.option.seconds")
        ->check(CLI::Range(0.01, 86400.0));
    option("--steps", options->steps, "cli.trip.option.steps");
    option("--seed", options->seed, "cli.trip.option.seed");
    option("-o,--output", options->output, "cli.trip.option.output")->required();
    command->add_flag("--force", options->force, console.text({"cli.option.force"}));
    command->callback([options, &run] {
        run = [options](const CommandContext& context) { return bench(*options, context); };
    });
}

} // namespace guatu::cli
