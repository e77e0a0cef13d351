// SPDX-License-Identifier: MIT
#pragma once

#include <QGuiApplication>

/// Fonts need an application; one is enough for all tests of a program. No display is needed.
inline void needGui()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "guatu-tests";
    static char* arguments[] = {name, nullptr};
    static QGuiApplication application(count, arguments);
}
