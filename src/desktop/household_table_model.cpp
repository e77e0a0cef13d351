// SPDX-License-Identifier: MIT
#include "desktop/household_table_model.h"

#include "desktop/icons.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <algorithm>

namespace guatu::desktop
{

HouseholdTableModel::HouseholdTableModel(const Texts& texts, QObject* parent)
    : QAbstractTableModel(parent), m_texts(texts)
{
    for (std::size_t i = 0; i < m_symbols.size(); ++i)
        m_symbols[i] = symbolIcon(QString::fromLatin1(symbolOf(static_cast<HouseholdClass>(i))));
    connect(&texts, &Texts::changed, this, [this] {
        emit headerDataChanged(Qt::Horizontal, 0, householdColumnCount - 1);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, householdColumnCount - 1));
    });
}

void HouseholdTableModel::show(std::shared_ptr<const session::WorkspaceView> view,
                               std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_view = std::move(view);
    m_rows = std::move(rows);
    m_cachedRow = -1;
    endResetModel();
}

void HouseholdTableModel::setFiltered(std::set<HouseholdColumn> columns)
{
    m_filtered = std::move(columns);
    emit headerDataChanged(Qt::Horizontal, 0, householdColumnCount - 1);
}

int HouseholdTableModel::rowOf(std::uint32_t household) const
{
    const auto found = std::ranges::find(m_rows, household);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::string_view HouseholdTableModel::columnTitle(HouseholdColumn column)
{
    switch (column) {
    case HouseholdColumn::Code:
        return "desktop.column.code";
    case HouseholdColumn::Class:
        return "desktop.column.class";
    case HouseholdColumn::Village:
        return "desktop.column.village";
    case HouseholdColumn::Group:
        return "desktop.column.group";
    case HouseholdColumn::Persons:
        return "desktop.column.persons";
    case HouseholdColumn::Livelihood:
        return "desktop.column.livelihood";
    case HouseholdColumn::Unmet:
        return "desktop.column.unmet";
    case HouseholdColumn::Unknown:
        return "desktop.column.unknown";
    case HouseholdColumn::Due:
        return "desktop.column.due";
    case HouseholdColumn::Clear:
        return "desktop.column.clear";
    case HouseholdColumn::Located:
        break;
    }
    return "desktop.column.located";
}

int HouseholdTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HouseholdTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : householdColumnCount;
}

const session::HouseholdRow& HouseholdTableModel::line(int row) const
{
    if (row != m_cachedRow) {
        m_cached = session::householdRow(*m_view, household(row));
        m_cachedRow = row;
    }
    return m_cached;
}

QVariant HouseholdTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<HouseholdColumn>(index.column());
    const session::HouseholdRow& row = line(index.row());
    const Date today = m_view->snapshot.asOf;
    const bool late = column == HouseholdColumn::Due && row.due && *row.due < today;
    switch (role) {
    case Qt::DisplayRole:
        if (column == HouseholdColumn::Due && row.due)
            return late ? m_texts("desktop.late_on",
                                  {{"date", shortDate(*row.due, today).toStdString()}})
                        : shortDate(*row.due, today);
        return toQString(cellText(*m_view, row, column, m_texts.language()));
    case Qt::ToolTipRole:
        return toQString(cellText(*m_view, row, column, m_texts.language()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter |
                   (column == HouseholdColumn::Persons ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (late)
            return colour::late;
        if (column == HouseholdColumn::Unknown || (column == HouseholdColumn::Due && !row.due))
            return colour::quiet;
        return colour::ink;
    case Qt::FontRole:
        return late ? QVariant(interfaceFont(12, true)) : QVariant();
    case Qt::DecorationRole:
        return column == HouseholdColumn::Code
                   ? QVariant(m_symbols[static_cast<std::size_t>(row.householdClass)])
                   : QVariant();
    default:
        return {};
    }
}

QVariant HouseholdTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<HouseholdColumn>(section);
    if (role == Qt::DisplayRole)
        return m_texts(columnTitle(column));
    if (role == filteredRole)
        return m_filtered.contains(column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | Qt::AlignLeft);
    return {};
}

} // namespace guatu::desktop
