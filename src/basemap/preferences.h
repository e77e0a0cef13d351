// SPDX-License-Identifier: MIT
#pragma once

#include "core/basemap.h"

#include <QSettings>

namespace guatu::basemap
{

/// What a user has decided about basemaps, in the user's own settings file: never in a workspace.
class Preferences
{
public:
    /// The settings of the window, which must outlive this.
    explicit Preferences(QSettings& store) : m_store(store) {}

    /// Whether the program may use the network; not until the user says so.
    [[nodiscard]] bool isOnline() const;
    void setOnline(bool online);

    /// The user's keys by name.
    [[nodiscard]] KeyValues keys() const;
    /// An empty value forgets the key. The file is readable by its owner alone afterwards.
    void setKey(const std::string& name, const std::string& value);

private:
    QSettings& m_store;
};

/// The keys of the basemaps with those of the environment, GUATU_KEY_TK for tk, before them: for
/// offices without a window.
[[nodiscard]] KeyValues withEnvironment(KeyValues keys, const std::vector<Basemap>& basemaps);

/// The settings file of the user.
[[nodiscard]] QString userSettingsFile();
/// Where tiles are kept, and how many bytes of them.
[[nodiscard]] std::filesystem::path userTileFolder();
inline constexpr std::uintmax_t mostStoredBytes = 512ULL << 20U;

/// The basemaps that come with the program and those of the user's own folder, basemaps/ beside
/// the settings; an own one goes before a shipped one of the same id. Throws as loadBasemaps.
[[nodiscard]] std::vector<Basemap> allBasemaps(const std::filesystem::path& ownFolder);
[[nodiscard]] std::filesystem::path userBasemapFolder();

} // namespace guatu::basemap
