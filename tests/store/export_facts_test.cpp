// SPDX-License-Identifier: MIT
#include "store/export_facts.h"

#include "store/content_hash.h"
#include "store/fixture.h"
#include "support/catch.h"

#include <array>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

namespace
{

RecordBatch household(const std::string& code, std::int64_t persons)
{
    return batch(EntityKind::Household, {"hh_code", "origin_unit", "persons"},
                 {{code, "532329101201", persons}});
}

std::string hashOf(const Workspace& workspace)
{
    return contentHash(workspace.snapshot(*Date::fromIso("2020-04-17")));
}

} // namespace

TEST_CASE("the same data give the same digits wherever they lie, other data others", "[store]")
{
    const Folder folder;
    auto one = createWorkspace(folder.file("a.sqlite"));
    auto other = createWorkspace(folder.file("b.sqlite"));
    write(one, {units(), household("H1", 3)});
    write(other, {units(), household("H1", 3)});
    const std::string before = hashOf(one);
    CHECK(before.size() == 16);
    CHECK(hashOf(other) == before);
    CHECK(hashOf(one) == before);
    write(other, {household("H1", 4)});
    CHECK(hashOf(other) != before);
    CHECK(contentHash(one.snapshot(*Date::fromIso("2020-04-18"))) != before);
}

TEST_CASE("a secret dataset is named by the kinds of records that come from it", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units(), household("H1", 3)});
    constexpr std::array households{EntityKind::Household};
    constexpr std::array roads{EntityKind::Road};
    CHECK(secretDatasets(folder.file(), households).empty());
    DatasetInfo secret = dataset();
    secret.name = "涉密台账";
    secret.secrecy = "secret";
    Change change = workspace.beginChange({"test", "test"}, secret);
    std::vector<WriteIssue> issues;
    static_cast<void>(change.write(household("H2", 5), issues));
    change.commit();
    CHECK(issues.empty());
    CHECK(secretDatasets(folder.file(), households) == std::vector<std::string>{"涉密台账"});
    CHECK(secretDatasets(folder.file(), roads).empty());
}

TEST_CASE("the profile's text is that the workspace was made with", "[store]")
{
    const Folder folder;
    const auto workspace = createWorkspace(folder.file());
    CHECK(profileText(folder.file()) == profileJson());
}
