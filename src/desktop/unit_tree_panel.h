// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/workbench.h"

#include <QWidget>

class QTreeView;

namespace guatu::desktop
{

class Texts;
class UnitTreeModel;

/// The tree of units. A click goes there: map, table, card and title follow.
class UnitTreePanel : public QWidget
{
    Q_OBJECT

public:
    UnitTreePanel(const Texts& texts, Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* tree() const { return m_tree; }

private:
    void showCurrent();

    Workbench& m_workbench;
    QTreeView* m_tree;
    UnitTreeModel* m_model;
    bool m_following = false; ///< the current row is being set from elsewhere
};

} // namespace guatu::desktop
