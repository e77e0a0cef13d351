// SPDX-License-Identifier: MIT
#include "session/export_policy.h"

#include "core/error.h"
#include "core/find_table.h"
#include "session/hamlet_places.h"
#include "session/layer_export.h"
#include "session/masked_table.h"
#include "session/reports.h"
#include "session/view.h"
#include "support/catch.h"
#include "support/source_folder.h"
#include "support/temporary_folder.h"

#include <map>
#include <random>

using namespace guatu;
using namespace guatu::test;

namespace
{

const std::string xiaohe = "532329102214";
const std::string laotao = "532329102215";

ExportPolicy shippedPolicy(const std::string& code = "chuxiong-2020-100days")
{
    const auto file = sourceFolder() / "data" / "profiles" / (code + ".json");
    return ExportPolicy::parse(bytesOf(file), code);
}

/// Two villages with seats and one hamlet each: six households in 小河1组, two in 老滔1组.
session::WorkspaceView smallView()
{
    Snapshot snapshot = SnapshotBuilder()
                            .unit({.code = xiaohe, .name = "小河村委会"})
                            .unit({.code = xiaohe + "001", .name = "1组"})
                            .unit({.code = laotao, .name = "老滔村委会"})
                            .unit({.code = laotao + "001", .name = "1组"})
                            .household({.origin = xiaohe, .group = xiaohe + "001"}, 6)
                            .household({.origin = laotao, .group = laotao + "001"}, 2)
                            .build();
    GeometryColumn seats(GeometryType::Point);
    for (std::size_t row = 0; row < snapshot.units.size(); ++row)
        seats.addPoint({500'000 + 1000.0 * static_cast<double>(row), 2'800'000});
    snapshot.units.seat = seats;
    for (std::size_t row = 0; row < snapshot.households.size(); ++row)
        snapshot.households.location[row] = {510'000.0 + static_cast<double>(row), 2'810'000};
    return viewOf(std::move(snapshot));
}

std::vector<std::uint32_t> allHouseholds(const session::WorkspaceView& view)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < view.snapshot.households.size(); ++row)
        rows.push_back(row);
    return rows;
}

exchange::LayerData masked(const session::WorkspaceView& view, Audience audience,
                           std::vector<Message>& notes)
{
    return session::maskedLayer(view, {.noun = {}, .rows = allHouseholds(view)}, shippedPolicy(),
                                {.to = {}, .audience = audience}, notes);
}

bool hasColumn(const Table& table, std::string_view key)
{
    return std::ranges::any_of(table.columns(),
                               [key](const TableColumn& column) { return column.key == key; });
}

} // namespace

TEST_CASE("no place is shared by fewer than the least number of households", "[session][export]")
{
    const session::WorkspaceView view = smallView();
    const UnitColumns& units = view.snapshot.units;
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<RowIndex> homes(random() % 12);
        for (RowIndex& home : homes)
            home = static_cast<RowIndex>(random() % units.size());
        const std::size_t least = 1 + random() % 6;
        const auto shown = session::sharedUnits(units, homes, least);
        std::map<RowIndex, std::size_t> counts;
        for (const RowIndex unit : shown)
            ++counts[unit];
        for (std::size_t i = 0; i < homes.size(); ++i) {
            if (shown[i] == noRow)
                continue;
            CHECK(counts[shown[i]] >= least);
            CHECK(homes[i] >= shown[i]); // itself, or a unit above it
            CHECK(homes[i] < subtreeEnd(units, shown[i]));
        }
    }
}

TEST_CASE("a briefing shows six households at their hamlet, and two nowhere", "[session][export]")
{
    const session::WorkspaceView view = smallView();
    std::vector<Message> notes;
    const exchange::LayerData layer = masked(view, Audience::Briefing, notes);
    CHECK_FALSE(hasColumn(layer.table, "household_code"));
    CHECK(hasColumn(layer.table, "closure"));
    const GeometryColumn& places = layer.table.geometry();
    const Point first = places.firstPoint(0);
    for (std::size_t row = 0; row < 6; ++row) {
        CHECK(places.firstPoint(row) == first);
        CHECK(std::get<std::string>(layer.table.cell(row, "village")) == "小河村委会");
    }
    for (std::size_t row = 6; row < 8; ++row) { // two are too few for any unit above
        CHECK_FALSE(places.hasGeometry(row));
        for (const char* key : {"county", "township", "village", "group"})
            CHECK(std::holds_alternative<Blank>(layer.table.cell(row, key)));
    }
}

TEST_CASE("the office and the field have every household where it stands", "[session][export]")
{
    const session::WorkspaceView view = smallView();
    for (const Audience audience : {Audience::Internal, Audience::Field}) {
        std::vector<Message> notes;
        const exchange::LayerData layer = masked(view, audience, notes);
        CHECK(hasColumn(layer.table, "household_code"));
        CHECK_FALSE(hasColumn(layer.table, "householder"));
        CHECK_FALSE(layer.table.geometry().firstPoint(0) == layer.table.geometry().firstPoint(1));
    }
    std::vector<Message> notes;
    CHECK_THROWS_AS(masked(view, Audience::Public, notes), Error);
}

TEST_CASE("maps for a briefing hold no house and no id, for the public no household",
          "[session][export]")
{
    const session::WorkspaceView view = smallView();
    const auto policy = shippedPolicy();
    const FeatureTables briefing = session::audienceTables(view, policy, Audience::Briefing);
    const auto households = findTable(briefing, "household");
    REQUIRE(households != nullptr);
    CHECK(households->size() == 8);
    CHECK(households->text("code") == nullptr);
    CHECK(households->category("clear") != nullptr);
    for (const std::int64_t id : households->ids)
        CHECK(id == 0);
    for (const auto& table : briefing)
        for (const Point point : table->geometry.vertices())
            CHECK(point.y != 2'810'000);
    const FeatureTables open = session::audienceTables(view, policy, Audience::Public);
    CHECK(findTable(open, "household") == nullptr);
    CHECK(findTable(open, "problem") == nullptr);
    CHECK(findTable(open, "village") != nullptr);
}

TEST_CASE("every field of the reports is in the white lists of both campaigns", "[session][export]")
{
    const session::WorkspaceView view = smallView();
    const ExportPolicy policy = shippedPolicy();
    for (const auto& report : {session::briefingReport(view, 0), session::specialReport(view, 0),
                               session::monthlyReport(view, 0)})
        for (const Table& table : report) {
            const auto seen =
                session::maskedTable(table, policy, Audience::Briefing, Language::Chinese);
            INFO(table.key());
            CHECK(seen.dropped.empty());
            CHECK(seen.table.size() == table.size());
        }
    CHECK_FALSE(shippedPolicy("monitoring-2021plus").empty());
}

TEST_CASE("a list of which the campaign says nothing goes to nobody", "[session][export]")
{
    // As of a workspace that is older than the list, or whose campaign left it out.
    const Table list("weather", {"天气", "weather"}, {});
    for (const Audience audience :
         {Audience::Internal, Audience::Briefing, Audience::Public, Audience::Field}) {
        std::string said;
        try {
            static_cast<void>(
                session::maskedTable(list, shippedPolicy(), audience, Language::Chinese));
        } catch (const Error& error) {
            said = error.message().id;
        }
        CHECK(said == "export.not_said");
    }
}
