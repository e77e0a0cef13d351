// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QColor>
#include <QMap>
#include <QString>
#include <QTcpServer>

#include <functional>
#include <vector>

class QTcpSocket;

namespace guatu::test
{

/// What a server is asked for.
struct TileRequest {
    QString path;                   ///< with the query
    QMap<QString, QString> headers; ///< names in lower case
};

/// What it says. An empty answer leaves the question open until the connection goes.
struct TileAnswer {
    int status = 200;
    QByteArray body{};
    bool isSilent = false; ///< no answer at all
    qint64 promised = -1;  ///< the length it announces; its body's when negative
};

/// A web server on this computer, in the thread that makes it.
class TileServer
{
public:
    using Answer = std::function<TileAnswer(const TileRequest&)>;

    explicit TileServer(Answer answer);
    ~TileServer();

    [[nodiscard]] QString host() const;
    /// A definition of a service at this server, with these members besides the usual ones.
    [[nodiscard]] std::string definition(const std::string& path = "/{z}/{x}/{y}",
                                         const std::string& more = "") const;

    std::vector<TileRequest> requests;
    int connections = 0;
    int open = 0, mostOpen = 0; ///< requests not answered yet, at a time

private:
    void read(QTcpSocket& socket);

    Answer m_answer;
    QTcpServer m_server;
};

/// A PNG of one colour, 256 by 256.
[[nodiscard]] QByteArray plainTile(const QColor& colour);

} // namespace guatu::test
