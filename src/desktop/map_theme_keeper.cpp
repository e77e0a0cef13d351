// SPDX-License-Identifier: MIT
#include "desktop/map_theme_keeper.h"

#include "desktop/workbench.h"

#include <algorithm>

namespace guatu::desktop
{

MapThemeKeeper::MapThemeKeeper(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench)
{
    connect(&m_workbench, &Workbench::opened, this, &MapThemeKeeper::read);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        m_reading.cancel();
        m_themes.clear();
        emit changed();
    });
    for (BackgroundJob* job : {&m_reading, &m_writing})
        connect(job, &BackgroundJob::failed, this, &MapThemeKeeper::failed);
    connect(&m_writing, &BackgroundJob::ended, this, [this] {
        m_waiting.pop_front();
        writeNext();
    });
}

const MapTheme* MapThemeKeeper::find(const std::string& name) const
{
    const auto found = std::ranges::find(m_themes, name, &MapTheme::name);
    return found == m_themes.end() ? nullptr : &*found;
}

void MapThemeKeeper::read()
{
    m_reading.start(
        [this, file = m_workbench.view().file](const Progress&) -> BackgroundJob::Finish {
            return [this, file, themes = session::keptThemes(file)] {
                if (!m_workbench.isOpen() || m_workbench.view().file != file)
                    return; // another one meanwhile
                m_themes = themes.themes;
                emit changed();
                if (!themes.unreadable.empty())
                    emit failed(themes.unreadable.front());
            };
        });
}

void MapThemeKeeper::keep(const MapTheme& theme)
{
    write([theme](const auto& file) { session::keepTheme(file, theme, {}); },
          Message{"desktop.theme.kept", {{"name", theme.name}}});
}

void MapThemeKeeper::drop(const std::string& name)
{
    write([name](const auto& file) { session::dropTheme(file, name, {}); }, {});
}

void MapThemeKeeper::rename(const std::string& from, const std::string& to)
{
    const MapTheme* theme = find(from);
    if (!theme || from == to || to.empty())
        return;
    if (find(to)) {
        emit failed({"desktop.theme.taken", {{"name", to}}});
        return;
    }
    MapTheme renamed = *theme;
    renamed.name = to;
    write(
        [renamed, from](const auto& file) {
            session::keepTheme(file, renamed, {});
            session::dropTheme(file, from, {});
        },
        {});
}

void MapThemeKeeper::write(Act act, std::optional<Message> done)
{
    if (!m_workbench.isOpen())
        return;
    m_waiting.push_back({m_workbench.view().file, std::move(act), std::move(done)});
    if (m_waiting.size() == 1)
        writeNext();
}

void MapThemeKeeper::writeNext()
{
    if (m_waiting.empty())
        return;
    m_writing.start([this, writing = m_waiting.front()](const Progress&) -> BackgroundJob::Finish {
        writing.act(writing.file);
        return [this, writing] {
            if (writing.done)
                emit kept(*writing.done);
            if (m_workbench.isOpen() && m_workbench.view().file == writing.file)
                read();
        };
    });
}

} // namespace guatu::desktop
