// SPDX-License-Identifier: MIT
#include "desktop/view_history.h"

#include <cmath>

namespace guatu::desktop
{
namespace
{

constexpr std::size_t mostViews = 100;

bool nearlySame(const render::MapView& a, const render::MapView& b)
{
    const double slack = 0.01 * a.metresPerPixel * std::min(a.width, a.height);
    return std::abs(a.center.x - b.center.x) < slack && std::abs(a.center.y - b.center.y) < slack &&
           std::abs(a.metresPerPixel / b.metresPerPixel - 1) < 0.01 &&
           std::abs(a.rotation - b.rotation) < 1;
}

} // namespace

void ViewHistory::add(const render::MapView& view)
{
    if (!m_views.empty() && nearlySame(m_views[m_at], view))
        return;
    if (!m_views.empty())
        m_views.resize(m_at + 1);
    if (m_views.size() == mostViews)
        m_views.erase(m_views.begin());
    m_views.push_back(view);
    m_at = m_views.size() - 1;
}

std::optional<render::MapView> ViewHistory::previous()
{
    if (!hasPrevious())
        return std::nullopt;
    return m_views[--m_at];
}

std::optional<render::MapView> ViewHistory::next()
{
    if (!hasNext())
        return std::nullopt;
    return m_views[++m_at];
}

void ViewHistory::clear()
{
    m_views.clear();
    m_at = 0;
}

} // namespace guatu::desktop
