// SPDX-License-Identifier: MIT
#include "desktop/tool_bar.h"

#include "desktop/window_actions.h"

#include <QMainWindow>
#include <QToolBar>

namespace guatu::desktop
{

QAction* addTools(QMainWindow& window, WindowActions& actions, QWidget& breadcrumb, QWidget& search)
{
    auto* bar = new QToolBar;
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    search.setFixedWidth(264);
    const auto gap = [bar] {
        auto* space = new QWidget;
        space->setFixedWidth(8);
        bar->addWidget(space);
    };
    QAction* crumb = bar->addWidget(&breadcrumb);
    bar->addWidget(&search);
    gap();
    bar->addActions({actions.previousView, actions.nextView, actions.wholeUnit});
    gap();
    bar->addActions(
        {actions.pointer, actions.boxZoom, actions.length, actions.area, actions.gotoPosition});
    gap();
    bar->addActions({actions.asOf, actions.import});
    window.addToolBar(bar);
    window.setContextMenuPolicy(Qt::NoContextMenu);
    return crumb;
}

} // namespace guatu::desktop
