// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>

using namespace guatu::test;
using Catch::Matchers::Contains;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace
{

/// Two teams on one day.
std::string plannedDay(const TemporaryFolder& folder)
{
    const std::string file = (folder / "trip.json").string();
    const Outcome outcome =
        runGuatu({"trip", "plan", sampleWorkspace(), "--unit", "高桥镇", "--days", "1", "--teams",
                  "2", "--start", "2020-05-06T08:00", "--steps", "200", "-o", file});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return file;
}

std::vector<fs::path> packets(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// What poppler finds in a PDF.
std::string textOf(const fs::path& file)
{
    const std::string command = "pdftotext -layout '" + file.string() + "' -";
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    char part[4096];
    for (std::size_t n = 0; (n = fread(part, 1, sizeof part, pipe)) > 0;)
        text.append(part, n);
    REQUIRE(pclose(pipe) == 0);
    return text;
}

Json stopsOf(const std::string& trip)
{
    const Outcome outcome =
        runGuatu({"trip", "show", trip, "--table", "stops", "--format", "json", "--limit", "0"});
    REQUIRE(outcome.code == 0);
    return Json::parse(outcome.out);
}

} // namespace

TEST_CASE("each team gets a route book for each day, with names only for the field",
          "[cli][trip][packet]")
{
    const TemporaryFolder folder;
    const std::string trip = plannedDay(folder);
    const std::string field = (folder / "field").string();
    const Outcome outcome = runGuatu(
        {"trip", "packet", trip, sampleWorkspace(), "--for", "field", "--names", "-o", field});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const auto books = packets(field);
    REQUIRE(books.size() == 2);
    const std::string all = textOf(books[0]) + textOf(books[1]);
    // Every time of the plan is printed, and a head for each household.
    const Json stops = stopsOf(trip);
    REQUIRE(stops.size() > 4);
    for (const Json& stop : stops)
        CHECK_THAT(all, Contains(stop.at("arrival").get<std::string>()));
    CHECK_THAT(all, Contains("示例户主"));
    CHECK_THAT(all, Contains("未达标"));

    const std::string meeting = (folder / "meeting").string();
    REQUIRE(
        runGuatu({"trip", "packet", trip, sampleWorkspace(), "--for", "briefing", "-o", meeting})
            .code == 0);
    for (const fs::path& book : packets(meeting)) {
        const std::string text = textOf(book);
        CHECK_THAT(text, !Contains("示例户主") && !Contains("入户核查卡"));
    }
    CHECK(runGuatu({"trip", "packet", trip, sampleWorkspace(), "--for", "briefing", "--names", "-o",
                    meeting})
              .code == 2);
}
