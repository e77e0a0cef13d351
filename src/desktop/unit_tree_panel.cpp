// SPDX-License-Identifier: MIT
#include "desktop/unit_tree_panel.h"

#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_tree_model.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTreeView>

namespace guatu::desktop
{

UnitTreePanel::UnitTreePanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_tree(new QTreeView),
      m_model(new UnitTreeModel(texts, this))
{
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setMinimumSectionSize(16);
    m_tree->setFont(interfaceFont(13));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 0, 0);
    layout->addWidget(m_tree);

    texts.keep(this, [this, &texts] { m_tree->setAccessibleName(texts("desktop.units")); });
    connect(&texts, &Texts::changed, this, &UnitTreePanel::showCurrent);
    connect(&workbench, &Workbench::opened, this, [this] {
        m_following = true;
        m_model->show(m_workbench.sharedView());
        m_following = false;
        showCurrent();
    });
    connect(&workbench, &Workbench::closed, this, [this] { m_model->show(nullptr); });
    connect(&workbench, &Workbench::unitChanged, this, &UnitTreePanel::showCurrent);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!m_following && now.isValid())
                    m_workbench.visit(UnitTreeModel::unitAt(now));
            });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        // A click on the current unit brings the map back to it.
        m_workbench.visit(UnitTreeModel::unitAt(index));
    });
}

void UnitTreePanel::showCurrent()
{
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow)
        return;
    m_following = true;
    const QModelIndex index = m_model->indexOf(m_workbench.unit());
    m_tree->setCurrentIndex(index);
    m_tree->expand(
        m_model->indexOf(m_workbench.units().parent[static_cast<std::size_t>(m_workbench.unit())]));
    if (m_workbench.units().level[static_cast<std::size_t>(m_workbench.unit())] < Level::Town)
        m_tree->expand(index);
    m_tree->scrollTo(index);
    m_following = false;
}

} // namespace guatu::desktop
