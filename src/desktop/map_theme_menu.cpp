// SPDX-License-Identifier: MIT
#include "desktop/map_theme_menu.h"

#include "desktop/layer_panel.h"
#include "desktop/main_window.h"
#include "desktop/map_page.h"
#include "desktop/map_theme_dialog.h"
#include "desktop/map_theme_keeper.h"
#include "desktop/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace guatu::desktop
{

MapTheme shownTheme(MainWindow& window, const std::string& name)
{
    const WindowActions& actions = window.actions();
    MapTheme theme;
    theme.name = name;
    if (const auto& definition = window.mapPage().definition())
        theme.shown = shownBut(window.layers().hidden(), *definition);
    theme.measure = window.layers().measure();
    theme.colours = window.mapPage().colours();
    theme.graticule = actions.graticule->isChecked();
    theme.kilometreGrid = actions.kilometreGrid->isChecked();
    theme.locator = actions.locator->isChecked();
    return theme;
}

void showTheme(MainWindow& window, const MapTheme& theme)
{
    const auto& definition = window.mapPage().definition();
    if (!definition)
        return;
    const WindowActions& actions = window.actions();
    window.layers().setMeasure(theme.measure);
    window.layers().setHidden(hiddenBy(theme, *definition));
    for (QAction* action : actions.colours->actions())
        if (action->data().value<ColourVariant>() == theme.colours && !action->isChecked())
            action->trigger();
    for (const auto& [action, on] : {std::pair(actions.graticule, theme.graticule),
                                     std::pair(actions.kilometreGrid, theme.kilometreGrid),
                                     std::pair(actions.locator, theme.locator)})
        if (action->isChecked() != on)
            action->trigger();
}

MapThemeMenu::MapThemeMenu(MainWindow& window, MapThemeKeeper& keeper)
    : QObject(&window), m_window(window), m_keeper(keeper)
{
    connect(window.actions().themes, &QMenu::aboutToShow, this, &MapThemeMenu::fill);
    fill(); // so that a menu is offered at all
}

void MapThemeMenu::fill()
{
    const Texts& texts = m_window.texts();
    QMenu* menu = m_window.actions().themes;
    menu->clear();
    const bool isOpen = m_window.workbench().isOpen();
    for (const MapTheme& theme : m_keeper.themes()) {
        QString title = toQString(theme.name);
        QAction* action = menu->addAction(title.replace('&', QStringLiteral("&&")), this,
                                          [this, theme] { showTheme(m_window, theme); });
        action->setCheckable(true);
        action->setChecked(shownTheme(m_window, theme.name) == theme);
    }
    menu->addSeparator();
    menu->addAction(texts("desktop.theme.keep"), this, &MapThemeMenu::askName)->setEnabled(isOpen);
    menu->addAction(texts("desktop.theme.manage"), this,
                    [this] {
                        auto* dialog = new MapThemeDialog(m_window.texts(), m_keeper, &m_window);
                        dialog->setAttribute(Qt::WA_DeleteOnClose);
                        connect(dialog, &MapThemeDialog::showAsked, this,
                                [this](const std::string& name) {
                                    if (const MapTheme* theme = m_keeper.find(name))
                                        showTheme(m_window, *theme);
                                });
                        dialog->open();
                    })
        ->setEnabled(isOpen && !m_keeper.themes().empty());
}

void MapThemeMenu::askName()
{
    const Texts& texts = m_window.texts();
    auto* dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(texts("desktop.theme.keep_title"));
    dialog->setLabelText(texts("desktop.library.name"));
    dialog->setOkButtonText(texts("desktop.style.save"));
    dialog->setCancelButtonText(texts("desktop.cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& typed) {
        const std::string name = typed.trimmed().toStdString();
        if (!name.empty())
            keep(name);
    });
    dialog->open();
}

void MapThemeMenu::keep(const std::string& name)
{
    const MapTheme theme = shownTheme(m_window, name);
    if (!m_keeper.find(name)) {
        m_keeper.keep(theme);
        return;
    }
    const Texts& texts = m_window.texts();
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(texts("desktop.theme.keep_title"));
    box->setText(texts("desktop.theme.replace", {{"name", name}}));
    auto* replace = box->addButton(texts("desktop.theme.replace_button"), QMessageBox::AcceptRole);
    box->addButton(texts("desktop.cancel"), QMessageBox::RejectRole);
    connect(replace, &QAbstractButton::clicked, this, [this, theme] { m_keeper.keep(theme); });
    box->open();
}

} // namespace guatu::desktop
