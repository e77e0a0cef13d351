// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace guatu
{

/// A position: (lon, lat) in degrees or (x east, y north) in metres; always in this order.
struct Point {
    double x = std::numeric_limits<double>::quiet_NaN();
    double y = std::numeric_limits<double>::quiet_NaN();

    /// False for a place without a position.
    [[nodiscard]] bool valid() const { return std::isfinite(x) && std::isfinite(y); }
    friend bool operator==(const Point&, const Point&) = default;
};

/// An axis-parallel box; empty when it has just been made.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return minX > maxX || minY > maxY; }
    [[nodiscard]] double width() const { return maxX - minX; }
    [[nodiscard]] double height() const { return maxY - minY; }
    [[nodiscard]] Point center() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }
    [[nodiscard]] Box grown(double by) const
    {
        return {minX - by, minY - by, maxX + by, maxY + by};
    }

    /// Boxes that only touch do intersect.
    [[nodiscard]] bool intersects(const Box& other) const
    {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    [[nodiscard]] bool contains(Point p) const
    {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    void add(Point p)
    {
        minX = std::fmin(minX, p.x);
        minY = std::fmin(minY, p.y);
        maxX = std::fmax(maxX, p.x);
        maxY = std::fmax(maxY, p.y);
    }
    /// An empty box adds nothing.
    void add(const Box& other)
    {
        minX = std::fmin(minX, other.minX);
        minY = std::fmin(minY, other.minY);
        maxX = std::fmax(maxX, other.maxX);
        maxY = std::fmax(maxY, other.maxY);
    }
    friend bool operator==(const Box&, const Box&) = default;
};

enum class GeometryType : std::uint8_t { None, Point, Line, Polygon };

/// Geometries of many features in flat columns: feature -> parts -> vertices.
///
/// A part is a point, a line, or a ring. Rings are closed (last vertex repeats the first), outer
/// rings run counter-clockwise and holes clockwise, each hole after its outer ring. A feature
/// without parts has no geometry. All three kinds share this one layout.
class GeometryColumn
{
public:
    explicit GeometryColumn(GeometryType type = GeometryType::None) : m_type(type) {}

    [[nodiscard]] GeometryType type() const { return m_type; }
    [[nodiscard]] std::size_t size() const { return m_features.size() - 1; }
    [[nodiscard]] bool empty() const { return size() == 0; }

    void reserve(std::size_t features, std::size_t vertices);

    /// Adds one vertex run to the feature under construction.
    void addPart(std::span<const Point> vertices);
    /// Ends the feature under construction; without parts it has no geometry.
    void endFeature();
    /// A whole point feature; an invalid point makes a feature without geometry.
    void addPoint(Point point);

    [[nodiscard]] std::size_t partCount(std::size_t feature) const
    {
        return m_features[feature + 1] - m_features[feature];
    }
    [[nodiscard]] bool hasGeometry(std::size_t feature) const { return partCount(feature) != 0; }
    [[nodiscard]] std::span<const Point> part(std::size_t feature, std::size_t index) const
    {
        const std::size_t p = m_features[feature] + index;
        return std::span<const Point>(m_vertices).subspan(m_parts[p], m_parts[p + 1] - m_parts[p]);
    }
    /// The feature's first vertex; invalid when it has no geometry.
    [[nodiscard]] Point firstPoint(std::size_t feature) const
    {
        return hasGeometry(feature) ? m_vertices[m_parts[m_features[feature]]] : Point{};
    }
    [[nodiscard]] Box box(std::size_t feature) const;
    [[nodiscard]] Box box() const;

    /// Every vertex of the column, for transforms in place.
    [[nodiscard]] std::span<Point> vertices() { return m_vertices; }
    [[nodiscard]] std::span<const Point> vertices() const { return m_vertices; }

    friend bool operator==(const GeometryColumn&, const GeometryColumn&) = default;

private:
    GeometryType m_type;
    std::vector<Point> m_vertices;
    std::vector<std::uint32_t> m_parts{0};    ///< start of each part in m_vertices, plus the end
    std::vector<std::uint32_t> m_features{0}; ///< start of each feature in m_parts, plus the end
};

} // namespace guatu
