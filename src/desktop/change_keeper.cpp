// SPDX-License-Identifier: MIT
#include "desktop/change_keeper.h"

namespace guatu::desktop
{

ChangeKeeper::ChangeKeeper(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench)
{
    connect(&workbench, &Workbench::opened, this, &ChangeKeeper::compare);
    connect(&workbench, &Workbench::unitChanged, this, &ChangeKeeper::list);
    connect(&workbench, &Workbench::closed, this, &ChangeKeeper::end);
    connect(&m_job, &BackgroundJob::failed, this, &ChangeKeeper::failed);
    connect(&m_listJob, &BackgroundJob::failed, this, &ChangeKeeper::failed);
}

std::optional<Date> ChangeKeeper::from() const
{
    return m_base ? std::optional(m_base->snapshot.asOf) : std::nullopt;
}

void ChangeKeeper::mark()
{
    m_base = m_workbench.sharedView();
    compare();
}

void ChangeKeeper::end()
{
    m_job.cancel();
    m_listJob.cancel();
    m_base.reset();
    m_changes.reset();
    m_table.reset();
    emit changed();
}

void ChangeKeeper::compare()
{
    if (!m_base)
        return;
    m_changes.reset();
    m_table.reset();
    if (m_base->file != m_workbench.view().file) {
        end();
        return;
    }
    emit changed();
    if (m_workbench.view().snapshot.asOf <= m_base->snapshot.asOf)
        return;
    m_job.start([this, base = m_base,
                 view = m_workbench.sharedView()](const Progress&) -> BackgroundJob::Finish {
        auto changes = std::make_shared<const campaign::ChangeSet>(
            campaign::changesBetween({base->snapshot, base->closure, base->listings},
                                     {view->snapshot, view->closure, view->listings}));
        auto table = session::changeTable(view->snapshot, *changes);
        return [this, base, view, changes, table] {
            if (base != m_base || view != m_workbench.sharedView())
                return;
            m_changes = changes;
            m_table = table;
            emit changed();
            list();
        };
    });
}

void ChangeKeeper::list()
{
    if (!m_changes || m_workbench.unit() == noRow)
        return;
    m_listJob.start([this, changes = m_changes, view = m_workbench.sharedView(),
                     unit = m_workbench.unit()](const Progress&) -> BackgroundJob::Finish {
        auto list =
            std::make_shared<const session::RecordList>(session::changeList(*view, *changes, unit));
        return [this, changes, list] {
            if (changes == m_changes)
                emit listMade(list);
        };
    });
}

} // namespace guatu::desktop
