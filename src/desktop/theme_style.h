// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace guatu::desktop
{

/// Draws the few things a style sheet can only draw from picture files: check boxes, radio
/// buttons, disclosure triangles, arrows of combo boxes.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(QStyle* base) : QProxyStyle(base) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
};

} // namespace guatu::desktop
