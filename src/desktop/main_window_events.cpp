// SPDX-License-Identifier: MIT
#include "desktop/main_window.h"

#include "desktop/start_page.h"
#include "desktop/style_panel.h"
#include "desktop/window_docks.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QMimeData>

// What the window does when it is closed, resized, or files are dragged onto it.
namespace guatu::desktop
{

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) {
        event->acceptProposedAction();
        m_start->setDropping(true);
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_start->setDropping(false);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_start->setDropping(false);
    openFile(toPath(event->mimeData()->urls().first().toLocalFile()));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_docks->fitTo(width());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_style->mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setWindow(saveGeometry(), m_docks->state());
    QMainWindow::closeEvent(event);
}

} // namespace guatu::desktop
