// SPDX-License-Identifier: MIT
#include "desktop/unit_tree_model.h"

#include "desktop/theme.h"
#include "desktop/words.h"

namespace guatu::desktop
{

UnitTreeModel::UnitTreeModel(const Texts& texts, QObject* parent)
    : QAbstractItemModel(parent), m_texts(texts)
{
    connect(&texts, &Texts::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

void UnitTreeModel::show(std::shared_ptr<const session::WorkspaceView> view)
{
    beginResetModel();
    m_view = std::move(view);
    const std::size_t count = m_view ? m_view->snapshot.units.size() : 0;
    m_children.assign(count + 1, {});
    m_place.assign(count, 0);
    for (std::size_t unit = 0; unit < count; ++unit) {
        auto& siblings =
            m_children[static_cast<std::size_t>(m_view->snapshot.units.parent[unit] + 1)];
        m_place[unit] = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<RowIndex>(unit));
    }
    endResetModel();
}

QModelIndex UnitTreeModel::indexOf(RowIndex unit) const
{
    if (unit == noRow)
        return {};
    return createIndex(m_place[static_cast<std::size_t>(unit)], 0, static_cast<quintptr>(unit));
}

QModelIndex UnitTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const auto& siblings = children(unitAt(parent));
    if (row < 0 || static_cast<std::size_t>(row) >= siblings.size())
        return {};
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex UnitTreeModel::parent(const QModelIndex& child) const
{
    const RowIndex unit = unitAt(child);
    return unit == noRow ? QModelIndex()
                         : indexOf(m_view->snapshot.units.parent[static_cast<std::size_t>(unit)]);
}

int UnitTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(children(unitAt(parent)).size());
}

int UnitTreeModel::columnCount(const QModelIndex&) const
{
    return 2;
}

QVariant UnitTreeModel::data(const QModelIndex& index, int role) const
{
    const auto unit = static_cast<std::size_t>(unitAt(index));
    const campaign::Remaining& left = m_view->closure.remaining[unit];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0)
            return toQString(m_view->snapshot.units.name[unit]);
        return left.households == 0 ? QString()
                                    : m_texts("desktop.count.households",
                                              {{"count", number(left.households).toStdString()}});
    case Qt::ToolTipRole:
        return m_texts("desktop.tree.tip", {{"name", m_view->snapshot.units.name[unit]},
                                            {"code", m_view->snapshot.units.code[unit].str()},
                                            {"households", number(left.households).toStdString()},
                                            {"persons", number(left.persons).toStdString()}});
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == 1 ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return index.column() == 1 ? QVariant(colour::quiet) : QVariant(colour::ink);
    default:
        return {};
    }
}

} // namespace guatu::desktop
