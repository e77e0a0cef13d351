// SPDX-License-Identifier: MIT
#include "desktop/settings.h"

#include "basemap/preferences.h"

namespace guatu::desktop
{

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

QString fromPath(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

Settings::Settings(const QString& file)
    : m_isOfFile(!file.isEmpty()),
      m_store(m_isOfFile ? file : basemap::userSettingsFile(), QSettings::IniFormat)
{
}

std::filesystem::path Settings::folder() const
{
    return toPath(m_store.fileName()).parent_path();
}

std::filesystem::path Settings::tileFolder() const
{
    return m_isOfFile ? folder() / "tiles" : basemap::userTileFolder();
}

Language Settings::language() const
{
    return m_store.value("language") == "en" ? Language::English : Language::Chinese;
}

void Settings::setLanguage(Language language)
{
    m_store.setValue("language", language == Language::English ? "en" : "zh");
}

ColourVariant Settings::colours() const
{
    const std::string word = m_store.value("colours").toString().toStdString();
    return colourVariantFrom(word).value_or(ColourVariant::Standard);
}

void Settings::setColours(ColourVariant variant)
{
    const std::string_view word = toString(variant);
    m_store.setValue("colours",
                     QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value("window/geometry").toByteArray();
}

QByteArray Settings::dockState() const
{
    return m_store.value("window/docks").toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& docks)
{
    m_store.setValue("window/geometry", geometry);
    m_store.setValue("window/docks", docks);
}

} // namespace guatu::desktop
