// SPDX-License-Identifier: MIT
#include "basemap/tile_image.h"

#include <QBuffer>
#include <QImageReader>

#include <string_view>

namespace guatu::basemap
{
namespace
{

/// The name Qt has for the format, or null: only these decoders ever see the bytes.
const char* formatOf(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.starts_with("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
        return "webp";
    return nullptr;
}

bool isTileSize(const QSize& size)
{
    return size.width() > 0 && size.height() > 0 && size.width() <= mostTileSide &&
           size.height() <= mostTileSide;
}

} // namespace

bool looksLikeTile(const std::string& bytes)
{
    return formatOf(bytes) != nullptr;
}

QImage readTile(const std::string& bytes)
{
    const char* format = formatOf(bytes);
    if (!format || bytes.size() > mostTileBytes)
        return {};
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    if (!isTileSize(reader.size()))
        return {};
    QImage image;
    if (!reader.read(&image) || !isTileSize(image.size()))
        return {};
    return std::move(image).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace guatu::basemap
