// SPDX-License-Identifier: MIT
#include "desktop/recent_files.h"

namespace guatu::desktop
{
namespace
{

constexpr int mostFiles = 8;

} // namespace

QList<RecentFile> RecentFiles::list() const
{
    QList<RecentFile> files;
    QSettings& store = m_settings.store();
    const int count = store.beginReadArray("recent");
    for (int i = 0; i < count; ++i) {
        store.setArrayIndex(i);
        const auto file = toPath(store.value("file").toString());
        std::error_code ignored; // a drive that is gone is not an error here
        files.append(
            {file, store.value("at").toDateTime(), std::filesystem::exists(file, ignored)});
    }
    store.endArray();
    return files;
}

void RecentFiles::add(const std::filesystem::path& file, const QDateTime& now)
{
    const std::filesystem::path whole = std::filesystem::absolute(file).lexically_normal();
    QList<RecentFile> files = list();
    files.removeIf([&](const RecentFile& known) { return known.file == whole; });
    files.prepend({whole, now, true});
    if (files.size() > mostFiles)
        files.resize(mostFiles);

    QSettings& store = m_settings.store();
    store.remove("recent");
    store.beginWriteArray("recent", static_cast<int>(files.size()));
    for (int i = 0; i < files.size(); ++i) {
        store.setArrayIndex(i);
        store.setValue("file", fromPath(files[i].file));
        store.setValue("at", files[i].openedAt);
    }
    store.endArray();
}

void RecentFiles::clear()
{
    m_settings.store().remove("recent");
}

} // namespace guatu::desktop
