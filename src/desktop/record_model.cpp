// SPDX-License-Identifier: MIT
#include "desktop/record_model.h"

#include "desktop/theme.h"

#include <algorithm>
#include <numeric>

namespace guatu::desktop
{
namespace
{

/// Orders known cells by value; blank and unknown ones stand last either way.
bool comesBefore(const TableCell& a, const TableCell& b, bool descending)
{
    const auto isKnown = [](const TableCell& cell) {
        return !std::holds_alternative<Blank>(cell) && !std::holds_alternative<Unknown>(cell);
    };
    if (isKnown(a) != isKnown(b))
        return isKnown(a);
    if (!isKnown(a) || a.index() != b.index())
        return false;
    const auto less = [](const auto& left, const auto& right) {
        using Cell = std::decay_t<decltype(left)>;
        if constexpr (std::is_same_v<Cell, Word>)
            return left.code < right.code;
        else if constexpr (std::is_same_v<Cell, LocalText>)
            return left.zh < right.zh;
        else if constexpr (std::is_same_v<Cell, Blank> || std::is_same_v<Cell, Unknown>)
            return false;
        else
            return left < right;
    };
    return std::visit(
        [&](const auto& value) {
            const auto& other = std::get<std::decay_t<decltype(value)>>(b);
            return descending ? less(other, value) : less(value, other);
        },
        a);
}

} // namespace

RecordModel::RecordModel(const Texts& texts, QObject* parent)
    : QAbstractTableModel(parent), m_texts(texts)
{
    connect(&texts, &Texts::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

void RecordModel::show(std::shared_ptr<const session::RecordList> list)
{
    beginResetModel();
    m_list = std::move(list);
    m_order.resize(m_list ? m_list->table.size() : 0);
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    endResetModel();
}

const session::RecordTarget& RecordModel::target(int row) const
{
    return m_list->targets[m_order[static_cast<std::size_t>(row)]];
}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->table.columns().size());
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_list)
        return {};
    const TableColumn& column = m_list->table.columns()[static_cast<std::size_t>(index.column())];
    const TableCell& cell = m_list->table.row(
        m_order[static_cast<std::size_t>(index.row())])[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return toQString(shown(cell, column, m_texts.language()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isFigure(column.kind) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (std::holds_alternative<Unknown>(cell))
            return colour::quiet;
        if (column.key == "days_late")
            return colour::late;
        return colour::ink;
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_list)
        return {};
    const TableColumn& column = m_list->table.columns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return m_texts(column.title);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(column.kind) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    if (!m_list || column < 0)
        return;
    emit layoutAboutToBeChanged();
    std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
        const auto at = static_cast<std::size_t>(column);
        return comesBefore(m_list->table.row(a)[at], m_list->table.row(b)[at],
                           order == Qt::DescendingOrder);
    });
    emit layoutChanged();
}

} // namespace guatu::desktop
