// SPDX-License-Identifier: MIT
#include "desktop/map_tool.h"

#include "core/geodesic.h"

namespace guatu::desktop
{

void Measurement::start(MapTool tool)
{
    clear();
    m_tool = tool;
}

void Measurement::add(Point plane)
{
    if (m_finished)
        clear();
    if (m_vertices.empty() || !(m_vertices.back() == plane)) // a double click ends where it began
        m_vertices.push_back(plane);
}

void Measurement::removeLast()
{
    if (!m_vertices.empty())
        m_vertices.pop_back();
    m_finished = false;
}

void Measurement::finish()
{
    m_finished = !m_vertices.empty();
    m_preview = {};
}

void Measurement::clear()
{
    m_vertices.clear();
    m_preview = {};
    m_finished = false;
}

std::vector<Point> Measurement::line() const
{
    std::vector<Point> line = m_vertices;
    if (!line.empty() && !m_finished && m_preview.valid())
        line.push_back(m_preview);
    return line;
}

std::vector<Point> Measurement::lonLats() const
{
    std::vector<Point> points = line();
    for (Point& point : points)
        point = m_toLonLat(point);
    return points;
}

double Measurement::length() const
{
    std::vector<Point> points = lonLats();
    if (isArea() && points.size() > 2)
        points.push_back(points.front());
    return points.size() < 2 ? 0 : geodesicLength(points);
}

double Measurement::area() const
{
    const std::vector<Point> points = lonLats();
    return points.size() < 3 ? 0 : geodesicArea(points);
}

} // namespace guatu::desktop
