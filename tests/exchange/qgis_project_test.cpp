// SPDX-License-Identifier: MIT
#include "exchange/qgis_project.h"

#include "core/error.h"
#include "exchange/fixtures.h"
#include "exchange/qgis_expression.h"
#include "support/catch.h"

#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <limits>

using namespace guatu;
using namespace guatu::exchange;
using Catch::Matchers::Contains;
using guatu::test::TempFolder;

namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
const std::string hostileName = R"(A&B <"'村'"> ]]>)";

/// Every state with every number, known or not, in a row of squares 1 km wide.
std::shared_ptr<const FeatureTable> areas()
{
    FeatureTable table{"village", GeometryColumn(GeometryType::Polygon), {}, {}};
    CategoryColumn clear;
    clear.words = {"unknown", "cleared", "uncleared"};
    NumberColumn persons;
    TextColumn names;
    for (std::uint8_t word = 0; word < 3; ++word)
        for (const double number : {unknown, 0.0, 10.0, 99.5, 100.0, 300.0}) {
            const double x = 500000 + 1000.0 * static_cast<double>(persons.size());
            const Point ring[] = {
                {x, 2800000}, {x + 1000, 2800000}, {x + 1000, 2801000}, {x, 2800000}};
            table.geometry.addPart(ring);
            table.geometry.endFeature();
            table.ids.push_back(static_cast<std::int64_t>(persons.size()) + 1);
            clear.rows.push_back(word);
            persons.push_back(number);
            names.add(hostileName);
        }
    table.columns.emplace_back("clear", std::move(clear));
    table.columns.emplace_back("persons", std::move(persons));
    table.columns.emplace_back("name", std::move(names));
    return std::make_shared<const FeatureTable>(std::move(table));
}

/// Conditions that overlap: a number first, then a state, then either, then all that is left.
Style overlapping()
{
    return parseStyle(R"({"id":"s","classes":[
      {"id":"high","title":{"zh":"高","en":"high"},"when":{"f":"persons","op":">=","v":100},
       "symbol":{"fill":{"colour":"#FF0000","pattern":"dots","pattern_colour":"#000000"}}},
      {"id":"done","title":{"zh":"已销号","en":"cleared"},
       "when":{"f":"clear","op":"=","v":"cleared"},"max_scale":50000,
       "symbol":{"strokes":[{"colour":"#7A0177","width_mm":0.5,"inside":true}]}},
      {"id":"some","title":{"zh":"少","en":"some"},
       "when":{"not":{"any":[{"f":"persons","op":"=","v":0},{"f":"clear","op":"!=","v":"uncleared"}]}},
       "symbol":{"fill":{"colour":"#00FF00"}}},
      {"id":"rest","title":{"zh":"其他","en":"rest"},"symbol":{"fill":{"colour":"#0000FF"}}}],
      "labels":[{"field":"name","size_px":16,"min_scale":1000,"max_scale":200000}]})",
                      "test");
}

QgisProject project()
{
    QgisProject made{.title = hostileName,
                     .definition = {},
                     .tables = {areas()},
                     .crs = "EPSG:4543",
                     .extent = {500000, 2800000, 518000, 2801000},
                     .asOf = *Date::fromYmd(2020, 4, 17),
                     .symbols = dataRoot() / "styles" / "symbols"};
    made.definition.styles.emplace("s", overlapping());
    Layer layer = parseLayer(R"({"id":"v","title":{"zh":"村","en":"Villages"},"source":"village",
                                 "style":"s","order":1,"min_scale":5000,"max_scale":650000,
                                 "group":{"zh":"组","en":"Group"}})",
                             "test");
    made.definition.layers.push_back(layer);
    layer.id = "away";
    layer.source = "no_such_table";
    made.definition.layers.push_back(layer);
    return made;
}

struct CloseXml {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, CloseXml>;

Xml parsed(const std::string& text)
{
    Xml xml(CPLParseXMLString(text.c_str()));
    REQUIRE(xml != nullptr);
    return xml;
}

std::vector<CPLXMLNode*> all(CPLXMLNode* node, const std::string& name)
{
    std::vector<CPLXMLNode*> found;
    for (; node != nullptr; node = node->psNext) {
        if (node->eType == CXT_Element && node->pszValue == name)
            found.push_back(node);
        const auto inner = all(node->psChild, name);
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return found;
}

std::string value(CPLXMLNode* node, const char* path)
{
    return CPLGetXMLValue(node, path, "");
}

/// Which class the style gives the row: the first that is met.
std::string classOf(const Style& style, const FeatureTable& table, std::size_t row)
{
    const auto read = [&](std::string_view field) { return table.value(field, row); };
    for (const StyleClass& each : style.classes)
        if (each.when.evaluate(read) == CriterionResult::Met)
            return each.id;
    return "";
}

} // namespace

TEST_CASE("rules of a QGIS project take the features the map's classes take", "[exchange][qgis]")
{
    const TempFolder folder;
    const QgisProject made = project();
    writeQgisProject(folder.path() / "村.qgz", made, false);
    const Xml xml = parsed(qgisProjectText(made, "村.gpkg"));
    const GDALDatasetUniquePtr data(GDALDataset::Open((folder.path() / "村.gpkg").c_str()));
    REQUIRE(data != nullptr);
    OGRLayer* layer = data->GetLayerByName("village");
    REQUIRE(layer != nullptr);
    CHECK(layer->GetFeatureCount() == 18);

    const FeatureTable& table = *made.tables.front();
    std::map<std::string, GIntBig> expected;
    for (std::size_t row = 0; row < table.size(); ++row)
        ++expected[classOf(made.definition.styles.at("s"), table, row)];
    GIntBig total = 0;
    for (CPLXMLNode* rule : all(all(xml.get(), "renderer-v2").front()->psChild, "rule")) {
        INFO(value(rule, "filter"));
        REQUIRE(layer->SetAttributeFilter(value(rule, "filter").c_str()) == OGRERR_NONE);
        CHECK(layer->GetFeatureCount() == expected[value(rule, "description")]);
        total += layer->GetFeatureCount();
    }
    CHECK(total == 18);
}

TEST_CASE("what is not known is NULL, and areas keep their shape and CRS", "[exchange][qgis]")
{
    const TempFolder folder;
    writeQgisProject(folder.path() / "a.qgz", project(), false);
    const GDALDatasetUniquePtr data(GDALDataset::Open((folder.path() / "a.gpkg").c_str()));
    OGRLayer* layer = data->GetLayerByName("village");
    REQUIRE(layer != nullptr);
    CHECK(std::string(layer->GetSpatialRef()->GetAuthorityCode(nullptr)) == "4543");
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    CHECK(first->IsFieldNull(first->GetFieldIndex("clear")));
    CHECK(first->IsFieldNull(first->GetFieldIndex("persons")));
    CHECK(first->GetFieldAsString("name") == hostileName);
    OGREnvelope box;
    first->GetGeometryRef()->getEnvelope(&box);
    CHECK(box.MinX == 500000);
    CHECK(box.MaxX == 501000);
    CHECK(first->GetGeometryRef()->toMultiPolygon()->get_Area() == Approx(500000));
}

TEST_CASE("a QGIS project holds layers, scales, symbols and labels", "[exchange][qgis]")
{
    const Xml xml = parsed(qgisProjectText(project(), "a b.gpkg"));
    CHECK(value(xml.get(), "=qgis.title") == hostileName);
    CHECK(value(xml.get(), "=qgis.projectCrs.spatialrefsys.authid") == "EPSG:4543");
    const auto layers = all(xml.get(), "maplayer");
    REQUIRE(layers.size() == 1); // the other has no table
    CHECK(value(layers[0], "datasource") == "./a b.gpkg|layername=village");
    // QGIS: minScale has the larger denominator.
    CHECK(value(layers[0], "minScale") == "650000");
    CHECK(value(layers[0], "maxScale") == "5000");

    const auto symbols = all(all(layers[0], "symbols").front()->psChild, "symbol");
    std::vector<std::string> kinds;
    for (CPLXMLNode* each : all(layers[0], "layer"))
        kinds.push_back(value(each, "class"));
    CHECK(kinds == std::vector<std::string>{"SimpleFill", "PointPatternFill", "SimpleMarker",
                                            "SimpleLine", "SimpleFill", "SimpleFill"});
    CHECK(symbols.size() == 5); // four classes and the dot of the pattern

    const auto label = all(layers[0], "labeling");
    REQUIRE(label.size() == 1);
    CHECK(value(all(label[0], "text-style").front(), "fontSize") == "12"); // 16 px at 96 dpi
    CHECK(value(all(label[0], "rule").front(), "scalemindenom") == "1000");
    CHECK(value(all(label[0], "rule").front(), "scalemaxdenom") == "200000");
}

TEST_CASE("charts, discs, badges and map themes are in a QGIS project", "[exchange][qgis]")
{
    QgisProject made = project();
    FeatureTable seats{"village_seat", GeometryColumn(GeometryType::Point), {}, {}};
    for (const Point place : {Point{500000, 2800000}, Point{501000, 2800000}})
        seats.geometry.addPoint(place);
    seats.ids = {1, 2};
    seats.columns.emplace_back("open", NumberColumn{3, unknown});
    seats.columns.emplace_back("done", NumberColumn{4, 5});
    made.tables.push_back(std::make_shared<const FeatureTable>(std::move(seats)));
    const auto add = [&made](const std::string& id, const std::string& figure) {
        made.definition.styles.emplace(id, parseStyle(R"({"id":")" + id + R"(","classes":[
            {"id":"open","title":{"zh":"未","en":"open"},"symbol":{"fill":{"colour":"#D7191C"}}},
            {"id":"done","title":{"zh":"已","en":"done"},"symbol":{"fill":{"colour":"#1A9641"}}}],)" +
                                                          figure + "}",
                                                      "test"));
        made.definition.layers.push_back(parseLayer(R"({"id":")" + id +
                                                        R"(","title":{"zh":"图","en":"Figure"},
                          "source":"village_seat","style":")" +
                                                        id + R"(","order":2})",
                                                    "test"));
        made.hiddenLayers.insert(id);
    };
    add("ring", R"("chart":{"shape":"ring","unit_word":{"zh":"户","en":"hh"},"least_mm":6,
        "most_mm":12,"parts":[{"class":"open","field":"open"},{"class":"done","field":"done"}]})");
    add("disc", R"("disc":{"field":"open","unit_word":{"zh":"人","en":"p"}})");
    add("badge", R"("badge":{"field":"open","unit_word":{"zh":"处","en":"p"}})");
    made.themes = {{.name = "环图", .shown = {"ring", "v"}}};

    const Xml xml = parsed(qgisProjectText(made, "a.gpkg"));
    CHECK(all(xml.get(), "maplayer").size() == 4);
    std::size_t unticked = 0;
    for (CPLXMLNode* layer : all(xml.get(), "layer-tree-layer"))
        unticked += value(layer, "checked") == "Qt::Unchecked" ? 1 : 0;
    CHECK(unticked == 3);

    const auto diagrams = all(xml.get(), "LinearlyInterpolatedDiagramRenderer");
    REQUIRE(diagrams.size() == 1);
    CHECK(value(diagrams[0], "diagramType") == "Pie");
    CHECK(value(diagrams[0], "upperValue") == "7"); // 3 + 4; beside it 5 and what is not known
    const auto parts = all(diagrams[0]->psChild, "attribute");
    REQUIRE(parts.size() == 2);
    CHECK(value(parts[0], "color") == "#d7191c");
    CHECK(value(parts[1], "label") == "已");

    const auto themes = all(xml.get(), "visibility-preset");
    REQUIRE(themes.size() == 1);
    CHECK(value(themes[0], "name") == "环图");
    std::vector<std::string> shown;
    for (CPLXMLNode* layer : all(themes[0]->psChild, "layer"))
        shown.push_back(value(layer, "id"));
    CHECK(shown == std::vector<std::string>{"guatu-layer-v", "guatu-layer-ring"});
    CHECK_THAT(qgisProjectText(made, "a.gpkg"),
               Contains("sqrt(&quot;open&quot; / 3)") && Contains("to_string(&quot;open&quot;)"));
}

TEST_CASE("a line inside an area has twice its width, clipped to the area", "[exchange][qgis]")
{
    const std::string text = qgisProjectText(project(), "a.gpkg");
    CHECK_THAT(text, Contains(R"(k="draw_inside_polygon" v="1")") &&
                         Contains(R"(k="line_width" v="1")") &&
                         Contains(R"(k="line_color" v="122,1,119,255")"));
}

TEST_CASE("classes that exclude each other have plain filters", "[exchange][qgis]")
{
    const auto compare = [](Condition::Operator op, FieldValue value) {
        return Condition{
            .kind = Condition::Kind::Compare, .field = "f", .op = op, .values = {value}};
    };
    using Operator = Condition::Operator;
    const std::vector<Condition> disjoint{compare(Operator::GreaterEqual, 10.0),
                                          compare(Operator::Less, 10.0), Condition{}};
    CHECK(qgisFilters(disjoint, false) ==
          std::vector<std::string>{R"("f" >= 10)", R"("f" < 10)", "ELSE"});
    CHECK(qgisFilters(disjoint, true).back() ==
          R"(NOT coalesce(("f" >= 10) OR ("f" < 10), FALSE))");
    const std::vector<Condition> touching{compare(Operator::GreaterEqual, 10.0),
                                          compare(Operator::LessEqual, 10.0)};
    CHECK_THAT(qgisFilters(touching, false).back(), Contains("NOT coalesce"));
    CHECK(qgisExpression(compare(Operator::Equal, std::string("it's"))) == R"("f" = 'it''s')");
}

TEST_CASE("the same map gives the same bytes, and nothing is overwritten unasked",
          "[exchange][qgis]")
{
    const TempFolder one;
    const TempFolder two;
    writeQgisProject(one.path() / "a.qgz", project(), false);
    writeQgisProject(two.path() / "a.qgz", project(), false);
    CHECK(one.contents() == two.contents());
    CHECK(one.contents().size() == 2);

    const TempFolder taken;
    (void)taken.write("a.gpkg", "mine");
    CHECK_THROWS_AS(writeQgisProject(taken.path() / "a.qgz", project(), false), Error);
    CHECK(taken.contents() == std::map<std::string, std::string>{{"a.gpkg", "mine"}});
    writeQgisProject(taken.path() / "a.qgz", project(), true);
    CHECK(taken.contents() == one.contents());
}

TEST_CASE("an export that is stopped or fails leaves nothing", "[exchange][qgis]")
{
    const TempFolder folder;
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(writeQgisProject(folder.path() / "a.qgz", project(), false,
                                     Progress{.stop = source.get_token()}),
                    Cancelled);
    QgisProject lacking = project();
    lacking.definition.styles.at("s").classes.front().symbol.marker = Marker{"no-such-sign"};
    lacking.tables = {std::make_shared<const FeatureTable>(
        FeatureTable{"village", GeometryColumn(GeometryType::Point), {}, {}})};
    CHECK_THROWS_AS(writeQgisProject(folder.path() / "a.qgz", lacking, false), Error);
    CHECK(folder.contents().empty());
}
