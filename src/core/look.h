// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"
#include "core/layer.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu
{

/// How the user has a layer drawn instead of as defined: schema data/schema/look.schema.json.
struct LayerLook {
    std::string layer;                    ///< id of a layer of layers/
    Style style;                          ///< instead of the layer's own
    double minScale = 0, maxScale = 1e12; ///< instead of the layer's, denominators

    friend bool operator==(const LayerLook&, const LayerLook&) = default;
};

/// Throws Error(Input) naming `name`, JSON pointer and expectation; also for a symbol that
/// styles/symbols has not.
[[nodiscard]] LayerLook parseLook(std::string_view json, const std::string& name);
[[nodiscard]] LayerLook loadLook(const std::filesystem::path& file);
/// parseLook(lookJson(look), name) == look.
[[nodiscard]] std::string lookJson(const LayerLook& look);

/// How a layer of the definition is drawn. Throws Error(Input) when there is none of the id.
[[nodiscard]] LayerLook lookOf(const MapDefinition& definition, const std::string& layer);

/// The definition with each layer drawn as its look says. A style that other layers share stays as
/// it is for them. Looks of layers that are not there change nothing.
[[nodiscard]] MapDefinition withLooks(MapDefinition definition, std::span<const LayerLook> looks);

/// Why a look cannot be drawn over these tables: its layer is not there, or the layer's table lacks
/// a field that the look needs. None when it can; a layer without table has nothing to lack.
[[nodiscard]] std::optional<Message>
whyNotDrawn(const LayerLook& look, const MapDefinition& definition, const FeatureTables& tables);

/// The look that `to` has when it is drawn like `from`, in its own range of scales. Throws
/// Error(Input) when one is not there, when they draw different kinds of geometry, or when `to`
/// lacks a field.
[[nodiscard]] LayerLook copiedLook(const MapDefinition& definition, const FeatureTables& tables,
                                   const std::string& from, const std::string& to);

} // namespace guatu
