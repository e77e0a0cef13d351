// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"
#include "core/geometry.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace guatu::bench
{

/// A synthetic network of `side` times `side` crossings 500 m apart, jittered, a fifth of the links
/// left out, arterials every 16 and 64 rows, 8 % of the rest one-way: the shape of the networks
/// that the published figures are of, not the same numbers.
[[nodiscard]] access::LinkTable gridNetwork(int side, unsigned seed);

/// The packed arrays of the synthetic prefecture (set M: 1,000,000 households, 400,000 links, 5,000
/// facilities of which 1,306 clinics), in metres of EPSG:4543.
struct Prefecture {
    std::vector<Point> households, villages, facilities, nodes;
    std::vector<std::uint8_t> facilityKind; ///< 1 is a clinic
    std::vector<std::uint32_t> ends;        ///< two nodes a link
    std::vector<float> minutes;             ///< of each link
    GeometryColumn roads{GeometryType::Line};

    [[nodiscard]] std::vector<Point> clinics() const;
    /// Both ways, in whole milliseconds.
    [[nodiscard]] access::LinkTable links() const;
};

/// Nothing when the folder does not hold the arrays.
[[nodiscard]] std::optional<Prefecture> readPrefecture(const std::filesystem::path& folder);

} // namespace guatu::bench
