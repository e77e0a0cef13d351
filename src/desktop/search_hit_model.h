// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/texts.h"
#include "session/search.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace guatu::desktop
{

/// Hits of a search; without any, one line that says so.
class SearchHitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int contextRole = Qt::UserRole;
    static constexpr int kindRole = Qt::UserRole + 1;

    explicit SearchHitModel(const Texts& texts, QObject* parent = nullptr)
        : QAbstractListModel(parent), m_texts(texts)
    {
    }

    void show(std::vector<session::SearchHit> hits, const UnitColumns& units, const QString& query);
    [[nodiscard]] const std::vector<session::SearchHit>& hits() const { return m_hits; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    const Texts& m_texts;
    std::vector<session::SearchHit> m_hits;
    std::vector<Level> m_levels; ///< of hits that are units
    QString m_query;
};

/// Two lines a hit: name and kind, then the units above and the code.
class SearchHitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace guatu::desktop
