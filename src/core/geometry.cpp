// SPDX-License-Identifier: MIT
#include "core/geometry.h"

namespace guatu
{

void GeometryColumn::reserve(std::size_t features, std::size_t vertices)
{
    m_features.reserve(features + 1);
    m_parts.reserve(features + 1);
    m_vertices.reserve(vertices);
}

void GeometryColumn::addPart(std::span<const Point> vertices)
{
    m_vertices.insert(m_vertices.end(), vertices.begin(), vertices.end());
    m_parts.push_back(static_cast<std::uint32_t>(m_vertices.size()));
}

void GeometryColumn::endFeature()
{
    m_features.push_back(static_cast<std::uint32_t>(m_parts.size() - 1));
}

void GeometryColumn::addPoint(Point point)
{
    if (point.valid())
        addPart({&point, 1});
    endFeature();
}

Box GeometryColumn::box(std::size_t feature) const
{
    Box box;
    for (std::size_t i = 0; i < partCount(feature); ++i)
        for (const Point vertex : part(feature, i))
            box.add(vertex);
    return box;
}

Box GeometryColumn::box() const
{
    Box box;
    for (const Point vertex : m_vertices)
        box.add(vertex);
    return box;
}

} // namespace guatu
