// SPDX-License-Identifier: MIT
#include "core/layer.h"
#include "render/map_picture.h"
#include "support/catch.h"
#include "support/colour_difference.h"
#include "support/gui.h"

#include <cmath>
#include <functional>
#include <set>

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

TEST_CASE("the colour-blind colours differ for deuteranopes and protanopes", "[render]")
{
    const MapDefinition definition = definitionFor(ColourVariant::ColourBlind);
    for (const char* style : {"status", "household"}) {
        for (const auto& seen : {deuteranopia, protanopia}) {
            const Nearest found = nearest(definition, style, seen);
            CAPTURE(style, found.first, found.second);
            CHECK(found.difference >= 10);
        }
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
