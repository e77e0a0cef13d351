// SPDX-License-Identifier: MIT
#pragma once

#include "render/paths.h"

namespace guatu::render
{

/// How strongly things outside the focus are drawn.
inline constexpr double paleOpacity = 0.45;

/// The area that the map is about, ready to cut, to pale and to ask.
class Focus
{
public:
    /// An empty column is no focus: everything is inside.
    Focus(const GeometryColumn& areas, const Canvas& canvas);

    [[nodiscard]] bool exists() const { return m_exists; }
    [[nodiscard]] const QPainterPath& path() const { return m_path; }

    /// Even-odd rule over all rings; quick for many points.
    [[nodiscard]] bool contains(Point p) const;

private:
    struct Edge {
        Point a, b;
    };
    bool m_exists;
    QPainterPath m_path;
    Box m_box;
    std::vector<std::vector<Edge>> m_bands; ///< edges by bands of y
};

} // namespace guatu::render
