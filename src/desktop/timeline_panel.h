// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/change_keeper.h"
#include "desktop/date_keeper.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace guatu::desktop
{

class Texts;
class Timeline;

/// The line under the map: which date is looked at, the way there, and how far the unit was.
class TimelinePanel : public QFrame
{
    Q_OBJECT

public:
    TimelinePanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] Timeline& timeline() const { return *m_timeline; }
    [[nodiscard]] DateKeeper& keeper() { return m_keeper; }
    [[nodiscard]] ChangeKeeper& changes() { return m_changes; }
    [[nodiscard]] QToolButton* compareButton() const { return m_compare; }
    /// To the next kept date before or after the one looked at.
    void stepBack();
    void stepForward();
    void goTo(Date date);

signals:
    /// Of the unit being looked at.
    void paceChanged(const std::optional<guatu::session::Pace>& pace);
    void failed(const guatu::Message& why);

private:
    void refresh();
    void refreshDate();
    void refreshChanges();
    [[nodiscard]] std::optional<double> clearedShare(const session::HistoryPoint& point) const;

    const Texts& m_texts;
    Workbench& m_workbench;
    DateKeeper m_keeper;
    ChangeKeeper m_changes;
    QLabel *m_title, *m_date, *m_state;
    QToolButton *m_back, *m_forward, *m_cancel, *m_compare;
    Timeline* m_timeline;
    std::optional<Date> m_wanted; ///< asked for and not yet shown
};

} // namespace guatu::desktop
