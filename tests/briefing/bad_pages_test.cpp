// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <filesystem>
#include <regex>
#include <set>

using namespace guatu::test;

namespace
{

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::string sheet(const std::string& frames)
{
    return R"({"id":"t","title":{"zh":"页","en":"page"},"paper":"A4","orientation":"portrait",)"
           R"("margin":10,"frames":[)" +
           frames + "]}";
}

/// Asks for a page with a template of these frames.
Outcome pageOf(const TemporaryFolder& folder, const std::string& frames,
               const std::string& unit = "532329102")
{
    const std::string design = folder.write("t.json", sheet(frames));
    return runGuatu({"page", sampleWorkspace(), "--unit", unit, "--template", design, "-o",
                     (folder / "page.pdf").string()});
}

void requireNothingBut(const TemporaryFolder& folder, std::size_t files)
{
    std::size_t found = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        ++found;
    CHECK(found == files);
}

} // namespace

TEST_CASE("a frame off the page and an unknown word are named with file and place")
{
    const TemporaryFolder folder;
    const auto off = pageOf(
        folder,
        R"({"kind":"text","left":100,"width":120,"top":0,"height":9,"text":{"zh":"甲","en":"a"}})");
    CHECK(off.code == 2);
    CHECK(holds(off.err, "t.json"));
    CHECK(holds(off.err, "/frames/0"));
    const auto word = pageOf(
        folder,
        R"({"kind":"text","left":0,"width":90,"top":0,"height":9,"text":{"zh":"{unti}","en":"a"}})");
    CHECK(word.code == 2);
    CHECK(holds(word.err, "unti"));
    CHECK(holds(word.err, "unit")); // those there are
    requireNothingBut(folder, 1);
}

TEST_CASE("a title of 300 characters says that it does not fit, and where")
{
    const TemporaryFolder folder;
    std::string title;
    for (int i = 0; i < 300; ++i)
        title += "长";
    const auto outcome = pageOf(
        folder,
        R"({"id":"title","kind":"text","left":0,"right":0,"top":0,"height":12,"points":20,"text":{"zh":")" +
            title + R"(","en":"a"}})");
    CHECK(outcome.code == 2);
    CHECK(holds(outcome.err, "title"));
    CHECK(holds(outcome.err, "高桥镇"));
    requireNothingBut(folder, 1);
}

TEST_CASE("a list without rows says so on the page")
{
    const TemporaryFolder folder;
    // Below a village there is no place under supervision other than itself.
    const auto outcome = pageOf(
        folder,
        R"({"kind":"table","left":0,"right":0,"top":0,"bottom":0,"table":"overdue_reviews"})",
        "532329207");
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const auto words = run({"pdftotext", "-layout", (folder / "page.pdf").string(), "-"});
    const auto rows = runGuatu(
        {"report", sampleWorkspace(), "reviews", "--unit", "532329207", "--format", "json"});
    if (rows.out == "[]\n" || rows.out == "[]")
        CHECK(holds(words.out, "无"));
    CHECK(holds(words.out, "调度逾期"));
}

TEST_CASE("a full disk is an error and leaves nothing behind")
{
    const TemporaryFolder folder;
    const std::string mount = folder.path().string();
    // A disk of 64 kB that only this command sees; needs the right to mount.
    const auto outcome =
        run({"unshare", "-m", "sh", "-c",
             "mount -t tmpfs -o size=64k none " + mount + " || exit 77; " + GUATU_PROGRAM +
                 " page '" + sampleWorkspace() + "' --unit 532329 -o " + mount +
                 "/page.pdf; code=$?; ls -A " + mount + "; exit $code"});
    if (outcome.code == 77 || holds(outcome.err, "unshare")) {
        WARN("no right to mount here");
        return;
    }
    INFO(outcome.err);
    CHECK(outcome.code == 2);
    CHECK(holds(outcome.err, "page.pdf"));
    CHECK(outcome.out.empty());
}

TEST_CASE("a folder that cannot be made or written to is named")
{
    const TemporaryFolder folder;
    const std::string file = folder.write("file", "mine");
    for (const char* command : {"book", "pack"}) {
        std::vector<std::string> words{command, sampleWorkspace()};
        if (std::string(command) == "pack")
            words.emplace_back("special");
        else
            words.insert(words.end(), {"--by", "town"});
        words.insert(words.end(), {"--unit", "532329", "-o", file + "/below"});
        const auto outcome = runGuatu(words);
        CHECK(outcome.code == 2);
        CHECK(holds(outcome.err, file));
    }
    CHECK(
        runGuatu({"page", sampleWorkspace(), "--unit", "532329", "-o", file + "/page.pdf"}).code ==
        2);
    CHECK(readAll(file) == "mine");
}

TEST_CASE("a device is not taken for a file")
{
    const TemporaryFolder folder;
    const auto file = folder / "page.pdf";
    std::filesystem::create_symlink("/dev/null", file);
    const auto outcome =
        runGuatu({"page", sampleWorkspace(), "--unit", "532329", "--force", "-o", file.string()});
    CHECK(outcome.code == 2);
    CHECK(holds(outcome.err, "page.pdf"));
    CHECK(std::filesystem::is_symlink(file));
}

TEST_CASE("without any Chinese face nothing is printed")
{
    const TemporaryFolder folder;
    const std::string none = folder.write(
        "fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                      "<fontconfig><dir>/nowhere</dir></fontconfig>");
    const auto outcome =
        run({"env", "FONTCONFIG_FILE=" + none, GUATU_PROGRAM, "page", sampleWorkspace(), "--unit",
             "532329", "-o", (folder / "page.pdf").string()});
    CHECK(outcome.code == 2);
    CHECK(holds(outcome.err, "fonts-noto-cjk"));
    CHECK_FALSE(std::filesystem::exists(folder / "page.pdf"));
}

TEST_CASE("an atlas goes through listed places, sites and what a query finds")
{
    const TemporaryFolder folder;
    const auto each = [&](const char* what, const char* below) {
        return runGuatu({"book", sampleWorkspace(), "--unit", "532329", "--each", what, "--files",
                         "-o", (folder / below).string()});
    };
    const auto filesIn = [&](const char* below) {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder / below))
            count += entry.path().extension() == ".pdf" ? 1 : 0;
        return count;
    };
    const auto listed = each("listed", "a");
    INFO(listed.err);
    REQUIRE(listed.code == 0);
    // Places, each once, by the list of the command line.
    const auto list = runGuatu({"list", sampleWorkspace(), "--unit", "532329", "--format", "csv"});
    std::set<std::string> codes;
    const std::regex code(R"(\n[^,\n]*,([0-9A-Z]+),)");
    for (std::sregex_iterator at(list.out.begin(), list.out.end(), code), end; at != end; ++at)
        codes.insert((*at)[1]);
    REQUIRE(codes.size() > 5);
    CHECK(filesIn("a") == codes.size());

    const auto sites = each("sites", "b");
    INFO(sites.err);
    REQUIRE(sites.code == 0);
    CHECK(filesIn("b") > 1);
    const auto household = each("户 未销号", "c");
    CHECK(household.code == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "c"));
    CHECK(runGuatu({"book", sampleWorkspace(), "--unit", "532329", "-o", folder.path().string()})
              .code == 2);
}
