// SPDX-License-Identifier: MIT
#include "desktop/why_panel.h"

#include "desktop/card_layout.h"
#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/why_delegate.h"
#include "desktop/why_model.h"

#include <QGuiApplication>
#include <QToolButton>
#include <QTreeView>

namespace guatu::desktop
{

WhyPanel::WhyPanel(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      m_texts(texts),
      m_workbench(workbench),
      m_title(makeLabel("section")),
      m_sentence(makeLabel("small")),
      m_tree(new QTreeView),
      m_model(new WhyModel(texts, this))
{
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new WhyDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(16);
    m_tree->setIconSize({12, 12});
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setFont(interfaceFont(12));
    auto* close = new QToolButton;
    setLook(close, "plain");
    close->setIcon(icon(Icon::Close));
    close->setIconSize({12, 12});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* block = addBlock(layout);
    addPair(block, m_title, close);
    block->addWidget(m_sentence);
    addRule(layout);
    layout->addWidget(m_tree, 1);

    connect(&m_job, &BackgroundJob::failed, this, &WhyPanel::failed);
    connect(close, &QToolButton::clicked, this, &WhyPanel::closeAsked);
    connect(m_tree, &QTreeView::clicked, this, &WhyPanel::go);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (QGuiApplication::mouseButtons() == Qt::NoButton) // by key; a click comes by itself
            go(index);
    });
    connect(&workbench, &Workbench::opened, this, &WhyPanel::refresh);
    connect(&workbench, &Workbench::closed, this, [this] {
        m_unit = {};
        m_model->show(nullptr, noRow);
    });
    m_texts.keep(this, [this, close] {
        close->setToolTip(m_texts("desktop.why.close"));
        m_tree->setAccessibleName(m_texts("desktop.why"));
        refresh();
    });
}

void WhyPanel::explain(RowIndex unit)
{
    m_unit = m_workbench.units().code[static_cast<std::size_t>(unit)];
    refresh();
    m_tree->setFocus();
}

QString WhyPanel::sentence() const
{
    return m_sentence->text();
}

void WhyPanel::refresh()
{
    const RowIndex unit =
        m_workbench.isOpen() && m_unit ? findUnit(m_workbench.units(), m_unit) : noRow;
    if (unit == noRow) {
        m_model->show(nullptr, noRow);
        return;
    }
    const auto& view = m_workbench.view();
    m_title->setText(m_texts("desktop.why.title",
                             {{"unit", view.snapshot.units.name[static_cast<std::size_t>(unit)]}}));
    m_sentence->clear();
    m_job.start(
        [this, shared = m_workbench.sharedView(), unit](const Progress&) -> BackgroundJob::Finish {
            const LocalText why = campaign::explain(shared->snapshot, shared->profile,
                                                    shared->closure, SubjectType::Unit, unit);
            return [this, shared, why] {
                if (shared == m_workbench.sharedView())
                    m_sentence->setText(m_texts(why));
            };
        });
    m_model->show(m_workbench.sharedView(), unit);
}

void WhyPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tree->doItemsLayout(); // lines wrap anew
}

void WhyPanel::go(const QModelIndex& index)
{
    const campaign::WhyNode node = m_model->nodeAt(index);
    if (node.kind == campaign::WhyNode::Kind::Unit) {
        const bool opens = !m_tree->isExpanded(index);
        m_tree->setExpanded(index, opens);
        if (opens)
            openGroups(index);
        m_workbench.visit(node.unit);
        return;
    }
    const RowIndex household = m_model->householdOf(index);
    if (household != noRow)
        emit householdAsked(static_cast<std::uint32_t>(household));
    if (node.expandable)
        m_tree->expand(index);
}

void WhyPanel::openGroups(const QModelIndex& village)
{
    // Groups are opened with their village, so that its households are one click away.
    for (int row = 0; row < m_model->rowCount(village); ++row) {
        const QModelIndex below = m_model->index(row, 0, village);
        const campaign::WhyNode& node = m_model->nodeAt(below);
        const bool isGroup =
            node.kind == campaign::WhyNode::Kind::Ungrouped ||
            (node.kind == campaign::WhyNode::Kind::Unit &&
             m_workbench.units().level[static_cast<std::size_t>(node.unit)] == Level::Group);
        if (isGroup)
            m_tree->expand(below);
    }
}

} // namespace guatu::desktop
