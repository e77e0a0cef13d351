// SPDX-License-Identifier: MIT
#include "basemap/tile_fetcher.h"

#include "basemap/tile_image.h"

#include <QHostAddress>
#include <QImageReader>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>

namespace guatu::basemap
{
namespace
{

constexpr int mostRedirects = 3;
constexpr const char* tooLarge = "guatu-too-large";
constexpr const char* tooSlow = "guatu-too-slow";

QString agentOf(const Basemap& basemap)
{
    return QString::fromStdString(basemap.userAgent)
        .replace(QLatin1String("{version}"), QLatin1String(GUATU_VERSION));
}

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRefusal(int status)
{
    return status == 401 || status == 403 || status == 407 || status == 418 || status == 429;
}

/// The service's answer in words. Neither address nor Qt's text is in it: both hold the key.
Message sayStatus(int status, const std::string& host)
{
    const Message::Parameters where{{"host", host}, {"status", std::to_string(status)}};
    if (isRefusal(status))
        return {"basemap.refused", where};
    const bool isNothing = status == 204 || status == 404 || status == 410;
    return {isNothing ? "basemap.not_found" : "basemap.bad_status", where};
}

/// The proxy that the office's computer is set to, but for this computer itself.
class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Qt reads WebP with a plugin that may not be installed.
QByteArray acceptedFormats()
{
    static const bool hasWebp = QImageReader::supportedImageFormats().contains("webp");
    return hasWebp ? "image/png,image/jpeg,image/webp" : "image/png,image/jpeg";
}

/// Gives a reply up when it takes too long or becomes too large.
void watch(QNetworkReply* reply, int milliseconds)
{
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                     [reply](qint64 received, qint64 total) {
                         constexpr auto most = static_cast<qint64>(mostTileBytes);
                         if (received <= most && total <= most)
                             return;
                         reply->setProperty(tooLarge, true);
                         reply->abort();
                     });
    auto* timer = new QTimer(reply);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, reply, [reply] {
        reply->setProperty(tooSlow, true);
        reply->abort();
    });
    timer->start(milliseconds);
}

} // namespace

TileFetcher::TileFetcher(FetchLimits limits, QObject* parent) : QObject(parent), m_limits(limits) {}

TileFetcher::~TileFetcher()
{
    giveUpAll();
}

void TileFetcher::setService(Basemap basemap, KeyValues keys)
{
    giveUpAll();
    m_basemap = std::move(basemap);
    m_keys = std::move(keys);
    m_isRefused = false;
    m_misses = 0;
}

void TileFetcher::setOnline(bool online)
{
    m_isOnline = online;
    m_isRefused = false;
    m_misses = 0;
    if (online)
        return;
    giveUpAll();
    m_network.reset();
}

void TileFetcher::giveUp(QNetworkReply* reply)
{
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void TileFetcher::giveUpUnwanted(const std::set<TileAddress>& wanted)
{
    std::erase_if(m_running, [&](const auto& each) {
        if (wanted.contains(each.second.tile))
            return false;
        --m_byHost[hostOf(each.second.tile)];
        giveUp(each.first);
        return true;
    });
    std::erase_if(m_pausing, [&](const auto& each) {
        if (wanted.contains(each.second.tile))
            return false;
        delete each.first;
        return true;
    });
}

void TileFetcher::giveUpAll()
{
    m_waiting.clear();
    giveUpUnwanted({});
}

std::set<TileAddress> TileFetcher::underWay() const
{
    std::set<TileAddress> tiles;
    for (const auto& [reply, job] : m_running)
        tiles.insert(job.tile);
    for (const auto& [pause, job] : m_pausing)
        tiles.insert(job.tile);
    return tiles;
}

void TileFetcher::want(const std::vector<TileAddress>& tiles)
{
    m_waiting.clear();
    m_misses = 0;
    giveUpUnwanted({tiles.begin(), tiles.end()});
    if (m_isOnline && !m_isRefused && !missingKey(m_basemap, m_keys)) {
        std::set<TileAddress> known = underWay();
        for (const TileAddress& tile : tiles)
            if (known.insert(tile).second)
                m_waiting.push_back({tile});
    }
    startMore();
    if (isIdle()) // also when nothing may be asked: whoever waits must not wait for ever
        QMetaObject::invokeMethod(this, &TileFetcher::endIfIdle, Qt::QueuedConnection);
}

void TileFetcher::resume(QTimer* pause)
{
    const auto found = m_pausing.find(pause);
    m_waiting.push_front(found->second);
    m_pausing.erase(found);
    pause->deleteLater();
    startMore();
}

void TileFetcher::endIfIdle()
{
    if (isIdle())
        emit ended();
}

std::string TileFetcher::hostOf(const TileAddress& tile) const
{
    if (tile.layer >= m_basemap.urls.size())
        return {};
    return QUrl(QString::fromStdString(tileUrl(m_basemap, tile.layer, tile.place, {})))
        .host()
        .toStdString();
}

void TileFetcher::startMore()
{
    for (auto job = m_waiting.begin(); job != m_waiting.end();) {
        int& atHost = m_byHost[hostOf(job->tile)];
        if (atHost >= m_basemap.parallel) {
            ++job;
            continue;
        }
        ++atHost;
        start(*job);
        job = m_waiting.erase(job);
    }
}

void TileFetcher::start(const Job& job)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxyFactory(new SystemProxy); // the manager's
    }
    QNetworkRequest request(
        QUrl(QString::fromStdString(tileUrl(m_basemap, job.tile.layer, job.tile.place, m_keys)),
             QUrl::StrictMode));
    request.setHeader(QNetworkRequest::UserAgentHeader, agentOf(m_basemap));
    request.setRawHeader("Accept", acceptedFormats());
    request.setRawHeader("Accept-Encoding", "identity"); // pictures are packed; no bombs
    request.setTransferTimeout(m_limits.silence);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply* reply = m_network->get(request);
    m_running[reply] = job;
    watch(reply, m_limits.whole);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); });
}

void TileFetcher::finish(QNetworkReply* reply)
{
    const auto found = m_running.find(reply);
    if (found == m_running.end())
        return;
    const Job job = found->second;
    m_running.erase(found);
    --m_byHost[hostOf(job.tile)];
    reply->deleteLater();
    take(job, *reply);
    startMore();
    endIfIdle();
}

void TileFetcher::take(const Job& job, QNetworkReply& reply)
{
    const std::string host = hostOf(job.tile);
    const int status = statusOf(reply);
    const bool isSlow = reply.property(tooSlow).toBool() ||
                        reply.error() == QNetworkReply::OperationCanceledError ||
                        reply.error() == QNetworkReply::TimeoutError;
    if (reply.property(tooLarge).toBool()) {
        fail(job, {"basemap.too_large", {{"host", host}}}, true);
    } else if (isSlow) {
        retryOrFail(job, {"basemap.timeout", {{"host", host}}});
    } else if (status == 0) {
        retryOrFail(job, {"basemap.unreachable", {{"host", host}}});
    } else if (status != 200) {
        m_misses = 0;
        const Message why = sayStatus(status, host);
        if (isRefusal(status)) {
            m_isRefused = true;
            m_waiting.clear();
        }
        status >= 500 ? retryOrFail(job, why) : fail(job, why, !isRefusal(status));
    } else {
        const std::string bytes = reply.readAll().toStdString();
        if (reply.error() != QNetworkReply::NoError) {
            retryOrFail(job, {"basemap.unreachable", {{"host", host}}});
        } else if (!looksLikeTile(bytes)) {
            fail(job, {"basemap.not_image", {{"host", host}}}, true);
        } else {
            m_misses = 0;
            emit arrived(job.tile, bytes);
        }
    }
}

void TileFetcher::retryOrFail(const Job& job, const Message& why)
{
    if (job.tries >= m_limits.retries || m_misses >= m_limits.mostMisses) {
        const bool hasAnswer = why.id == "basemap.bad_status";
        fail(job, why, false);
        if (!hasAnswer && ++m_misses >= m_limits.mostMisses)
            giveUpAll(); // nobody is there, also not for what pauses before another try
        return;
    }
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    m_pausing[pause] = {job.tile, job.tries + 1};
    connect(pause, &QTimer::timeout, this, [this, pause] { resume(pause); });
    pause->start(m_limits.retryDelay << job.tries);
}

void TileFetcher::fail(const Job& job, const Message& why, bool forGood)
{
    emit failed(job.tile, why, forGood);
}

} // namespace guatu::basemap
