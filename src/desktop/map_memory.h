// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/settings.h"

namespace guatu::desktop
{

/// What a user last had on the map of a workspace besides its layers.
struct MapExtras {
    bool graticule = false, kilometreGrid = false, locator = false;
    std::string basemap{}; ///< id; empty: none
    std::filesystem::path picture{}, terrain{};

    friend bool operator==(const MapExtras&, const MapExtras&) = default;
};

/// Keeps them by workspace in the user's settings; of the most recent workspaces only.
class MapMemory
{
public:
    explicit MapMemory(Settings& settings) : m_settings(settings) {}

    /// Null for a workspace that is not known.
    [[nodiscard]] std::optional<MapExtras> of(const std::filesystem::path& workspace) const;
    void keep(const std::filesystem::path& workspace, const MapExtras& extras);

private:
    Settings& m_settings;
};

} // namespace guatu::desktop
