// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/map_worker.h"

#include <QWidget>

namespace guatu::desktop
{

class MapWidget;

/// A round lens that follows the pointer and shows the map under it larger, drawn at that scale.
class Magnifier : public QWidget
{
    Q_OBJECT

public:
    explicit Magnifier(MapWidget& map);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Times the map's scale, 2 to 4.
    void setFactor(double factor);
    [[nodiscard]] double factor() const { return m_factor; }
    /// What the map shows; with a cache of its own, as the lens draws at another scale.
    void show(render::MapScene scene);
    using QWidget::show;
    /// The view the lens shows: its middle is the place under the pointer.
    [[nodiscard]] render::MapView view() const;
    [[nodiscard]] bool isSharp() const { return m_picture.view == view() && m_isFresh; }

signals:
    void switched(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void moveTo(Point plane);
    void ask();

    MapWidget& m_map;
    render::MapScene m_scene;
    MapWorker m_worker;
    render::MapPicture m_picture;
    Point m_place{};
    double m_factor = 3;
    bool m_isOn = false;
    bool m_isFresh = false; ///< the picture is of this scene
};

} // namespace guatu::desktop
