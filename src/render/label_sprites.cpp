// SPDX-License-Identifier: MIT
#include "render/label_sprites.h"

#include "render/map_text.h"
#include "render/pattern.h"

#include <QHash>

#include <cmath>
#include <mutex>

namespace guatu::render
{
namespace
{

constexpr qsizetype mostBytes = 16 << 20;

struct Key {
    QString text, family;
    LabelLook look;
    friend bool operator==(const Key&, const Key&) = default;
};

size_t qHash(const Key& key, size_t seed = 0)
{
    const Colour& c = key.look.colour;
    return qHashMulti(seed, key.text, key.look.size, key.look.bold, c.r, c.g, c.b);
}

QImage drawn(const QString& text, const LabelLook& look)
{
    const QFont font = mapFont(look.size, look.bold);
    const QSizeF size = nameSize(text, font);
    const double width = size.width() + 2 * look.haloWidth;
    const double height = size.height() + 2 * look.haloWidth;
    QImage image(static_cast<int>(std::ceil(width)) + 2 * labelRim,
                 2 * (static_cast<int>(std::ceil(height / 2)) + labelRim),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintName(painter, {look.haloWidth + labelRim, image.height() / 2.0}, text, font,
              qcolor(look.colour), qcolor(look.halo), look.haloWidth);
    return image;
}

} // namespace

QImage labelSprite(const QString& text, const LabelLook& look)
{
    static std::mutex mutex;
    static QHash<Key, QImage> kept;
    static qsizetype bytes = 0;
    const Key key{text, mapFont(look.size, look.bold).family(), look};
    {
        const std::lock_guard lock(mutex);
        if (const auto known = kept.constFind(key); known != kept.constEnd())
            return known.value();
    }
    QImage image = drawn(text, look);
    const std::lock_guard lock(mutex);
    if (bytes > mostBytes) {
        kept.clear();
        bytes = 0;
    }
    bytes += image.sizeInBytes();
    kept.insert(key, image);
    return image;
}

} // namespace guatu::render
