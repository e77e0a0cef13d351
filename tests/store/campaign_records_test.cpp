// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

#include <cmath>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

Date day(const char* iso)
{
    return *Date::fromIso(iso);
}

RecordBatch households()
{
    return batch(EntityKind::Household,
                 {"hh_code", "origin_unit", "formal_status", "cause_main", "watch_from"},
                 {{"H1", "532329101201", "unexited", "因病", {}},
                  {"H2", "532329101202", "exited", "因学", "2020-02-01"}});
}

RecordBatch value(const char* criterion, const char* on, const char* result, const char* method,
                  Value number = {})
{
    return batch(
        EntityKind::CriterionValue,
        {"code", "subject_type", "subject", "criterion", "as_of", "result", "method", "num"},
        {{std::string(criterion) + on + method, "unit", "532329101201", criterion, on, result,
          method, std::move(number)}});
}

/// The reading of a criterion by a method; row of the columns, which must have just one.
std::size_t reading(const CriterionValueColumns& values, const std::string& criterion,
                    Method method)
{
    std::vector<std::size_t> found;
    for (std::size_t row = 0; row < values.size(); ++row)
        if (values.criterion[row] == criterion && values.method[row] == method)
            found.push_back(row);
    REQUIRE(found.size() == 1);
    return found.front();
}

} // namespace

TEST_CASE("of each method a criterion has its latest value up to the date", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), households(), value("v_tv", "2020-03-30", "unmet", "reported", 97.5),
                      value("v_tv", "2020-04-10", "met", "reported", 99.2),
                      value("v_tv", "2020-04-05", "unmet", "verified", 98.0),
                      value("v_tv", "2020-05-01", "met", "verified", 99.5)});
    const Snapshot snapshot = workspace.snapshot(day("2020-04-17"));
    const auto& values = snapshot.criterionValues;
    REQUIRE(values.size() == 2);
    const auto reported = reading(values, "v_tv", Method::Reported);
    CHECK(values.result[reported] == CriterionResult::Met);
    CHECK(values.number[reported] == 99.2);
    CHECK(values.asOf[reported] == day("2020-04-10"));
    const auto verified = reading(values, "v_tv", Method::Verified);
    CHECK(values.result[verified] == CriterionResult::Unmet);
    CHECK(values.subjectType[verified] == SubjectType::Unit);
    CHECK(values.subject[verified] == findUnit(snapshot.units, *UnitCode::parse("532329101201")));
    CHECK(snapshot.datasets.name[static_cast<std::size_t>(values.dataset[verified])] == "台账");
    CHECK(workspace.snapshot(day("2020-04-01")).criterionValues.size() == 1);
}

TEST_CASE("visits, plans and reviews of a household stay with it when it changes", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), households()}, "2020-03-30");
    write(workspace,
          {batch(EntityKind::Visit,
                 {"code", "subject_type", "subject", "on_date", "agrees", "finding"},
                 {{"V1", "household", "H1", "2020-04-02", std::int64_t{0}, "水池漏水"}}),
           batch(EntityKind::PlanItem, {"code", "hh_code", "topic", "state", "due"},
                 {{"P1", "H1", "water", "running", "2020-05-31"}})},
          "2020-04-05");
    write(workspace,
          {batch(EntityKind::Household, {"hh_code", "origin_unit", "formal_status"},
                 {{"H1", "532329101201", "exited"}})},
          "2020-04-17");
    for (const char* on : {"2020-04-10", "2020-04-20"}) {
        const Snapshot snapshot = workspace.snapshot(day(on));
        REQUIRE(snapshot.visits.size() == 1);
        const auto row = static_cast<std::size_t>(snapshot.visits.subject[0]);
        REQUIRE(row < snapshot.households.size());
        CHECK(snapshot.households.code[row] == "H1");
        CHECK(snapshot.visits.agrees[0] == Flag::No);
        CHECK(snapshot.visits.finding[0] == "水池漏水");
        REQUIRE(snapshot.planItems.size() == 1);
        CHECK(snapshot.planItems.household[0] == snapshot.visits.subject[0]);
        CHECK(snapshot.planItems.state[0] == "running");
    }
    CHECK(workspace.snapshot(day("2020-04-01")).visits.size() == 0);
}

TEST_CASE("a household tells its cause, its watch, its day and its dataset", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), households()}, "2020-03-30");
    const auto households = workspace.snapshot(day("2020-04-17")).households;
    REQUIRE(households.size() == 2);
    CHECK(households.cause[0] == "因病");
    CHECK(households.cause[1] == "因学");
    CHECK(households.watchFrom[0] == noDate);
    CHECK(households.watchFrom[1] == day("2020-02-01"));
    CHECK(households.since[1] == day("2020-03-30"));
    CHECK(households.dataset[0] == 0);
}

TEST_CASE("aspects belong to a listing and a month, stamps are known from their day on", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace,
          {units(),
           batch(EntityKind::Listing,
                 {"code", "subject_type", "subject", "subject_name", "issuer_level", "from"},
                 {{"L1", "village", "532329101201", "小河村委会", "prefecture", "2020-03-01"}}),
           batch(EntityKind::ListingAspect, {"code", "listing", "month", "aspect", "result"},
                 {{"A1", "L1", "2020-03-31", "pledge", "met"}}),
           batch(EntityKind::Review,
                 {"code", "subject_type", "subject", "month", "analysed_on", "judged_on"},
                 {{"R1", "unit", "532329101201", "2020-04-01", "2020-04-08", "2020-04-20"}})});
    const Snapshot snapshot = workspace.snapshot(day("2020-04-17"));
    REQUIRE(snapshot.listingAspects.size() == 1);
    CHECK(snapshot.listingAspects.listing[0] == 0);
    CHECK(snapshot.listingAspects.month[0] == day("2020-03-01"));
    CHECK(snapshot.listingAspects.result[0] == CriterionResult::Met);
    REQUIRE(snapshot.reviews.size() == 1);
    CHECK(snapshot.reviews.analysedOn[0] == day("2020-04-08"));
    CHECK_FALSE(snapshot.reviews.judgedOn[0]);
    CHECK_FALSE(snapshot.reviews.dispatchedOn[0]);

    const auto issues = refused(workspace, batch(EntityKind::ListingAspect,
                                                 {"code", "listing", "month", "aspect", "result"},
                                                 {{"A2", "L9", "2020-03-01", "pledge", "met"}}));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].field == "listing");
    CHECK(issues[0].message.id == "store.row_no_record");
}

TEST_CASE("a visit to nobody is refused", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), households()});
    const auto issues =
        refused(workspace, batch(EntityKind::Visit, {"code", "subject_type", "subject", "on_date"},
                                 {{"V1", "household", "H9", "2020-04-02"}}));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].message.id == "store.row_no_record");
    CHECK(workspace.snapshot(day("2020-04-17")).visits.size() == 0);
}

TEST_CASE("persons come by the row of their household, on any date", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(
        workspace,
        {units(), households(),
         batch(EntityKind::Person,
               {"p_code", "hh_code", "birth_year", "relation", "dropout", "medins", "work_months"},
               {{"P1", "H2", std::int64_t{1970}, "户主", "no", std::int64_t{1}, std::int64_t{8}},
                {"P2", "H1", std::int64_t{2010}, "子女", "yes", std::int64_t{0}, {}}})},
        "2020-03-30");
    write(workspace,
          {batch(EntityKind::Household, {"hh_code", "origin_unit", "formal_status"},
                 {{"H1", "532329101201", "exited"}})},
          "2020-04-17");
    for (const char* on : {"2020-04-01", "2020-04-17"}) {
        const Snapshot snapshot = workspace.snapshot(day(on));
        const PersonColumns persons = workspace.persons(snapshot);
        REQUIRE(persons.size() == 2);
        const auto code = [&](std::size_t person) {
            return snapshot.households.code[static_cast<std::size_t>(persons.household[person])];
        };
        CHECK(code(0) == "H2");
        CHECK(code(1) == "H1");
        CHECK(persons.birthYear[0] == 1970);
        CHECK(persons.relation[1] == "子女");
        CHECK(persons.dropout[1] == "yes");
        CHECK(persons.medicalInsurance[1] == Flag::No);
        CHECK(persons.criticalInsurance[1] == Flag::Unknown);
        CHECK(persons.workMonths[0] == 8);
        CHECK(persons.workMonths[1] == -1);
    }
}
