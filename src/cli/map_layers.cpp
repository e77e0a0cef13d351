// SPDX-License-Identifier: MIT
#include "cli/map_layers.h"

#include "core/error.h"
#include "core/text.h"
#include "session/kept_looks.h"

#include <algorithm>

namespace guatu::cli
{

std::set<std::string> hiddenLayers(const MapDefinition& definition, const std::string& wanted)
{
    std::set<std::string> hidden;
    for (const Layer& layer : definition.layers) {
        if (!wanted.empty() || !layer.visible)
            hidden.insert(layer.id);
    }
    if (wanted.empty())
        return hidden;
    for (const std::string_view id : split(wanted, ',')) {
        const auto known = std::ranges::find(definition.layers, id, &Layer::id);
        if (known == definition.layers.end()) {
            std::string all;
            for (const Layer& layer : definition.layers)
                all += " " + layer.id;
            throw inputError({"cli.map.no_layer", {{"layer", std::string(id)}, {"layers", all}}});
        }
        hidden.erase(std::string(id));
    }
    return hidden;
}

ColourVariant variantOf(const std::string& word)
{
    if (const auto variant = colourVariantFrom(word))
        return *variant;
    throw inputError({"cli.map.bad_colours", {{"colours", word}}});
}

MapTheme themeNamed(const std::filesystem::path& workspace, const std::string& name)
{
    std::string names;
    for (const MapTheme& theme : session::keptThemes(workspace).themes) {
        if (theme.name == name)
            return theme;
        names += " " + theme.name;
    }
    throw inputError({"cli.theme.none", {{"name", name}, {"names", names}}});
}

} // namespace guatu::cli
