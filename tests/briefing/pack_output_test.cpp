// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

using namespace guatu::test;

namespace
{

const std::string stem = "武定县决战决胜脱贫攻坚百日总攻行动专题报告";

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// The pack of a county, made once.
const TemporaryFolder& specialPack()
{
    static const TemporaryFolder folder;
    static const Outcome made = runGuatu(
        {"pack", sampleWorkspace(), "special", "--unit", "532329", "-o", folder.path().string()});
    INFO(made.err);
    REQUIRE(made.code == 0);
    return folder;
}

std::string pdfText(const std::filesystem::path& file)
{
    return run({"pdftotext", "-layout", file.string(), "-"}).out;
}

/// The first column of a CSV.
std::set<std::string> codesOf(const std::string& csv)
{
    std::set<std::string> codes;
    const std::regex code(R"((?:^|\n)(\d{12}),)");
    for (std::sregex_iterator at(csv.begin(), csv.end(), code), end; at != end; ++at)
        codes.insert((*at)[1]);
    return codes;
}

} // namespace

TEST_CASE("the report pack has its text, its maps and every row of its lists in one PDF")
{
    const auto file = specialPack() / (stem + ".pdf");
    REQUIRE(std::filesystem::exists(file));
    CHECK(run({"qpdf", "--check", file.string()}).code == 0);
    const std::string text = pdfText(file);
    for (const char* word : {"一、总体进展", "二、挂牌督战", "三、问题整改", "四、到期与逾期",
                             "武定县脱贫攻坚挂图作战图", "高桥镇脱贫攻坚挂图作战图",
                             "挂牌名单与规则差异", "村出列卡", "附件：1."})
        CHECK(holds(text, word));
    // Every page has its number, its day and the mark of the content.
    const auto info = run({"pdfinfo", file.string()});
    std::smatch pages;
    REQUIRE(std::regex_search(info.out, pages, std::regex(R"(Pages:\s+(\d+))")));
    const auto count = static_cast<std::size_t>(std::stoi(pages[1]));
    const std::regex foot(
        "数据截止 \\d{4}-\\d\\d-\\d\\d · 数据标识 [0-9a-f]{4} [0-9a-f]{4} .*第 \\d+ 页 共 " +
        pages[1].str() + " 页");
    CHECK(
        static_cast<std::size_t>(std::distance(std::sregex_iterator(text.begin(), text.end(), foot),
                                               std::sregex_iterator())) == count);
    // Rows of the report's tables, by the report command.
    for (const char* table : {"status", "problem_zeroing", "due"}) {
        const auto report = runGuatu({"report", sampleWorkspace(), "special", "--unit", "532329",
                                      "--table", table, "--format", "csv"});
        REQUIRE(report.code == 0);
        const auto codes = codesOf(report.out);
        REQUIRE(codes.size() > 3);
        for (const std::string& code : codes)
            CHECK(holds(text, code));
    }
    const auto zeroing = runGuatu({"report", sampleWorkspace(), "special", "--unit", "532329",
                                   "--table", "problem_zeroing", "--format", "csv"});
    CHECK(countOf(zeroing.out, ",中央巡视回头看,") == countOf(text, "中央巡视回头看"));
}

TEST_CASE("sentences of the pack have the numbers of the report")
{
    const std::string text = pdfText(specialPack() / (stem + ".pdf"));
    const auto report =
        runGuatu({"status", sampleWorkspace(), "--unit", "532329", "--format", "csv"});
    std::smatch total;
    REQUIRE(std::regex_search(report.out, total, std::regex(R"(合计,[^,]*,(\d+),(\d+),)")));
    const auto grouped = [](std::string digits) {
        if (digits.size() > 3)
            digits.insert(digits.size() - 3, ",");
        return digits;
    };
    std::string plain = text;
    plain.erase(
        std::remove_if(plain.begin(), plain.end(), [](char c) { return c == '\n' || c == ' '; }),
        plain.end());
    CHECK(holds(plain, "剩余贫困人口" + grouped(total[1]) + "户" + grouped(total[2]) + "人"));
}

TEST_CASE("lines of the list behind the text lead to their pages, as contents of books do")
{
    const auto file = specialPack() / (stem + ".pdf");
    const auto read = run({"qpdf", "--qdf", "--object-streams=disable", file.string(), "-"});
    // A map, the townships' maps and five lists.
    CHECK(countOf(read.out, "/Subtype /Link") == 7);

    const TemporaryFolder folder;
    REQUIRE(runGuatu({"book", sampleWorkspace(), "--unit", "532329", "--by", "town", "-o",
                      folder.path().string()})
                .code == 0);
    const auto book = folder / "武定县脱贫攻坚挂图作战图册.pdf";
    const auto links = run({"qpdf", "--qdf", "--object-streams=disable", book.string(), "-"});
    // 11 townships, each in the contents and on the index map.
    CHECK(countOf(links.out, "/Subtype /Link") == 22);
}

TEST_CASE("slides are the pages of the pack: title, table and a sharp map")
{
    const auto file = specialPack() / (stem + "-汇报片.pptx");
    const auto listing = run({"unzip", "-l", file.string()});
    const std::size_t slides = countOf(listing.out, "ppt/slides/slide");
    CHECK(slides > 12); // the text, the county, 11 townships and the lists
    std::size_t towns = 0;
    for (std::size_t i = 1; i <= slides; ++i) {
        const auto slide =
            run({"unzip", "-p", file.string(), "ppt/slides/slide" + std::to_string(i) + ".xml"});
        if (!std::regex_search(slide.out, std::regex("[镇乡]脱贫攻坚挂图作战图")))
            continue;
        ++towns;
        CHECK(holds(slide.out, "<a:tbl>"));
        CHECK(holds(slide.out, "type=\"title\""));
        CHECK(holds(slide.out, "数据标识"));
        // The map's picture against its place: EMU are 914,400 to an inch.
        std::smatch place;
        REQUIRE(std::regex_search(
            slide.out, place, std::regex("<p:pic>[\\s\\S]*?<a:ext cx=\"(\\d+)\" cy=\"(\\d+)\"")));
        const TemporaryFolder folder;
        const auto png = folder.write(
            "map.png",
            run({"unzip", "-p", file.string(), "ppt/media/image" + std::to_string(i) + "-1.png"})
                .out);
        const auto size = run({"gdalinfo", png}).out;
        std::smatch pixels;
        REQUIRE(std::regex_search(size, pixels, std::regex(R"(Size is (\d+), (\d+))")));
        CHECK(std::stod(pixels[1]) / (std::stod(place[1]) / 914'400) >= 200);
    }
    CHECK(towns == 11);
}

TEST_CASE("an office program opens the slides and the workbook of the pack")
{
    const TemporaryFolder folder;
    const auto opened = [&](const std::filesystem::path& file, const std::string& as) {
        const auto outcome = run(
            {"soffice", "-env:UserInstallation=file://" + (folder / "office").string(),
             "--headless", "--convert-to", as, "--outdir", folder.path().string(), file.string()});
        INFO(outcome.out << outcome.err);
        CHECK(outcome.code == 0);
    };
    const auto slides = specialPack() / (stem + "-汇报片.pptx");
    opened(slides, "pdf");
    const auto shown = folder / (stem + "-汇报片.pdf");
    const auto count = countOf(run({"unzip", "-l", slides.string()}).out, "ppt/slides/slide");
    CHECK(holds(run({"pdfinfo", shown.string()}).out, "Pages:           " + std::to_string(count)));
    CHECK(holds(run({"pdftotext", shown.string(), "-"}).out, "高桥镇"));

    opened(specialPack() / (stem + "-附表.xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,"
                                                  "false,true,false,false,false,-1");
    std::size_t sheets = 0, withTown = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().extension() != ".csv")
            continue;
        ++sheets;
        withTown += holds(readAll(entry.path()), "高桥镇") ? 1 : 0;
    }
    CHECK(sheets > 3);
    CHECK(withTown > 1);
}

TEST_CASE("a page is a slide when its file is one, and only then has the slide's shape")
{
    const TemporaryFolder folder;
    const auto file = folder / "武定.pptx";
    const auto outcome =
        runGuatu({"page", sampleWorkspace(), "--unit", "532329", "-o", file.string()});
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    const auto slide = run({"unzip", "-p", file.string(), "ppt/slides/slide1.xml"});
    CHECK(holds(slide.out, "武定县脱贫攻坚挂图作战图"));
    CHECK(holds(slide.out, "<a:t>高桥镇</a:t>"));
    CHECK(run({"unzip", "-tq", file.string()}).code == 0);
}

TEST_CASE("of several pictures none is written when one is in the way")
{
    const TemporaryFolder folder;
    folder.write("a-2.png", "mine");
    const auto outcome = runGuatu({"page", sampleWorkspace(), "--unit", "532329102", "--dpi", "72",
                                   "-o", (folder / "a.png").string()});
    CHECK(outcome.code == 2);
    CHECK(holds(outcome.err, "a-2.png"));
    CHECK_FALSE(std::filesystem::exists(folder / "a-1.png"));
    CHECK(readAll(folder / "a-2.png") == "mine");
}
