// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "session/record_list.h"

#include <QStackedWidget>

namespace guatu::desktop
{

class HouseholdPanel;
class RecordPanel;
class Texts;

/// What lies below the map: the households, or for a while another list.
class TableStack : public QStackedWidget
{
    Q_OBJECT

public:
    TableStack(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// The line above the table shown, as one widget for the dock's title bar.
    [[nodiscard]] QWidget* head() const { return m_heads; }
    [[nodiscard]] HouseholdPanel& households() const { return *m_households; }
    [[nodiscard]] RecordPanel& records() const { return *m_records; }
    [[nodiscard]] bool showsRecords() const { return currentIndex() == 1; }

    void openRecords(session::RecordKind kind, RowIndex unit);
    void showHouseholds();

signals:
    void opened(); ///< a list was asked for and stands there now
    void failed(const guatu::Message& why);

private:
    void setPage(QWidget* page);

    HouseholdPanel* m_households;
    RecordPanel* m_records;
    QStackedWidget* m_heads;
};

} // namespace guatu::desktop
