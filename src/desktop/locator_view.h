// SPDX-License-Identifier: MIT
#pragma once

#include "render/locator.h"

#include <QFrame>

namespace guatu::desktop
{

class MapWidget;
class Texts;

/// A small map of the whole with the frame of the view; a click or a drag goes there.
class LocatorView : public QFrame
{
    Q_OBJECT

public:
    LocatorView(const Texts& texts, MapWidget& map);

    void show(render::Locator locator);
    using QFrame::show;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void goTo(QPointF at);

    MapWidget& m_map;
    render::Locator m_locator;
};

} // namespace guatu::desktop
