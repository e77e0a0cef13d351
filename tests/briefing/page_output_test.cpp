// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <cmath>
#include <filesystem>
#include <regex>
#include <sys/stat.h>

using namespace guatu::test;

namespace
{

struct Made {
    TemporaryFolder folder;
    std::filesystem::path file = folder / "page.pdf";
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a county's page holds its words, its faces, its size and its place on the earth")
{
    const Made made;
    const auto outcome = runGuatu({"page", sampleWorkspace(), "--template", "county-a3", "--unit",
                                   "532329", "-o", made.file.string()});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);

    const auto text = run({"pdftotext", "-layout", made.file.string(), "-"});
    for (const char* word :
         {"高桥镇", "武定县", "户", "人", "图例", "2000国家大地坐标系", "内部使用 不得公开"})
        CHECK(holds(text.out, word));

    const auto info = run({"pdfinfo", made.file.string()});
    std::smatch size;
    REQUIRE(
        std::regex_search(info.out, size, std::regex(R"(Page size:\s+([0-9.]+) x ([0-9.]+) pts)")));
    // A3: 420 by 297 mm, to 0.1 mm.
    CHECK(std::abs(std::stod(size[1]) * 25.4 / 72 - 420) < 0.1);
    CHECK(std::abs(std::stod(size[2]) * 25.4 / 72 - 297) < 0.1);

    // Every face is embedded and a subset.
    const auto fonts = run({"pdffonts", made.file.string()});
    std::size_t faces = 0;
    const std::regex row(R"(\+Noto(Sans|Serif)CJK\S*\s.*\s(yes|no) (yes|no) (yes|no)\s)");
    for (std::sregex_iterator at(fonts.out.begin(), fonts.out.end(), row), end; at != end; ++at) {
        ++faces;
        CHECK((*at)[2] == "yes");
        CHECK((*at)[3] == "yes");
        CHECK((*at)[4] == "yes");
    }
    INFO(fonts.out);
    CHECK(faces >= 2);

    // The county lies around 102.1 E 25.8 N; in EPSG:4543 its middle is near 511 km east.
    const auto placed = run({"gdalinfo", made.file.string()});
    INFO(placed.out);
    CHECK((holds(placed.out, "CGCS2000 / 3-degree Gauss-Kruger CM 102E") ||
           holds(placed.out, "4543")));
    CHECK(run({"qpdf", "--check", made.file.string()}).code == 0);
}

TEST_CASE("totals of a page are those of the report")
{
    const Made made;
    REQUIRE(
        runGuatu({"page", sampleWorkspace(), "--unit", "532329", "-o", made.file.string()}).code ==
        0);
    const auto text = run({"pdftotext", "-layout", made.file.string(), "-"});
    const auto report =
        runGuatu({"status", sampleWorkspace(), "--unit", "532329", "--format", "csv"});
    REQUIRE(report.code == 0);
    // The last row of the report: code, name, remaining households, remaining persons.
    std::smatch total;
    REQUIRE(std::regex_search(report.out, total, std::regex(R"(合计,[^,]*,(\d+),(\d+),)")));
    std::string persons = total[2];
    if (persons.size() > 3)
        persons.insert(persons.size() - 3, ",");
    INFO(text.out);
    CHECK(holds(text.out, persons));
}

TEST_CASE("a page is valid SVG with its words, and a picture with its resolution")
{
    const Made made;
    const auto svg = made.folder / "page.svg";
    REQUIRE(runGuatu({"page", sampleWorkspace(), "--unit", "532329102", "-o", svg.string()}).code ==
            0);
    // The list of villages goes on behind the first page, so files are numbered.
    const auto first = made.folder / "page-1.svg";
    CHECK(run({"xmllint", "--noout", first.string()}).code == 0);
    CHECK(holds(readAll(first), "高桥镇"));
    const auto png = made.folder / "page.png";
    REQUIRE(runGuatu({"page", sampleWorkspace(), "--unit", "532329102", "--dpi", "100", "-o",
                      png.string()})
                .code == 0);
    const auto picture = made.folder / "page-1.png";
    const auto placed = run({"gdalinfo", picture.string()});
    CHECK(holds(placed.out, "Size is 827, 1169")); // 210 by 297 mm at 100 dpi
    // pHYs: 3937 dots a metre, twice, and 1 for metres.
    CHECK(holds(readAll(picture), std::string("pHYs\0\0\x0F\x61\0\0\x0F\x61\x01", 13)));
}

TEST_CASE("what cannot be made says so, with a code, and leaves nothing behind")
{
    const Made made;
    const auto fails = [&](std::vector<std::string> more, const std::string& word) {
        std::vector<std::string> words{"page", sampleWorkspace(), "--unit", "532329"};
        words.insert(words.end(), more.begin(), more.end());
        const auto outcome = runGuatu(words);
        INFO(outcome.err);
        CHECK(outcome.code == 2);
        CHECK(holds(outcome.err, word));
        CHECK(std::filesystem::is_empty(made.folder.path()));
    };
    fails({"--template", "nothing", "-o", made.file.string()}, "county-a3");
    fails({"--template", "compare-a3", "-o", made.file.string()}, "--compare");
    fails({"--template", "township-a4", "-o", made.file.string()}, "township-a4");
    fails({"--for", "everybody", "-o", made.file.string()}, "public");
    fails({"-o", (made.folder / "a.docx").string()}, ".pdf");
    fails({"-o", (made.folder / "none/page.pdf").string()}, "none");
}

TEST_CASE("the field sheet of households is not for meetings")
{
    const Made made;
    const auto outcome = runGuatu({"page", sampleWorkspace(), "--unit", "532329102", "--template",
                                   "field-a4", "--for", "briefing", "-o", made.file.string()});
    CHECK(outcome.code == 2);
    CHECK_FALSE(std::filesystem::exists(made.file));
}

TEST_CASE("a book has a section and a bookmark for each township, and says where it is")
{
    const Made made;
    const auto outcome = runGuatu({"book", sampleWorkspace(), "--unit", "532329", "--by", "town",
                                   "-o", made.folder.path().string()});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const auto book = made.folder / "武定县脱贫攻坚挂图作战图册.pdf";
    REQUIRE(std::filesystem::exists(book));
    const auto read = run({"qpdf", "--json", "--json-key=outlines", book.string()});
    for (const char* town : {"高桥镇", "狮山镇", "猫街镇", "封面", "目录"})
        CHECK(holds(read.out, town));
    // The page that the contents give for 高桥镇 is the page that shows it.
    const auto contents = run({"pdftotext", "-f", "2", "-l", "2", "-layout", book.string(), "-"});
    std::smatch number;
    INFO(contents.out);
    REQUIRE(std::regex_search(contents.out, number, std::regex(R"(高桥镇\s+(\d+)\s*\n)")));
    const std::string page = number[1];
    const auto sheet = run({"pdftotext", "-f", page, "-l", page, "-layout", book.string(), "-"});
    CHECK(holds(sheet.out, "高桥镇脱贫攻坚挂图作战图"));
}
