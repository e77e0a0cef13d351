// SPDX-License-Identifier: MIT
#include "window_fixture.h"

#include "core/crs.h"
#include "desktop/grab.h"
#include "desktop/map_page.h"
#include "desktop/theme.h"
#include "support/catch.h"
#include "thread_watch.h"

#include <QElapsedTimer>
#include <QTest>

namespace guatu::test
{

QApplication& application()
{
    static int count = 1;
    static char name[] = "guatu-desktop-tests";
    static char* arguments[] = {name, nullptr};
    // Lives until the process ends: taken down with the statics, it would outlive what it uses.
    static QApplication* const one = [] {
        auto* made = new WatchedApplication(count, arguments);
        desktop::applyTheme(*made);
        return made;
    }();
    return *one;
}

namespace
{

/// An application must be there before the first widget member is made.
QString settingsFile(const TemporaryFolder& folder)
{
    application();
    return desktop::fromPath(folder / "settings.ini");
}

} // namespace

WindowFixture::WindowFixture(QSize size)
    : workspace(makeSmallWorkspace(folder)),
      settings(settingsFile(folder)),
      window(std::make_unique<desktop::MainWindow>(settings, texts))
{
    window->resize(size);
    window->show();
    settle();
}

void WindowFixture::openWorkspace()
{
    window->openFile(workspace);
    settle();
    REQUIRE(window->workbench().isOpen());
}

void WindowFixture::visit(const char* code)
{
    desktop::Workbench& workbench = window->workbench();
    workbench.visit(findUnit(workbench.units(), *UnitCode::parse(code)));
    settle();
}

void WindowFixture::settle()
{
    REQUIRE(desktop::waitUntilQuiet(*window));
}

void WindowFixture::picture(const QString& name)
{
    const QString folderName = qEnvironmentVariable("GUATU_PICTURES");
    if (!folderName.isEmpty())
        CHECK(window->grab().save(folderName + '/' + name + ".png"));
}

QPoint WindowFixture::onMap(Point lonLat)
{
    const Transform transform(std::string(storeCrs), window->workbench().view().snapshot.crs);
    return window->mapPage().map().view().toScreen(transform.forward(lonLat)).toPoint();
}

void WindowFixture::clickMap(Point lonLat, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(&window->mapPage().map(), Qt::LeftButton, modifiers, onMap(lonLat));
    settle();
}

std::string WindowFixture::unitName()
{
    return window->workbench().units().name[static_cast<std::size_t>(window->workbench().unit())];
}

bool waitFor(const std::function<bool()>& isSo)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo() && clock.elapsed() < 30000)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    return isSo();
}

} // namespace guatu::test
