// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/settings.h"

#include <QDateTime>
#include <QList>

namespace guatu::desktop
{

struct RecentFile {
    std::filesystem::path file;
    QDateTime openedAt;
    bool reachable = true; ///< the file is there now
};

/// The workspaces opened last, newest first, at most eight.
class RecentFiles
{
public:
    explicit RecentFiles(Settings& settings) : m_settings(settings) {}

    [[nodiscard]] QList<RecentFile> list() const;
    void add(const std::filesystem::path& file, const QDateTime& now);
    void clear();

private:
    Settings& m_settings;
};

} // namespace guatu::desktop
