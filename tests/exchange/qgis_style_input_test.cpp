// SPDX-License-Identifier: MIT
#include "exchange/fixtures.h"
#include "exchange/qgis_style_fixture.h"
#include "support/catch.h"

#include <fstream>
#include <random>

using namespace guatu;
using namespace guatu::exchange;
using namespace guatu::test;

namespace
{

std::string idOf(const TempFolder& folder, const std::string& bytes)
{
    try {
        (void)readStyle(folder.write("s.qml", bytes), areaTable());
    } catch (const Error& error) {
        return error.message().id;
    }
    return "";
}

/// A rule-based style of areas with the rules given, all of one plain symbol.
std::string ruleStyle(const std::string& rules)
{
    return R"(<qgis><renderer-v2 type="RuleRenderer"><rules key="r">)" + rules +
           R"(</rules><symbols><symbol name="0" type="fill"><layer class="SimpleFill">
           <prop k="color" v="1,2,3,255"/><prop k="outline_style" v="no"/></layer></symbol>
           </symbols></renderer-v2></qgis>)";
}

ImportedStyle rulesOf(const TempFolder& folder, const std::string& rules,
                      const FeatureTable& table = areaTable())
{
    return readStyle(folder.write("s.qml", ruleStyle(rules)), table);
}

} // namespace

TEST_CASE("files that are no style are refused by name and line", "[exchange][qgis]")
{
    const TempFolder folder;
    CHECK(idOf(folder, "") == "xml.unreadable");
    CHECK(idOf(folder, "PK\x03\x04 zip") == "xml.broken");
    CHECK(idOf(folder, "<qgis>\n<renderer-v2>\n</qgis>") == "xml.broken");
    CHECK(idOf(folder, "<html/>") == "style_import.not_style");
    CHECK(idOf(folder, "<qgis/>") == "style_import.no_renderer");
    CHECK(idOf(folder, "<qgis><pipe/></qgis>") == "style_import.raster");
    CHECK(idOf(folder, "<StyledLayerDescriptor/>") == "style_import.no_renderer");
    CHECK(idOf(folder, R"(<qgis><renderer-v2 type="heatmapRenderer"/></qgis>)") ==
          "style_import.renderer");
    CHECK(idOf(folder, R"(<?xml version="1.0" encoding="GB18030"?><qgis/>)") == "xml.encoding");
    try {
        (void)readStyle(folder.write("断.qml", "<qgis>\n\n<a>\n</qgis>"), areaTable());
        FAIL("read a file that is cut off");
    } catch (const Error& error) {
        const std::string words = text(error.message(), Language::Chinese);
        CHECK(words.find("断.qml") != std::string::npos);
        CHECK(words.find("第 4 行") != std::string::npos);
    }
}

TEST_CASE("hostile XML is refused before it takes memory or stack", "[exchange][qgis]")
{
    const TempFolder folder;
    CHECK(idOf(folder,
               R"(<!DOCTYPE q [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><qgis>&b;</qgis>)") ==
          "xml.entities");
    CHECK(
        idOf(folder, R"(<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><qgis>&x;</qgis>)") ==
        "xml.entities");
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "<a>";
    CHECK(idOf(folder, "<qgis>" + deep) == "xml.too_deep");
    std::string many = "<qgis>";
    for (int i = 0; i < 250000; ++i)
        many += "<a/>";
    CHECK(idOf(folder, many + "</qgis>") == "xml.too_many");
    CHECK(idOf(folder, "<qgis>" + std::string(17u << 20, ' ') + "</qgis>") == "xml.too_large");
    std::string brackets(5000, '(');
    const ImportedStyle read =
        rulesOf(folder, R"(<rule symbol="0"/><rule symbol="0" filter=")" + brackets + R"("/>)");
    CHECK(count(read.notes, "style_import.rule_expression") == 1);
}

TEST_CASE("any damage to a style file is an error or a style, never a crash", "[exchange][qgis]")
{
    const TempFolder folder;
    std::mt19937 random(20200417);
    for (const char* name : {"area_categories.qml", "line_rules.sld"}) {
        std::ifstream in(sourceFolder() / "tests/data/qgis" / name, std::ios::binary);
        const std::string good{std::istreambuf_iterator<char>(in), {}};
        const FeatureTable table =
            std::string(name).starts_with("area")
                ? areaTable()
                : emptyTable(GeometryType::Line, {"name", "class"}, {"width"});
        for (int i = 0; i < 150; ++i) {
            std::string bad = good;
            for (int change = 0; change < 4; ++change)
                bad[random() % bad.size()] = "0<\"&9'a/-"[random() % 9];
            if (i % 10 == 0)
                bad.resize(random() % bad.size());
            try {
                (void)readStyle(folder.write("s.xml", bad), table);
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::Input);
            }
        }
    }
    SUCCEED();
}

TEST_CASE("filters of rules are read as QGIS reads them", "[exchange][qgis]")
{
    const TempFolder folder;
    const auto conditionOf = [&folder](const std::string& filter) {
        return conditionsOf(
            rulesOf(folder, R"(<rule symbol="0" filter=")" + filter + R"("/>)").style);
    };
    using All = std::vector<std::string>;
    CHECK(conditionOf("persons &gt;= 10 and clear = 'it''s'") ==
          All{R"("persons" >= 10 AND "clear" = 'it''s')"});
    CHECK(conditionOf("10 &lt; &quot;persons&quot;") == All{R"("persons" > 10)"});
    CHECK(conditionOf("persons BETWEEN 1 AND 5") == All{R"("persons" >= 1 AND "persons" <= 5)"});
    CHECK(conditionOf("clear NOT IN ('a','b')") == All{R"(NOT ("clear" IN ('a', 'b')))"});
    CHECK(conditionOf("clear = 'a' OR clear = 'b' AND persons = -1.5e1") ==
          All{R"("clear" = 'a' OR ("clear" = 'b' AND "persons" = -15))"});
    // What is known is taken before, and not drawn, as no rule draws it.
    CHECK(conditionOf("persons IS NULL") == All{R"("persons" = 0 OR "persons" <> 0)", "TRUE"});
    CHECK(conditionOf("persons IS NOT NULL") == All{R"("persons" = 0 OR "persons" <> 0)"});
}

TEST_CASE("rules inside of rules, for the rest and unticked ones", "[exchange][qgis]")
{
    const TempFolder folder;
    const ImportedStyle read = rulesOf(folder, R"(
        <rule symbol="0" label="rest" filter="ELSE"/>
        <rule symbol="0" label="off" checkstate="0" filter="persons = 7"/>
        <rule filter="clear = 'a'" scalemaxdenom="50000">
          <rule symbol="0" label="else" filter="ELSE"/>
          <rule symbol="0" label="many" filter="persons > 9" scalemaxdenom="90000"/>
        </rule>)");
    CHECK(conditionsOf(read.style) == std::vector<std::string>{R"("clear" = 'a' AND "persons" > 9)",
                                                               R"("clear" = 'a')", "TRUE"});
    CHECK(read.style.classes[0].maxScale == 50000);
    CHECK(read.style.classes[2].title.zh == "rest");
    CHECK(count(read.notes, "style_import.rule_off") == 1);
}

TEST_CASE("rules that share features are told", "[exchange][qgis]")
{
    const TempFolder folder;
    const ImportedStyle read = rulesOf(folder, R"(
        <rule symbol="0" label="all"/>
        <rule symbol="0" label="many" filter="persons > 9"/>
        <rule symbol="0" label="more" filter="persons > 99"/>)");
    // What takes all would hide the others: it comes last.
    CHECK(read.style.classes.at(2).title.zh == "all");
    CHECK(count(read.notes, "style_import.rule_overlap") == 1);
}

TEST_CASE("fields and words of ledgers are found by the import's aliases", "[exchange][qgis]")
{
    const TempFolder folder;
    FeatureTable units = emptyTable(GeometryType::Polygon, {"name"});
    CategoryColumn formal;
    formal.words = {"unknown", "unexited", "returned", "exited"};
    units.columns.emplace_back("formal_status", formal);
    const auto file =
        folder.write("s.qml", ruleStyle(R"(<rule symbol="0" filter="&quot;名称&quot; = 'x'"/>
                              <rule symbol="0" filter="formal_status = '未出列'"/>)"));
    const ImportedStyle read = readStyle(file, units, EntityKind::Unit);
    CHECK(conditionsOf(read.style) ==
          std::vector<std::string>{R"("name" = 'x')", R"("formal_status" = 'unexited')"});
    CHECK_THROWS_AS(readStyle(file, units), Error); // without aliases there is no 名称
}

TEST_CASE("SLD 1.0 with classes between bounds, an else and casings in a type of their own",
          "[exchange][qgis][sld]")
{
    const TempFolder folder;
    const auto rule = [](const std::string& filter, const std::string& colour, int width) {
        return "<Rule><Title>" + colour + "</Title>" + filter +
               R"(<MinScaleDenominator>1000</MinScaleDenominator><LineSymbolizer><Stroke>
               <CssParameter name="stroke"><ogc:Literal>)" +
               colour + R"(</ogc:Literal></CssParameter><CssParameter name="stroke-width">)" +
               std::to_string(width) +
               R"(</CssParameter><CssParameter name="stroke-opacity">0.5</CssParameter>
               </Stroke></LineSymbolizer></Rule>)";
    };
    const std::string between = R"(<ogc:Filter><ogc:PropertyIsBetween>
        <ogc:PropertyName>width</ogc:PropertyName>
        <ogc:LowerBoundary><ogc:Literal>4</ogc:Literal></ogc:LowerBoundary>
        <ogc:UpperBoundary><ogc:Literal>7</ogc:Literal></ogc:UpperBoundary>
        </ogc:PropertyIsBetween></ogc:Filter>)";
    const std::string like =
        R"(<ogc:Filter><ogc:PropertyIsLike wildCard="*" singleChar="." escape="!">
        <ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>G*</ogc:Literal>
        </ogc:PropertyIsLike></ogc:Filter>)";
    const std::string other = "<ElseFilter/>";
    const std::string sld =
        R"(<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"
        xmlns:ogc="http://www.opengis.net/ogc"><NamedLayer><Name>roads</Name><UserStyle>
        <FeatureTypeStyle>)" +
        rule(other, "#000000", 1) + rule(between, "#333333", 5) + rule(like, "#ff0000", 2) +
        "</FeatureTypeStyle><FeatureTypeStyle>" + rule(between, "#6699FF", 3) +
        "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    const FeatureTable roads = emptyTable(GeometryType::Line, {"name"}, {"width"});
    const ImportedStyle read = readStyle(folder.write("roads.sld", sld), roads);
    CHECK(conditionsOf(read.style) ==
          std::vector<std::string>{R"("width" >= 4 AND "width" <= 7)", "TRUE"});
    REQUIRE(read.style.classes[0].symbol.strokes.size() == 1);
    const Stroke& stroke = read.style.classes[0].symbol.strokes[0];
    CHECK(stroke.colour == Colour{0x66, 0x99, 0xFF, 128});
    CHECK(stroke.width == Approx(3 * 0.28));
    CHECK(stroke.casing == Colour{0x33, 0x33, 0x33, 128});
    CHECK(stroke.casingWidth == Approx(5 * 0.28));
    CHECK(read.style.classes[0].minScale == 1000);
    REQUIRE(read.notes.size() == 1);
    CHECK(text(read.notes[0], Language::Chinese).find("PropertyIsLike") != std::string::npos);
}
