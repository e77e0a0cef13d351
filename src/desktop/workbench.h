// SPDX-License-Identifier: MIT
#pragma once

#include "session/search.h"
#include "session/workspace_view.h"

#include <QObject>

#include <memory>
#include <vector>

namespace guatu::desktop
{

/// A workspace as the window uses it: opened, and searchable.
struct OpenedWorkspace {
    std::shared_ptr<const session::WorkspaceView> view;
    std::shared_ptr<const session::SearchIndex> search; ///< points into the view
};

/// What lies on the table: the workspace, the unit being looked at, the households chosen. Map,
/// table, tree, card and title all follow it, so they never disagree.
class Workbench : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOpen() const { return m_opened.view != nullptr; }
    [[nodiscard]] const session::WorkspaceView& view() const { return *m_opened.view; }
    [[nodiscard]] const std::shared_ptr<const session::WorkspaceView>& sharedView() const
    {
        return m_opened.view;
    }
    [[nodiscard]] const UnitColumns& units() const { return view().snapshot.units; }
    [[nodiscard]] const session::SearchIndex& search() const { return *m_opened.search; }

    [[nodiscard]] RowIndex unit() const { return m_unit; }
    /// Outside this unit the map is paler; it is named in the title.
    [[nodiscard]] RowIndex stage() const { return m_stage; }
    /// Rows of the snapshot's households, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& households() const { return m_households; }

    /// Shows a workspace. The same file again (another date, after an import) keeps the unit.
    void open(OpenedWorkspace opened);
    void close();

    /// Goes to a unit: everything follows, the map moves there.
    void visit(RowIndex unit);
    /// Goes one level up.
    void visitParent();
    /// Looks at a unit where the map is now.
    void pick(RowIndex unit);
    void chooseHouseholds(std::vector<std::uint32_t> rows);

signals:
    /// Another workspace or another date; the unit is valid for it already.
    void opened();
    void closed();
    void unitChanged();
    void visited(const guatu::Box& place);
    void householdsChanged();

private:
    void setUnit(RowIndex unit, RowIndex stage);

    OpenedWorkspace m_opened;
    RowIndex m_unit = noRow, m_stage = noRow;
    std::vector<std::uint32_t> m_households;
};

} // namespace guatu::desktop
