// SPDX-License-Identifier: MIT
#pragma once

#include "basemap/tile_store.h"
#include "core/message.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <set>

class QNetworkAccessManager;
class QNetworkReply;

namespace guatu::basemap
{

/// How patient the fetcher is.
struct FetchLimits {
    int silence = 15000;   ///< ms without a byte
    int whole = 30000;     ///< ms for a tile in all
    int retries = 2;       ///< after the first try, where another try may help
    int retryDelay = 1000; ///< ms before the first; doubled for the next
    int mostMisses = 4;    ///< tiles in a row that fail without an answer: then no more are asked
};

/// Fetches tiles of one service by HTTP: the only place of the program that opens a socket, and
/// only while it is online. Requests to one host at a time are few (Basemap::parallel); what is no
/// longer wanted is given up. Answers are refused beyond mostTileBytes. A service that refuses
/// (401, 403, 429) or stays silent is left alone until it is set anew or more is wanted.
///
/// Lives in one thread with an event loop.
class TileFetcher : public QObject
{
    Q_OBJECT

public:
    explicit TileFetcher(FetchLimits limits = {}, QObject* parent = nullptr);
    ~TileFetcher() override;

    /// Gives up everything for another service, or other keys.
    void setService(Basemap basemap, KeyValues keys);
    /// Off at first. Switching off gives up everything and closes every socket.
    void setOnline(bool online);
    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    /// Wants these tiles and no others, the first first. `ended` follows when all is done.
    void want(const std::vector<TileAddress>& tiles);
    /// The host that has the tile, for messages.
    [[nodiscard]] std::string hostOf(const TileAddress& tile) const;
    [[nodiscard]] bool isIdle() const
    {
        return m_waiting.empty() && m_running.empty() && m_pausing.empty();
    }

signals:
    void arrived(const guatu::basemap::TileAddress& tile, const std::string& bytes);
    /// `forGood`: asking again would not help.
    void failed(const guatu::basemap::TileAddress& tile, const guatu::Message& why, bool forGood);
    void ended();

private:
    struct Job {
        TileAddress tile;
        int tries = 0;
    };
    void giveUpAll();
    void giveUpUnwanted(const std::set<TileAddress>& wanted);
    [[nodiscard]] std::set<TileAddress> underWay() const;
    void giveUp(QNetworkReply* reply);
    void resume(QTimer* pause);
    void startMore();
    void start(const Job& job);
    void finish(QNetworkReply* reply);
    void take(const Job& job, QNetworkReply& reply);
    void fail(const Job& job, const Message& why, bool forGood);
    void retryOrFail(const Job& job, const Message& why);
    void endIfIdle();
    FetchLimits m_limits;
    Basemap m_basemap;
    KeyValues m_keys;
    bool m_isOnline = false, m_isRefused = false;
    int m_misses = 0; ///< in a row, without an answer
    std::deque<Job> m_waiting;
    std::map<QNetworkReply*, Job> m_running;
    std::map<QTimer*, Job> m_pausing;                 ///< until they are tried again
    std::map<std::string, int> m_byHost;              ///< running requests
    std::unique_ptr<QNetworkAccessManager> m_network; ///< null while offline and unused
};

} // namespace guatu::basemap
