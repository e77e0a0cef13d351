// SPDX-License-Identifier: MIT
#include "commands.h"

#include "process_memory.h"
#include "store/workspace.h"
#include "support/source_folder.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <unistd.h>

namespace guatu::bench
{
namespace
{

namespace fs = std::filesystem;

constexpr int runs = 3;

struct Options {
    std::size_t households = 1000000;
    std::string workspace{};
};

std::string villageCode(std::size_t village)
{
    return fmt::format("5323{:02}{:03}{:03}", 21 + village / 110, 100 + village / 11 % 10,
                       200 + village % 11);
}

/// A prefecture of 10 counties, 100 towns and 1,100 villages.
RecordBatch units()
{
    RecordBatch batch{.kind = EntityKind::Unit, .fields = {"code", "name"}};
    const auto add = [&](const std::string& code) {
        batch.cells.emplace_back(code);
        batch.cells.emplace_back("单位" + code);
    };
    add("532300000000");
    for (std::size_t village = 0; village < 1100; ++village) {
        const std::string code = villageCode(village);
        if (village % 110 == 0)
            add(code.substr(0, 6) + "000000");
        if (village % 11 == 0)
            add(code.substr(0, 9) + "000");
        add(code);
    }
    return batch;
}

/// Invented households `first` and following, all columns of the criteria filled.
RecordBatch households(std::size_t first, std::size_t count, std::mt19937_64& random)
{
    RecordBatch batch{.kind = EntityKind::Household,
                      .fields = {"hh_code",   "origin_unit",  "current_unit",    "formal_status",
                                 "watch",     "watch_active", "persons",         "in_scope",
                                 "income_pc", "income_basis", "livelihood_mode", "livelihood_ok",
                                 "food",      "clothing",     "house_grade",     "w_quantity",
                                 "w_quality", "w_access",     "w_assurance",     "loc_src",
                                 "loc_state"},
                      .geometry = GeometryColumn(GeometryType::Point)};
    const auto flag = [&] { return Value{static_cast<std::int64_t>(random() % 2)}; };
    const auto word = [&](std::initializer_list<const char*> words) {
        return Value{std::string(words.begin()[random() % words.size()])};
    };
    for (std::size_t row = first; row < first + count; ++row) {
        const std::string unit = villageCode(random() % 1100);
        const Value cells[]{fmt::format("5323{:014}", row),
                            unit,
                            unit,
                            word({"exited", "never_registered", "unexited"}),
                            word({"none", "monitored", "marginal"}),
                            flag(),
                            static_cast<std::int64_t>(1 + random() % 7),
                            std::int64_t{1},
                            2000 + static_cast<double>(random() % 20000),
                            word({"actual", "estimated"}),
                            word({"job", "business", "safety_net"}),
                            flag(),
                            flag(),
                            flag(),
                            word({"A", "B", "C"}),
                            flag(),
                            flag(),
                            flag(),
                            flag(),
                            word({"gps", "digitised"}),
                            word({"ok", "approx"})};
        std::ranges::copy(cells, std::back_inserter(batch.cells));
        std::uniform_real_distribution<double> lon(100.7, 102.5);
        std::uniform_real_distribution<double> lat(24.3, 26.4);
        batch.geometry.addPoint({lon(random), lat(random)});
    }
    return batch;
}

std::string shippedProfile()
{
    std::ifstream stream(test::sourceFolder() / "data/profiles/chuxiong-2020-100days.json");
    return {std::istreambuf_iterator<char>(stream), {}};
}

void make(const fs::path& file, std::size_t count)
{
    const std::string json = shippedProfile();
    auto workspace = store::Workspace::create(file, parseProfile(json, "profile"), json);
    std::vector<store::WriteIssue> issues;
    std::mt19937_64 random(20200417);
    constexpr std::size_t batchRows = 10000;
    double write = 0;
    auto change = workspace.beginChange({"bench", "bench"},
                                        {.name = "示例数据", .asOf = Date::fromYmd(2020, 4, 17)});
    change.write(units(), issues);
    for (std::size_t row = 0; row < count; row += batchRows) {
        const auto batch = households(row, std::min(batchRows, count - row), random);
        write += milliseconds([&] { change.write(batch, issues); });
    }
    const double commit = milliseconds([&] { change.commit(); });
    const double seconds = (write + commit) / 1000;
    fmt::print("write          {:>12.0f} rows/s  {:>8.0f} ms rows, {:.0f} ms index and commit, {} "
               "refused\n",
               static_cast<double>(count) / seconds, write, commit, issues.size());
}

/// The bound: geometry and status by bare SQLite, nothing kept.
double bareScan(const fs::path& file)
{
    sqlite3* handle = nullptr;
    sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closer(handle, &sqlite3_close);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle, "SELECT formal_status, loc FROM household", -1, &statement, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> finalizer(statement,
                                                                               &sqlite3_finalize);
    double sum = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        sum += sqlite3_column_text(statement, 0)[0];
        const auto* blob = static_cast<const unsigned char*>(sqlite3_column_blob(statement, 1));
        double x = 0;
        if (blob != nullptr && sqlite3_column_bytes(statement, 1) == 60)
            std::memcpy(&x, blob + 43, sizeof x);
        sum += x;
    }
    return sum;
}

void measure(const fs::path& file)
{
    const auto workspace = store::Workspace::open(file, store::Workspace::Mode::Read);
    const Date day = workspace.dataDate();
    double load = 1e9;
    double loadUsed = 1e9;
    double bare = 1e9;
    double bareUsed = 1e9;
    double grown = 0;
    double peak = 0;
    std::size_t rows = 0;
    for (int run = 0; run < runs; ++run) {
        startPeak();
        const double before = residentMegabytes();
        Snapshot snapshot;
        double used = processorMilliseconds();
        load = std::min(load, milliseconds([&] { snapshot = workspace.snapshot(day); }));
        loadUsed = std::min(loadUsed, processorMilliseconds() - used);
        rows = snapshot.households.size();
        grown = residentMegabytes() - before;
        peak = peakMegabytes();
        double sum = 0;
        used = processorMilliseconds();
        bare = std::min(bare, milliseconds([&] { sum = bareScan(file); }));
        bareUsed = std::min(bareUsed, processorMilliseconds() - used);
        if (sum == 0)
            fmt::print("the bare scan found nothing\n");
    }
    const auto perSecond = [&](double ms) { return static_cast<double>(rows) / ms * 1000; };
    fmt::print("snapshot       {:>12.0f} rows/s  {:>8.0f} ms ({:.0f} ms processor), {} households, "
               "all columns\n",
               perSecond(load), load, loadUsed, rows);
    fmt::print("bare SQLite    {:>12.0f} rows/s  {:>8.0f} ms ({:.0f} ms processor), geometry and "
               "status only\n",
               perSecond(bare), bare, bareUsed);
    fmt::print("ratio          {:>12.2f}         {:>8.2f} of processor time\n", load / bare,
               loadUsed / bareUsed);
    fmt::print("memory         {:>12.0f} MB kept, {:.0f} MB at most in the process\n", grown, peak);
}

void run(const Options& options)
{
    fs::path file = options.workspace;
    fs::path folder;
    if (file.empty()) {
        folder = fs::temp_directory_path() / ("guatu-bench-" + std::to_string(getpid()));
        fs::create_directories(folder);
        file = folder / "bench.sqlite";
    }
    if (!fs::exists(file))
        make(file, options.households);
    fmt::print("file           {:>12.0f} MB\n", static_cast<double>(fs::file_size(file)) / 1e6);
    measure(file);
    if (!folder.empty())
        fs::remove_all(folder);
}

} // namespace

void addStore(CLI::App& program)
{
    auto* command = program.add_subcommand("store", "Writing a workspace and loading a snapshot");
    const auto options = std::make_shared<Options>(); // outlives this function with the callback
    command->add_option("--households", options->households,
                        "Households of a workspace that is made");
    command->add_option("--workspace", options->workspace,
                        "An existing file, or where to make one");
    command->callback([options] { run(*options); });
}

} // namespace guatu::bench
