// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/workbench.h"
#include "session/closure_history.h"
#include "session/record_list.h"
#include "session/unit_card.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guatu::desktop
{

class Texts;

/// What there is to know of the unit being looked at, in a fixed order; every number opens the
/// list behind it. While households are listed, a line on top says which.
class UnitCardPanel : public QWidget
{
    Q_OBJECT

public:
    UnitCardPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// Says how fast households must be cleared, and how fast they were.
    void showPace(const std::optional<session::Pace>& pace);

signals:
    void whyAsked(guatu::RowIndex unit);
    void visitAsked(guatu::RowIndex unit);
    void recordsAsked(guatu::session::RecordKind kind, guatu::RowIndex unit);
    void failed(const guatu::Message& why);
    void shown();

private:
    void ask();
    void fill();
    void showList();

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_job{this};
    session::UnitCard m_card;
    QWidget* m_listed; ///< the line that names the list
    QLabel* m_listedText;
    QVBoxLayout* m_rows;
    QPushButton *m_fit, *m_visit;
    QPointer<QLabel> m_paceLabel;
    std::optional<session::Pace> m_pace;
    bool m_filled = false;
};

} // namespace guatu::desktop
