// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "exchange/layer_writer.h"
#include "exchange/slide_writer.h"
#include "exchange/text_document.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <cpl_vsi.h>
#include <nlohmann/json.hpp>

using namespace guatu;
using namespace guatu::exchange;
using Catch::Matchers::Contains;
using guatu::test::TemporaryFolder;

namespace
{

std::string member(const std::filesystem::path& archive, const std::string& name)
{
    VSILFILE* file = VSIFOpenL(("/vsizip/{" + archive.string() + "}/" + name).c_str(), "rb");
    if (file == nullptr)
        return {};
    std::string text(1'000'000, '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), file));
    VSIFCloseL(file);
    return text;
}

Table villages()
{
    Table table(
        "units", {"村</script>", "villages"},
        {{"name", {"名称", "name"}}, {"count", {"户数", "households"}, ColumnKind::Integer}});
    table.addRow({std::string("小河村<script>alert(1)</script>"), std::int64_t{226}});
    table.addRow({std::string("无处"), Unknown{}});
    GeometryColumn areas(GeometryType::Polygon);
    areas.addPart(std::vector<Point>{
        {102.1, 25.5}, {102.2, 25.5}, {102.2, 25.6}, {102.1, 25.6}, {102.1, 25.5}});
    areas.endFeature();
    areas.endFeature();
    table.setGeometry(std::move(areas));
    return table;
}

} // namespace

TEST_CASE("a page with a map holds its data, needs no network, and no text of it can act",
          "[exchange][export]")
{
    const TemporaryFolder folder;
    LayerFile to{.file = folder / "a.html", .format = LayerFormat::WebPage};
    to.stamp = "内部使用 不得公开";
    const LayerData layer{
        villages(), {{.title = {"村", "village"}, .fill = Colour{1, 2, 3, 255}}}, {}};
    const LayersWritten written = writeLayers(to, {&layer, 1});
    CHECK(written.notes.size() == 1); // one row has no place
    const std::string page = test::bytesOf(folder / "a.html");
    CHECK(page.find("http://") == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
    CHECK(page.find("alert(1)</script>") == std::string::npos);
    const std::string begin = "id=\"data\">";
    const std::size_t from = page.find(begin) + begin.size();
    const auto data = nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
    CHECK(data.at("stamp") == "内部使用 不得公开");
    const auto& features = data.at("layers").at(0).at("features");
    REQUIRE(features.size() == 1);
    CHECK(features[0].at("v").at(1) == "226");
    CHECK(features[0].at("g").at(0).at(0).get<int>() >= 0);
    // 0.1 degrees of latitude are 11.08 km there, of longitude 10.05 km.
    CHECK(data.at("height").get<double>() == Approx(11'080).epsilon(0.01));
    CHECK(data.at("width").get<double>() == Approx(10'050).epsilon(0.01));
}

TEST_CASE("slides hold their title and tables as text and their map as a picture",
          "[exchange][export]")
{
    const TemporaryFolder folder;
    Slide slide{.title = "武定县 <汇报>", .footer = "数据截止 2020-04-17"};
    slide.pictures.push_back({{14, 26, 100, 60}, "\x89PNG", "地图"});
    slide.tables.push_back({{14, 26, 200, 0},
                            {100, 100},
                            {false, true},
                            {{"乡镇", "户"}, {"高桥镇", "176"}, {"合计", "1,047"}},
                            true});
    writeSlides(folder / "a.pptx", "题", {slide, slide}, false);
    const std::string xml = member(folder / "a.pptx", "ppt/slides/slide2.xml");
    CHECK_THAT(xml, Contains("武定县 &lt;汇报&gt;") && Contains("type=\"title\"") &&
                        Contains("<a:t>高桥镇</a:t>") && Contains("<a:t>1,047</a:t>") &&
                        Contains("r:embed=\"rId2\""));
    CHECK(member(folder / "a.pptx", "ppt/media/image2-1.png") == "\x89PNG");
    // 338.667 mm by 190.5 mm are 16:9 in EMU.
    CHECK_THAT(member(folder / "a.pptx", "ppt/presentation.xml"),
               Contains("cx=\"12192012\" cy=\"6858000\""));
    CHECK_THROWS_AS(writeSlides(folder / "a.pptx", "题", {slide}, false), Error);
}

TEST_CASE("a text for Word holds its paragraphs", "[exchange][export]")
{
    const TemporaryFolder folder;
    writeTextDocument(folder / "a.docx", "专题报告",
                      {{true, "一、总体进展"}, {false, "剩余1,047户3,012人。𠮷"}}, false);
    CHECK_THAT(member(folder / "a.docx", "word/document.xml"),
               Contains("专题报告") && Contains("一、总体进展") &&
                   Contains("剩余1,047户3,012人。𠮷"));
}
