// SPDX-License-Identifier: MIT
#include "exchange/qgis_style_reader.h"

#include "exchange/qgis_style_fixture.h"
#include "support/catch.h"

using namespace guatu;
using namespace guatu::exchange;
using namespace guatu::test;

// Expected values are what tests/data/qgis/make_styles.py tells QGIS.

TEST_CASE("a single symbol of QGIS keeps colours, width, hatch, opacity and scales",
          "[exchange][qgis]")
{
    const ImportedStyle read = readKept("area_single.qml", areaTable());
    REQUIRE(read.style.classes.size() == 1);
    const StyleClass& only = read.style.classes.front();
    CHECK(only.title.zh == "图层");
    REQUIRE(only.symbol.fill);
    CHECK(only.symbol.fill->colour == Colour{255, 200, 100, 64}); // 128, the layer half of it
    CHECK(only.symbol.fill->pattern == Pattern::Diagonal);
    CHECK(only.symbol.fill->patternColour == Colour{90, 0, 90, 128});
    REQUIRE(only.symbol.strokes.size() == 1);
    CHECK(only.symbol.strokes[0].colour == Colour{10, 20, 30, 128});
    CHECK(only.symbol.strokes[0].width == Approx(0.7));
    REQUIRE(read.scales);
    CHECK(*read.scales == std::pair(5000.0, 650000.0));
    CHECK(read.notes.empty());
}

TEST_CASE("categories of QGIS become classes, labels keep font and halo", "[exchange][qgis]")
{
    const ImportedStyle read = readKept("area_categories.qml", areaTable());
    CHECK(conditionsOf(read.style) ==
          std::vector<std::string>{R"("clear" = 'cleared')", R"("clear" = 'uncleared')", "TRUE"});
    const auto& classes = read.style.classes;
    CHECK(classes[0].title.zh == "已销号");
    CHECK(classes[0].symbol.fill->colour == Colour{26, 150, 65, 255});
    CHECK(classes[1].symbol.strokes[0].width == Approx(2 * 25.4 / 96)); // two pixels
    CHECK(classes[2].symbol.fill->pattern == Pattern::Dots);            // dense6
    CHECK(count(read.notes, "style_import.pattern_dots") == 1);
    CHECK(read.notes.size() == 1);
    CHECK_FALSE(read.scales);
    REQUIRE(read.style.labels.size() == 1);
    const LabelStyle& label = read.style.labels.front();
    CHECK(label.field == "name");
    CHECK(label.size == Approx(12)); // 9 points
    CHECK(label.bold);
    CHECK(label.colour == Colour{20, 26, 33, 255});
    CHECK(label.haloWidth == Approx(0.5 / 25.4 * 96));
    CHECK(label.halo == Colour{255, 255, 240, 255});
    CHECK(label.minScale == 1000);
    CHECK(label.maxScale == 200000);
}

TEST_CASE("a break of QGIS's ranges belongs to the range that stands first", "[exchange][qgis]")
{
    const ImportedStyle read = readKept("area_ranges.qml", areaTable());
    CHECK(conditionsOf(read.style) ==
          std::vector<std::string>{R"("persons" >= 0 AND "persons" <= 100)",
                                   R"("persons" > 100 AND "persons" <= 300)",
                                   R"("persons" > 300 AND "persons" <= 1000)"});
    CHECK(read.style.classes[2].symbol.fill->colour == Colour{103, 0, 13, 255});
    CHECK(read.notes.empty());
}

TEST_CASE("rules of QGIS keep filters, scales, dashes and casings", "[exchange][qgis]")
{
    const FeatureTable roads = emptyTable(GeometryType::Line, {"name", "class"}, {"width"});
    const ImportedStyle read = readKept("line_rules.qml", roads);
    CHECK(conditionsOf(read.style) ==
          std::vector<std::string>{R"("class" IN ('national', 'provincial'))",
                                   R"("class" = 'county' AND "width" >= 4.5)",
                                   R"("class" = 'county' AND (NOT ("width" >= 4.5)))", "TRUE"});
    const auto& classes = read.style.classes;
    CHECK(classes[0].maxScale == 3000000);
    REQUIRE(classes[0].symbol.strokes.size() == 1);
    const Stroke& trunk = classes[0].symbol.strokes[0];
    CHECK(trunk.colour == Colour{243, 217, 164, 255});
    CHECK(trunk.width == Approx(0.85));
    CHECK(trunk.casing == Colour{94, 87, 77, 255});
    CHECK(trunk.casingWidth == Approx(1.2));
    CHECK(classes[1].symbol.strokes[0].dash == std::vector<double>{1.1, 0.7});
    CHECK(classes[2].symbol.strokes[0].width == Approx(3 * 25.4 / 96)); // three pixels
    // The rule by length() has no class; it is named.
    REQUIRE(count(read.notes, "style_import.rule_expression") == 1);
    CHECK(text(read.notes[0], Language::Chinese).find("length($geometry) > 1000") !=
          std::string::npos);
}

TEST_CASE("markers of QGIS keep shape, colour and size", "[exchange][qgis]")
{
    const FeatureTable places = emptyTable(GeometryType::Point, {"name", "kind"});
    const ImportedStyle read = readKept("point_marks.qml", places);
    std::vector<std::string> symbols;
    for (const StyleClass& each : read.style.classes)
        symbols.push_back(each.symbol.marker.value().symbol);
    // Edges of 0.3 mm, in units of a mark 12 units wide: 12 * 0.3 / 3, / 5, / 2.5.
    CHECK(symbols == std::vector<std::string>{"mark-square-FF0000-000000-12", "mark-circle-0000FF",
                                              "mark-star-E66101-000000-7",
                                              "mark-plus-000000-000000-14"});
    CHECK(read.style.classes[0].symbol.marker->size == Approx(3 * 16 / 12.0));
    CHECK(read.style.classes[0].symbol.fill->colour == Colour{255, 0, 0, 255}); // of rings
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0].id == "style_import.marker_shape"); // cross_fill
}

TEST_CASE("what cannot be drawn is told, with what is used instead", "[exchange][qgis]")
{
    const ImportedStyle read = readKept("area_effects.qml", areaTable());
    CHECK(read.style.classes[0].symbol.fill->colour == Colour{10, 120, 200, 255});
    CHECK(count(read.notes, "style_import.layer_colour") == 1); // GradientFill
    CHECK(count(read.notes, "style_import.data_defined") == 1);
    CHECK(count(read.notes, "style_import.label_expression") == 1);
    for (const Message& note : read.notes)
        UNSCOPED_INFO(text(note, Language::English));
    CHECK(count(read.notes, "style_import.property") == 3); // offset, blend mode, gradient
    CHECK(read.style.labels.at(0).field == "name");
    for (const Message& note : read.notes)
        CHECK(text(note, Language::English).find('{') == std::string::npos);

    const FeatureTable places = emptyTable(GeometryType::Point, {"name", "kind"});
    const ImportedStyle cluster = readKept("point_cluster.qml", places);
    CHECK(count(cluster.notes, "style_import.inner_renderer") == 1);
    CHECK(count(cluster.notes, "style_import.no_pictogram") == 1);
    CHECK(cluster.style.classes[0].symbol.marker->size == Approx(6));
}

TEST_CASE("a pattern of points of QGIS becomes dots", "[exchange][qgis]")
{
    const ImportedStyle read = readKept("area_dots.qml", areaTable());
    const Symbol& symbol = read.style.classes.at(0).symbol;
    CHECK(symbol.fill->pattern == Pattern::Dots);
    CHECK(symbol.fill->colour.a == 0);
    CHECK(symbol.fill->patternColour == Colour{0, 100, 0, 255});
    CHECK(symbol.strokes.at(0).width == Approx(0.4));
    CHECK(read.notes.empty());
}

TEST_CASE("SLD of QGIS gives the same classes within its whole pixels", "[exchange][qgis][sld]")
{
    const ImportedStyle single = readKept("area_single.sld", areaTable());
    const StyleClass& only = single.style.classes.at(0);
    CHECK(only.symbol.fill->colour == Colour{255, 200, 100, 128});
    CHECK(only.symbol.fill->pattern == Pattern::Diagonal);
    CHECK(only.symbol.strokes.at(0).width == Approx(0.56)); // 0.7 mm: 2 of 2.5 pixels of 0.28 mm
    CHECK(only.minScale == 5000);
    CHECK(only.maxScale == 650000);

    const ImportedStyle categories = readKept("area_categories.sld", areaTable());
    CHECK(conditionsOf(categories.style) ==
          std::vector<std::string>{R"("clear" = 'cleared')", R"("clear" = 'uncleared')",
                                   R"("clear" = '' OR "clear" <> '')", "TRUE"});
    CHECK_FALSE(categories.style.classes[2].symbol.fill); // what is known but not listed
    CHECK(categories.style.classes[3].title.zh == "others");
    CHECK(categories.style.labels.at(0).bold);
    CHECK(categories.style.labels.at(0).haloWidth == Approx(0.28 / 25.4 * 96));
    CHECK(categories.style.labels.at(0).maxScale == 200000);

    const ImportedStyle ranges = readKept("area_ranges.sld", areaTable());
    CHECK(conditionsOf(ranges.style) ==
          conditionsOf(readKept("area_ranges.qml", areaTable()).style));

    const FeatureTable roads = emptyTable(GeometryType::Line, {"name", "class"}, {"width"});
    const ImportedStyle rules = readKept("line_rules.sld", roads);
    CHECK(rules.style.classes.at(0).symbol.strokes.at(0).casing == Colour{94, 87, 77, 255});
    CHECK(rules.style.classes[1].symbol.strokes.at(0).dash.size() == 2);

    const FeatureTable places = emptyTable(GeometryType::Point, {"name", "kind"});
    const ImportedStyle marks = readKept("point_marks.sld", places);
    CHECK(marks.style.classes.at(1).symbol.marker->symbol == "mark-circle-0000FF");
    CHECK(marks.style.classes.at(1).symbol.marker->size == Approx(14 * 0.28 * 16 / 12));
}

TEST_CASE("a field the layer lacks, or other geometry, is an error that names it",
          "[exchange][qgis]")
{
    const FeatureTable other = emptyTable(GeometryType::Polygon, {"name"}, {"persons"});
    try {
        (void)readKept("area_categories.qml", other);
        FAIL("read a style for a field that is not there");
    } catch (const Error& error) {
        CHECK(error.message().id == "style_import.no_field");
        const std::string words = text(error.message(), Language::Chinese);
        CHECK(words.find("clear") != std::string::npos);
        CHECK(words.find("name, persons") != std::string::npos);
        CHECK(words.find("area_categories.qml") != std::string::npos);
    }
    CHECK_THROWS_AS(readKept("line_rules.qml", areaTable()), Error);
    CHECK_THROWS_AS(readKept("point_marks.sld", areaTable()), Error);
}
