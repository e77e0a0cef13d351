// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"

#include <filesystem>

class QWidget;

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// Writes the trip for phones, calendars and workbooks, beside the window; the extension says how:
/// .gpx, .ics or .xlsx.
class TripExporter : public QObject
{
    Q_OBJECT

public:
    TripExporter(const Texts& texts, TripKeeper& keeper, QWidget* window);

    /// Asks where to.
    void ask(const QString& extension);
    void save(const std::filesystem::path& file);

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    const Texts& m_texts;
    TripKeeper& m_keeper;
    QWidget* m_window;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
