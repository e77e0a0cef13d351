// SPDX-License-Identifier: MIT
#include "desktop/ground_keeper.h"

#include "desktop/keys_dialog.h"
#include "desktop/map_page.h"
#include "desktop/texts.h"
#include "desktop/window_actions.h"
#include "desktop/window_dialogs.h"
#include "desktop/workbench.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace guatu::desktop
{

GroundKeeper::GroundKeeper(WindowActions& actions, MapPage& page, Workbench& workbench,
                           const Texts& texts, Settings& settings)
    : QObject(&page),
      m_actions(actions),
      m_page(page),
      m_workbench(workbench),
      m_texts(texts),
      m_settings(settings),
      m_preferences(settings.store()),
      m_memory(settings),
      m_choices(new QActionGroup(this))
{
    m_page.background().online().setStore(settings.tileFolder());
    load();
    addServices();
    connectMenu();
    setOnline(m_preferences.isOnline());
    connect(&m_workbench, &Workbench::opened, this, &GroundKeeper::recall);
    connect(&m_workbench, &Workbench::closed, this, [this] { m_recalled.clear(); });
}

void GroundKeeper::load()
{
    try {
        m_basemaps = basemap::allBasemaps(m_settings.folder() / "basemaps");
    } catch (const Error& error) { // one of the user's own is broken: the shipped ones stay
        m_basemaps = loadBasemaps(dataRoot() / "data" / "basemaps");
        // Nobody listens while the window is being made.
        QMetaObject::invokeMethod(
            this, [this, why = error.message()] { emit m_page.failed(why); }, Qt::QueuedConnection);
    }
}

void GroundKeeper::addServices()
{
    m_choices->addAction(m_actions.noBackground);
    m_actions.noBackground->setData(QString());
    for (const Basemap& basemap : m_basemaps) {
        auto* action = new QAction(m_actions.basemaps);
        action->setData(toQString(basemap.id));
        m_texts.keep(action,
                     [this, action, title = basemap.title] { action->setText(m_texts(title)); });
        m_choices->addAction(action);
        m_actions.basemaps->insertAction(m_actions.background, action);
    }
    m_choices->addAction(m_actions.background);
    for (QAction* action : m_choices->actions())
        action->setCheckable(true);
}

void GroundKeeper::connectMenu()
{
    const auto on = [this](QAction* action, auto&& act) {
        connect(action, &QAction::triggered, this, std::forward<decltype(act)>(act));
    };
    for (QAction* action : m_choices->actions()) {
        if (action != m_actions.background && action != m_actions.noBackground)
            on(action, [this, action] { choose(action->data().toString().toStdString()); });
    }
    for (QAction* action : {m_actions.background, m_actions.terrain}) {
        on(action, [this] {
            if (const auto file = askRasterFile(m_texts, m_page.window()))
                m_page.openBackground(*file);
            tick(); // the menu has ticked what was turned away from
        });
    }
    on(m_actions.noBackground, [this] { m_page.background().closePicture(); });
    on(m_actions.noTerrain, [this] { m_page.background().closeTerrain(); });
    on(m_actions.online, [this](bool isOn) { setOnline(isOn); });
    on(m_actions.keys, [this] { askKeys(); });
    on(m_actions.graticule, [this](bool shown) { m_page.showGraticule(shown); });
    on(m_actions.kilometreGrid, [this](bool shown) { m_page.showKilometreGrid(shown); });
    on(m_actions.locator, [this](bool shown) { m_page.showLocator(shown); });
    for (QAction* action : {m_actions.graticule, m_actions.kilometreGrid, m_actions.locator})
        on(action, [this] { keep(); });
    MapBackground& background = m_page.background();
    connect(&background, &MapBackground::chosen, this, [this] {
        tick();
        keep();
    });
    connect(&background, &MapBackground::failed, this, &GroundKeeper::tick);
    connect(&background.online(), &OnlineBasemap::settled, this, &GroundKeeper::noteMissing);
    tick();
}

KeyValues GroundKeeper::keys() const
{
    return basemap::withEnvironment(m_preferences.keys(), m_basemaps);
}

bool GroundKeeper::choose(const std::string& id)
{
    const auto found = std::ranges::find(m_basemaps, id, &Basemap::id);
    if (found == m_basemaps.end())
        return false;
    m_hasNoted = false;
    m_page.openBasemap(*found, keys());
    if (const BasemapKey* key = missingKey(*found, keys()); key && !m_isRecalling)
        emit m_page.noted({"desktop.basemap.no_key",
                           {{"basemap", found->title.in(m_texts.language())},
                            {"key", key->title.in(m_texts.language())}}},
                          {"desktop.action.keys_short"}, [this] { askKeys(); });
    return true;
}

void GroundKeeper::setOnline(bool online)
{
    m_preferences.setOnline(online);
    m_actions.online->setChecked(online);
    m_hasNoted = false;
    m_page.background().setOnline(online);
    m_page.followBackground();
}

void GroundKeeper::askKeys()
{
    auto* dialog = new KeysDialog(m_texts, m_basemaps, m_preferences.keys(), m_page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const auto& [name, value] : dialog->keys())
            m_preferences.setKey(name, value);
        const std::string shown = m_page.background().basemap();
        if (!shown.empty())
            choose(shown); // with its key
    });
    dialog->open();
}

void GroundKeeper::noteMissing(std::size_t missing)
{
    if (missing == 0 || m_preferences.isOnline() || m_hasNoted)
        return;
    m_hasNoted = true;
    emit m_page.noted({"desktop.basemap.offline", {{"count", std::to_string(missing)}}},
                      {"desktop.action.online"}, [this] { setOnline(true); });
}

void GroundKeeper::tick()
{
    const MapBackground& background = m_page.background();
    const QString id = toQString(background.basemap());
    QAction* chosen = m_actions.noBackground;
    if (!id.isEmpty()) {
        for (QAction* action : m_choices->actions())
            if (action->data().toString() == id)
                chosen = action;
    } else if (!background.pictureFile().empty()) {
        chosen = m_actions.background;
    }
    chosen->setChecked(true);
    m_actions.noTerrain->setEnabled(!background.terrainFile().empty());
}

void GroundKeeper::recall()
{
    const std::filesystem::path file = m_workbench.view().file;
    if (file == m_recalled)
        return; // another date of the same
    m_recalled = file;
    const auto extras = m_memory.of(file);
    if (!extras)
        return; // what is on now stays on
    m_isRecalling = true;
    m_actions.graticule->setChecked(extras->graticule);
    m_actions.kilometreGrid->setChecked(extras->kilometreGrid);
    m_actions.locator->setChecked(extras->locator);
    m_page.showGraticule(extras->graticule);
    m_page.showKilometreGrid(extras->kilometreGrid);
    m_page.showLocator(extras->locator);
    std::error_code gone; // a drive that is gone is not an error here
    if (!extras->basemap.empty())
        choose(extras->basemap);
    else if (!extras->picture.empty() && std::filesystem::exists(extras->picture, gone))
        m_page.background().openPicture(extras->picture);
    else
        m_page.background().closePicture();
    if (!extras->terrain.empty() && std::filesystem::exists(extras->terrain, gone))
        m_page.background().openTerrain(extras->terrain);
    else
        m_page.background().closeTerrain();
    m_isRecalling = false;
    tick();
}

void GroundKeeper::keep()
{
    if (m_isRecalling || !m_workbench.isOpen())
        return;
    const MapBackground& background = m_page.background();
    m_memory.keep(
        m_workbench.view().file,
        {m_actions.graticule->isChecked(), m_actions.kilometreGrid->isChecked(),
         m_actions.locator->isChecked(), background.basemap(),
         background.basemap().empty() ? background.pictureFile() : std::filesystem::path(),
         background.terrainFile()});
}

} // namespace guatu::desktop
