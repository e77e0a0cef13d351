// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "support/catch.h"

#include <sys/stat.h>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

RecordBatch named(const std::string& code, const std::string& head, const std::string& phone,
                  std::int64_t persons = 3)
{
    return batch(EntityKind::Household, {"hh_code", "origin_unit", "persons", "head_name", "phone"},
                 {{code, "532329101201", persons, head, phone}});
}

RecordBatch member(const std::string& name, const std::string& idNumber)
{
    return batch(EntityKind::Person, {"p_code", "hh_code", "name", "id_no"},
                 {{"P1", "H1", name, idNumber}});
}

std::string lastLog(const Folder& folder, const std::string& column, const std::string& where = "1")
{
    return query(folder.file(), "SELECT " + column + " FROM change_log WHERE " + where +
                                    " ORDER BY id DESC LIMIT 1");
}

} // namespace

TEST_CASE("every change says who made it, when and why", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    {
        auto change = workspace.beginChange({"扶贫办 王", "导入四月台账"}, dataset());
        std::vector<WriteIssue> issues;
        change.write(units(), issues);
        change.commit();
    }
    CHECK(query(folder.file(), "SELECT who FROM change_set") == "扶贫办 王");
    CHECK(query(folder.file(), "SELECT why FROM change_set") == "导入四月台账");
    CHECK(query(folder.file(),
                "SELECT at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 hour') FROM change_set") ==
          "1");
    CHECK(query(folder.file(),
                "SELECT d.as_of FROM change_set c JOIN dataset d ON d.id = c.dataset_id") ==
          "2020-04-17");
}

TEST_CASE("new records are logged as one run, updates with what was and what is", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()});
    CHECK(query(folder.file(), "SELECT count(*) FROM change_log WHERE entity = 'admin_unit'") ==
          "1");
    CHECK(lastLog(folder, "action", "entity = 'admin_unit'") == "insert_many");
    CHECK(lastLog(folder, "after", "entity = 'admin_unit'") == R"({"count":7,"first":1,"last":7})");

    write(workspace, {batch(EntityKind::Unit, {"code", "name", "is_poor_unit"},
                            {{"532329101201", "小河村", std::int64_t{1}},
                             {"532329101202", "马厂村委会", {}}})});
    CHECK(query(folder.file(), "SELECT count(*) FROM change_log WHERE action = 'update'") == "2");
    CHECK(
        query(folder.file(), "SELECT before FROM change_log WHERE action = 'update' ORDER BY id") ==
        R"({"name":"小河村委会"})");
    CHECK(
        query(folder.file(), "SELECT after FROM change_log WHERE action = 'update' ORDER BY id") ==
        R"({"name":"小河村"})");
    CHECK(lastLog(folder, "before") == R"({"is_poor_unit":1})");
    CHECK(lastLog(folder, "after") == R"({"is_poor_unit":null})");
}

TEST_CASE("a dated change is logged with the row that keeps the old state", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    const auto household = [](std::int64_t persons) {
        return batch(EntityKind::Household, {"hh_code", "origin_unit", "persons"},
                     {{"H1", "532329101201", persons}});
    };
    write(workspace, {units(), household(3)}, "2020-03-30");
    write(workspace, {household(4)}, "2020-04-17");
    CHECK(lastLog(folder, "before") == R"({"persons":3,"row_from":"2020-03-30"})");
    CHECK(lastLog(folder, "after") == R"({"kept_as":2,"persons":4,"row_from":"2020-04-17"})");
}

TEST_CASE("personal data go to a private file of their own, and nowhere else", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), batch(EntityKind::Household, {"hh_code", "origin_unit", "head_name"},
                                     {{"H0", "532329101201", {}}})});
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"}); // no names yet, no file

    write(workspace,
          {named("H1", "张三丰四", "13800001111"), member("李四光五", "532329199001011234")});
    REQUIRE(folder.names() == std::vector<std::string>{"a.pii.sqlite", "a.sqlite"});
    const auto pii = personalFileOf(folder.file());
    CHECK(query(pii, "SELECT head_name FROM household_pii") == "张三丰四");
    CHECK(query(pii, "SELECT id_no FROM person_pii") == "532329199001011234");
    struct stat status {
    };
    REQUIRE(stat(pii.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);

    CHECK(write(workspace, {named("H1", "张三丰四", "13800001111")}).unchanged == 1);
    CHECK(write(workspace, {named("H1", "张三丰四", "13900002222")}).changed == 1);
    CHECK(query(pii, "SELECT phone FROM household_pii") == "13900002222");
    CHECK(lastLog(folder, "after") == R"({"personal":["phone"]})");

    const auto bytes = bytesOf(folder.file());
    for (const char* secret :
         {"张三丰四", "13800001111", "13900002222", "李四光五", "532329199001011234"})
        CHECK(bytes.find(secret) == std::string::npos);
    CHECK(bytesOf(pii).find("13800001111") == std::string::npos); // overwritten, not only unlinked
}

TEST_CASE("a household keeps its personal data when it changes on a later day", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), named("H1", "张三丰四", "1", 3)}, "2020-03-30");
    write(workspace,
          {batch(EntityKind::Household, {"hh_code", "origin_unit", "persons"},
                 {{"H1", "532329101201", std::int64_t{4}}})},
          "2020-04-17");
    const auto current = query(folder.file(), "SELECT id FROM household WHERE row_to IS NULL");
    CHECK(query(personalFileOf(folder.file()),
                "SELECT head_name FROM household_pii WHERE hh_id = " + current) == "张三丰四");
}

TEST_CASE("both files change together or not at all", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()});
    {
        auto change = workspace.beginChange({"tester", "given up"}, dataset());
        std::vector<WriteIssue> issues;
        change.write(named("H1", "张三丰四", "1"), issues);
    }
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"}); // made in vain, gone again
    write(workspace, {named("H1", "张三丰四", "1")});
    {
        auto change = workspace.beginChange({"tester", "given up"}, dataset());
        std::vector<WriteIssue> issues;
        change.write(named("H1", "王五", "2"), issues);
        change.write(named("H2", "赵六", "3"), issues);
    }
    CHECK(query(personalFileOf(folder.file()), "SELECT head_name FROM household_pii") ==
          "张三丰四");
    CHECK(query(personalFileOf(folder.file()), "SELECT count(*) FROM household_pii") == "1");
    CHECK(query(folder.file(), "SELECT count(*) FROM household") == "1");
}

TEST_CASE("the personal data of another workspace are not mixed in", "[store]")
{
    const Folder folder;
    auto first = createWorkspace(folder.file("a.sqlite"));
    auto second = createWorkspace(folder.file("b.sqlite"));
    write(first, {units(), named("H1", "张三丰四", "1")});
    write(second, {units()});
    std::filesystem::copy_file(folder.file("a.pii.sqlite"), folder.file("b.pii.sqlite"));
    CHECK(failureId([&] { write(second, {named("H1", "王五", "2")}); }) ==
          "store.foreign_personal");
    CHECK(query(folder.file("b.sqlite"), "SELECT count(*) FROM household") == "0");
    CHECK(query(folder.file("b.pii.sqlite"), "SELECT head_name FROM household_pii") == "张三丰四");
}
