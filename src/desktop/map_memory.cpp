// SPDX-License-Identifier: MIT
#include "desktop/map_memory.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace guatu::desktop
{
namespace
{

constexpr int mostWorkspaces = 50;
constexpr const char* group = "maps";

/// A path as a key: settings part keys at slashes.
QString keyOf(const std::filesystem::path& workspace)
{
    const QString path = fromPath(std::filesystem::absolute(workspace).lexically_normal());
    return QString::fromLatin1(
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

void dropOldest(QSettings& store)
{
    QStringList known = store.childGroups();
    if (known.size() <= mostWorkspaces)
        return;
    std::ranges::sort(
        known, {}, [&store](const QString& key) { return store.value(key + "/at").toLongLong(); });
    for (const QString& key : known.first(known.size() - mostWorkspaces))
        store.remove(key);
}

} // namespace

std::optional<MapExtras> MapMemory::of(const std::filesystem::path& workspace) const
{
    QSettings& store = m_settings.store();
    const QString key = QString(group) + '/' + keyOf(workspace) + '/';
    if (!store.contains(key + "at"))
        return std::nullopt;
    MapExtras extras;
    extras.graticule = store.value(key + "graticule").toBool();
    extras.kilometreGrid = store.value(key + "kilometre_grid").toBool();
    extras.locator = store.value(key + "locator").toBool();
    extras.basemap = store.value(key + "basemap").toString().toStdString();
    extras.picture = toPath(store.value(key + "picture").toString());
    extras.terrain = toPath(store.value(key + "terrain").toString());
    return extras;
}

void MapMemory::keep(const std::filesystem::path& workspace, const MapExtras& extras)
{
    QSettings& store = m_settings.store();
    store.beginGroup(group);
    store.beginGroup(keyOf(workspace));
    store.setValue("at", QDateTime::currentMSecsSinceEpoch());
    store.setValue("graticule", extras.graticule);
    store.setValue("kilometre_grid", extras.kilometreGrid);
    store.setValue("locator", extras.locator);
    store.setValue("basemap", QString::fromStdString(extras.basemap));
    store.setValue("picture", fromPath(extras.picture));
    store.setValue("terrain", fromPath(extras.terrain));
    store.endGroup();
    dropOldest(store);
    store.endGroup();
}

} // namespace guatu::desktop
