// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

RecordBatch household(const std::string& status, std::optional<Point> where = {})
{
    auto records = batch(EntityKind::Household, {"hh_code", "origin_unit", "formal_status"},
                         {{"H1", "532329101201", status}});
    if (where) {
        records.geometry = GeometryColumn(GeometryType::Point);
        records.geometry.addPoint(*where);
    }
    return records;
}

HouseholdColumns on(const Workspace& workspace, const char* day)
{
    return workspace.snapshot(*Date::fromIso(day)).households;
}

Value known(std::optional<std::int64_t> number)
{
    return number ? Value(*number) : Value();
}

/// `medins` 0 or 1, or not known; the other two guarantees hold.
RecordBatch person(const std::string& code, std::optional<std::int64_t> born,
                   const std::string& dropout, std::optional<std::int64_t> medins,
                   const std::string& household = "H1")
{
    RecordBatch records{.kind = EntityKind::Person,
                        .fields = {"p_code", "hh_code", "dropout", "critins", "medaid_scope",
                                   "birth_year", "medins"},
                        .cells = {code, household, dropout, std::int64_t{1}, std::int64_t{1}}};
    records.cells.push_back(known(born));
    records.cells.push_back(known(medins));
    return records;
}

} // namespace

TEST_CASE("a household that changes on a later day keeps its earlier state", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("unexited", Point{102.1, 25.7})}, "2020-03-30");
    CHECK(write(workspace, {household("unexited")}, "2020-04-10").unchanged == 1);
    CHECK(write(workspace, {household("exited", Point{102.2, 25.7})}, "2020-05-16").changed == 1);

    CHECK(on(workspace, "2020-03-29").size() == 0);
    REQUIRE(on(workspace, "2020-05-15").size() == 1);
    CHECK(on(workspace, "2020-05-15").formal[0] == FormalStatus::Unexited);
    REQUIRE(on(workspace, "2020-05-16").size() == 1);
    CHECK(on(workspace, "2020-05-16").formal[0] == FormalStatus::Exited);
    CHECK(on(workspace, "2020-05-15").location[0].x < on(workspace, "2020-05-16").location[0].x);
    CHECK(query(folder.file(), "SELECT count(*) FROM household") == "2");
    CHECK(query(folder.file(), "SELECT count(*) FROM household WHERE row_to IS NULL") == "1");
}

TEST_CASE("a correction on the same day changes the household in place", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("unexited")});
    CHECK(write(workspace, {household("exited")}).changed == 1);
    CHECK(query(folder.file(), "SELECT count(*) FROM household") == "1");
    CHECK(on(workspace, "2020-04-17").formal[0] == FormalStatus::Exited);
}

TEST_CASE("older data never overwrite newer ones", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("exited")}, "2020-05-16");
    const auto issues = refused(workspace, household("unexited"), "2020-04-17");
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].message.id == "store.row_older");
    CHECK(refused(workspace, household("exited"), "2020-04-17").empty()); // says the same
    CHECK(on(workspace, "2020-05-16").formal[0] == FormalStatus::Exited);
}

TEST_CASE("a field that a batch does not list stays as it is", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("exited", Point{102.1, 25.7})});
    write(workspace, {batch(EntityKind::Household, {"hh_code", "origin_unit", "persons"},
                            {{"H1", "532329101201", std::int64_t{5}}})});
    const auto h = on(workspace, "2020-04-17");
    CHECK(h.formal[0] == FormalStatus::Exited);
    CHECK(h.persons[0] == 5);
    CHECK(h.location[0].valid());
    CHECK(h.locationState[0] == LocationState::Ok);
}

TEST_CASE("an open problem stays with its household through every state", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("unexited")}, "2020-03-30");
    write(workspace, {batch(EntityKind::Problem, {"code", "subject_type", "subject", "found_on"},
                            {{"Q1", "household", "H1", "2020-04-01"}})});
    write(workspace, {household("exited")}, "2020-05-16");
    for (const char* day : {"2020-04-17", "2020-05-16"}) {
        CHECK(int{on(workspace, day).openProblems[0]} == 1);
        CHECK(workspace.snapshot(*Date::fromIso(day)).problems.subject[0] == 0);
    }
}

TEST_CASE("persons fold into the education and medical criteria of their household", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("exited")});
    const auto after = [&](const RecordBatch& records) {
        write(workspace, {records});
        const auto h = on(workspace, "2020-04-17");
        return std::pair{h.education[0], h.medical[0]};
    };
    using enum CriterionResult;
    // No child of school age (6 to 15 in 2020): education does not apply.
    CHECK(after(person("P1", 1980, "unknown", 1)) == std::pair{Exempt, Met});
    CHECK(after(person("P2", 2005, "unknown", 1)) == std::pair{Unknown, Met}); // 15 years
    CHECK(after(person("P2", 2004, "unknown", 1)) == std::pair{Exempt, Met});  // 16
    CHECK(after(person("P2", 2015, "unknown", 1)) == std::pair{Exempt, Met});  // 5
    CHECK(after(person("P2", 2014, "no", 1)) == std::pair{Met, Met});          // 6
    CHECK(after(person("P3", 2010, "health_exempt", 1)) == std::pair{Met, Met});
    CHECK(after(person("P4", 2010, "home_teaching", std::nullopt)) == std::pair{Met, Unknown});
    CHECK(after(person("P5", 2010, "unknown", 0)) == std::pair{Unknown, Unmet});
    CHECK(after(person("P6", 2010, "yes", 1)) == std::pair{Unmet, Unmet});
    CHECK(after(person("P6", 2010, "no", 1)) == std::pair{Unknown, Unmet});
}

TEST_CASE("a person of unknown age is judged only where the age does not matter", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("exited")});
    const auto education = [&](const char* dropout) {
        write(workspace, {person("P1", std::nullopt, dropout, 1)});
        return on(workspace, "2020-04-17").education[0];
    };
    CHECK(education("no") == CriterionResult::Met);
    CHECK(education("health_exempt") == CriterionResult::Exempt);
    CHECK(education("yes") == CriterionResult::Unknown);
    CHECK(education("unknown") == CriterionResult::Unknown);
}

TEST_CASE("a person who moves counts in the new household only", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), batch(EntityKind::Household, {"hh_code", "origin_unit"},
                                     {{"H1", "532329101201"}, {"H2", "532329101201"}})});
    write(workspace, {person("P1", 1980, "no", 1), person("P2", 2010, "yes", 1),
                      person("P3", 1950, "no", 1, "H2")});
    CHECK(on(workspace, "2020-04-17").education ==
          std::vector{CriterionResult::Unmet, CriterionResult::Exempt});
    write(workspace, {person("P2", 2010, "yes", 1, "H2")});
    CHECK(on(workspace, "2020-04-17").education ==
          std::vector{CriterionResult::Exempt, CriterionResult::Unmet});
    CHECK(refused(workspace, person("P9", 2010, "no", 1, "H9")).at(0).message.id ==
          "store.row_no_record");
}

TEST_CASE("persons of a later day leave the earlier criteria as they were", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("exited"), person("P1", 2010, "yes", 1)}, "2020-03-30");
    write(workspace, {person("P1", 2010, "no", 1)}, "2020-05-16");
    CHECK(on(workspace, "2020-05-15").education[0] == CriterionResult::Unmet);
    CHECK(on(workspace, "2020-05-16").education[0] == CriterionResult::Met);
    CHECK(query(folder.file(), "SELECT count(*) FROM person") == "1");
}
