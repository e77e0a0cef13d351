// SPDX-License-Identifier: MIT
#include "desktop/breadcrumb.h"

#include "desktop/icons.h"
#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/unit_places.h"

#include <QBoxLayout>
#include <QEvent>
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
    m_parts->setSizeConstraint(QLayout::SetNoConstraint); // the parts fold instead
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&workbench, &Workbench::unitChanged, this, &Breadcrumb::rebuild);
    connect(&workbench, &Workbench::closed, this, &Breadcrumb::clear);
    texts.keep(this, [this] { rebuild(); });
}

void Breadcrumb::clear()
{
    while (QLayoutItem* item = m_parts->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_above = nullptr;
    m_folding.clear();
    updateGeometry();
}

void Breadcrumb::rebuild()
{
    clear();
    if (!m_workbench.isOpen() || m_workbench.unit() == noRow)
        return;
    const std::vector<RowIndex> path = pathOf(m_workbench.units(), m_workbench.unit());
    addAbove(path);
    for (const RowIndex unit : path)
        addPart(unit, unit == path.back());
    addBelow(path.back());
    m_parts->addStretch();
    updateGeometry();
    fold();
}

int Breadcrumb::widthFrom(std::size_t part) const
{
    const QMargins edges = m_parts->contentsMargins();
    int width = edges.left() + edges.right() + 2 * frameWidth();
    if (part > 0)
        width += m_above->sizeHint().width();
    for (; part < m_folding.size(); ++part)
        for (const QWidget* each : m_folding[part])
            width += each->sizeHint().width();
    return width;
}

QSize Breadcrumb::sizeHint() const
{
    return {widthFrom(0), QFrame::sizeHint().height()};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {m_folding.empty() ? 0 : widthFrom(m_folding.size() - 1),
            QFrame::minimumSizeHint().height()};
}

bool Breadcrumb::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) { // the parts know their widths only now
        updateGeometry();
        fold();
    }
    return QFrame::event(event);
}

void Breadcrumb::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fold();
}

void Breadcrumb::fold()
{
    if (m_folding.empty() || m_isFolding)
        return;
    m_isFolding = true; // what is shown lays the bar out at once, which comes back here
    for (int room = -1; room != width();) {
        room = width();
        std::size_t first = 0;
        while (first + 1 < m_folding.size() && widthFrom(first) > room)
            ++first;
        m_above->setVisible(first > 0);
        for (std::size_t part = 0; part < m_folding.size(); ++part)
            for (QWidget* each : m_folding[part])
                each->setVisible(part >= first);
    }
    m_isFolding = false;
}

void Breadcrumb::addAbove(const std::vector<RowIndex>& path)
{
    m_above = new QToolButton;
    setLook(m_above, "crumb");
    m_above->setText(QStringLiteral("…"));
    m_above->setToolTip(m_texts("desktop.crumb.above"));
    m_above->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_above);
    for (const RowIndex unit : path)
        if (unit != path.back())
            menu->addAction(toQString(m_workbench.units().name[static_cast<std::size_t>(unit)]),
                            this, [this, unit] { m_workbench.visit(unit); });
    m_above->setMenu(menu);
    m_parts->addWidget(m_above);
}

void Breadcrumb::addPart(RowIndex unit, bool last)
{
    const UnitColumns& units = m_workbench.units();
    std::vector<QWidget*>& part = m_folding.emplace_back();
    if (m_folding.size() > 1) {
        auto* arrow = makeLabel("quiet");
        arrow->setText(QStringLiteral("›"));
        m_parts->addWidget(arrow);
        part.push_back(arrow);
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
    part.push_back(button);
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
    m_folding.back().push_back(below);
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
