// SPDX-License-Identifier: MIT
#pragma once

#include "core/style.h"

namespace guatu::test
{

/// CIE Lab under D65 of an sRGB colour.
struct Lab {
    double l, a, b;
};
[[nodiscard]] Lab labOf(const Colour& colour);

/// CIEDE2000 colour difference (Sharma, Wu and Dalal 2005).
[[nodiscard]] double deltaE2000(const Lab& first, const Lab& second);

/// How a deuteranope sees a colour (Machado, Oliveira and Fernandes 2009, severity 1.0).
[[nodiscard]] Colour deuteranopia(const Colour& colour);

/// How a protanope sees a colour (likewise).
[[nodiscard]] Colour protanopia(const Colour& colour);

} // namespace guatu::test
