// SPDX-License-Identifier: MIT
#pragma once

#include "core/look.h"

#include <variant>

namespace guatu::desktop
{

class Texts;

/// The look given to another layer, or why it does not suit it: the layer has no features, they are
/// of another geometry, or they lack a field.
[[nodiscard]] std::variant<LayerLook, Message>
fittedLook(const LayerLook& look, const std::string& layer, const MapDefinition& definition,
           const FeatureTables& tables, const Texts& texts);

/// Why a look cannot be drawn, with layers and fields by their titles.
[[nodiscard]] Message inTitles(const Message& why, const MapDefinition& definition,
                               const Texts& texts);

} // namespace guatu::desktop
