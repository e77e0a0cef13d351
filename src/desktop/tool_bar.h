// SPDX-License-Identifier: MIT
#pragma once

class QAction;
class QMainWindow;
class QWidget;

namespace guatu::desktop
{

class WindowActions;

/// Puts the tool bar into the window; returns what shows and hides the breadcrumb.
QAction* addTools(QMainWindow& window, WindowActions& actions, QWidget& breadcrumb,
                  QWidget& search);

} // namespace guatu::desktop
