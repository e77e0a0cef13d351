// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/style.h"

#include <QSettings>

#include <filesystem>
#include <optional>

namespace guatu::desktop
{

[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] QString fromPath(const std::filesystem::path& path);

/// What the window remembers from one day to the next.
class Settings
{
public:
    /// The user's own, or those of a file (tests).
    explicit Settings(const QString& file = {});

    /// Chinese until the user chose otherwise.
    [[nodiscard]] Language language() const;
    void setLanguage(Language language);

    /// Of the map; standard until the user chose otherwise.
    [[nodiscard]] ColourVariant colours() const;
    void setColours(ColourVariant variant);

    [[nodiscard]] QByteArray windowGeometry() const;
    [[nodiscard]] QByteArray dockState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& docks);

    /// Where they are; own basemaps stand beside them in basemaps/.
    [[nodiscard]] std::filesystem::path folder() const;
    /// Where tiles of basemaps are kept: the user's cache, or beside a file of settings (tests).
    [[nodiscard]] std::filesystem::path tileFolder() const;

    [[nodiscard]] QSettings& store() { return m_store; }

private:
    bool m_isOfFile;
    QSettings m_store;
};

} // namespace guatu::desktop
