// SPDX-License-Identifier: MIT
#include "basemap/tile_image.h"

#include "support/catch.h"
#include "support/gui.h"
#include "support/tile_server.h"

#include <QBuffer>

#include <random>

using namespace guatu::basemap;
using namespace guatu::test;

namespace
{

std::string encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, format));
    return bytes.toStdString();
}

QImage plain(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(40, 90, 200));
    return image;
}

} // namespace

TEST_CASE("PNG and JPEG of a tile's size are read", "[basemap]")
{
    needGui();
    for (const char* format : {"PNG", "JPG"}) {
        const QImage image = readTile(encoded(plain(256, 256), format));
        REQUIRE_FALSE(image.isNull());
        CHECK(image.format() == QImage::Format_ARGB32_Premultiplied);
        CHECK(std::abs(image.pixelColor(100, 100).blue() - 200) <= 3);
    }
}

TEST_CASE("what is too large in pixels is refused before it is decoded", "[basemap]")
{
    needGui();
    CHECK(readTile(encoded(plain(mostTileSide + 1, 10), "PNG")).isNull());
    // A header that promises 60,000 by 60,000 pixels: 14 GB, were it believed.
    std::string bomb = encoded(plain(4, 4), "PNG");
    bomb[18] = bomb[22] = '\xEA';
    bomb[19] = bomb[23] = '\x60';
    CHECK(readTile(bomb).isNull());
}

TEST_CASE("other formats never reach a decoder", "[basemap]")
{
    needGui();
    CHECK(readTile(encoded(plain(16, 16), "BMP")).isNull());
    CHECK(readTile("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull());
    CHECK(readTile("").isNull());
    CHECK(readTile(std::string(100, '\0')).isNull());
}

TEST_CASE("a damaged tile is refused or shown, never more", "[basemap]")
{
    needGui();
    std::mt19937 random(5);
    for (const char* format : {"PNG", "JPG"}) {
        const std::string whole = encoded(plain(64, 64), format);
        CHECK(readTile(whole.substr(0, 20)).isNull());
        for (int i = 0; i < 300; ++i) {
            std::string damaged = whole;
            for (int n = 0; n < 3; ++n)
                damaged[8 + random() % (damaged.size() - 8)] = static_cast<char>(random());
            const QImage image = readTile(damaged);
            CHECK((image.isNull() || image.width() <= mostTileSide));
        }
    }
}
