// SPDX-License-Identifier: MIT
// The shipped styles hold the numbers of the design guide's tables of lines and sizes.
#include "core/layer.h"
#include "render/point_layout.h"
#include "render/selection_painter.h"
#include "support/catch.h"

#include <map>
#include <set>
#include <string>

using namespace guatu;

namespace
{

const MapDefinition& shipped()
{
    static const MapDefinition definition = loadMapDefinition(dataRoot());
    return definition;
}

const Symbol& symbolOf(const std::string& style, const std::string& styleClass)
{
    for (const StyleClass& each : shipped().styles.at(style).classes)
        if (each.id == styleClass)
            return each.symbol;
    throw std::out_of_range(style + "/" + styleClass);
}

double markerOf(const std::string& style, const std::string& styleClass)
{
    return symbolOf(style, styleClass).marker.value().size;
}

using Dash = std::vector<double>;

} // namespace

TEST_CASE("boundaries are as wide and as dashed as the table of lines says", "[render]")
{
    struct Row {
        const char* style;
        double width;
        Dash dash;
    };
    const std::vector<Row> rows{{"boundary-prefecture", 0.6, {3.7, 0.8, 0.5, 0.8, 0.5, 0.8}},
                                {"boundary-county", 0.5, {3.2, 0.8, 0.5, 0.8}},
                                {"boundary-town", 0.3, {2.4, 0.7, 0.4, 0.7}},
                                {"boundary-town-overview", 0.3, {2.4, 0.7, 0.4, 0.7}},
                                {"boundary-village", 0.25, {0.8, 0.6}}};
    for (const Row& row : rows) {
        for (const StyleClass& styleClass : shipped().styles.at(row.style).classes) {
            CAPTURE(row.style, styleClass.id);
            REQUIRE(styleClass.symbol.strokes.size() == 1);
            const Stroke& stroke = styleClass.symbol.strokes[0];
            CHECK(stroke.width == row.width);
            CHECK(stroke.dash == row.dash);
            CHECK(stroke.casingWidth == (row.width == 0.6 ? 1.7 : 0)); // the prefecture's grey band
        }
    }
}

TEST_CASE("roads are cased by class and dashed by surface as the table of lines says", "[render]")
{
    const Dash gravel{1.1, 0.7};
    const Dash earth{0.4, 0.7};
    struct Row {
        const char* styleClass;
        double casing, width;
        Dash dash;
    };
    const std::vector<Row> rows{{"trunk", 1.2, 0, {}},
                                {"county_hard", 0.9, 0, {}},
                                {"county_gravel", 0.9, 0, gravel},
                                {"county_earth", 0.9, 0, earth},
                                {"village_hard", 0, 0.3, {}},
                                {"village_gravel", 0, 0.3, gravel},
                                {"village_earth", 0, 0.3, earth}};
    for (const Row& row : rows) {
        CAPTURE(row.styleClass);
        const auto& strokes = symbolOf("road", row.styleClass).strokes;
        REQUIRE(strokes.size() == 1);
        CHECK(strokes[0].casing.has_value() == (row.casing > 0));
        if (row.casing > 0) // the whole road with its edges
            CHECK(strokes[0].casingWidth == row.casing);
        else
            CHECK(strokes[0].width == row.width);
        CHECK(strokes[0].dash == row.dash);
    }
}

TEST_CASE("listed places are outlined inside their area as the table of lines says", "[render]")
{
    for (const char* style : {"listed-county", "listed-town", "listed-village"}) {
        CAPTURE(style);
        const auto& prefecture = symbolOf(style, "prefecture").strokes;
        REQUIRE(prefecture.size() == 1);
        CHECK(prefecture[0].width == 0.5); // two of 0.5, a gap of 0.5 between
        CHECK(prefecture[0].secondGap == 0.5);
        const auto& rule = symbolOf(style, "rule").strokes;
        REQUIRE(rule.size() == 1);
        CHECK(rule[0].width == 0.55);
        CHECK(rule[0].dash == Dash{1.6, 1.1});
        for (const StyleClass& styleClass : shipped().styles.at(style).classes)
            for (const Stroke& stroke : styleClass.symbol.strokes)
                CHECK(stroke.inside);
    }
    for (const char* style : {"listed-county", "listed-village"})
        CHECK(symbolOf(style, "county").strokes.at(0).width == 0.7);
    const auto& town = symbolOf("listed-town", "county").strokes;
    REQUIRE(town.size() == 2);
    CHECK(town[0].width == 1.5);
    CHECK(town[0].colour.a == 41); // 16 %
    CHECK(town[1].width == 0.5);
}

TEST_CASE("the current choice is a dark line of 0.75 mm on 1.7 mm of white", "[render]")
{
    const Style style = render::selectionStyle();
    const Stroke& stroke = style.classes.at(0).symbol.strokes.at(0);
    CHECK(stroke.width == 0.75);
    CHECK(stroke.casingWidth == 1.7);
    CHECK(stroke.colour == Colour{0x11, 0x18, 0x20});
    CHECK(stroke.casing == Colour{255, 255, 255});
}

TEST_CASE("symbols are as large as the guide says", "[render]")
{
    // Those nobody looks for at first are smaller, so that print in grey tells them apart.
    const std::set<std::string> quiet{"exited", "ordinary"};
    for (const StyleClass& styleClass : shipped().styles.at("household").classes)
        CHECK(styleClass.symbol.marker.value().size == (quiet.contains(styleClass.id) ? 2.0 : 2.6));
    // Of two kinds with one sign the more important is larger, what has no sign of its own smaller.
    const std::set<std::string> larger{"health_centre", "health_centre_broken", "water_works",
                                       "water_works_broken"};
    for (const StyleClass& styleClass : shipped().styles.at("facility").classes)
        CHECK(styleClass.symbol.marker.value().size == (larger.contains(styleClass.id) ? 5.2
                                                        : styleClass.id == "other"     ? 3.2
                                                                                       : 4.2));
    CHECK(markerOf("seat-village", "seat") == 4);
    CHECK(markerOf("seat-town", "seat") == 4.5);
    for (const std::string kind : {"relocation", "hydropower"}) {
        CHECK(markerOf("site", kind + "_small") == 3.4);
        CHECK(markerOf("site", kind + "_middle") == 4.8);
        CHECK(markerOf("site", kind + "_large") == 5.5);
    }
    CHECK(markerOf("site", "other") == 2.8);
    for (const auto& [id, style] : shipped().styles)
        for (const LabelStyle& label : style.labels)
            if (label.badge)
                CHECK(label.badge->size == 3.7); // 督
    std::map<double, std::size_t> sizes;
    for (std::size_t count = 2; count < 500; ++count)
        sizes.emplace(render::ringSize(count), count);
    CHECK(sizes == std::map<double, std::size_t>{{4, 2}, {5, 10}, {6, 30}, {8.5, 100}});
}

TEST_CASE("names are as large as the guide says", "[render]")
{
    std::map<std::string, double> sizes;
    for (const char* style : {"boundary-county", "boundary-town", "boundary-village", "seat-group"})
        for (const LabelStyle& label : shipped().styles.at(style).labels)
            sizes[style] = label.size;
    CHECK(sizes == std::map<std::string, double>{{"boundary-county", 22},
                                                 {"boundary-town", 16},
                                                 {"boundary-village", 12},
                                                 {"seat-group", 12}});
}
