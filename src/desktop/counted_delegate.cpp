// SPDX-License-Identifier: MIT
#include "desktop/counted_delegate.h"

#include "desktop/theme.h"

#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr int rightInset = 12;

} // namespace

void CountedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const QString count = index.data(countRole).toString();
    const QFont font = interfaceFont(12);
    const int width =
        count.isEmpty() ? rightInset : QFontMetrics(font).horizontalAdvance(count) + rightInset + 8;
    QStyleOptionViewItem title(option);
    title.rect.setWidth(option.rect.width() - width);
    QStyledItemDelegate::paint(painter, title, index);
    if (count.isEmpty())
        return;
    painter->save();
    painter->setFont(font);
    const bool heading = index.data(Qt::FontRole).value<QFont>().bold();
    painter->setPen(heading ? colour::quiet : index.data(Qt::ForegroundRole).value<QColor>());
    painter->drawText(option.rect.adjusted(0, 0, -rightInset, 0), Qt::AlignVCenter | Qt::AlignRight,
                      count);
    painter->restore();
}

} // namespace guatu::desktop
