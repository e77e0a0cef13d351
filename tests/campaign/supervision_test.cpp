// SPDX-License-Identifier: MIT
#include "campaign/supervision.h"
#include "support/catch.h"
#include "support/snapshot_builder.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::test;
using namespace guatu::campaign;

namespace
{

const std::string village = "532329102201";

SnapshotBuilder poorVillage(int remaining, int agriPersons, Flag poor = Flag::Yes)
{
    SnapshotBuilder builder;
    builder.unit({.code = village, .name = "小河村委会", .agriPersons = agriPersons, .poor = poor});
    builder.household({.origin = village, .persons = 1, .formal = FormalStatus::Unexited},
                      remaining);
    builder.household({.origin = village});
    return builder;
}

std::vector<SupervisionRow> rowsOf(const Snapshot& snapshot, const Profile& profile)
{
    const Closure closure = closeUp(snapshot, profile);
    return supervision(snapshot, profile, closure, listings(snapshot, profile, closure));
}

std::vector<SupervisionRow> rowsOf(const Snapshot& snapshot)
{
    return rowsOf(snapshot, campaignProfile());
}

/// The row of a rule; fails when there is none.
SupervisionRow rowOfRule(const std::vector<SupervisionRow>& rows, const std::string& rule)
{
    const auto found = std::ranges::find(rows, rule, &SupervisionRow::ruleId);
    REQUIRE(found != rows.end());
    return *found;
}

ListingState stateOf(const Snapshot& snapshot)
{
    const Profile profile = campaignProfile();
    return listings(snapshot, profile, closeUp(snapshot, profile));
}

} // namespace

TEST_CASE("a village over the limit that nobody has listed is there by rule, with its margin",
          "[campaign]")
{
    const auto rows = rowsOf(poorVillage(13, 400).build());
    REQUIRE(rows.size() == 1);
    const SupervisionRow& row = rows.front();
    CHECK(row.ruleId == "LC2");
    CHECK(row.issuer == "county");
    CHECK(row.basis == ListingBasis::Rule);
    CHECK(row.subjectWord == "village");
    CHECK(row.code == village);
    CHECK(row.name == "小河村委会");
    CHECK(row.field == "incidence");
    CHECK(row.value == 3.25);
    CHECK(row.op == ">");
    CHECK(row.limit == 3.0);
    CHECK(row.margin == 0.25);
    CHECK(row.reason.zh == "发生率 3.25 %，限值超过 3 %");
    CHECK(row.reason.en == "incidence 3.25 %, limit: over 3 %");
}

TEST_CASE("the operator is kept as written", "[campaign]")
{
    const SupervisionRow row = rowOfRule(rowsOf(poorVillage(50, 5000).build()), "LC2");
    CHECK(row.field == "remaining_p");
    CHECK(row.op == ">=");
    CHECK(row.value == 50.0);
    CHECK(row.margin == 0.0);
}

TEST_CASE("a place both listed and hit is one row of both", "[campaign]")
{
    const auto rows = rowsOf(
        poorVillage(13, 400).listing({.issuer = "county", .rule = "LC2", .unit = village}).build());
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().basis == ListingBasis::Both);
    CHECK(rows.front().listing == 0);
}

TEST_CASE("a listed place below the limit is official only, and says by how much", "[campaign]")
{
    const auto rows = rowsOf(
        poorVillage(12, 400).listing({.issuer = "county", .rule = "LC2", .unit = village}).build());
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().basis == ListingBasis::Official);
    CHECK(rows.front().value == 3.0);
    CHECK(rows.front().margin == 0.0);
    CHECK(rows.front().reason.en.find("not met") != std::string::npos);
}

TEST_CASE("a list of another issuer does not answer for the rule", "[campaign]")
{
    const auto rows = rowsOf(
        poorVillage(13, 400).listing({.issuer = "province", .rule = "", .unit = village}).build());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].basis == ListingBasis::Rule);
    CHECK(rows[1].basis == ListingBasis::Official);
    CHECK(rows[1].issuer == "province");
    CHECK(rows[1].rule == SupervisionRow::noRule);
}

TEST_CASE("without a denominator a rule cannot be told, and the row names what is missing",
          "[campaign]")
{
    const SupervisionRow row = rowOfRule(rowsOf(poorVillage(13, -1).build()), "LC2");
    CHECK(row.basis == ListingBasis::CannotTell);
    CHECK(row.missing == "agri_persons");
    CHECK_FALSE(row.value);
    CHECK(row.reason.en.find("agricultural population") != std::string::npos);
    CHECK(rowOfRule(rowsOf(poorVillage(50, -1).build()), "LC2").basis == ListingBasis::Rule);
}

TEST_CASE("where it is not known whether a village is poor, that is what is missing", "[campaign]")
{
    const SupervisionRow row =
        rowOfRule(rowsOf(poorVillage(13, 400, Flag::Unknown).build()), "LC2");
    CHECK(row.basis == ListingBasis::CannotTell);
    CHECK(row.missing == "is_poor_unit");
}

TEST_CASE("without households every count is missing the household list", "[campaign]")
{
    const Snapshot snapshot =
        SnapshotBuilder().unit({.code = village, .agriPersons = 400, .poor = Flag::Yes}).build();
    CHECK(rowOfRule(rowsOf(snapshot), "LC2").missing == "household_list");
}

TEST_CASE("a site counted as planned says so", "[campaign]")
{
    const Snapshot snapshot =
        SnapshotBuilder()
            .unit({village})
            .site({.plannedHouseholds = 100, .plannedPersons = 999, .host = village})
            .build();
    const SupervisionRow row = rowOfRule(rowsOf(snapshot), "LC3");
    CHECK(row.subjectWord == "site");
    CHECK(row.code == "S1");
    CHECK(row.value == 100.0);
    CHECK(row.planned);
    CHECK(row.reason.en.find("as planned") != std::string::npos);
}

TEST_CASE("a listed name that matches no unit is kept", "[campaign]")
{
    const auto rows =
        rowsOf(SnapshotBuilder()
                   .unit({village})
                   .listing({.issuer = "county", .rule = "LC2", .subjectName = "无名村"})
                   .build());
    const auto found = std::ranges::find(rows, "无名村", &SupervisionRow::name);
    REQUIRE(found != rows.end());
    CHECK(found->basis == ListingBasis::Official);
    CHECK(found->subject == noRow);
}

TEST_CASE("a county is listed by a rule on counties", "[campaign]")
{
    Profile profile = campaignProfile();
    ListingRule rule = profile.listingRules.front();
    rule.id = "LX";
    rule.subject = "county";
    profile.listingRules = {rule};
    SnapshotBuilder builder = poorVillage(13, 400);
    builder.unit({.code = "532329", .name = "武定县", .agriPersons = 100});
    const auto rows = rowsOf(builder.build(), profile);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().subjectWord == "county");
    CHECK(rows.front().value == 13.0);
}

TEST_CASE("aspects of a month that nobody has judged are unknown", "[campaign]")
{
    Snapshot snapshot =
        poorVillage(13, 400).listing({.issuer = "county", .rule = "LC2", .unit = village}).build();
    snapshot.listingAspects.listing = {0, 0};
    snapshot.listingAspects.month = {*Date::fromYmd(2020, 4, 1), *Date::fromYmd(2020, 3, 1)};
    snapshot.listingAspects.aspect = {"rectify", "pledge"};
    snapshot.listingAspects.result = {CriterionResult::Met, CriterionResult::Met};
    snapshot.listingAspects.note = {"已整改", ""};
    const auto sheets = aspectSheets(snapshot, campaignProfile(), stateOf(snapshot), snapshot.asOf);
    REQUIRE(sheets.size() == 1);
    REQUIRE(sheets.front().results.size() == 6);
    CHECK(sheets.front().results[3] == CriterionResult::Met);
    CHECK(sheets.front().notes[3] == "已整改");
    CHECK(std::ranges::count(sheets.front().results, CriterionResult::Unknown) == 5);
}

TEST_CASE("a month is overdue when it is over and one of its three steps is missing", "[campaign]")
{
    Snapshot snapshot =
        poorVillage(13, 400).listing({.issuer = "county", .rule = "LC2", .unit = village}).build();
    const auto unit = static_cast<RowIndex>(rowOf(snapshot, village));
    const Date done = *Date::fromYmd(2020, 4, 15);
    snapshot.reviews.subjectType = {SubjectType::Unit, SubjectType::Unit};
    snapshot.reviews.subject = {unit, unit};
    snapshot.reviews.month = {*Date::fromYmd(2020, 3, 1), *Date::fromYmd(2020, 4, 1)};
    snapshot.reviews.analysedOn = {done, done};
    snapshot.reviews.judgedOn = {done, done};
    snapshot.reviews.dispatchedOn = {std::nullopt, done};
    const auto overdueOn = [&](int month, int day) {
        snapshot.asOf = *Date::fromYmd(2020, month, day);
        std::vector<int> months;
        for (const ReviewRow& row : reviews(snapshot, campaignProfile(), stateOf(snapshot)))
            if (row.overdue)
                months.push_back(row.month.month());
        return months;
    };
    CHECK(overdueOn(3, 31) == std::vector<int>{});
    CHECK(overdueOn(4, 1) == std::vector<int>{3});
    CHECK(overdueOn(5, 1) == std::vector<int>{3});
    CHECK(overdueOn(6, 1) == std::vector<int>{3, 5});
}

TEST_CASE("a rate just over the limit is shown to be over it", "[campaign]")
{
    const SupervisionRow row = rowOfRule(rowsOf(poorVillage(3001, 100000).build()), "LC2");
    CHECK(row.reason.en == "incidence 3.001 %, limit: over 3 %");
}
