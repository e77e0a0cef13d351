// SPDX-License-Identifier: MIT
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/map_scene.h"

#include <algorithm>

using namespace guatu;
using namespace guatu::render;

namespace
{

const LegendSection& sectionOf(const std::vector<LegendSection>& sections, const std::string& layer)
{
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [&](const LegendSection& s) { return s.layer == layer; });
    REQUIRE(found != sections.end());
    return *found;
}

std::shared_ptr<const FeatureTable> tableOf(const MapScene& scene, const std::string& source)
{
    return *std::find_if(scene.tables.begin(), scene.tables.end(),
                         [&](const auto& table) { return table->source == source; });
}

} // namespace

TEST_CASE("the legend counts every class as counting one by one does", "[render]")
{
    const MapScene scene = test::countyScene(3, 2000);
    const auto table = tableOf(scene, "household");
    const CategoryColumn& kinds = *table->category("class");
    const LegendSection& section = sectionOf(legend(scene, 150000), "household");

    std::size_t total = 0;
    for (const LegendEntry& entry : section.entries) {
        std::size_t expected = 0;
        for (const std::uint8_t word : kinds.rows)
            expected += kinds.words[word] == entry.styleClass ? 1 : 0;
        CHECK(entry.count == expected);
        total += entry.count;
    }
    CHECK(section.entries.size() == 5);
    CHECK(section.located + section.notLocated == total);
    CHECK(section.notLocated > 0);
    CHECK(section.unitWord == "户");
    CHECK(section.title == "重点农户");
}

TEST_CASE("a legend of part of the map counts what lies there", "[render]")
{
    const MapScene scene = test::countyScene(3, 2000);
    const auto table = tableOf(scene, "household");
    const Box part{480000, 2830000, 500000, 2850000};
    const CategoryColumn& kinds = *table->category("class");
    const LegendSection& section = sectionOf(legend(scene, 150000, &part), "household");
    std::size_t unexited = 0;
    for (std::size_t row = 0; row < table->size(); ++row) {
        unexited += kinds.words[kinds.rows[row]] == "unexited" &&
                            part.contains(table->geometry.firstPoint(row))
                        ? 1
                        : 0;
    }
    CHECK(unexited > 0);
    CHECK(section.entries.front().count == unexited);
    CHECK(section.notLocated == 0);
}

TEST_CASE("unknown is listed even when there is none, other empty classes are not", "[render]")
{
    MapScene scene;
    scene.tables = {
        test::boxTable("village", {{0, 0, 1, 1}, {1, 0, 2, 1}}, {"cleared", "uncleared"}, {1, 1})};
    MapDefinition definition;
    test::addLayer(definition,
                   R"({"id":"status","title":{"zh":"状态","en":"Status"},"source":"village",
                       "style":"status","order":1})",
                   R"({"id":"status","classes":[
                       {"id":"uncleared","title":{"zh":"未销号","en":"Not cleared"},
                        "when":{"f":"kind","op":"=","v":"uncleared"},
                        "symbol":{"fill":{"colour":"#F09A92"}}},
                       {"id":"cleared","title":{"zh":"已销号","en":"Cleared"},
                        "when":{"f":"kind","op":"=","v":"cleared"},
                        "symbol":{"fill":{"colour":"#D6ECD7"}}},
                       {"id":"unknown","title":{"zh":"未核实","en":"Unknown"},
                        "symbol":{"fill":{"colour":"#C8CCD0"}}}]})");
    scene.definition = std::make_shared<const MapDefinition>(definition);
    scene.language = Language::English;
    const auto sections = legend(scene, 1000);
    REQUIRE(sections.size() == 1);
    REQUIRE(sections[0].entries.size() == 2);
    CHECK(sections[0].entries[0].styleClass == "cleared");
    CHECK(sections[0].entries[0].title == "Cleared");
    CHECK(sections[0].entries[0].count == 2);
    CHECK(sections[0].entries[1].styleClass == "unknown");
    CHECK(sections[0].entries[1].count == 0);
}

TEST_CASE("the legend runs from the top layer down and says what is not drawn", "[render]")
{
    MapScene scene = test::countyScene(3, 100);
    scene.hiddenLayers.insert("road");
    const auto sections = legend(scene, 150000);
    const auto position = [&](const std::string& layer) {
        return &sectionOf(sections, layer) - sections.data();
    };
    CHECK(position("site") < position("household"));
    CHECK(position("household") < position("listed-village"));
    CHECK(position("listed-village") < position("village-status"));
    CHECK_FALSE(sectionOf(sections, "road").drawn);
    CHECK_FALSE(sectionOf(sections, "county-status").drawn); // village status at this scale
    CHECK(sectionOf(sections, "village-status").drawn);
    CHECK(sectionOf(sections, "boundary-village").approximate);
}

TEST_CASE("every class of the shipped map has a swatch of its own", "[render]")
{
    needGui();
    const MapDefinition definition = loadMapDefinition(dataRoot());
    for (const Layer& layer : definition.layers) {
        std::vector<QImage> seen;
        for (const StyleClass& styleClass : definition.styleOf(layer).classes) {
            if (!styleClass.inLegend)
                continue;
            const QImage swatch = legendSwatch(definition, layer.id, styleClass.id, 26, 22, 2);
            CAPTURE(layer.id, styleClass.id);
            CHECK(swatch.width() == 52);
            QImage blank(swatch.size(), swatch.format());
            blank.fill(Qt::transparent);
            blank.setDevicePixelRatio(2);
            CHECK(swatch != blank);
            const bool isBoundary = layer.id.starts_with("boundary"); // official or not: one look
            CHECK((isBoundary || std::find(seen.begin(), seen.end(), swatch) == seen.end()));
            seen.push_back(swatch);
        }
    }
}
