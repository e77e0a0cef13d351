// SPDX-License-Identifier: MIT
#include "core/layer.h"
#include "support/catch.h"
#include "support/colour_difference.h"

#include <set>

using namespace guatu;
using namespace guatu::test;

namespace
{

std::map<std::string, Fill> tints()
{
    std::map<std::string, Fill> result;
    const MapDefinition definition = loadMapDefinition(dataRoot());
    for (const StyleClass& styleClass : definition.styles.at("status").classes)
        result.emplace(styleClass.id, styleClass.symbol.fill.value());
    return result;
}

} // namespace

TEST_CASE("the colour difference is the published one", "[render]")
{
    // Rows 1, 7, 17 and 24 of the test data of Sharma, Wu and Dalal 2005.
    CHECK(deltaE2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == Approx(2.0425).margin(1e-4));
    CHECK(deltaE2000({50, 0, 0}, {50, -1, 2}) == Approx(2.3669).margin(1e-4));
    CHECK(deltaE2000({50, 2.5, 0}, {73, 25, -18}) == Approx(27.1492).margin(1e-4));
    CHECK(deltaE2000({50, 2.5, 0}, {50, 3.2592, 0.3350}) == Approx(1.0).margin(1e-4));
}

TEST_CASE("the four main tints differ, also for a deuteranope", "[render]")
{
    const auto all = tints();
    const std::vector<std::string> main{"cleared", "uncleared", "at_risk", "unknown"};
    for (std::size_t i = 0; i < main.size(); ++i) {
        for (std::size_t j = i + 1; j < main.size(); ++j) {
            const Colour a = all.at(main[i]).colour;
            const Colour b = all.at(main[j]).colour;
            CAPTURE(main[i], main[j]);
            CHECK(deltaE2000(labOf(a), labOf(b)) >= 14);
            CHECK(deltaE2000(labOf(deuteranopia(a)), labOf(deuteranopia(b))) >= 10);
        }
    }
}

TEST_CASE("a status never speaks by colour alone", "[render]")
{
    const auto all = tints();
    std::set<Pattern> patterns;
    for (const auto& [id, fill] : all) {
        if (id != "out_of_scope")
            patterns.insert(fill.pattern);
    }
    CHECK(patterns.size() == all.size() - 1); // one each, plain for cleared
    CHECK(all.at("cleared").pattern == Pattern::None);

    const MapDefinition definition = loadMapDefinition(dataRoot());
    std::set<std::string> symbols;
    for (const StyleClass& styleClass : definition.styles.at("household").classes)
        symbols.insert(styleClass.symbol.marker.value().symbol);
    CHECK(symbols.size() == definition.styles.at("household").classes.size());
}

TEST_CASE("what needs action is darkest", "[render]")
{
    const auto all = tints();
    const auto lightness = [&all](const char* id) { return labOf(all.at(id).colour).l; };
    CHECK(lightness("uncleared") < lightness("unknown"));
    CHECK(lightness("unknown") < lightness("at_risk"));
    CHECK(lightness("at_risk") < lightness("cleared"));
}
