// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/basemap_sheet.h"

#include <QThread>

namespace guatu::desktop
{

/// A service under the map: a BasemapSheet in a thread of its own, which begins with the first
/// service.
class OnlineBasemap : public QObject
{
    Q_OBJECT

public:
    explicit OnlineBasemap(QObject* parent = nullptr);
    ~OnlineBasemap() override;

    /// Where tiles are kept; before the first service.
    void setStore(const std::filesystem::path& folder) { m_folder = folder; }
    void show(const Basemap& basemap, const KeyValues& keys);
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void setOnline(bool online);
    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    [[nodiscard]] const std::filesystem::path& store() const { return m_folder; }
    /// The map shows this now. The same again changes nothing.
    void follow(const render::MapView& view, const std::string& crs);
    /// What was asked for is not all there, and may still come.
    [[nodiscard]] bool isWorking() const { return m_isOpen && m_settled != m_asked; }

signals:
    void loaded(const std::vector<guatu::render::RasterPiece>& pieces);
    /// Nothing more will come; so many tiles of the view are missing.
    void settled(std::size_t missing);
    void failed(const guatu::Message& why);

private:
    void begin();

    std::filesystem::path m_folder;
    QThread m_thread;
    basemap::BasemapSheet* m_sheet = nullptr; ///< lives in the thread
    bool m_isOpen = false, m_isOnline = false;
    render::MapView m_seen; ///< asked for last
    std::string m_crs;
    std::uint64_t m_asked = 0, m_settled = 0; ///< numbers of requests
    std::uint64_t m_first = 0;                ///< request of this service
};

} // namespace guatu::desktop
