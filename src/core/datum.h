// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <optional>
#include <string>
#include <string_view>

namespace guatu
{

/// What a dataset's coordinates mean. CGCS2000 and WGS 84 agree within a decimetre here.
enum class Datum : unsigned char { Unknown, Cgcs2000, Wgs84, Gcj02, Bd09, Local };

[[nodiscard]] std::string_view toString(Datum datum); // unknown cgcs2000 wgs84 gcj02 bd09 local
[[nodiscard]] std::optional<Datum> datumFromString(std::string_view text);

// Published open approximations, as open map libraries use them; the official algorithm is not
// public. Inside China forward formulas shift by 50 to 700 m; outside they change nothing.
[[nodiscard]] Point gcj02FromWgs84(Point lonLat);
[[nodiscard]] Point bd09FromGcj02(Point lonLat);
/// Inverse by iteration, to 1e-9 degree of the forward formula.
[[nodiscard]] Point wgs84FromGcj02(Point lonLat);
[[nodiscard]] Point gcj02FromBd09(Point lonLat);

/// lon/lat in `datum` to CGCS2000. Unknown and Local are not moved by anyone: they throw
/// Error(Input).
[[nodiscard]] Point toCgcs2000(Datum datum, Point lonLat);

} // namespace guatu
