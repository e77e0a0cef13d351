// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace guatu
{

/// The CRS that workspaces store: CGCS2000, degrees.
inline constexpr std::string_view storeCrs = "EPSG:4490";

/// Moves positions from one coordinate reference system to another.
///
/// Positions are always lon, lat or east, north, whatever the authority's axis order says.
/// EPSG:4522 eastings carry the zone prefix 34 (34452368), EPSG:4543 ones do not. An object
/// belongs to one thread at a time; making one is cheap.
class Transform
{
public:
    /// `from` and `to` as "EPSG:4490" or WKT. Throws Error(Input) when PROJ does not know one.
    Transform(const std::string& from, const std::string& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    /// Invalid when the point has no image, or was invalid itself.
    [[nodiscard]] Point forward(Point point) const;
    [[nodiscard]] Point inverse(Point point) const;

    /// Moves all points in place; those without an image become invalid.
    void forward(std::span<Point> points) const;
    void inverse(std::span<Point> points) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Moves many points in place, on all cores.
void transformAll(const std::string& from, const std::string& to, std::span<Point> points);

/// Whether the CRS gives metres (true) or degrees (false). Throws Error(Input) when unknown.
[[nodiscard]] bool isProjected(const std::string& crs);

} // namespace guatu
