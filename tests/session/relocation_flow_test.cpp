// SPDX-License-Identifier: MIT
#include "session/tables/relocation_flow.h"

#include "session/sample_job.h"
#include "session/workspace_view.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"
#include "support/temporary_folder.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>

using namespace guatu;
using namespace guatu::test;
using session::fewestInFlow;
using session::relocationFlows;

namespace
{

/// The sample the test run has made already; a fresh one where it has not.
std::filesystem::path sampleIn(const std::filesystem::path& folder)
{
    const char* made = std::getenv("GUATU_TEST_SAMPLE");
    const auto file = std::filesystem::path(made == nullptr ? "" : made) / session::sampleFileName;
    return std::filesystem::exists(file) ? file : session::makeSampleWorkspace(folder);
}

/// Villages of two townships, all of one county.
const std::string xiaohe = "532329102201", dahe = "532329102202", shanhe = "532329102203",
                  other = "532329103201";

/// Moves so many households of a village to a site.
void move(SnapshotBuilder& builder, std::vector<RowIndex>& sites, const std::string& origin,
          RowIndex site, int times, int persons = 3)
{
    builder.household({.origin = origin, .persons = persons}, times);
    sites.insert(sites.end(), static_cast<std::size_t>(times), site);
}

struct Row {
    double households, persons;
    friend bool operator==(const Row&, const Row&) = default;
};

/// By level of the origin, its name and the site's.
std::map<std::string, Row> rowsOf(const FeatureTable& table)
{
    std::map<std::string, Row> rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string key =
            std::string((*table.category("from"))[i]) + ' ' + std::string((*table.text("name"))[i]);
        CHECK(
            rows.emplace(key, Row{(*table.number("households"))[i], (*table.number("persons"))[i]})
                .second);
    }
    return rows;
}

SnapshotBuilder villages()
{
    SnapshotBuilder builder;
    builder.unit({.code = "532329", .name = "武定县"});
    builder.unit({.code = "532329102", .name = "高桥镇"});
    builder.unit({.code = "532329103", .name = "插甸镇"});
    builder.unit({.code = xiaohe, .name = "小河村委会"});
    builder.unit({.code = dahe, .name = "大河村委会"});
    builder.unit({.code = shanhe, .name = "山河村委会"});
    builder.unit({.code = other, .name = "水城村委会"});
    builder.site({.name = "城南"});
    builder.site({.name = "城北"});
    return builder;
}

} // namespace

TEST_CASE("a flow of three households begins at their village, fewer at their township or county",
          "[session]")
{
    SnapshotBuilder builder = villages();
    std::vector<RowIndex> sites;
    move(builder, sites, xiaohe, 0, 3);
    move(builder, sites, dahe, 0, 2);
    move(builder, sites, shanhe, 0, 1, 5);
    move(builder, sites, other, 0, 2);
    move(builder, sites, xiaohe, 1, 2);
    move(builder, sites, xiaohe, noRow, 7); // stayed
    Snapshot snapshot = builder.build();
    snapshot.households.site = sites;
    const auto table = relocationFlows(snapshot);
    CHECK(rowsOf(*table) == std::map<std::string, Row>{
                                {"village 小河 → 城南", {3, 9}},
                                {"town 高桥镇 → 城南", {3, 11}},  // 大河 2, 山河 1
                                {"county 武定县 → 城南", {2, 6}}, // 水城, alone in its township
                                {"county 武定县 → 城北", {2, 6}}});
    for (std::size_t i = 0; i < table->size(); ++i)
        if ((*table->category("from"))[i] != "county")
            CHECK((*table->number("households"))[i] >= fewestInFlow);
}

TEST_CASE("flows say what is not known of origin, persons and place", "[session]")
{
    SnapshotBuilder builder = villages();
    std::vector<RowIndex> sites;
    move(builder, sites, xiaohe, 0, 3, -1);
    move(builder, sites, dahe, 0, 2, 4);
    move(builder, sites, dahe, 0, 1, -1);
    move(builder, sites, shanhe, 0, 1, 6);
    Snapshot snapshot = builder.build();
    snapshot.households.site = sites;
    snapshot.households.originUnit.back() = noRow;
    const auto table = relocationFlows(snapshot);
    REQUIRE(table->size() == 3);
    const auto at = [&](const std::string& name) {
        for (std::size_t i = 0; i < table->size(); ++i)
            if ((*table->text("name"))[i] == name)
                return i;
        FAIL(name);
        return std::size_t{0};
    };
    CHECK(std::isnan((*table->number("persons"))[at("小河 → 城南")]));
    CHECK((*table->number("persons"))[at("大河 → 城南")] == 8);
    CHECK((*table->number("persons_unknown"))[at("大河 → 城南")] == 1);
    CHECK((*table->category("from"))[at("→ 城南")] == "unknown");
    for (std::size_t i = 0; i < table->size(); ++i) { // nothing here has a place
        CHECK((*table->category("located"))[i] == "no");
        CHECK_FALSE(table->geometry.hasGeometry(i));
    }
}

TEST_CASE("in the sample the persons of all flows to a site are those of the site", "[session]")
{
    const TemporaryFolder folder;
    const auto view = session::openWorkspace(sampleIn(folder / "new"));
    const SiteColumns& sites = view->snapshot.sites;
    const auto table = session::relocationFlows(view->snapshot);
    std::map<std::string, double> persons;
    for (std::size_t i = 0; i < table->size(); ++i)
        persons[std::string((*table->text("site"))[i])] += (*table->number("persons"))[i];
    std::size_t compared = 0;
    for (std::size_t row = 0; row < sites.size(); ++row) {
        if (sites.kind[row] != "poverty_relocation" || sites.movedPersons[row] < 0)
            continue;
        CAPTURE(sites.name[row]);
        CHECK(persons[sites.name[row]] == sites.movedPersons[row]);
        ++compared;
    }
    CHECK(compared > 20);
}
