// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/trip_out_dialog.h"

#include <QPointer>

#include <filesystem>

class QWidget;

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// Writes the trip for phones, calendars and workbooks, beside the window; the extension says how:
/// .gpx, .kml, .gpkg, .ics or .xlsx.
class TripExporter : public QObject
{
    Q_OBJECT

public:
    TripExporter(const Texts& texts, TripKeeper& keeper, QWidget* window);

    /// Asks what of it, for whom, as what, and where to.
    void ask();
    /// All of it, as a file of an extension: asks where to.
    void askFile(const TripOutWish& wish);
    void save(const std::filesystem::path& file, const session::TripPart& part = {});
    /// The question that stands open; null: none.
    [[nodiscard]] TripOutDialog* dialog() const { return m_dialog; }

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    const Texts& m_texts;
    TripKeeper& m_keeper;
    QWidget* m_window;
    QPointer<TripOutDialog> m_dialog;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
