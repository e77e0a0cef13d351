// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace guatu::desktop
{

/// Draws a line of the tree of reasons: status, title over as many lines as it needs, and what is
/// counted at the right.
class WhyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit WhyDelegate(QTreeView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] int textWidth(int rowWidth, const QString& count) const;

    QTreeView* m_view;
};

} // namespace guatu::desktop
