// SPDX-License-Identifier: MIT
#include "desktop/tool_bar.h"

#include "desktop/theme.h"
#include "desktop/window_actions.h"

#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace guatu::desktop
{

namespace
{

/// One button for tools of a kind: it starts the one that was used last, the others are in its
/// menu.
void addKind(QToolBar& bar, const QList<QAction*>& tools)
{
    auto* button = new QToolButton;
    auto* menu = new QMenu(button);
    menu->addActions(tools);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setDefaultAction(tools.front());
    QObject::connect(menu, &QMenu::triggered, button, &QToolButton::setDefaultAction);
    bar.addWidget(button);
}

} // namespace

QList<QAction*> addTools(QMainWindow& window, WindowActions& actions, QWidget& breadcrumb,
                         QWidget& search, QWidget& modes)
{
    auto* bar = new QToolBar;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    search.setMinimumWidth(80);
    search.setMaximumWidth(264);
    search.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto gap = [bar] {
        auto* space = new QWidget;
        space->setFixedWidth(6);
        bar->addWidget(space);
    };
    QAction* crumb = bar->addWidget(&breadcrumb);
    bar->addWidget(&search);
    gap();
    bar->addActions({actions.previousView, actions.nextView, actions.wholeUnit});
    gap();
    bar->addActions({actions.pointer, actions.boxZoom});
    addKind(*bar, {actions.polygonChoice, actions.radiusChoice});
    addKind(*bar, {actions.length, actions.area});
    bar->addAction(actions.gotoPosition);
    gap();
    bar->addActions({actions.split, actions.print, actions.import});
    auto* stretch = new QWidget;
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    QAction* modeAction = bar->addWidget(&modes);
    window.addToolBar(bar);
    window.setContextMenuPolicy(Qt::NoContextMenu);
    return {crumb, modeAction};
}

QLabel* addScheme(QMenuBar& bar)
{
    auto* scheme = makeLabel("quiet");
    scheme->setFixedWidth(600); // the menu bar gives a corner its room only once
    scheme->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    scheme->setContentsMargins(0, 0, 16, 0);
    bar.setCornerWidget(scheme);
    return scheme;
}

} // namespace guatu::desktop
