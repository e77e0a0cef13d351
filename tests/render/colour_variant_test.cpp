// SPDX-License-Identifier: MIT
#include "core/layer.h"
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/colour_difference.h"
#include "support/gui.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <tuple>

using namespace guatu;
using namespace guatu::test;

namespace
{

using Seen = std::function<Colour(const Colour&)>;

MapDefinition definitionFor(ColourVariant variant)
{
    return coloured(loadMapDefinition(dataRoot()), variant);
}

Colour fillOf(const MapDefinition& definition, const char* style, const std::string& id)
{
    for (const StyleClass& styleClass : definition.styles.at(style).classes) {
        if (styleClass.id == id)
            return styleClass.symbol.fill.value().colour;
    }
    throw std::out_of_range(id);
}

std::vector<std::string> classesOf(const char* style)
{
    const std::string name = style;
    if (name == "status")
        return {"cleared", "uncleared", "at_risk", "unknown"};
    std::vector<std::string> all;
    const MapDefinition definition = definitionFor(ColourVariant::Standard);
    for (const StyleClass& each : definition.styles.at(name).classes)
        if (name != "relocation-flow" || each.symbol.fill) // the unknown is not drawn
            all.push_back(each.id);
    return all;
}

/// The two classes of a style that are hardest to tell apart by colour.
struct Nearest {
    std::string first, second;
    double difference = 1000;
};

Nearest nearest(const MapDefinition& definition, const char* style, const Seen& seen)
{
    Nearest result;
    const auto ids = classesOf(style);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j) {
            const double difference = deltaE2000(labOf(seen(fillOf(definition, style, ids[i]))),
                                                 labOf(seen(fillOf(definition, style, ids[j]))));
            if (difference < result.difference)
                result = {ids[i], ids[j], difference};
        }
    }
    return result;
}

/// Ratio of luminances as WCAG 2 has it, 1 to 21.
double contrast(const Colour& a, const Colour& b)
{
    const auto luminance = [](const Colour& colour) {
        return std::pow((labOf(colour).l + 16) / 116, 3); // above L* of 8
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Colour asItIs(const Colour& colour)
{
    return colour;
}

/// Lightness (CIE L*, 0 to 100) of a swatch's pixels on white paper, without its rim.
std::vector<double> lightness(const MapDefinition& definition, const std::string& layer,
                              const std::string& styleClass, int size)
{
    const QImage swatch = render::legendSwatch(definition, layer, styleClass, size, size, 1);
    std::vector<double> values;
    for (int y = 3; y < size - 3; ++y) {
        for (int x = 3; x < size - 3; ++x) {
            const QRgb pixel = swatch.pixel(x, y); // not premultiplied
            const auto onWhite = [alpha = qAlpha(pixel)](int part) {
                return static_cast<std::uint8_t>((part * alpha + 255 * (255 - alpha)) / 255);
            };
            values.push_back(
                labOf({onWhite(qRed(pixel)), onWhite(qGreen(pixel)), onWhite(qBlue(pixel)), 255})
                    .l);
        }
    }
    return values;
}

/// What the eye tells apart in a grain: how light, how strong, and which way it runs.
struct Texture {
    double mean = 0, deviation = 0;
    double slant = 0; ///< change across less that along the rising diagonal; 0 without direction
};

double difference(const Texture& a, const Texture& b)
{
    return std::hypot(a.mean - b.mean, a.deviation - b.deviation, a.slant - b.slant);
}

/// Of a square of pixels.
Texture textureOf(const std::vector<double>& values)
{
    Texture texture;
    const auto count = static_cast<double>(values.size());
    const auto side = static_cast<std::size_t>(std::lround(std::sqrt(count)));
    for (const double value : values)
        texture.mean += value / count;
    for (const double value : values)
        texture.deviation += std::pow(value - texture.mean, 2) / count;
    texture.deviation = std::sqrt(texture.deviation);
    for (std::size_t y = 1; y + 1 < side; ++y) {
        for (std::size_t x = 0; x + 1 < side; ++x) {
            const double here = values[y * side + x];
            texture.slant += (std::abs(here - values[(y + 1) * side + x + 1]) -
                              std::abs(here - values[(y - 1) * side + x + 1])) /
                             count;
        }
    }
    return texture;
}

/// How far two pictures of equal size are apart, pixel by pixel.
double apart(const std::vector<double>& a, const std::vector<double>& b)
{
    REQUIRE(a.size() == b.size());
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(a[i] - b[i], 2) / static_cast<double>(a.size());
    return std::sqrt(sum);
}

} // namespace

TEST_CASE("main statuses and households differ in the standard and the colour-blind colours",
          "[render]")
{
    for (const ColourVariant variant : {ColourVariant::Standard, ColourVariant::ColourBlind}) {
        const MapDefinition definition = definitionFor(variant);
        for (const char* style : {"status", "household"}) {
            const Nearest found = nearest(definition, style, asItIs);
            CAPTURE(toString(variant), style, found.first, found.second);
            CHECK(found.difference >= 14);
        }
    }
}

TEST_CASE("the colour-blind colours differ for everybody, deuteranopes and protanopes too",
          "[render]")
{
    const MapDefinition definition = definitionFor(ColourVariant::ColourBlind);
    for (const char* style :
         {"status", "household", "change", "status-ring", "problem", "relocation-flow"}) {
        CAPTURE(style);
        const Nearest all = nearest(definition, style, asItIs);
        CAPTURE(all.first, all.second);
        CHECK(all.difference >= 14);
        for (const auto& seen : {deuteranopia, protanopia}) {
            const Nearest found = nearest(definition, style, seen);
            CAPTURE(found.first, found.second);
            CHECK(found.difference >= 10);
            if (std::string_view(style) == "household") // symbols are small
                CHECK(found.difference >= 15);
        }
    }
}

TEST_CASE("listing outlines stand out from tints and from boundaries for all eyes", "[render]")
{
    for (const ColourVariant variant :
         {ColourVariant::Standard, ColourVariant::ColourBlind, ColourVariant::Grey}) {
        const MapDefinition definition = definitionFor(variant);
        for (const char* style : {"listed-county", "listed-town", "listed-village"}) {
            for (const StyleClass& styleClass : definition.styles.at(style).classes) {
                const Colour line = styleClass.symbol.strokes.back().colour;
                for (const auto& seen : {Seen(asItIs), Seen(deuteranopia), Seen(protanopia)}) {
                    CAPTURE(toString(variant), style, styleClass.id);
                    for (const char* tint :
                         {"uncleared", "at_risk", "cleared", "unknown", "exempt"})
                        CHECK(contrast(seen(line), seen(fillOf(definition, "status", tint))) >= 3);
                    if (variant == ColourVariant::Grey)
                        continue; // there they lie inside, boundaries on the edge
                    for (const char* boundary :
                         {"boundary-county", "boundary-town", "boundary-village"}) {
                        const Colour ink = definition.styles.at(boundary)
                                               .classes.front()
                                               .symbol.strokes.front()
                                               .colour;
                        CHECK(deltaE2000(labOf(seen(line)), labOf(seen(ink))) >= 14);
                    }
                }
            }
        }
    }
}

TEST_CASE("in grey problems, projects, changes and broken facilities differ in lightness or shape",
          "[render]")
{
    needGui();
    std::vector<std::tuple<std::string, std::string, std::string>> pairs;
    for (const char* style : {"problem", "project", "change"}) {
        const auto ids = classesOf(style);
        for (std::size_t i = 0; i < ids.size(); ++i)
            for (std::size_t j = i + 1; j < ids.size(); ++j)
                if (std::string_view(style) != "project" || ids[i] != "running")
                    pairs.emplace_back(style, ids[i], ids[j]); // the unknown is but smaller
    }
    for (const std::string& id : classesOf("facility"))
        if (id.ends_with("_broken"))
            pairs.emplace_back("facility", id, id.substr(0, id.size() - 7));
    CHECK(pairs.size() > 40);
    const MapDefinition definition = definitionFor(ColourVariant::Grey);
    for (const auto& [layer, first, second] : pairs) {
        CAPTURE(layer, first, second);
        CHECK(apart(lightness(definition, layer, first, 18),
                    lightness(definition, layer, second, 18)) >= 8);
    }
}

TEST_CASE("in the grey variant signs, outlines, roads and ramps have no colour", "[render]")
{
    needGui();
    const MapDefinition definition = definitionFor(ColourVariant::Grey);
    for (const char* layer :
         {"household", "site", "facility", "problem", "project", "change", "road", "listed-county",
          "listed-town", "listed-village", "town-problem-count", "relocation-flow"}) {
        for (const std::string& id :
             classesOf(layer == std::string_view("town-problem-count") ? "problem-count" : layer)) {
            if (id == "none" || (id == "unknown" && layer == std::string_view("relocation-flow")))
                continue; // nothing is drawn
            CAPTURE(layer, id);
            const QImage swatch = render::legendSwatch(definition, layer, id, 24, 24, 1);
            int coloured = 0;
            for (int y = 0; y < swatch.height(); ++y) {
                for (int x = 0; x < swatch.width(); ++x) {
                    const QRgb p = swatch.pixel(x, y);
                    const auto [low, high] = std::minmax({qRed(p), qGreen(p), qBlue(p)});
                    coloured += qAlpha(p) > 40 && high - low > 4 ? 1 : 0;
                }
            }
            CHECK(coloured == 0);
        }
    }
    for (const auto& [id, style] : definition.styles) {
        for (const LabelStyle& label : style.labels) {
            CAPTURE(id);
            if (label.badge)
                CHECK(label.badge->symbol.ends_with("-grey"));
        }
        const auto* heat = std::get_if<HeatFigure>(&style.figure);
        if (!heat && !style.classification)
            continue;
        CAPTURE(id);
        const auto& stops = heat ? heat->colours : style.classification->colours;
        REQUIRE(stops.size() >= 2);
        CHECK(std::ranges::all_of(stops, [](Colour c) { return c.r == c.g && c.g == c.b; }));
        CHECK(std::ranges::is_sorted(stops, std::greater{}, &Colour::r)); // light to dark
    }
}

TEST_CASE("in grey every two areas differ in lightness or in the grain of their pattern",
          "[render]")
{
    needGui();
    for (const ColourVariant variant :
         {ColourVariant::Standard, ColourVariant::ColourBlind, ColourVariant::Grey}) {
        const MapDefinition definition = definitionFor(variant);
        const std::vector<std::string> ids{"uncleared", "at_risk", "cleared", "unknown", "exempt"};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t j = i + 1; j < ids.size(); ++j) {
                const Texture a = textureOf(lightness(definition, "village-status", ids[i], 126));
                const Texture b = textureOf(lightness(definition, "village-status", ids[j], 126));
                CAPTURE(toString(variant), ids[i], ids[j], a.mean, b.mean, a.deviation, b.deviation,
                        a.slant, b.slant);
                CHECK(difference(a, b) >= 4);
            }
        }
    }
}

TEST_CASE("in the grey variant the main statuses differ in lightness alone", "[render]")
{
    const MapDefinition definition = definitionFor(ColourVariant::Grey);
    const auto lightnessOf = [&](const char* id) {
        return labOf(fillOf(definition, "status", id)).l;
    };
    CHECK(lightnessOf("uncleared") + 8 <= lightnessOf("at_risk"));
    CHECK(lightnessOf("at_risk") + 8 <= lightnessOf("unknown"));
    CHECK(lightnessOf("unknown") + 8 <= lightnessOf("cleared"));
}

TEST_CASE("in grey every two household symbols differ in lightness or shape", "[render]")
{
    needGui();
    const auto ids = classesOf("household");
    for (const ColourVariant variant :
         {ColourVariant::Standard, ColourVariant::ColourBlind, ColourVariant::Grey}) {
        const MapDefinition definition = definitionFor(variant);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            for (std::size_t j = i + 1; j < ids.size(); ++j) {
                CAPTURE(toString(variant), ids[i], ids[j]);
                CHECK(apart(lightness(definition, "household", ids[i], 16),
                            lightness(definition, "household", ids[j], 16)) >= 10);
            }
        }
    }
}

TEST_CASE("the grey variant of statuses and households has no colour", "[render]")
{
    const MapDefinition definition = definitionFor(ColourVariant::Grey);
    for (const char* style : {"status", "household"}) {
        for (const StyleClass& styleClass : definition.styles.at(style).classes) {
            if (styleClass.id == "out_of_scope")
                continue; // the paper's own colour
            CAPTURE(style, styleClass.id);
            const Fill& fill = styleClass.symbol.fill.value();
            CHECK((fill.colour.r == fill.colour.g && fill.colour.g == fill.colour.b));
            CHECK((fill.patternColour.r == fill.patternColour.g &&
                   fill.patternColour.g == fill.patternColour.b));
        }
    }
}

TEST_CASE("a variant changes symbols and nothing else", "[render]")
{
    const MapDefinition standard = loadMapDefinition(dataRoot());
    for (const ColourVariant variant : {ColourVariant::ColourBlind, ColourVariant::Grey}) {
        const MapDefinition other = coloured(standard, variant);
        for (const auto& [id, style] : standard.styles) {
            const auto& classes = other.styles.at(id).classes;
            REQUIRE(classes.size() == style.classes.size());
            for (std::size_t i = 0; i < classes.size(); ++i) {
                CAPTURE(id, classes[i].id);
                CHECK(classes[i].id == style.classes[i].id);
                CHECK(classes[i].title == style.classes[i].title);
                const auto& now = classes[i].symbol;
                const auto& before = style.classes[i].symbol;
                CHECK(now.fill.has_value() == before.fill.has_value());
                if (before.fill) // a pattern says the status in every variant
                    CHECK(now.fill->pattern == before.fill->pattern);
                CHECK(now.marker.has_value() == before.marker.has_value());
                if (before.marker)
                    CHECK(now.marker->size == before.marker->size);
            }
        }
    }
}
