// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"

#include <functional>
#include <string>
#include <vector>

namespace guatu::desktop
{

/// What the left mouse button does on the map.
enum class MapTool {
    Pointer,
    BoxZoom,
    Length,
    Area,
    PolygonChoice,
    RadiusChoice,
    PlaceFacility,
    CloseRoad,
    DrawRoad,
};

/// Positions measured along a line or around an area, by geodesics.
class Measurement
{
public:
    /// `toLonLat` turns plane coordinates into degrees.
    explicit Measurement(std::function<Point(Point)> toLonLat) : m_toLonLat(std::move(toLonLat)) {}

    void start(MapTool tool);
    void add(Point plane);
    void removeLast();
    /// The place under the pointer, which would be the next vertex.
    void preview(Point plane) { m_preview = plane; }
    void finish();
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_vertices.empty(); }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] bool isArea() const
    {
        return m_tool != MapTool::Length && m_tool != MapTool::DrawRoad;
    }
    /// Vertices with the preview behind them while the line is open.
    [[nodiscard]] std::vector<Point> line() const;
    /// Metres along the line, or around the area.
    [[nodiscard]] double length() const;
    /// Square metres; 0 with fewer than three vertices.
    [[nodiscard]] double area() const;

private:
    [[nodiscard]] std::vector<Point> lonLats() const;

    std::function<Point(Point)> m_toLonLat;
    MapTool m_tool = MapTool::Length;
    std::vector<Point> m_vertices;
    Point m_preview{};
    bool m_finished = false;
};

} // namespace guatu::desktop
