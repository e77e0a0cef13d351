// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "desktop/background_job.h"
#include "session/household_set.h"
#include "session/query_list.h"
#include "session/search.h"
#include "session/workspace_view.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace guatu::desktop
{

/// A workspace as the window uses it: opened, and searchable.
struct OpenedWorkspace {
    std::shared_ptr<const session::WorkspaceView> view;
    std::shared_ptr<const session::SearchIndex> search; ///< points into the view
};

/// A question whose answer is a list of households: a number of the card, a query, a box.
struct HouseholdQuestion {
    LocalText title; ///< 未销号户
    UnitCode unit{}; ///< the unit it is about; going elsewhere ends it. None: about no unit
    /// Runs beside the window, for every date anew.
    std::function<std::vector<std::uint32_t>(const session::WorkspaceView&)> find;
    const void* key = nullptr; ///< who asks, to know the own question again
};

/// What lies on the table: the workspace, the unit being looked at, the households listed and
/// chosen. Map, table, tree, card and title all follow it, so they never disagree.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(QObject* parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_opened.view != nullptr; }
    [[nodiscard]] const OpenedWorkspace& workspace() const { return m_opened; }
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
    /// The households asked for; null when none are, and map and table show all of the unit.
    [[nodiscard]] const session::HouseholdSet* list() const { return m_list ? &*m_list : nullptr; }
    /// Whether a list is asked for, also while it is still being found.
    [[nodiscard]] bool isListing() const { return m_question.find != nullptr; }
    [[nodiscard]] const HouseholdQuestion& question() const { return m_question; }

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
    /// Lists the households that answer; `listChanged` follows.
    void ask(HouseholdQuestion question);
    void endList();
    /// Units, sites or facilities that answer a question.
    void mark(std::vector<session::MapFeatures> marked);
    [[nodiscard]] const std::vector<session::MapFeatures>& marked() const { return m_marked; }
    /// What Esc does: first lets the chosen households go, then the list.
    void letGo();

signals:
    /// Another workspace or another date; the unit is valid for it already.
    void opened();
    void closed();
    void unitChanged();
    void visited(const guatu::Box& place);
    void householdsChanged();
    void listChanged();
    void markedChanged();
    void failed(const guatu::Message& why);

private:
    void setUnit(RowIndex unit, RowIndex stage);
    void find();
    [[nodiscard]] bool isElsewhere(RowIndex unit) const;

    OpenedWorkspace m_opened;
    RowIndex m_unit = noRow, m_stage = noRow;
    std::vector<std::uint32_t> m_households;
    HouseholdQuestion m_question;
    std::optional<session::HouseholdSet> m_list;
    std::vector<session::MapFeatures> m_marked;
    BackgroundJob m_job{this};
};

} // namespace guatu::desktop
