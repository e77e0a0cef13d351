// SPDX-License-Identifier: MIT
#include "desktop/breadcrumb.h"

#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_places.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace guatu::desktop
{

Breadcrumb::Breadcrumb(const Texts& texts, Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_texts(texts), m_workbench(workbench), m_parts(new QHBoxLayout(this))
{
    setLook(this, "crumbs");
    m_parts->setContentsMargins(4, 0, 4, 0);
    m_parts->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&workbench, &Workbench::unitChanged, this, &Breadcrumb::rebuild);
    connect(&workbench, &Workbench::closed, this, [this] {
        while (QLayoutItem* item = m_parts->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
    });
    texts.keep(this, [this] { rebuild(); });
}

void Breadcrumb::rebuild()
{
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow)
        return;
    const std::vector<RowIndex> path = pathOf(m_workbench.units(), m_workbench.unit());
    for (const RowIndex unit : path)
        addPart(unit, unit == path.back());
    addBelow(path.back());
}

void Breadcrumb::addPart(RowIndex unit, bool last)
{
    const UnitColumns& units = m_workbench.units();
    if (m_parts->count() > 0) {
        auto* arrow = makeLabel("quiet");
        arrow->setText(QStringLiteral("›"));
        m_parts->addWidget(arrow);
    }
    auto* button = new QToolButton;
    setLook(button, last ? "crumbLast" : "crumb");
    button->setText(toQString(units.name[static_cast<std::size_t>(unit)]));
    button->setToolTip(m_texts("desktop.crumb.siblings"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, unit] {
        fillMenu(menu,
                 childrenOf(m_workbench.units(),
                            m_workbench.units().parent[static_cast<std::size_t>(unit)]),
                 unit);
    });
    button->setMenu(menu);
    m_parts->addWidget(button);
}

void Breadcrumb::addBelow(RowIndex unit)
{
    const UnitColumns& units = m_workbench.units();
    if (subtreeEnd(units, unit) == unit + 1)
        return;
    auto* below = new QToolButton;
    setLook(below, "crumb");
    below->setArrowType(Qt::DownArrow);
    below->setToolTip(m_texts("desktop.crumb.below"));
    below->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(below);
    connect(menu, &QMenu::aboutToShow, this,
            [this, menu, unit] { fillMenu(menu, childrenOf(m_workbench.units(), unit), noRow); });
    below->setMenu(menu);
    m_parts->addWidget(below);
}

void Breadcrumb::fillMenu(QMenu* menu, const std::vector<RowIndex>& units, RowIndex current)
{
    menu->clear();
    if (current != noRow) {
        menu->addAction(m_texts("desktop.crumb.go"), this,
                        [this, current] { m_workbench.visit(current); });
        menu->addSeparator();
    }
    for (const RowIndex unit : units) {
        QAction* action =
            menu->addAction(toQString(m_workbench.units().name[static_cast<std::size_t>(unit)]),
                            this, [this, unit] { m_workbench.visit(unit); });
        action->setCheckable(unit == current);
        action->setChecked(unit == current);
    }
}

} // namespace guatu::desktop
