// SPDX-License-Identifier: MIT
#include "desktop/search_hit_model.h"

#include "desktop/icons.h"
#include "desktop/theme.h"
#include "desktop/words.h"

#include <QPainter>

namespace guatu::desktop
{
namespace
{

std::string_view kindTitle(session::SearchHit::Kind kind, Level level)
{
    switch (kind) {
    case session::SearchHit::Kind::Unit:
        return titleOf(level);
    case session::SearchHit::Kind::Site:
        return "desktop.search.site";
    case session::SearchHit::Kind::Facility:
        return "desktop.search.facility";
    case session::SearchHit::Kind::Household:
        break;
    }
    return "desktop.search.household";
}

Icon kindIcon(session::SearchHit::Kind kind)
{
    switch (kind) {
    case session::SearchHit::Kind::Unit:
        return Icon::Unit;
    case session::SearchHit::Kind::Site:
        return Icon::Site;
    case session::SearchHit::Kind::Facility:
        return Icon::Facility;
    case session::SearchHit::Kind::Household:
        break;
    }
    return Icon::Household;
}

} // namespace

void SearchHitModel::show(std::vector<session::SearchHit> hits, const UnitColumns& units,
                          const QString& query)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_query = query;
    m_levels.clear();
    for (const session::SearchHit& hit : m_hits)
        m_levels.push_back(hit.kind == session::SearchHit::Kind::Unit ? units.level[hit.row]
                                                                      : Level::Group);
    endResetModel();
}

int SearchHitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : std::max(1, static_cast<int>(m_hits.size()));
}

Qt::ItemFlags SearchHitModel::flags(const QModelIndex&) const
{
    return m_hits.empty() ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant SearchHitModel::data(const QModelIndex& index, int role) const
{
    if (m_hits.empty())
        return role == Qt::DisplayRole
                   ? QVariant(m_texts("desktop.search.nothing", {{"query", m_query.toStdString()}}))
                   : QVariant();
    const auto row = static_cast<std::size_t>(index.row());
    const session::SearchHit& hit = m_hits[row];
    switch (role) {
    case Qt::DisplayRole:
        return toQString(hit.name);
    case Qt::DecorationRole:
        return icon(kindIcon(hit.kind));
    case contextRole:
        return hit.context.empty()
                   ? toQString(hit.code)
                   : toQString(hit.context) + QStringLiteral("   ") + toQString(hit.code);
    case kindRole:
        return m_texts(kindTitle(hit.kind, m_levels[row]));
    default:
        return {};
    }
}

void SearchHitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colour::selectedRow);
    const QRect inner = option.rect.adjusted(12, 4, -12, -4);
    const QString context = index.data(SearchHitModel::contextRole).toString();
    const int left = context.isEmpty() ? 0 : 26;
    if (left > 0)
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, inner.left(), inner.center().y() - 8, 16, 16);
    const QRect top(inner.left() + left, inner.top(), inner.width() - left, inner.height() / 2);
    painter->setFont(interfaceFont(13, left > 0));
    painter->setPen(left > 0 ? colour::ink : colour::quiet);
    const QString kind = index.data(SearchHitModel::kindRole).toString();
    painter->drawText(left > 0 ? top : inner, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                        top.width() - 80));
    painter->setFont(interfaceFont(12));
    painter->setPen(colour::quiet);
    painter->drawText(top, Qt::AlignVCenter | Qt::AlignRight, kind);
    painter->drawText(top.translated(0, inner.height() / 2), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(context, Qt::ElideMiddle, top.width()));
    painter->restore();
}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {300, index.data(SearchHitModel::contextRole).isValid() ? 48 : 36};
}

} // namespace guatu::desktop
