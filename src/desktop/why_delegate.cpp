// SPDX-License-Identifier: MIT
#include "desktop/why_delegate.h"

#include "desktop/closure_bar.h"
#include "desktop/counted_delegate.h"
#include "desktop/theme.h"
#include "desktop/why_model.h"

#include <QPainter>
#include <QTreeView>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int iconRoom = 18, edgeInset = 10, leastHeight = 26;

/// What the status patch shows: results of criteria look like the closure they lead to.
void drawStatus(QPainter& painter, const QRect& box, const QByteArray& status, double ratio)
{
    if (status == "at_risk") {
        painter.fillRect(box, QColor(0xFC, 0xD5, 0x8E));
        painter.setPen(QPen(QColor(0xA6, 0x5F, 0x00), 1));
        painter.drawLine(box.bottomLeft(), box.topRight());
        return;
    }
    const Clear clear = status == "uncleared" || status == "unmet"       ? Clear::Uncleared
                        : status == "cleared" || status == "met"         ? Clear::Cleared
                        : status == "out_of_scope" || status == "exempt" ? Clear::OutOfScope
                                                                         : Clear::Unknown;
    painter.drawPixmap(box.topLeft(), statusPatch(clear, box.width(), ratio));
    if (clear == Clear::OutOfScope) {
        painter.setPen(QPen(QColor(0x9A, 0xA0, 0xA6), 1));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
}

} // namespace

WhyDelegate::WhyDelegate(QTreeView* view) : QStyledItemDelegate(view), m_view(view) {}

int WhyDelegate::textWidth(int rowWidth, const QString& count) const
{
    const QFontMetrics metrics(interfaceFont(12));
    const int counted = count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + 12;
    // What is counted may take up to half of the line; the rest of it is elided.
    return rowWidth - iconRoom - edgeInset - std::min(counted, rowWidth / 2);
}

void WhyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    ground.text.clear();
    m_view->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, m_view);
    painter->save();
    const QFont font = interfaceFont(12);
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const QRect row = option.rect;
    const QRect box(row.left() + 1, row.top() + 8, 10, 10);
    drawStatus(*painter, box, index.data(WhyModel::statusRole).toByteArray(),
               m_view->devicePixelRatioF());
    const QString count = index.data(CountedDelegate::countRole).toString();
    const int wide = textWidth(row.width(), count);
    const QRect text(row.left() + iconRoom, row.top() + 4, wide, row.height() - 6);
    painter->setPen(colour::ink);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      index.data(Qt::DisplayRole).toString());
    const QRect right(text.right() + 8, row.top() + 4, row.right() - edgeInset - text.right() - 8,
                      18);
    painter->setPen(colour::quiet);
    painter->drawText(right, Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(count, Qt::ElideRight, right.width()));
    painter->restore();
}

QSize WhyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    int depth = 1;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    const int rowWidth = m_view->viewport()->width() - depth * m_view->indentation();
    const int wide =
        std::max(60, textWidth(rowWidth, index.data(CountedDelegate::countRole).toString()));
    const QRect bounds = QFontMetrics(interfaceFont(12))
                             .boundingRect(QRect(0, 0, wide, 1000), Qt::TextWordWrap,
                                           index.data(Qt::DisplayRole).toString());
    return {0, std::max(leastHeight, bounds.height() + 8)};
}

} // namespace guatu::desktop
