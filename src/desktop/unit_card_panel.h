// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/household_order.h"
#include "desktop/workbench.h"
#include "session/unit_card.h"

#include <QWidget>

class QVBoxLayout;
class QPushButton;

namespace guatu::desktop
{

class Texts;

/// What there is to know of the unit being looked at, in a fixed order; every number opens the
/// households behind it.
class UnitCardPanel : public QWidget
{
    Q_OBJECT

public:
    UnitCardPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

signals:
    /// The households of the unit with this value of a column, in the table.
    void listAsked(guatu::desktop::HouseholdColumn column, const std::string& value);
    void failed(const guatu::Message& why);
    void shown();

private:
    void ask();
    void fill();
    void addHead();
    void addFigures();
    void addClosure();
    void addBlockers();
    void addListings();
    void addProblems();
    void addResponsibilities();

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_job{this};
    session::UnitCard m_card;
    QVBoxLayout* m_rows;
    QPushButton* m_fit;
    bool m_filled = false;
};

} // namespace guatu::desktop
