// SPDX-License-Identifier: MIT
#pragma once

#include "core/definition.h"
#include "render/canvas.h"

#include <QColor>
#include <QImage>
#include <QString>

namespace guatu::render
{

// What the scales of legends share. They are drawn in CSS pixels of the ratio asked for.
inline constexpr double legendText = 11; ///< CSS pixels
inline constexpr QColor legendInk{86, 97, 110};

[[nodiscard]] Canvas legendCanvas(double width, double height, double pixelRatio);
[[nodiscard]] QImage emptyPicture(const Canvas& canvas);

/// 1,000 with thousands; below 1 three figures.
[[nodiscard]] QString legendNumber(double value);
/// With the unit word behind a thin space.
[[nodiscard]] QString legendValue(double value, const LocalText& unitWord, Language language);

} // namespace guatu::render
