// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "session/closure_history.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace guatu::desktop
{

/// Goes to other dates of the open workspace. The dates of the campaign are made ready one after
/// the other beside the window, so that a neighbour of any day can be shown at once; how far the
/// units were is kept of all of them.
class DateKeeper : public QObject
{
    Q_OBJECT

public:
    /// Name of the job that makes dates ready, which nobody waits for.
    static constexpr const char* preparing = "preparing";

    explicit DateKeeper(Workbench& workbench, QObject* parent = nullptr);

    /// Shows the prepared date nearest to this one, without waiting.
    void preview(Date date);
    /// Shows this date: at once when it is prepared, else as soon as it is read.
    void show(Date date);
    /// Gives up the date that is being read.
    void stay();
    /// The workspace at a date, when it is kept; else null.
    [[nodiscard]] const OpenedWorkspace* ready(Date date) const;

    [[nodiscard]] const std::map<Date, session::HistoryPoint>& history() const { return m_history; }
    /// The dates that are kept ready, or will be.
    [[nodiscard]] const std::vector<Date>& dates() const { return m_dates; }
    /// Whether all dates have been read.
    [[nodiscard]] bool isComplete() const { return m_history.size() >= m_dates.size(); }
    [[nodiscard]] BackgroundJob& job() { return m_exact; }

signals:
    void historyChanged();
    void failed(const guatu::Message& why);

private:
    void take();
    void place(const OpenedWorkspace& workspace);
    void keep(const OpenedWorkspace& workspace);
    void prepareNext();

    Workbench& m_workbench;
    BackgroundJob m_exact{this}, m_preparing{this};
    QTimer m_calm; ///< other dates are read when the one that is shown has been drawn
    std::map<Date, OpenedWorkspace> m_ready;
    std::map<Date, session::HistoryPoint> m_history;
    std::vector<Date> m_dates;
    bool m_own = false; ///< the date is being changed from here
};

} // namespace guatu::desktop
