// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "session/record_list.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace guatu::desktop
{

class RecordModel;
class Texts;

/// A list of units, problems or listed places below the map, in place of the households. A click
/// goes there.
class RecordPanel : public QWidget
{
    Q_OBJECT

public:
    RecordPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// The line above the table.
    [[nodiscard]] QWidget* head() const { return m_head; }
    [[nodiscard]] QTableView* table() const { return m_table; }

    /// Makes the list beside the window and shows it.
    void open(session::RecordKind kind, RowIndex unit);
    void show(std::shared_ptr<const session::RecordList> list);
    using QWidget::show;
    [[nodiscard]] const session::RecordList* list() const;

signals:
    void shown();
    void closeAsked();
    void exportAsked();
    void householdAsked(std::uint32_t household);
    void siteAsked(guatu::RowIndex site);
    void failed(const guatu::Message& why);

private:
    void buildHead();
    void updateHead();
    void go(int row);

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_job{this};
    QWidget* m_head;
    QLabel *m_title, *m_count;
    QTableView* m_table;
    RecordModel* m_model;
    std::optional<std::pair<session::RecordKind, UnitCode>>
        m_question; ///< asked again at a new date
};

} // namespace guatu::desktop
