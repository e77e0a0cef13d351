// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

class QGuiApplication;

namespace guatu::cli
{

/// What fonts and pictures need; no window is opened, so no display is needed. One at a time.
class GuiApplication
{
public:
    GuiApplication();
    ~GuiApplication();
    GuiApplication(const GuiApplication&) = delete;
    GuiApplication& operator=(const GuiApplication&) = delete;

private:
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace guatu::cli
