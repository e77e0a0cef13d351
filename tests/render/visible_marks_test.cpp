// SPDX-License-Identifier: MIT
#include "render/visible_marks.h"

#include "support/catch.h"
#include "support/gui.h"

#include <QPainter>

#include <algorithm>
#include <random>

using namespace guatu::render;

namespace
{

constexpr QSize sheetSize(140, 100);

QImage sprite(int size, const QColor& colour, bool round)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (round)
        painter.drawEllipse(QRectF(0.5, 0.5, size - 1, size - 1));
    else
        painter.drawPolygon(QPolygonF{{size / 2.0, 0}, {size - 1.0, size - 1.0}, {0, size - 1.0}});
    return image;
}

QImage painted(const std::vector<LaidMark>& marks, const std::vector<QImage>& sprites,
               const std::vector<bool>& taken)
{
    QImage sheet(sheetSize, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!taken[i])
            continue;
        painter.setOpacity(marks[i].hides ? 1 : 0.4);
        painter.drawImage(marks[i].at, sprites[marks[i].sprite]);
    }
    return sheet;
}

} // namespace

TEST_CASE("a picture without the marks that are not seen is the same picture", "[render]")
{
    needGui();
    const std::vector<QImage> sprites{sprite(16, Qt::red, true), sprite(9, Qt::blue, true),
                                      sprite(21, Qt::darkGreen, false)};
    std::size_t left = 0, all = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> x(-20, 150), y(-20, 110);
        std::vector<LaidMark> marks;
        for (int i = 0; i < 900; ++i)
            marks.push_back({static_cast<std::uint8_t>(random() % sprites.size()),
                             {x(random), y(random)},
                             random() % 8 != 0});
        const std::vector<bool> seen = seenMarks(marks, sprites, sheetSize);
        CHECK(painted(marks, sprites, seen) ==
              painted(marks, sprites, std::vector<bool>(marks.size(), true)));
        left += static_cast<std::size_t>(std::ranges::count(seen, true));
        all += marks.size();
    }
    CHECK(left < all * 3 / 4); // many lie under others here
    CHECK(left > 0);
}

TEST_CASE("a pale mark hides nothing, and what is outside the picture is not seen", "[render]")
{
    needGui();
    const std::vector<QImage> sprites{sprite(16, Qt::red, true)};
    const auto seen = [&](const std::vector<LaidMark>& marks) {
        return seenMarks(marks, sprites, sheetSize);
    };
    CHECK(seen({{0, {50, 50}, true}, {0, {50, 50}, false}}) == std::vector<bool>{true, true});
    CHECK(seen({{0, {-40, 50}, true}, {0, {50, 120}, true}}) == std::vector<bool>{false, false});
    CHECK(seen({{0, {50, 50}, true}, {0, {58, 50}, true}}) == std::vector<bool>{true, true});
}
