// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/table_dialog.h"

#include <QPointer>
#include <QPushButton>

#include <filesystem>

namespace guatu::session
{
struct TripReturn;
}

namespace guatu::desktop
{

class Texts;
class TripKeeper;

/// Brings back what a team has filled in: first shows what it would change, then, when told to,
/// writes it into the workspace and shows plan against done and what differs from the ledger.
class TripReturner : public QObject
{
    Q_OBJECT

public:
    TripReturner(const Texts& texts, TripKeeper& keeper, QWidget* window);

    /// Asks for the file.
    void ask();
    /// Tries it: nothing is changed yet.
    void show(const std::filesystem::path& file);
    /// Writes it; rows that cannot be taken are left out.
    void write(const std::filesystem::path& file);

    /// What stands open; null: nothing.
    [[nodiscard]] TableDialog* dialog() const { return m_dialog; }
    /// In the dialog, writes what it shows; null when there is nothing to write.
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }

signals:
    void workspaceChanged(const std::filesystem::path& workspace);
    void failed(const guatu::Message& why);

private:
    void open(const std::vector<Table>& tables, const Message& note);

    const Texts& m_texts;
    TripKeeper& m_keeper;
    QWidget* m_window;
    QPointer<TableDialog> m_dialog;
    QPointer<QPushButton> m_write;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
