// SPDX-License-Identifier: MIT
#include "child_process.h"
#include "fixture.h"

#include "support/catch.h"

#include <csignal>
#include <fstream>
#include <sys/resource.h>

using namespace guatu;
using namespace guatu::store;
using namespace guatu::store::test;

using Mode = Workspace::Mode;
namespace fs = std::filesystem;

namespace
{

/// What both ways of opening say; both must say the same and leave the bytes alone.
std::string refusal(const fs::path& file)
{
    const std::string before = bytesOf(file);
    const std::string reading = failureId([&] { (void)Workspace::open(file, Mode::Read); });
    const std::string writing = failureId([&] { (void)Workspace::open(file, Mode::Write); });
    CHECK(reading == writing);
    CHECK(bytesOf(file) == before);
    return reading;
}

void writeText(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

RecordBatch manyHouseholds(std::size_t count)
{
    RecordBatch records{.kind = EntityKind::Household,
                        .fields = {"hh_code", "origin_unit", "special"},
                        .geometry = GeometryColumn(GeometryType::Point)};
    for (std::size_t row = 0; row < count; ++row) {
        records.cells.emplace_back("H" + std::to_string(row));
        records.cells.emplace_back("532329101201");
        records.cells.emplace_back(std::string(200, 'x'));
        records.geometry.addPoint({102 + 1e-5 * static_cast<double>(row % 1000), 25.5});
    }
    return records;
}

} // namespace

TEST_CASE("what cannot be opened is named and left as it was", "[store]")
{
    const Folder folder;
    const auto file = folder.file();
    SECTION("no file")
    {
        CHECK(failureId([&] { (void)Workspace::open(file, Mode::Read); }) == "store.missing");
        CHECK(failureId([&] { (void)Workspace::open(file, Mode::Write); }) == "store.missing");
        CHECK(folder.names().empty());
    }
    SECTION("a folder")
    {
        CHECK(failureId([&] { (void)Workspace::open(folder.path(), Mode::Read); }) ==
              "store.is_folder");
    }
    SECTION("an empty file")
    {
        writeText(file, "");
        CHECK(refusal(file) == "store.not_a_workspace");
    }
    SECTION("a text that was renamed")
    {
        writeText(file, std::string(5000, 'a'));
        CHECK(refusal(file) == "store.not_a_workspace");
    }
    SECTION("an SQLite file of another program")
    {
        writeText(file, "");
        tamper(file, "CREATE TABLE household (id INTEGER PRIMARY KEY)");
        CHECK(refusal(file) == "store.not_a_workspace");
    }
    SECTION("an SQLite file of another program with a write-ahead log")
    {
        writeText(file, "");
        tamper(file, "PRAGMA journal_mode = WAL; CREATE TABLE household (id INTEGER PRIMARY KEY)");
        CHECK(refusal(file) == "store.not_a_workspace");
    }
    SECTION("a workspace of a newer version with a write-ahead log")
    {
        (void)createWorkspace(file);
        tamper(file, "PRAGMA journal_mode = WAL; PRAGMA user_version = 999");
        CHECK(refusal(file) == "store.newer_version");
    }
    SECTION("a workspace of a newer version")
    {
        (void)createWorkspace(file);
        tamper(file, "PRAGMA user_version = 999");
        CHECK(refusal(file) == "store.newer_version");
    }
    SECTION("a workspace that was cut short, at a page and within one")
    {
        (void)createWorkspace(file);
        const auto whole = fs::file_size(file);
        for (const auto size :
             {whole / 2 / 4096 * 4096, whole - 4096, whole - 1000, std::uintmax_t{5000}}) {
            fs::resize_file(file, size);
            CHECK(refusal(file) == "store.truncated");
        }
        fs::resize_file(file, 10);
        CHECK(refusal(file) == "store.not_a_workspace");
    }
    CHECK((folder.names().empty() || folder.names() == std::vector<std::string>{"a.sqlite"}));
}

TEST_CASE("a workspace is never made over a file that exists", "[store]")
{
    const Folder folder;
    writeText(folder.file(), "mine");
    CHECK(failureId([&] { (void)createWorkspace(folder.file()); }) == "store.exists");
    CHECK(bytesOf(folder.file()) == "mine");
}

TEST_CASE("a workspace that cannot be made leaves nothing behind", "[store]")
{
    const Folder folder;
    CHECK(failureId([&] { (void)createWorkspace(folder.path() / "no" / "a.sqlite"); }) ==
          "store.cannot_create");
    CHECK(folder.names().empty());
}

TEST_CASE("reading changes neither the file nor its folder", "[store]")
{
    const Folder folder;
    {
        auto workspace = createWorkspace(folder.file());
        write(workspace, {units(), manyHouseholds(30)});
    }
    const auto names = folder.names();
    const auto bytes = bytesOf(folder.file());
    const auto time = fs::last_write_time(folder.file());
    {
        const auto workspace = Workspace::open(folder.file(), Mode::Read);
        CHECK(workspace.snapshot(workspace.dataDate()).households.size() == 30);
        CHECK(folder.names() == names);
    }
    CHECK(folder.names() == names);
    CHECK(bytesOf(folder.file()) == bytes);
    CHECK(fs::last_write_time(folder.file()) == time);
}

TEST_CASE("a workspace in a folder that cannot be written to opens for reading only", "[store]")
{
    const Folder folder;
    (void)createWorkspace(folder.file());
    fs::permissions(folder.file(), static_cast<fs::perms>(0444));
    fs::permissions(folder.path(), static_cast<fs::perms>(0555));
    const auto file = folder.file();

    CHECK(inChild([&] { return Workspace::open(file, Mode::Read).dataDate().iso(); }, true) ==
          "2020-03-30");
    CHECK(inChild([&] { return failureId([&] { (void)Workspace::open(file, Mode::Write); }); },
                  true) == "store.read_only");
}

TEST_CASE("a writable file in a read-only folder takes no change", "[store]")
{
    const Folder folder;
    (void)createWorkspace(folder.file());
    fs::permissions(folder.file(), static_cast<fs::perms>(0666));
    fs::permissions(folder.path(), static_cast<fs::perms>(0555));
    const auto file = folder.file();
    const auto bytes = bytesOf(file);

    CHECK(inChild(
              [&] {
                  return failureId([&] {
                      auto workspace = Workspace::open(file, Mode::Write);
                      write(workspace, {units()});
                  });
              },
              true) == "store.read_only");
    CHECK(bytesOf(file) == bytes);
}

TEST_CASE("a second writer is told at once, a reader goes on", "[store]")
{
    const Folder folder;
    const auto file = folder.file();
    auto workspace = createWorkspace(file);
    write(workspace, {units()});
    auto change = workspace.beginChange({"first", "import"}, dataset());
    std::vector<WriteIssue> issues;
    change.write(manyHouseholds(5), issues);

    const auto tryToWrite = [&] {
        return failureId([&] {
            auto other = Workspace::open(file, Mode::Write);
            (void)other.beginChange({"second", "import"}, dataset());
        });
    };
    CHECK(tryToWrite() == "store.locked");        // in the same program
    CHECK(inChild(tryToWrite) == "store.locked"); // in another one
    const auto reader = Workspace::open(file, Mode::Read);
    CHECK(reader.snapshot(reader.dataDate()).households.size() == 0);

    change.commit();
    CHECK(reader.snapshot(reader.dataDate()).households.size() == 5);
    CHECK(tryToWrite().empty());
}

TEST_CASE("a change that is not committed leaves the file as it was", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    write(workspace, {units()});
    const auto before = query(folder.file(), "SELECT count(*) FROM change_set");
    {
        auto change = workspace.beginChange({"tester", "given up"}, dataset());
        std::vector<WriteIssue> issues;
        change.write(manyHouseholds(100), issues);
        CHECK(workspace.snapshot(workspace.dataDate()).households.size() == 100); // its own view
    }
    CHECK(workspace.snapshot(workspace.dataDate()).households.size() == 0);
    CHECK(query(folder.file(), "SELECT count(*) FROM change_set") == before);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("a program killed in the middle of a change leaves the old state", "[store]")
{
    const Folder folder;
    const auto file = folder.file();
    {
        auto workspace = createWorkspace(file);
        write(workspace, {units(), manyHouseholds(10)});
    }
    const std::string result = inChild([&]() -> std::string {
        auto workspace = Workspace::open(file, Mode::Write);
        auto change = workspace.beginChange({"tester", "killed"}, dataset());
        std::vector<WriteIssue> issues;
        change.write(manyHouseholds(60000), issues); // more than stays in memory
        raise(SIGKILL);
        return "survived";
    });
    REQUIRE(result.empty());
    REQUIRE(folder.names().size() == 2); // the journal of the killed change

    const auto workspace = Workspace::open(file, Mode::Read);
    CHECK(workspace.snapshot(workspace.dataDate()).households.size() == 10);
    CHECK(query(file, "PRAGMA integrity_check") == "ok");
    CHECK(query(file, "SELECT count(*) FROM change_set") == "1");
}

TEST_CASE("a change that meets a full disk leaves the old state and takes nothing more", "[store]")
{
    const Folder folder;
    const auto file = folder.file();
    {
        auto workspace = createWorkspace(file);
        write(workspace, {units(), manyHouseholds(10)});
    }
    const auto bytes = bytesOf(file);
    const std::string result = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit room{1 << 20, 1 << 20}; // files end at 1 MiB
        setrlimit(RLIMIT_FSIZE, &room);
        auto workspace = Workspace::open(file, Mode::Write);
        auto change = workspace.beginChange({"tester", "too much"}, dataset());
        std::vector<WriteIssue> issues;
        const auto more = [&] {
            change.write(manyHouseholds(20000), issues);
            change.commit();
        };
        const std::string first = failureId(more);
        return first + " " + failureId(more);
    });
    CHECK((result == "store.failed store.change_over" ||
           result == "store.disk_full store.change_over"));
    CHECK(bytesOf(file) == bytes);
    CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
}

TEST_CASE("a file that another program left with a write-ahead log is read without a trace",
          "[store]")
{
    const Folder folder;
    const auto file = folder.file();
    (void)createWorkspace(file);
    tamper(file, "PRAGMA journal_mode = WAL; CREATE TABLE note (text)");
    REQUIRE(folder.names() == std::vector<std::string>{"a.sqlite"});
    const auto bytes = bytesOf(file);
    {
        const auto workspace = Workspace::open(file, Mode::Read);
        CHECK(workspace.snapshot(workspace.dataDate()).units.size() == 0);
        CHECK(folder.names() == std::vector<std::string>{"a.sqlite"});
    }
    CHECK(bytesOf(file) == bytes);

    writeText(file.string() + "-wal", "changes that are not in the file yet");
    CHECK(failureId([&] { (void)Workspace::open(file, Mode::Read); }) == "store.pending_log");
    fs::remove(file.string() + "-wal");

    auto workspace = Workspace::open(file, Mode::Write);
    write(workspace, {units()});
    CHECK(query(file, "PRAGMA journal_mode") == "delete");
}

TEST_CASE("a workspace that was opened for reading takes no change", "[store]")
{
    const Folder folder;
    (void)createWorkspace(folder.file());
    auto workspace = Workspace::open(folder.file(), Mode::Read);
    CHECK(failureId([&] {
              (void)workspace.beginChange({"a", "b"}, dataset());
          }) == "store.opened_for_reading");
    CHECK(failureId([&] { workspace.saveMapping("l", EntityKind::Household, "{}"); }) ==
          "store.opened_for_reading");
}

TEST_CASE("a saved column mapping comes back for its layout and kind only", "[store]")
{
    const Folder folder;
    auto workspace = createWorkspace(folder.file());
    workspace.saveMapping("abc", EntityKind::Household, R"({"a":1})");
    workspace.saveMapping("abc", EntityKind::Household, R"({"a":2})");
    CHECK(workspace.mapping("abc", EntityKind::Household) == R"({"a":2})");
    CHECK(workspace.mapping("abc", EntityKind::Person).empty());
    CHECK(workspace.mapping("abd", EntityKind::Household).empty());
}
