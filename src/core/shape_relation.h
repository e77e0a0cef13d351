// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/rtree.h"

#include <memory>
#include <span>

namespace guatu
{

/// Tells how shapes of one column lie to those of another, by the predicates of OGC Simple Features
/// (GEOS, prepared). Boundaries belong to shapes. An object belongs to one thread at a time.
class ShapeRelation
{
public:
    /// Against the given features of `shapes`; those without geometry meet nothing.
    ShapeRelation(const GeometryColumn& shapes, std::span<const std::uint32_t> features);
    ~ShapeRelation();
    ShapeRelation(ShapeRelation&&) noexcept;
    ShapeRelation& operator=(ShapeRelation&&) noexcept;

    /// Whether the feature has a point in common with one of the shapes (ST_Intersects). The item
    /// `except` of the features is passed over: -1 for none.
    [[nodiscard]] bool intersects(const GeometryColumn& column, std::size_t feature,
                                  std::int64_t except = -1) const;

    /// Whether one of the shapes covers all of the feature (ST_Covers).
    [[nodiscard]] bool covers(const GeometryColumn& column, std::size_t feature) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace guatu
