// SPDX-License-Identifier: MIT
#include "desktop/layer_titles.h"

#include "desktop/scale_edit.h"
#include "desktop/texts.h"
#include "support/catch.h"
#include "window_fixture.h"

#include <set>

using namespace guatu;
using namespace guatu::desktop;

TEST_CASE("layers of one title are told apart by their scales", "[desktop]")
{
    test::application();
    const Texts texts(Language::Chinese);
    const MapDefinition definition = loadMapDefinition(dataRoot());
    const auto titles = layerTitles(definition, texts);
    REQUIRE(titles.size() == definition.layers.size());
    CHECK(titles.front().layer == definition.layers.back().id);
    std::set<QString> different;
    for (const LayerTitle& each : titles)
        different.insert(each.title);
    CHECK(different.size() == titles.size());
}

TEST_CASE("scales are read as they are written and spoken", "[desktop]")
{
    CHECK(parseScale("1:50,000") == 50000.0);
    CHECK(parseScale("1：50，000") == 50000.0);
    CHECK(parseScale(" 25000 ") == 25000.0);
    CHECK(parseScale("1:5万") == 50000.0);
    CHECK_FALSE(parseScale("很远"));
    CHECK_FALSE(parseScale("1:0"));
    CHECK_FALSE(parseScale("-5"));
}
