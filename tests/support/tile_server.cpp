// SPDX-License-Identifier: MIT
#include "support/tile_server.h"

#include <QBuffer>
#include <QImage>
#include <QTcpSocket>

#include <algorithm>

namespace guatu::test
{

TileServer::TileServer(Answer answer) : m_answer(std::move(answer))
{
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        ++connections;
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

TileServer::~TileServer() = default;

QString TileServer::host() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

std::string TileServer::definition(const std::string& path, const std::string& more) const
{
    return R"({"id":"local","title":{"zh":"本机","en":"Local"},"kind":"xyz","urls":[")" +
           host().toStdString() + path + R"("],"attribution":{"zh":"测试图","en":"Test map"})" +
           more + "}";
}

void TileServer::read(QTcpSocket& socket)
{
    QByteArray text = socket.property("text").toByteArray() + socket.readAll();
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0) {
        socket.setProperty("text", text);
        return;
    }
    socket.setProperty("text", text.mid(end + 4));
    const QList<QByteArray> lines = text.left(end).split('\n');
    TileRequest request{QString::fromUtf8(lines.first().split(' ').value(1)), {}};
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[QString::fromUtf8(line.left(colon)).toLower()] =
            QString::fromUtf8(line.mid(colon + 1).trimmed());
    }
    requests.push_back(request);
    mostOpen = std::max(mostOpen, ++open);
    const TileAnswer answer = m_answer(request);
    if (answer.isSilent)
        return;
    // Not at once, so that what else is asked for at the same time has come as well.
    QMetaObject::invokeMethod(
        &socket,
        [this, &socket, answer] {
            --open;
            const qint64 length = answer.promised < 0 ? answer.body.size() : answer.promised;
            socket.write("HTTP/1.1 " + QByteArray::number(answer.status) +
                         " X\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n");
            socket.write(answer.body);
        },
        Qt::QueuedConnection);
}

QByteArray plainTile(const QColor& colour)
{
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace guatu::test
