// SPDX-License-Identifier: MIT
#include "briefing/book.h"
#include "briefing/writer.h"
#include "cli/program.h"
#include "core/error.h"
#include "session/kept_looks.h"
#include "support/catch.h"
#include "support/gui.h"

#include <algorithm>
#include <filesystem>

using namespace guatu;
using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

const std::string twoTowns = "code,name,is_poor_unit\n"
                             "532300000000,楚雄彝族自治州,\n"
                             "532329000000,武定县,1\n"
                             "532329102000,高桥镇,1\n"
                             "532329103000,猫街镇,1\n";

/// Areas of the county and of one of its two towns.
const std::string someAreas =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"code":"532329000000","name":"武定县"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[102,25],[103,25],[103,26],[102,26],[102,25]]]}},)"
    R"({"type":"Feature","properties":{"code":"532329102000","name":"高桥镇"},"geometry":)"
    R"({"type":"Polygon","coordinates":[[[102,25],[102.4,25],[102.4,25.4],[102,25.4],[102,25]]]}}]})";

/// A workspace where one town has neither area nor anything else with a place.
std::string halfDrawn(const TemporaryFolder& folder)
{
    const std::string file = (folder / "half.sqlite").string();
    REQUIRE(runGuatu({"new", file}).code == 0);
    const auto take = [&](const std::string& name, const std::string& text, const char* kind) {
        const Outcome taken = importTable(folder, file, name, text, kind);
        INFO(taken.out << taken.err);
        REQUIRE(taken.code == 0);
    };
    take("units.csv", twoTowns, "units");
    take("areas.geojson", someAreas, "boundaries");
    return file;
}

struct BookOfSample {
    briefing::ViewPointer view = session::openWorkspace(sampleWorkspace());
    briefing::Material material =
        briefing::materialOf(view, nullptr,
                             session::drawnWith(session::keptLooks(view->file),
                                                loadMapDefinition(dataRoot()), view->tables)
                                 .definition,
                             {});
    briefing::PageTemplate design = briefing::pageTemplate("township-a4");
    briefing::BookPlan plan{};

    BookOfSample()
    {
        const Snapshot& snapshot = view->snapshot;
        plan.unit = findUnit(snapshot.units, *UnitCode::parse("532329"));
        plan.subjects =
            briefing::subjectsOf(design, briefing::unitsBelow(snapshot, plan.unit, Level::Town));
        plan.design = &design;
    }
};

} // namespace

TEST_CASE("a unit without any geometry is said to have none", "[briefing][book]")
{
    const TemporaryFolder folder;
    const std::string workspace = halfDrawn(folder);
    const auto outcome =
        runGuatu({"page", workspace, "--unit", "532329103", "-o", (folder / "page.pdf").string()});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("猫街镇"));
    CHECK_FALSE(std::filesystem::exists(folder / "page.pdf"));
}

TEST_CASE("a page that cannot be made is named and the others are in the book", "[briefing][book]")
{
    const TemporaryFolder folder;
    const std::string workspace = halfDrawn(folder);
    const auto outcome = runGuatu(
        {"book", workspace, "--unit", "532329", "--by", "town", "-o", (folder / "book").string()});
    INFO(outcome.out << outcome.err);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("猫街镇"));
    CHECK_THAT(outcome.err, !Contains("高桥镇"));
    std::vector<std::filesystem::path> made;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "book"))
        made.push_back(entry.path());
    REQUIRE(made.size() == 1);
    const auto text = run({"pdftotext", made.front().string(), "-"});
    CHECK_THAT(text.out, Contains("高桥镇"));
}

TEST_CASE("a book that is stopped leaves no file", "[briefing][book]")
{
    needGui();
    const BookOfSample sample;
    const TemporaryFolder folder;
    const auto stopped = [](auto work) {
        std::stop_source stop;
        const Progress progress{[&stop](const ProgressStep&) { stop.request_stop(); },
                                stop.get_token()};
        CHECK_THROWS_AS(work(progress), Cancelled);
    };
    stopped([&](const Progress& progress) {
        static_cast<void>(briefing::composeBook(sample.material, sample.plan, progress));
    });
    const briefing::Book book = briefing::composeBook(sample.material, sample.plan);
    stopped([&](const Progress& progress) {
        briefing::PaintOptions options;
        options.stop = progress.stop;
        static_cast<void>(briefing::writeDocument(book.document, folder / "book.pdf", 150, false,
                                                  options, progress));
    });
    CHECK(std::filesystem::is_empty(folder.path()));
}
