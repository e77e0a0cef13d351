// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"

#include <QImage>
#include <QString>

namespace guatu::render
{

/// How a name looks, sizes in device pixels.
struct LabelLook {
    double size;
    bool bold;
    Colour colour, halo;
    double haloWidth;
    friend bool operator==(const LabelLook&, const LabelLook&) = default;
};

/// Device pixels around the box of a name that its letters may reach into.
inline constexpr int labelRim = 3;

/// The name as a picture, drawn once: its letters begin `haloWidth` + labelRim from the left, the
/// middle of its line is the picture's. Thread-safe; old ones are forgotten.
[[nodiscard]] QImage labelSprite(const QString& text, const LabelLook& look);

} // namespace guatu::render
