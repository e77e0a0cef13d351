// SPDX-License-Identifier: MIT
#include "cli/gui_application.h"

#include <QGuiApplication>

namespace guatu::cli
{
namespace
{

int count = 1;
char name[] = "guatu";
char* arguments[] = {name, nullptr};

} // namespace

GuiApplication::GuiApplication()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(count, arguments);
}

GuiApplication::~GuiApplication() = default;

} // namespace guatu::cli
