// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

class QAction;
class QLabel;
class QMainWindow;
class QMenuBar;
class QWidget;

namespace guatu::desktop
{

class WindowActions;

/// Puts the tool bar into the window; returns what is there with a workspace only.
QList<QAction*> addTools(QMainWindow& window, WindowActions& actions, QWidget& breadcrumb,
                         QWidget& search, QWidget& modes);

/// The campaign's name at the end of the menu bar.
QLabel* addScheme(QMenuBar& bar);

} // namespace guatu::desktop
