// SPDX-License-Identifier: MIT
#include "desktop/household_panel.h"

#include "desktop/filter_header.h"
#include "desktop/household_table_model.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/value_filter_popup.h"
#include "desktop/words.h"
#include "session/unit_card.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace guatu::desktop
{

HouseholdPanel::HouseholdPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_head(new QWidget(this)),
      m_title(makeLabel("section")),
      m_counts(makeLabel("quiet")),
      m_chosen(makeLabel("quiet")),
      m_empty(makeLabel("quiet")),
      m_chips(new QHBoxLayout),
      m_table(new QTableView),
      m_header(new FilterHeader(HouseholdTableModel::filteredRole, m_table)),
      m_model(new HouseholdTableModel(texts, this)),
      m_popup(new ValueFilterPopup(texts, this))
{
    m_query.filters[HouseholdColumn::Clear] = {"uncleared"};
    buildHead();
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_empty);
    layout->addWidget(m_table);
    m_empty->setContentsMargins(16, 16, 16, 16);
    m_empty->setWordWrap(true);

    connect(&m_workbench, &Workbench::unitChanged, this, &HouseholdPanel::rearrange);
    connect(&m_workbench, &Workbench::listChanged, this, &HouseholdPanel::takeList);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        m_job.cancel();
        m_valuesJob.cancel();
        takeRows({}, {});
    });
    connect(&m_workbench, &Workbench::householdsChanged, this,
            &HouseholdPanel::selectionFromWorkbench);
    connect(&m_job, &BackgroundJob::failed, this, &HouseholdPanel::failed);
    connect(&m_valuesJob, &BackgroundJob::failed, this, &HouseholdPanel::failed);
    m_texts.keep(this, [this] { updateHead(); });
}

void HouseholdPanel::buildHead()
{
    setLook(m_head, "panelHead");
    m_head->setFixedHeight(40);
    auto* layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    auto* copyButton = new QPushButton;
    setLook(copyButton, "smallButton");
    m_texts.keep(copyButton, [this, copyButton] {
        copyButton->setText(m_texts("desktop.table.copy"));
        copyButton->setToolTip(m_texts("desktop.table.copy_tip"));
    });
    connect(copyButton, &QPushButton::clicked, this, &HouseholdPanel::copy);
    m_chips->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_counts);
    layout->addLayout(m_chips);
    layout->addStretch();
    auto* exportButton = new QPushButton;
    setLook(exportButton, "smallButton");
    m_texts.keep(exportButton,
                 [this, exportButton] { exportButton->setText(m_texts("desktop.table.export")); });
    connect(exportButton, &QPushButton::clicked, this, &HouseholdPanel::exportAsked);
    auto* visitButton = new QPushButton;
    setLook(visitButton, "smallButton");
    m_texts.keep(visitButton,
                 [this, visitButton] { visitButton->setText(m_texts("desktop.trip.plan")); });
    connect(visitButton, &QPushButton::clicked, this, &HouseholdPanel::visitAsked);
    layout->addWidget(m_chosen);
    layout->addWidget(visitButton);
    layout->addWidget(copyButton);
    layout->addWidget(exportButton);
    m_title->setFixedHeight(39); // gives the line its height as a title bar
}

void HouseholdPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(m_header);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->setIconSize({14, 14});
    const int widths[]{164, 92, 108, 80, 72, 92, 148, 128, 92, 84, 84};
    for (int column = 0; column < householdColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_header->setStretchLastSection(true);
    m_header->setSortIndicator(0, Qt::AscendingOrder);

    connect(m_header, &QHeaderView::sortIndicatorChanged, this,
            [this](int section, Qt::SortOrder order) {
                m_query.sortBy = static_cast<HouseholdColumn>(section);
                m_query.descending = order == Qt::DescendingOrder;
                rearrange();
            });
    connect(m_header, &FilterHeader::filterAsked, this, &HouseholdPanel::askFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HouseholdPanel::selectionToWorkbench);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        emit householdActivated(m_model->household(index.row()));
    });
    auto* copyKey = new QShortcut(QKeySequence::Copy, m_table);
    copyKey->setContext(Qt::WidgetShortcut);
    connect(copyKey, &QShortcut::activated, this, &HouseholdPanel::copy);
}

void HouseholdPanel::setQuery(HouseholdQuery query)
{
    m_query = std::move(query);
    const QSignalBlocker quiet(m_header);
    m_header->setSortIndicator(static_cast<int>(m_query.sortBy),
                               m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    rearrange();
}

const std::vector<std::uint32_t>& HouseholdPanel::rows() const
{
    return m_model->households();
}

void HouseholdPanel::takeList()
{
    if (m_workbench.list() && !m_queryBefore) {
        m_queryBefore = m_query;
        m_query.filters.clear();
    } else if (!m_workbench.list() && m_queryBefore) {
        m_query.filters = m_queryBefore->filters;
        m_queryBefore.reset();
    }
    rearrange();
}

void HouseholdPanel::rearrange()
{
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow)
        return;
    if (m_workbench.isListing() && !m_workbench.list())
        return; // it comes
    std::optional<std::vector<std::uint32_t>> list;
    if (m_workbench.list())
        list = m_workbench.list()->rows;
    m_job.start([this, view = m_workbench.sharedView(), unit = m_workbench.unit(), query = m_query,
                 list](const Progress& progress) -> BackgroundJob::Finish {
        std::vector<std::uint32_t> all = list ? *list : session::householdsOf(*view, unit);
        std::vector<std::uint32_t> rows = arrange(*view, all, query, progress);
        return [this, view, all = std::move(all), rows = std::move(rows)] {
            if (view == m_workbench.sharedView())
                takeRows(all, rows);
        };
    });
}

void HouseholdPanel::takeRows(std::vector<std::uint32_t> all, std::vector<std::uint32_t> rows)
{
    m_all = std::move(all);
    m_persons = 0;
    m_unknownPersons = false;
    for (const std::uint32_t row : rows) {
        const auto persons = m_workbench.view().snapshot.households.persons[row];
        m_persons += std::max<std::int64_t>(0, persons);
        m_unknownPersons |= persons < 0;
    }
    m_following = true; // lines that go take their selection with them, not the map's
    m_model->show(m_workbench.sharedView(), std::move(rows));
    std::set<HouseholdColumn> filtered;
    for (const auto& [column, values] : m_query.filters)
        filtered.insert(column);
    m_model->setFiltered(filtered);
    m_following = false;
    const UnitColumns* units = m_workbench.isOpen() ? &m_workbench.units() : nullptr;
    const bool oneVillage =
        units && !m_workbench.list() && m_workbench.unit() != noRow &&
        units->level[static_cast<std::size_t>(m_workbench.unit())] >= Level::Village;
    m_table->setColumnHidden(static_cast<int>(HouseholdColumn::Village), oneVillage);
    updateHead();
    selectionFromWorkbench();
    emit shown();
}

void HouseholdPanel::updateHead()
{
    const bool open = m_workbench.isOpen() && m_workbench.unit() != noRow;
    m_title->setText(m_texts("desktop.table.title"));
    const bool listed = m_workbench.list() != nullptr;
    if (listed)
        m_title->setText(m_texts("desktop.table.listed"));
    const std::string unit =
        open && !listed ? m_workbench.units().name[static_cast<std::size_t>(m_workbench.unit())]
                        : std::string{};
    const Message::Parameters counts{{"unit", unit},
                                     {"households", number(m_model->rowCount()).toStdString()},
                                     {"persons", number(m_persons).toStdString()}};
    if (listed)
        m_counts->setText(m_texts(m_unknownPersons ? "desktop.table.list_counts_at_least"
                                                   : "desktop.table.list_counts",
                                  {counts[1], counts[2]}));
    else
        m_counts->setText(m_texts(
            m_unknownPersons ? "desktop.table.counts_at_least" : "desktop.table.counts", counts));
    const auto chosen = m_workbench.households().size();
    m_chosen->setText(chosen == 0
                          ? QString()
                          : m_texts("desktop.table.chosen", {{"count", std::to_string(chosen)}}));
    const bool nothing = m_model->rowCount() == 0;
    m_empty->setVisible(nothing);
    m_table->setVisible(true);
    m_empty->setText(
        m_all.empty()
            ? m_texts(listed ? "desktop.table.none_found" : "desktop.table.no_households")
            : m_texts("desktop.table.all_filtered", {{"count", std::to_string(m_all.size())}}));
    updateChips();
}

void HouseholdPanel::updateChips()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_workbench.isOpen())
        return;
    if (m_workbench.list())
        addChip(m_texts(m_workbench.question().title), [this] { m_workbench.endList(); });
    for (const auto& [column, values] : m_query.filters) {
        QStringList words;
        for (const std::string& value : values)
            words << toQString(valueText(m_workbench.view(), column, value, m_texts.language()));
        const QString shown = words.size() > 2 ? m_texts("desktop.filter.several",
                                                         {{"count", std::to_string(words.size())}})
                                               : words.join(m_texts("desktop.list_comma"));
        addChip(
            m_texts("desktop.filter.chip",
                    {{"column", m_texts(HouseholdTableModel::columnTitle(column)).toStdString()},
                     {"values", shown.toStdString()}}),
            [this, gone = column] {
                m_query.filters.erase(gone);
                rearrange();
            });
    }
}

void HouseholdPanel::addChip(const QString& text, const std::function<void()>& remove)
{
    auto* chip = new QToolButton;
    setLook(chip, "chip");
    chip->setText(text);
    chip->setIcon(icon(Icon::Close));
    chip->setIconSize({10, 10});
    chip->setLayoutDirection(Qt::RightToLeft);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setToolTip(m_texts("desktop.filter.remove"));
    connect(chip, &QToolButton::clicked, this, remove);
    m_chips->addWidget(chip);
}

void HouseholdPanel::askFilter(int section)
{
    if (!m_workbench.isOpen())
        return;
    const auto column = static_cast<HouseholdColumn>(section);
    m_valuesJob.start([this, view = m_workbench.sharedView(), all = m_all, query = m_query,
                       column](const Progress& progress) -> BackgroundJob::Finish {
        auto values = valuesOf(*view, all, query, column, progress);
        return [this, view, column, values = std::move(values)] {
            if (view == m_workbench.sharedView())
                showFilter(column, values);
        };
    });
}

void HouseholdPanel::showFilter(HouseholdColumn column,
                                const std::map<std::string, std::size_t>& values)
{
    QList<FilterValue> lines;
    for (const auto& [value, count] : values)
        lines.append({value,
                      toQString(valueText(m_workbench.view(), column, value, m_texts.language())),
                      count});
    if (column == HouseholdColumn::Persons)
        std::ranges::stable_sort(lines, {}, [](const FilterValue& line) {
            return QString::fromStdString(line.value).toInt();
        });
    std::optional<std::set<std::string>> chosen;
    if (const auto filter = m_query.filters.find(column); filter != m_query.filters.end())
        chosen = filter->second;
    m_popup->disconnect(this);
    connect(m_popup, &ValueFilterPopup::chosen, this,
            [this, column](const std::optional<std::set<std::string>>& picked) {
                if (picked)
                    m_query.filters[column] = *picked;
                else
                    m_query.filters.erase(column);
                rearrange();
            });
    connect(m_popup, &ValueFilterPopup::sortAsked, this, [this, column](Qt::SortOrder order) {
        m_header->setSortIndicator(static_cast<int>(column), order);
    });
    const QRect funnel = m_header->funnel(static_cast<int>(column));
    m_popup->show(m_texts(HouseholdTableModel::columnTitle(column)), lines, chosen,
                  m_header->mapToGlobal(funnel.bottomLeft()));
}

void HouseholdPanel::selectionToWorkbench()
{
    if (m_following)
        return;
    std::vector<std::uint32_t> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model->household(index.row()));
    m_following = true;
    m_workbench.chooseHouseholds(std::move(rows));
    m_following = false;
    updateHead();
}

void HouseholdPanel::selectionFromWorkbench()
{
    if (m_following)
        return;
    m_following = true;
    QItemSelection selection;
    int first = -1;
    for (const std::uint32_t household : m_workbench.households()) {
        const int row = m_model->rowOf(household);
        if (row < 0)
            continue;
        selection.select(m_model->index(row, 0), m_model->index(row, householdColumnCount - 1));
        if (first < 0)
            first = row;
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first >= 0)
        m_table->scrollTo(m_model->index(first, 0));
    m_following = false;
    updateHead();
}

QString HouseholdPanel::asText() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    if (rows.isEmpty()) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows.append(row);
    }
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < householdColumnCount; ++column)
        cells << m_texts(HouseholdTableModel::columnTitle(static_cast<HouseholdColumn>(column)));
    lines << cells.join('\t');
    for (const int row : rows) {
        const auto line = session::householdRow(m_workbench.view(), m_model->household(row));
        cells.clear();
        for (int column = 0; column < householdColumnCount; ++column)
            cells << toQString(cellText(m_workbench.view(), line,
                                        static_cast<HouseholdColumn>(column), m_texts.language()));
        lines << cells.join('\t');
    }
    return lines.join('\n') + '\n';
}

void HouseholdPanel::copy() const
{
    if (m_workbench.isOpen())
        QApplication::clipboard()->setText(asText());
}

} // namespace guatu::desktop
