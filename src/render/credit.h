// SPDX-License-Identifier: MIT
#pragma once

#include "render/canvas.h"

#include <string>

class QPainter;

namespace guatu::render
{

/// Writes whose pictures lie under the map along the lower edge, ending at `right` device pixels.
/// Returns the box it took, in device pixels; null when there is nothing to say.
QRectF paintCredit(QPainter& painter, const Canvas& canvas, const std::string& credit,
                   double right);

} // namespace guatu::render
