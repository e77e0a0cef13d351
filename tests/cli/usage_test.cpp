// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

using namespace guatu::test;
using Catch::Matchers::Contains;

TEST_CASE("help speaks the chosen language", "[cli]")
{
    CHECK_THAT(runGuatu({"--help"}).out, Contains("用法") && !Contains("Usage"));
    CHECK_THAT(runGuatu({"--help", "--language", "en"}).out,
               Contains("Usage") && !Contains("用法"));
}

TEST_CASE("exit codes tell a wrong word from a broken workspace", "[cli]")
{
    const TemporaryFolder folder;
    CHECK(runGuatu({"import"}).code == 2);
    CHECK(runGuatu({"nonsense"}).code == 2);
    CHECK(runGuatu({"info", (folder / "不存在.sqlite").string()}).code == 3);
    CHECK(runGuatu({"info", folder.write("文本.sqlite", "这不是工作区")}).code == 3);
    CHECK(runGuatu({"new", "/proc/不行.sqlite"}).code == 3);
}

TEST_CASE("a workspace is never overwritten by a new one", "[cli]")
{
    const TemporaryFolder folder;
    const std::string file = folder.write("a.sqlite", "重要");
    CHECK(runGuatu({"new", file}).code == 3);
    CHECK(readAll(file) == "重要");
}

TEST_CASE("a medium without room ends with an error and leaves no half workspace", "[cli]")
{
    const TemporaryFolder folder;
    const std::string file = (folder / "a.sqlite").string();
    // No file may grow beyond 64 KiB (128 blocks of 512 bytes): the disk is full.
    const Outcome full = run(
        {"sh", "-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" new \"$1\"", GUATU_PROGRAM, file});
    INFO(full.out << full.err);
    CHECK(full.code == 3);
    CHECK(std::filesystem::is_empty(folder.path()));
}
