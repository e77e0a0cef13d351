// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace guatu::desktop
{

/// A line of a list with a count at its right end; the title gives way, the count never does.
class CountedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int countRole = Qt::UserRole + 10;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace guatu::desktop
