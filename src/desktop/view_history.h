// SPDX-License-Identifier: MIT
#pragma once

#include "render/map_picture.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace guatu::desktop
{

/// The places the map has been at, for "previous" and "next".
class ViewHistory
{
public:
    /// Remembers a place; forgets what "next" would have shown. A place within a hundredth of the
    /// last one is not a new one.
    void add(const render::MapView& view);

    [[nodiscard]] bool hasPrevious() const { return m_at > 0; }
    [[nodiscard]] bool hasNext() const { return m_at + 1 < m_views.size(); }
    [[nodiscard]] std::optional<render::MapView> previous();
    [[nodiscard]] std::optional<render::MapView> next();
    void clear();

private:
    std::vector<render::MapView> m_views;
    std::size_t m_at = 0;
};

} // namespace guatu::desktop
