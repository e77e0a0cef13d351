// SPDX-License-Identifier: MIT
#include "desktop/theme_style.h"

#include "desktop/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace guatu::desktop
{
namespace
{

QRectF squareIn(const QRect& rect, double size)
{
    const QPointF center = QRectF(rect).center();
    return {std::floor(center.x() - size / 2) + 0.5, std::floor(center.y() - size / 2) + 0.5,
            size - 1, size - 1};
}

void drawCheck(QPainter& painter, const QStyleOption& option)
{
    const QRectF box = squareIn(option.rect, 14);
    const bool on = option.state & QStyle::State_On;
    const bool half = option.state & QStyle::State_NoChange;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor full = enabled ? colour::accent : QColor(0xA9, 0xB8, 0xCC);
    painter.setPen(QPen(on || half ? full : QColor(0x89, 0x95, 0xA1), 1));
    painter.setBrush(on || half ? full : QColor(Qt::white));
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(QPen(Qt::white, 1.8, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    if (half) {
        painter.drawLine(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0));
    } else if (on) {
        const QPointF at = box.topLeft();
        painter.drawPolyline(
            QPolygonF{at + QPointF(3, 6.7), at + QPointF(5.6, 9.3), at + QPointF(10.2, 3.8)});
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(colour::accent, 1));
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 3, 3);
    }
}

void drawRadio(QPainter& painter, const QStyleOption& option)
{
    const QRectF box = squareIn(option.rect, 15);
    const bool on = option.state & QStyle::State_On;
    painter.setPen(QPen(on ? colour::accent : QColor(0x89, 0x95, 0xA1), 1.2));
    painter.setBrush(Qt::white);
    painter.drawEllipse(box);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour::accent);
        painter.drawEllipse(box.center(), 4, 4);
    }
}

void drawTriangle(QPainter& painter, const QRect& rect, bool down)
{
    const QPointF c = QRectF(rect).center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour::secondary);
    if (down)
        painter.drawPolygon(
            QPolygonF{c + QPointF(-4, -2.5), c + QPointF(4, -2.5), c + QPointF(0, 2.5)});
    else
        painter.drawPolygon(
            QPolygonF{c + QPointF(-2.5, -4), c + QPointF(-2.5, 4), c + QPointF(2.5, 0)});
}

void drawChevron(QPainter& painter, const QRect& rect)
{
    const QPointF c = QRectF(rect).center();
    painter.setPen(QPen(colour::secondary, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)});
}

} // namespace

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool drawn = true;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*painter, *option);
        break;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, *option);
        break;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            drawTriangle(*painter, option->rect, option->state & State_Open);
        break;
    case PE_IndicatorArrowDown:
        drawChevron(*painter, option->rect);
        break;
    case PE_FrameFocusRect: // views mark the current row by its ground
        break;
    default:
        drawn = false;
    }
    painter->restore();
    if (!drawn)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                            const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_TreeViewIndentation:
        return 18;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace guatu::desktop
