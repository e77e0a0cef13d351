// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace guatu::exchange
{

/// The sign of points in KMZ files, a PNG: a white disc with a dark rim, which KML tints.
[[nodiscard]] std::string kmlIcon();

} // namespace guatu::exchange
