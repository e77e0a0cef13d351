// SPDX-License-Identifier: MIT
#include "commands.h"

#include "process_memory.h"
#include "store/workspace.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <random>
#include <unistd.h>

namespace guatu::bench
{
namespace
{

namespace fs = std::filesystem;

constexpr double boundMegabytes = 1000; ///< of 26 weekly states of 100,000 households

struct Options {
    std::string workspace{};
    int weeks = 26;
    double changed = 0.02; ///< of the households, in a week
};

/// A week of work: income and livelihood of some households are checked anew.
void changeWeek(store::Workspace& workspace, const Snapshot& snapshot, Date day, double share,
                std::mt19937_64& random)
{
    RecordBatch batch{.kind = EntityKind::Household,
                      .fields = {"hh_code", "income_pc", "livelihood_ok", "w_access"}};
    std::bernoulli_distribution chosen(share);
    for (std::size_t row = 0; row < snapshot.households.size(); ++row) {
        if (!chosen(random))
            continue;
        batch.cells.emplace_back(std::string(snapshot.households.code[row]));
        batch.cells.emplace_back(3000.0 + static_cast<double>(random() % 9000));
        batch.cells.emplace_back(static_cast<std::int64_t>(random() % 10 != 0));
        batch.cells.emplace_back(static_cast<std::int64_t>(random() % 10 != 0));
    }
    auto change = workspace.beginChange({"bench", "bench"}, {.name = "周报", .asOf = day});
    std::vector<store::WriteIssue> issues;
    change.write(batch, issues);
    change.commit();
}

void run(const Options& options)
{
    const fs::path folder = fs::temp_directory_path() / ("guatu-bench-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path file = folder / "frozen.sqlite";
    fs::copy_file(options.workspace, file);
    double added = 0;
    double freezing = 0;
    double reading = 0;
    std::size_t households = 0;
    std::mt19937_64 random(20200417);
    {
        auto workspace = store::Workspace::open(file, store::Workspace::Mode::Write);
        const Date first = workspace.dataDate();
        for (int week = 0; week < options.weeks; ++week) {
            const Date day(first.days() + 7 * week);
            const Snapshot snapshot = workspace.snapshot(day);
            households = snapshot.households.size();
            if (week > 0)
                changeWeek(workspace, snapshot, day, options.changed, random);
            const auto before = static_cast<double>(fs::file_size(file));
            const std::string name = fmt::format("第{}周", week + 1);
            freezing += milliseconds([&] { workspace.freeze({"bench", "bench"}, day, name); });
            added += static_cast<double>(fs::file_size(file)) - before;
            Snapshot frozen;
            reading += milliseconds([&] { frozen = workspace.frozenSnapshot(name); });
            if (frozen.households.id != workspace.snapshot(day).households.id)
                fmt::print("the frozen state differs\n");
        }
    }
    const double megabytes = added / 1e6;
    fmt::print("frozen         {:>12} states of {} households, {:.0f} % changed a week\n",
               options.weeks, households, 100 * options.changed);
    fmt::print("room           {:>12.1f} MB, bound {:.0f} MB, ratio {:.3f}\n", megabytes,
               boundMegabytes, megabytes / boundMegabytes);
    fmt::print("freeze, read   {:>12.0f} ms, {:.0f} ms each\n", freezing / options.weeks,
               reading / options.weeks);
    fs::remove_all(folder);
}

} // namespace

void addFrozen(CLI::App& program)
{
    auto* command = program.add_subcommand("frozen", "Room that weekly states of a workspace take");
    const auto options = std::make_shared<Options>(); // outlives this function with the callback
    command->add_option("--workspace", options->workspace, "A workspace; a copy is used")
        ->required();
    command->add_option("--weeks", options->weeks, "How many states");
    command->add_option("--changed", options->changed, "Share of households changed in a week");
    command->callback([options] { run(*options); });
}

} // namespace guatu::bench
