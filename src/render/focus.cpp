// SPDX-License-Identifier: MIT
#include "render/focus.h"

#include <algorithm>

namespace guatu::render
{
namespace
{
constexpr std::size_t bandCount = 512;

std::size_t bandOf(double y, const Box& box)
{
    const double share = box.height() > 0 ? (y - box.minY) / box.height() : 0;
    const double band = std::clamp(share * bandCount, 0.0, static_cast<double>(bandCount - 1));
    return static_cast<std::size_t>(band);
}
} // namespace

Focus::Focus(const GeometryColumn& areas, const Canvas& canvas)
    : m_exists(!areas.empty() && !areas.box().empty())
{
    if (!m_exists)
        return;
    m_box = areas.box();
    m_bands.resize(bandCount);
    for (std::size_t row = 0; row < areas.size(); ++row) {
        for (std::size_t part = 0; part < areas.partCount(row); ++part) {
            const auto ring = areas.part(row, part);
            addRing(m_path, canvas, ring, canvas.mm(5));
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Edge edge{ring[i - 1], ring[i]};
                const std::size_t last = bandOf(std::max(edge.a.y, edge.b.y), m_box);
                for (std::size_t band = bandOf(std::min(edge.a.y, edge.b.y), m_box); band <= last;
                     ++band)
                    m_bands[band].push_back(edge);
            }
        }
    }
    m_path.setFillRule(Qt::WindingFill);
}

bool Focus::contains(Point p) const
{
    if (!m_exists)
        return true;
    if (!m_box.contains(p))
        return false;
    bool inside = false;
    for (const auto& [a, b] : m_bands[bandOf(p.y, m_box)]) {
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace guatu::render
