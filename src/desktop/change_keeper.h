// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"
#include "session/event_tables.h"

#include <QObject>

namespace guatu::desktop
{

/// What changed from a date that was marked to the date looked at; follows both.
class ChangeKeeper : public QObject
{
    Q_OBJECT

public:
    explicit ChangeKeeper(Workbench& workbench, QObject* parent = nullptr);

    /// Marks the date looked at as the one to compare with.
    void mark();
    void end();

    [[nodiscard]] std::optional<Date> from() const;
    /// Null while nothing is compared, or the date looked at is not the later one.
    [[nodiscard]] const campaign::ChangeSet* changes() const { return m_changes.get(); }
    /// For the map; null likewise.
    [[nodiscard]] std::shared_ptr<const FeatureTable> table() const { return m_table; }

signals:
    void changed();
    /// The list of the unit being looked at.
    void listMade(const std::shared_ptr<const guatu::session::RecordList>& list);
    void failed(const guatu::Message& why);

private:
    void compare();
    void list();

    Workbench& m_workbench;
    BackgroundJob m_job{this}, m_listJob{this};
    std::shared_ptr<const session::WorkspaceView> m_base;
    std::shared_ptr<const campaign::ChangeSet> m_changes;
    std::shared_ptr<const FeatureTable> m_table;
};

} // namespace guatu::desktop
