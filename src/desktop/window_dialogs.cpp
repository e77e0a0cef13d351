// SPDX-License-Identifier: MIT
#include "desktop/window_dialogs.h"

#include "desktop/as_of_dialog.h"
#include "desktop/goto_dialog.h"
#include "desktop/icons.h"
#include "desktop/new_workspace_dialog.h"
#include "desktop/settings.h"
#include "desktop/shortcut_sheet.h"
#include "desktop/texts.h"

#include <QFileDialog>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>

namespace guatu::desktop
{
namespace
{

std::optional<std::filesystem::path> askFile(const Texts& texts, QWidget* parent,
                                             std::string_view title, std::string_view filter)
{
    const QString file =
        QFileDialog::getOpenFileName(parent, texts(title), QString(), texts(filter));
    return file.isEmpty() ? std::nullopt : std::optional(toPath(file));
}

} // namespace

std::optional<std::filesystem::path> askWorkspaceFile(const Texts& texts, QWidget* parent)
{
    return askFile(texts, parent, "desktop.start.open", "desktop.filter.workspaces");
}

std::optional<std::filesystem::path> askDataFile(const Texts& texts, QWidget* parent)
{
    return askFile(texts, parent, "desktop.import", "desktop.filter.data");
}

std::optional<std::filesystem::path> askRasterFile(const Texts& texts, QWidget* parent)
{
    return askFile(texts, parent, "desktop.background", "desktop.filter.rasters");
}

std::optional<NewWorkspace> askNewWorkspace(const Texts& texts, QWidget* parent)
{
    NewWorkspaceDialog dialog(texts, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return NewWorkspace{dialog.file(), dialog.profile()};
}

std::optional<AsOf> askDate(const Texts& texts, Date now, QWidget* parent)
{
    AsOfDialog dialog(texts, now, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return AsOf{dialog.date()};
}

void askPosition(const Texts& texts, QWidget* parent,
                 const std::function<void(const TypedPosition&)>& act)
{
    auto* dialog = new GotoDialog(texts, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &GotoDialog::chosen, parent, act);
    dialog->open();
}

void showAbout(const Texts& texts, QWidget* parent)
{
    QMessageBox box(parent);
    box.setWindowTitle(texts("desktop.action.about"));
    box.setIconPixmap(icon(Icon::Program).pixmap(48, 48));
    box.setText(texts("desktop.about"));
    box.exec();
}

void showShortcuts(const Texts& texts, QMainWindow* window)
{
    auto* sheet = new ShortcutSheet(shortcutsOf(*window->menuBar(), texts), texts, window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace guatu::desktop
