// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"

namespace guatu
{

/// Points that stand close together are drawn as one ring with their number and class shares.
struct Clustering {
    double belowScale = 50000; ///< cluster when the denominator is larger than this
    double cell = 9;           ///< mm: points nearer than this may join
    std::size_t singles = 2;   ///< up to this many points stand alone
};

/// What a map's figures are in, when the user may choose.
enum class Measure : std::uint8_t { Any, Households, Persons };

/// How a layer of households counts persons.
struct PersonCount {
    std::string field; ///< number column of the source
    LocalText unitWord;
};

/// What is drawn: layers/*.json, schema data/schema/layer.schema.json. Drawing order is `order`,
/// low first (domain notes §7).
struct Layer {
    std::string id;
    LocalText title;
    LocalText group{};  ///< legend heading it stands under
    LocalText folder{}; ///< what the list of layers keeps it in, with others
    std::string source; ///< feature table
    std::string style;  ///< id of a style
    int order = 0;
    bool visible = true; ///< at first
    std::optional<Condition> filter{};
    double minScale = 0, maxScale = 1e12; ///< denominators between which it is drawn
    LocalText unitWord{};                 ///< counting word of the legend: 户, 村, 处
    std::string exclusive{};              ///< layers with the same word are shown one at a time
    bool approximate = false;             ///< areas are 示意; said in legend and status bar
    Measure measure = Measure::Any;       ///< what its figures are in
    std::optional<PersonCount> persons{};
    std::optional<Clustering> clustering{};
};

/// Everything in layers/ and styles/, checked together.
struct MapDefinition {
    std::vector<Layer> layers; ///< bottom to top
    std::map<std::string, Style> styles;

    [[nodiscard]] const Style& styleOf(const Layer& layer) const { return styles.at(layer.style); }
};

/// The definition with the symbols of a variant in place of the standard ones.
[[nodiscard]] MapDefinition coloured(MapDefinition definition, ColourVariant variant);

/// Reads every layer of `root`/layers and style of `root`/styles. Throws Error(Input) naming the
/// file, JSON pointer and expectation, or the style that no file defines.
[[nodiscard]] MapDefinition loadMapDefinition(const std::filesystem::path& root);

[[nodiscard]] Layer parseLayer(std::string_view json, const std::string& name);

} // namespace guatu
