// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QPointF>
#include <QSize>

#include <cstdint>
#include <span>
#include <vector>

namespace guatu::render
{

/// A symbol laid on a picture: which sprite, where its upper left corner is, and whether it hides
/// what lies below it.
struct LaidMark {
    std::uint8_t sprite = 0;
    QPointF at{};
    bool hides = true;
};

/// Of marks in the order they are painted, which are seen at all on a picture of that many pixels:
/// those of which some pixel is not under opaque pixels of later ones. Where positions fall between
/// pixels a mark is rather kept.
[[nodiscard]] std::vector<bool> seenMarks(std::span<const LaidMark> marks,
                                          std::span<const QImage> sprites, QSize picture);

} // namespace guatu::render
