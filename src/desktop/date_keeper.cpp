// SPDX-License-Identifier: MIT
#include "desktop/date_keeper.h"

#include "desktop/workspace_opener.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace guatu::desktop
{
namespace
{

constexpr std::size_t mostReady = 24; ///< workspaces kept in memory

int distance(Date a, Date b)
{
    return std::abs(daysBetween(a, b));
}

} // namespace

DateKeeper::DateKeeper(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench)
{
    m_preparing.setObjectName(preparing);
    connect(&workbench, &Workbench::opened, this, &DateKeeper::take);
    connect(&workbench, &Workbench::closed, this, [this] {
        m_exact.cancel();
        m_preparing.cancel();
        m_ready.clear();
        m_calm.stop();
        m_history.clear();
        m_dates.clear();
        emit historyChanged();
    });
    m_calm.setSingleShot(true);
    connect(&m_calm, &QTimer::timeout, this, &DateKeeper::prepareNext);
    connect(&m_exact, &BackgroundJob::failed, this, &DateKeeper::failed);
    connect(&m_preparing, &BackgroundJob::failed, this, &DateKeeper::failed);
}

void DateKeeper::take()
{
    if (m_own)
        return;
    // Opened anew: what was read before may no longer be so.
    m_exact.cancel();
    m_ready.clear();
    m_history.clear();
    m_dates = session::timelineDates(m_workbench.view().profile, m_workbench.view().dataDate);
    keep(m_workbench.workspace());
    m_calm.start(std::chrono::milliseconds(400));
    emit historyChanged();
}

void DateKeeper::keep(const OpenedWorkspace& workspace)
{
    const Date date = workspace.view->snapshot.asOf;
    m_history[date] = session::historyPoint(*workspace.view);
    m_ready[date] = workspace;
    while (m_ready.size() > mostReady) {
        const Date now = m_workbench.view().snapshot.asOf;
        const auto farthest = std::ranges::max_element(
            m_ready, {}, [&](const auto& each) { return distance(each.first, now); });
        m_ready.erase(farthest);
    }
}

void DateKeeper::prepareNext()
{
    const Date now = m_workbench.view().snapshot.asOf;
    std::optional<Date> next;
    for (const Date date : m_dates)
        if (!m_history.contains(date) && (!next || distance(date, now) < distance(*next, now)))
            next = date;
    if (!next)
        return;
    m_preparing.start([this, view = m_workbench.sharedView(),
                       date = *next](const Progress& progress) -> BackgroundJob::Finish {
        OpenedWorkspace workspace = openedWorkspace(view->file, date, progress);
        return [this, file = view->file, workspace = std::move(workspace)] {
            if (!m_workbench.isOpen() || m_workbench.view().file != file)
                return;
            keep(workspace);
            emit historyChanged();
            prepareNext();
        };
    });
}

void DateKeeper::place(const OpenedWorkspace& workspace)
{
    if (workspace.view == m_workbench.sharedView())
        return;
    m_own = true;
    m_workbench.open(workspace);
    m_own = false;
}

void DateKeeper::preview(Date date)
{
    if (m_ready.empty())
        return;
    const auto nearest = std::ranges::min_element(
        m_ready, {}, [&](const auto& each) { return distance(each.first, date); });
    place(OpenedWorkspace(nearest->second));
}

void DateKeeper::show(Date date)
{
    if (!m_workbench.isOpen())
        return;
    preview(date);
    if (m_workbench.view().snapshot.asOf == date) {
        m_exact.cancel();
        return;
    }
    m_exact.start([this, file = m_workbench.view().file,
                   date](const Progress& progress) -> BackgroundJob::Finish {
        OpenedWorkspace workspace = openedWorkspace(file, date, progress);
        return [this, file, workspace = std::move(workspace)] {
            if (!m_workbench.isOpen() || m_workbench.view().file != file)
                return;
            keep(workspace);
            place(workspace);
        };
    });
}

const OpenedWorkspace* DateKeeper::ready(Date date) const
{
    const auto found = m_ready.find(date);
    return found == m_ready.end() ? nullptr : &found->second;
}

void DateKeeper::stay()
{
    m_exact.cancel();
}

} // namespace guatu::desktop
