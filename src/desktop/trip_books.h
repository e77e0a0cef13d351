// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/trip_out_dialog.h"

#include <QMessageBox>
#include <QPointer>

#include <filesystem>

class QPrinter;

namespace guatu::desktop
{

class TripKeeper;

/// Route books of the trip at hand: as PDF files, one for each team and day, or on a printer. Names
/// of persons are printed only for those who go, and only after a question.
class TripBooks : public QObject
{
    Q_OBJECT

public:
    TripBooks(const Texts& texts, TripKeeper& keeper, QWidget* window);

    /// Asks which, for whom and where to.
    void ask();
    /// Into a folder; files of the same names are overwritten. `saved` or `failed` follows.
    void save(const TripOutWish& wish, const std::filesystem::path& folder);
    void print(const TripOutWish& wish, const std::shared_ptr<QPrinter>& printer);
    [[nodiscard]] BackgroundJob& job() { return m_job; }

    // The questions that stand open, for tests; null: none.
    [[nodiscard]] TripOutDialog* dialog() const { return m_dialog; }
    [[nodiscard]] QMessageBox* namesQuestion() const { return m_question; }

signals:
    void saved(const guatu::Message& what);
    void failed(const guatu::Message& why);

private:
    class Source;

    [[nodiscard]] std::shared_ptr<Source> source(const TripOutWish& wish) const;
    void askNames(const TripOutWish& wish);
    void askWhere(const TripOutWish& wish);

    const Texts& m_texts;
    TripKeeper& m_keeper;
    QWidget* m_window;
    QPointer<TripOutDialog> m_dialog;
    QPointer<QMessageBox> m_question;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
