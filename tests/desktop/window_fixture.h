// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/main_window.h"
#include "small_workspace.h"

#include <QApplication>

#include <functional>
#include <memory>

namespace guatu::test
{

/// The one application of the test program, in the window's look.
QApplication& application();

/// A window with settings of its own, and a small workspace to open in it.
class WindowFixture
{
public:
    explicit WindowFixture(QSize size = {1600, 1000});

    void openWorkspace();
    /// Goes to a unit by its code.
    void visit(const char* code);
    /// Waits until all work beside the window is done.
    void settle();
    /// Saves a picture of the window into $GUATU_PICTURES, when that is set.
    void picture(const QString& name);
    /// Presses and lets go at a place of the map.
    void clickMap(Point lonLat, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QPoint onMap(Point lonLat);
    [[nodiscard]] std::string unitName();

    TemporaryFolder folder;
    std::filesystem::path workspace;
    desktop::Settings settings;
    desktop::Texts texts{Language::Chinese};
    std::unique_ptr<desktop::MainWindow> window;
};

/// Lets the window work until something is so, for half a minute at most. Says whether it is.
bool waitFor(const std::function<bool()>& isSo);

} // namespace guatu::test
