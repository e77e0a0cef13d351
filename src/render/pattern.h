// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

#include <QBrush>
#include <QColor>

namespace guatu::render
{

[[nodiscard]] inline QColor qcolor(const Colour& c)
{
    return {c.r, c.g, c.b, c.a};
}

/// A brush for an area: its tint with its pattern in whole device pixels, tied to the map's
/// origin, so that it moves with the ground and neighbours' patterns meet.
[[nodiscard]] QBrush areaBrush(const Fill& fill, const Canvas& canvas);

/// One tile of a pattern over its tint; `scale` is device pixels per CSS pixel. Made once and kept;
/// may be called from any thread.
[[nodiscard]] QImage patternTile(const Fill& fill, double scale);

} // namespace guatu::render
