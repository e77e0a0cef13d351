// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "desktop/household_order.h"
#include "desktop/workbench.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTableView;

namespace guatu::desktop
{

class FilterHeader;
class HouseholdTableModel;
class Texts;
class ValueFilterPopup;

/// The table below the map: the households of the unit being looked at, sorted and filtered; what
/// is chosen here is chosen on the map, and the other way round.
class HouseholdPanel : public QWidget
{
    Q_OBJECT

public:
    HouseholdPanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    /// The line above the table, which serves as the dock's title bar.
    [[nodiscard]] QWidget* head() const { return m_head; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] const HouseholdQuery& query() const { return m_query; }

    /// The lines shown, in order.
    [[nodiscard]] const std::vector<std::uint32_t>& rows() const;

    void setQuery(HouseholdQuery query);
    /// The chosen lines, or all when none is chosen, with the header, tab-separated.
    [[nodiscard]] QString asText() const;
    void copy() const;

signals:
    /// The lines are wanted as a file.
    void exportAsked();
    /// A visit to the chosen lines, or to all, is to be planned.
    void visitAsked();
    void householdActivated(std::uint32_t household);
    void failed(const guatu::Message& why);
    /// Rows have arrived.
    void shown();

private:
    void buildHead();
    void buildTable();
    void takeList();
    void rearrange();
    void takeRows(std::vector<std::uint32_t> all, std::vector<std::uint32_t> rows);
    void askFilter(int section);
    void showFilter(HouseholdColumn column, const std::map<std::string, std::size_t>& values);
    void selectionToWorkbench();
    void selectionFromWorkbench();
    void updateHead();
    void updateChips();
    void addChip(const QString& text, const std::function<void()>& remove);

    const Texts& m_texts;
    Workbench& m_workbench;
    BackgroundJob m_job{this}, m_valuesJob{this};
    HouseholdQuery m_query;
    std::optional<HouseholdQuery> m_queryBefore; ///< the list came, with no filter but itself
    std::vector<std::uint32_t> m_all;            ///< households of the list, or of the unit
    std::int64_t m_persons = 0;                  ///< of the rows shown
    bool m_unknownPersons = false;
    QWidget* m_head;
    QLabel *m_title, *m_counts, *m_chosen, *m_empty;
    QHBoxLayout* m_chips;
    QTableView* m_table;
    FilterHeader* m_header;
    HouseholdTableModel* m_model;
    ValueFilterPopup* m_popup;
    bool m_following = false; ///< the selection is being set from the map
};

} // namespace guatu::desktop
