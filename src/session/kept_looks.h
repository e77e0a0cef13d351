// SPDX-License-Identifier: MIT
#pragma once

#include "core/look.h"
#include "core/map_theme.h"
#include "core/table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::session
{

/// Looks of layers that a workspace keeps; of those that cannot be read, why.
struct KeptLooks {
    std::vector<LayerLook> looks; ///< by layer
    std::vector<Message> unreadable;
};
/// Map themes that a workspace keeps; of those that cannot be read, why.
struct KeptThemes {
    std::vector<MapTheme> themes; ///< by name
    std::vector<Message> unreadable;
};

/// Throw Error as opening does.
[[nodiscard]] KeptLooks keptLooks(const std::filesystem::path& file);
[[nodiscard]] KeptThemes keptThemes(const std::filesystem::path& file);

/// Keep one; that of the same layer or name is replaced. Changes are logged under `who`, else the
/// login. Throw Error when the file cannot be written.
void keepLook(const std::filesystem::path& file, const LayerLook& look, const std::string& who);
void keepTheme(const std::filesystem::path& file, const MapTheme& theme, const std::string& who);

/// False when there is none. A layer whose look is dropped is drawn as defined.
bool dropLook(const std::filesystem::path& file, const std::string& layer, const std::string& who);
bool dropTheme(const std::filesystem::path& file, const std::string& name, const std::string& who);

/// Of the looks, those that can be drawn over these tables; `unreadable` says why the others
/// cannot, after what it said before.
[[nodiscard]] KeptLooks drawable(const KeptLooks& kept, const MapDefinition& definition,
                                 const FeatureTables& tables);

/// A definition with the looks that can be drawn over these tables; of the others, why not.
struct LookedDefinition {
    MapDefinition definition;
    std::vector<Message> notDrawn;
};
[[nodiscard]] LookedDefinition drawnWith(const KeptLooks& kept, MapDefinition definition,
                                         const FeatureTables& tables);

/// The layers of a definition, and which of them the workspace draws by a look of its own.
[[nodiscard]] Table lookTable(const std::filesystem::path& file, const MapDefinition& definition);
/// The workspace's map themes with their layers.
[[nodiscard]] Table themeTable(const std::filesystem::path& file);

} // namespace guatu::session
