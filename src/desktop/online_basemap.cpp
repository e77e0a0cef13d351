// SPDX-License-Identifier: MIT
#include "desktop/online_basemap.h"

#include "basemap/preferences.h"

namespace guatu::desktop
{

OnlineBasemap::OnlineBasemap(QObject* parent) : QObject(parent), m_folder(basemap::userTileFolder())
{
}

OnlineBasemap::~OnlineBasemap()
{
    m_thread.quit();
    m_thread.wait();
}

void OnlineBasemap::begin()
{
    if (m_sheet)
        return;
    m_sheet = new basemap::BasemapSheet(m_folder, basemap::mostStoredBytes);
    m_sheet->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sheet, &QObject::deleteLater);
    // What comes from a service that was closed meanwhile is let go.
    connect(m_sheet, &basemap::BasemapSheet::changed, this,
            [this](const basemap::SheetState& state) {
                if (m_isOpen && state.number >= m_first)
                    emit loaded(state.pieces);
            });
    connect(m_sheet, &basemap::BasemapSheet::settled, this,
            [this](const basemap::SheetState& state) {
                if (!m_isOpen || state.number < m_first)
                    return;
                m_settled = state.number;
                if (m_settled == m_asked)
                    emit settled(state.missing);
            });
    connect(m_sheet, &basemap::BasemapSheet::failed, this, [this](const Message& why) {
        if (m_isOpen)
            emit failed(why);
    });
    m_thread.start();
}

void OnlineBasemap::show(const Basemap& basemap, const KeyValues& keys)
{
    begin();
    m_isOpen = true;
    m_first = m_asked + 1;
    m_settled = m_asked;
    m_seen = {};
    QMetaObject::invokeMethod(m_sheet, [sheet = m_sheet, basemap, keys, online = m_isOnline] {
        sheet->setService(basemap, keys);
        sheet->setOnline(online);
    });
}

void OnlineBasemap::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    QMetaObject::invokeMethod(m_sheet, [sheet = m_sheet] { sheet->setService({}, {}); });
    emit loaded({});
}

void OnlineBasemap::setOnline(bool online)
{
    m_isOnline = online;
    m_seen = {}; // may be asked for again
    if (m_sheet)
        QMetaObject::invokeMethod(m_sheet, [sheet = m_sheet, online] { sheet->setOnline(online); });
}

void OnlineBasemap::follow(const render::MapView& view, const std::string& crs)
{
    if (!m_isOpen || !view.center.valid() || crs.empty() || (view == m_seen && crs == m_crs))
        return;
    m_seen = view;
    m_crs = crs;
    m_sheet->ask({view, crs, true, ++m_asked});
}

} // namespace guatu::desktop
