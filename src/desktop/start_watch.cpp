// SPDX-License-Identifier: MIT
#include "desktop/start_watch.h"

#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/map_widget.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace guatu::desktop
{
namespace
{

/// Seconds since this process began, to the clock tick (10 ms): proc(5), field 22 of stat.
double secondsSinceStart()
{
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream fields(text.substr(text.rfind(')') + 1)); // the name may hold anything
    std::string field;
    for (int number = 3; number <= 22; ++number)
        fields >> field;
    const double began = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - began;
}

void say(const char* what)
{
    std::printf("%s %.2f s\n", what, secondsSinceStart());
    std::fflush(stdout);
}

} // namespace

StartWatch::StartWatch(MainWindow& window, bool opensWorkspace)
    : m_window(window), m_opensWorkspace(opensWorkspace)
{
    window.installEventFilter(this);
    MapWidget& map = window.mapPage().map();
    connect(&map, &MapWidget::pictureShown, this, [&map] {
        if (!map.scene().definition)
            return;
        // The picture is there; it is on the screen when the widget has been painted.
        map.repaint();
        say("map");
        QApplication::quit();
    });
}

bool StartWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::UpdateRequest && !m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, [this] {
            say("window");
            if (!m_opensWorkspace)
                QApplication::quit();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace guatu::desktop
