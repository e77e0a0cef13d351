// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>

namespace guatu::render
{

/// 128 bits that tell contents apart; not a defence against forgery.
struct ContentHash {
    std::uint64_t low = 0, high = 0;
    friend auto operator<=>(const ContentHash&, const ContentHash&) = default;
};

/// Of bytes; the same on every run of the same kind of machine.
[[nodiscard]] ContentHash contentHash(std::span<const std::byte> bytes, ContentHash seed = {});

/// Of a column's type, features, parts and vertices.
[[nodiscard]] ContentHash contentHash(const GeometryColumn& column);

} // namespace guatu::render
