// SPDX-License-Identifier: MIT
#pragma once

#include <QGuiApplication>

/// Fonts need an application; one is enough for all tests of a program.
inline void needGui()
{
    static int count = 1;
    static char name[] = "guatu-tests";
    static char* arguments[] = {name, nullptr};
    static QGuiApplication application(count, arguments);
}
