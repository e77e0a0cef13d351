// SPDX-License-Identifier: MIT
#include "desktop/why_model.h"

#include "desktop/counted_delegate.h"
#include "desktop/theme.h"
#include "desktop/words.h"
#include "session/feature_tables.h"
#include "session/household_list.h"

#include <algorithm>

namespace guatu::desktop
{

using campaign::WhyNode;

struct WhyModel::Item {
    WhyNode node;
    Item* above = nullptr;
    int row = 0;
    bool open = false; ///< the items below have been made
    std::vector<std::unique_ptr<Item>> below{};
};

WhyModel::WhyModel(const Texts& texts, QObject* parent) : QAbstractItemModel(parent), m_texts(texts)
{
    connect(&texts, &Texts::changed, this, [this] {
        emit layoutAboutToBeChanged();
        emit layoutChanged();
    });
}

WhyModel::~WhyModel() = default;

void WhyModel::show(std::shared_ptr<const session::WorkspaceView> view, RowIndex unit)
{
    beginResetModel();
    m_view = std::move(view);
    m_root.reset();
    if (m_view && unit != noRow) {
        m_root = std::make_unique<Item>(Item{campaign::whyNode(
            m_view->snapshot, m_view->profile, m_view->closure, SubjectType::Unit, unit)});
        open(*m_root);
    }
    endResetModel();
}

void WhyModel::open(Item& item)
{
    item.open = true;
    auto nodes =
        campaign::whyChildren(m_view->snapshot, m_view->profile, m_view->closure, item.node);
    // Among units of the same status the one with more open households first.
    std::ranges::stable_sort(nodes, [this](const WhyNode& a, const WhyNode& b) {
        const bool units = a.kind == WhyNode::Kind::Unit && b.kind == WhyNode::Kind::Unit;
        return units && a.status == b.status && openHouseholds(a) > openHouseholds(b);
    });
    for (WhyNode& node : nodes) {
        item.below.push_back(std::make_unique<Item>(
            Item{std::move(node), &item, static_cast<int>(item.below.size())}));
    }
}

WhyModel::Item* WhyModel::itemAt(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

const WhyNode& WhyModel::nodeAt(const QModelIndex& index) const
{
    return itemAt(index)->node;
}

RowIndex WhyModel::householdOf(const QModelIndex& index) const
{
    for (const Item* item = itemAt(index); item; item = item->above)
        if (item->node.kind == WhyNode::Kind::Household)
            return item->node.row;
    return noRow;
}

QModelIndex WhyModel::index(int row, int column, const QModelIndex& parent) const
{
    const Item* above = itemAt(parent);
    if (!above || row < 0 || row >= static_cast<int>(above->below.size()) || column != 0)
        return {};
    return createIndex(row, column, above->below[static_cast<std::size_t>(row)].get());
}

QModelIndex WhyModel::parent(const QModelIndex& index) const
{
    Item* above = index.isValid() ? itemAt(index)->above : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int WhyModel::rowCount(const QModelIndex& parent) const
{
    const Item* item = itemAt(parent);
    return item ? static_cast<int>(item->below.size()) : 0;
}

int WhyModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool WhyModel::hasChildren(const QModelIndex& parent) const
{
    const Item* item = itemAt(parent);
    return item && (item->open ? !item->below.empty() : item->node.expandable);
}

bool WhyModel::canFetchMore(const QModelIndex& parent) const
{
    const Item* item = itemAt(parent);
    return item && !item->open && item->node.expandable;
}

void WhyModel::fetchMore(const QModelIndex& parent)
{
    Item* item = itemAt(parent);
    // The lines are made first, for there may be none of them.
    open(*item);
    auto made = std::move(item->below);
    item->below.clear();
    if (made.empty())
        return;
    beginInsertRows(parent, 0, static_cast<int>(made.size()) - 1);
    item->below = std::move(made);
    endInsertRows();
}

std::int64_t WhyModel::openHouseholds(const WhyNode& node) const
{
    const auto at = static_cast<std::size_t>(node.unit);
    const campaign::Tally& tally = node.kind == WhyNode::Kind::Ungrouped
                                       ? m_view->closure.direct[at]
                                       : m_view->closure.tally[at];
    const auto uncleared = tally.count(Clear::Uncleared);
    return uncleared > 0 ? uncleared : tally.count(Clear::Unknown);
}

QString WhyModel::unitTitle(std::size_t unit) const
{
    const UnitColumns& units = m_view->snapshot.units;
    // A group's name repeats its village's.
    return toQString(units.level[unit] == Level::Group
                         ? session::shortName(units.name[unit], Level::Group)
                         : units.name[unit]);
}

QString WhyModel::title(const WhyNode& node) const
{
    switch (node.kind) {
    case WhyNode::Kind::Unit:
        return unitTitle(static_cast<std::size_t>(node.unit));
    case WhyNode::Kind::Household: {
        const auto row = session::householdRow(*m_view, static_cast<std::uint32_t>(node.row));
        const std::string group = session::shortName(row.group, Level::Group);
        return (toQString(group) + ' ' + toQString(row.code)).trimmed();
    }
    default:
        return m_texts(node.text);
    }
}

QString WhyModel::count(const WhyNode& node) const
{
    if (node.kind == WhyNode::Kind::Unit || node.kind == WhyNode::Kind::Ungrouped)
        return m_texts("desktop.count.households",
                       {{"count", number(openHouseholds(node)).toStdString()}});
    if (node.kind != WhyNode::Kind::Household)
        return {};
    const auto row = session::householdRow(*m_view, static_cast<std::uint32_t>(node.row));
    const auto& lacking = row.unmet.empty() ? row.unknown : row.unmet;
    return toQString(session::criterionTitles(*m_view, lacking, m_texts.language()));
}

QVariant WhyModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const WhyNode& node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return title(node);
    case Qt::ToolTipRole:
        return m_texts(node.text);
    case CountedDelegate::countRole:
        return count(node);
    case statusRole:
        return QByteArray::fromStdString(node.status);
    case Qt::ForegroundRole:
        return colour::ink;
    case Qt::FontRole:
        return interfaceFont(12);
    default:
        return {};
    }
}

} // namespace guatu::desktop
