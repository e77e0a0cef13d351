// SPDX-License-Identifier: MIT
#include "core/crs.h"
#include "core/error.h"
#include "session/gap_case.h"
#include "session/import_job.h"
#include "session/new_workspace.h"
#include "session/road_check.h"
#include "session/road_draw.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::session;
using namespace guatu::test;

namespace
{

void bring(const std::filesystem::path& workspace, const std::filesystem::path& file,
           EntityKind kind)
{
    ImportJob job;
    job.read.kind = kind;
    job.read.datum = Datum::Cgcs2000;
    job.read.asOf = Date::fromIso("2020-05-06");
    job.who = "tester";
    job.datasetName = "试验数据";
    const ImportReport report = importFile(workspace, file, job);
    INFO((report.issues.empty() ? std::string()
                                : text(report.issues.front().reason, Language::Chinese)));
    REQUIRE(report.committed);
}

/// One road along 25.6 N from 102.00 to 102.05 E.
std::filesystem::path workspaceWithRoad(const TemporaryFolder& folder)
{
    const auto file = folder / "路.sqlite";
    createWorkspace(file, "chuxiong-2020-100days");
    bring(file,
          folder.write("r.geojson",
                       R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                       R"({"code":"R1","name":"老路","class":"village","surface":"concrete"},)"
                       R"("geometry":{"type":"LineString","coordinates":)"
                       R"([[102.0,25.6],[102.05,25.6]]}}]})"),
          EntityKind::Road);
    return file;
}

Point plane(const WorkspaceView& view, Point lonLat)
{
    return Transform(std::string(storeCrs), view.snapshot.crs).forward(lonLat);
}

} // namespace

TEST_CASE("a drawn road joins the roads that it touches and is taken back whole",
          "[session][roads]")
{
    const TemporaryFolder folder;
    const auto file = workspaceWithRoad(folder);
    auto view = openWorkspace(file);
    REQUIRE(view->snapshot.roads.size() == 1);
    // A click a few metres beside the road lies on it; one far away stays where it is.
    const Point beside = plane(*view, {102.03, 25.60003});
    const RoadFinder roads(view->snapshot.roads.line);
    const Point start = roads.snapped(beside, 20);
    CHECK(std::hypot(start.x - beside.x, start.y - beside.y) < 4);
    CHECK(roads.near(start, 0.5) == 0);
    const Point end = plane(*view, {102.03, 25.62});
    CHECK(roads.snapped(end, 20) == end);
    CHECK(roads.near(end, 20) == noRow);

    const std::string code = drawRoad(
        *view, {.line = {start, end}, .name = "新路", .roadClass = "village", .surface = "earth"},
        "tester");
    view = openWorkspace(file);
    REQUIRE(view->snapshot.roads.size() == 2);
    CHECK(view->snapshot.roads.code[1] == code);
    CHECK(view->snapshot.roads.name[1] == "新路");
    CHECK(view->snapshot.roads.surface[1] == "earth");
    // One network: the new road meets the old one.
    const Table links = roadNetworkTable(*view, {.means = "foot"});
    CHECK(links.size() == 3);
    for (std::size_t row = 0; row < links.size(); ++row)
        CHECK(std::get<std::int64_t>(links.cell(row, "part")) == 1);
    // A code that is taken is refused, and nothing is written.
    CHECK_THROWS_AS(drawRoad(*view, {.line = {start, end}, .code = code}, "tester"), Error);
    CHECK_THROWS_AS(drawRoad(*view, {.line = {start, start}}, "tester"), Error);
    CHECK(openWorkspace(file)->snapshot.roads.size() == 2);

    CHECK(undoRoadMends(file, "tester") == 1);
    view = openWorkspace(file);
    REQUIRE(view->snapshot.roads.size() == 1);
    CHECK(view->snapshot.roads.code[0] == "R1");
    // The import before it is not taken back.
    CHECK_THROWS_AS(undoRoadMends(file, "tester"), Error);
    // What was taken back can be drawn again under its code.
    CHECK(drawRoad(*view, {.line = {start, end}, .code = code}, "tester") == code);
    CHECK(openWorkspace(file)->snapshot.roads.size() == 2);
}

TEST_CASE("a drawn road is cut where a vertex lies on a road, not where it only crosses",
          "[session][roads]")
{
    const TemporaryFolder folder;
    const auto file = workspaceWithRoad(folder);
    auto view = openWorkspace(file);
    const Point south = plane(*view, {102.02, 25.59}), north = plane(*view, {102.02, 25.61});
    const Point on =
        RoadFinder(view->snapshot.roads.line).snapped(plane(*view, {102.02, 25.6}), 20);
    drawRoad(*view, {.line = {south, on, north}}, "tester");
    view = openWorkspace(file);
    CHECK(view->snapshot.roads.line.partCount(1) == 2);
    CHECK(roadNetworkTable(*view, {.means = "foot"}).size() == 4);

    const TemporaryFolder other;
    const auto crossed = workspaceWithRoad(other);
    drawRoad(*openWorkspace(crossed), {.line = {south, north}}, "tester");
    CHECK(roadNetworkTable(*openWorkspace(crossed), {.means = "foot"}).size() == 2);
}
