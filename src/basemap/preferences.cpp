// SPDX-License-Identifier: MIT
#include "basemap/preferences.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace guatu::basemap
{
namespace
{

std::filesystem::path pathOf(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

/// tk is GUATU_KEY_TK in the environment.
std::string variableOf(const std::string& name)
{
    std::string variable = "GUATU_KEY_";
    for (const char c : name)
        variable += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return variable;
}

} // namespace

bool Preferences::isOnline() const
{
    return m_store.value("network/online", false).toBool();
}

void Preferences::setOnline(bool online)
{
    m_store.setValue("network/online", online);
}

KeyValues Preferences::keys() const
{
    KeyValues keys;
    m_store.beginGroup("keys");
    for (const QString& name : m_store.childKeys())
        keys[name.toStdString()] = m_store.value(name).toString().trimmed().toStdString();
    m_store.endGroup();
    return keys;
}

void Preferences::setKey(const std::string& name, const std::string& value)
{
    const QString key = QStringLiteral("keys/") + QString::fromStdString(name);
    const QString text = QString::fromStdString(value).trimmed();
    if (text.isEmpty())
        m_store.remove(key);
    else
        m_store.setValue(key, text);
    m_store.sync();
    QFile::setPermissions(m_store.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

KeyValues withEnvironment(KeyValues keys, const std::vector<Basemap>& basemaps)
{
    for (const Basemap& basemap : basemaps) {
        for (const BasemapKey& key : basemap.keys)
            if (const char* value = std::getenv(variableOf(key.name).c_str()))
                keys[key.name] = value;
    }
    return keys;
}

QString userSettingsFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, "guatu", "desktop").fileName();
}

std::filesystem::path userTileFolder()
{
    return pathOf(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)) /
           "guatu" / "tiles";
}

std::filesystem::path userBasemapFolder()
{
    return pathOf(QFileInfo(userSettingsFile()).absolutePath()) / "basemaps";
}

std::vector<Basemap> allBasemaps(const std::filesystem::path& ownFolder)
{
    std::vector<Basemap> all = loadBasemaps(ownFolder);
    for (Basemap& basemap : loadBasemaps(dataRoot() / "data" / "basemaps"))
        if (std::ranges::find(all, basemap.id, &Basemap::id) == all.end())
            all.push_back(std::move(basemap));
    std::ranges::stable_sort(all, {}, &Basemap::order);
    return all;
}

} // namespace guatu::basemap
