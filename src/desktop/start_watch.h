// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace guatu::desktop
{

class MainWindow;

/// Says on standard output, in seconds since the process began, when the window was first painted
/// and, where a workspace is opened, when its first complete map was; then ends the program. For
/// measuring; never part of a user's run.
class StartWatch : public QObject
{
    Q_OBJECT

public:
    StartWatch(MainWindow& window, bool opensWorkspace);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    MainWindow& m_window;
    bool m_opensWorkspace;
    bool m_painted = false;
};

} // namespace guatu::desktop
