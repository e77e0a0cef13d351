// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/map_draggable.h"

#include <QObject>

#include <optional>

namespace guatu::desktop
{

class GapKeeper;
class MapWidget;
class Texts;

/// The planned facilities on the map: taken with the pointer, and the numbers that change under it.
class GapDrag : public QObject, public MapDraggable
{
    Q_OBJECT

public:
    GapDrag(const Texts& texts, GapKeeper& keeper, MapWidget& map);

    bool take(QPointF pixel) override;
    void moveTo(Point plane) override;
    void drop() override;
    void giveUp() override;
    void draw(QPainter& painter, const render::MapView& view) const override;
    /// The planned facility at a pixel.
    [[nodiscard]] std::optional<std::size_t> plannedAt(QPointF pixel) const;

private:
    const Texts& m_texts;
    GapKeeper& m_keeper;
    MapWidget& m_map;
    Point m_at{};
    bool m_isHeld = false;
};

} // namespace guatu::desktop
