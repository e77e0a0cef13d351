// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/texts.h"
#include "session/workspace_view.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace guatu::desktop
{

/// 州 › 县 › 乡 › 村 › 组 with the remaining households of each.
class UnitTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit UnitTreeModel(const Texts& texts, QObject* parent = nullptr);

    void show(std::shared_ptr<const session::WorkspaceView> view);
    [[nodiscard]] QModelIndex indexOf(RowIndex unit) const;
    [[nodiscard]] static RowIndex unitAt(const QModelIndex& index)
    {
        return index.isValid() ? static_cast<RowIndex>(index.internalId()) : noRow;
    }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] const std::vector<RowIndex>& children(RowIndex unit) const
    {
        return m_children[static_cast<std::size_t>(unit + 1)];
    }

    const Texts& m_texts;
    std::shared_ptr<const session::WorkspaceView> m_view;
    std::vector<std::vector<RowIndex>> m_children{{}}; ///< by unit + 1; first those on top
    std::vector<int> m_place;                          ///< of each unit among its siblings
};

} // namespace guatu::desktop
