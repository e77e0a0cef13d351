// SPDX-License-Identifier: MIT
#include "desktop/filter_header.h"

#include "desktop/icons.h"
#include "desktop/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

namespace guatu::desktop
{
namespace
{

constexpr int funnelWidth = 18, arrowWidth = 12, leftInset = 8;

} // namespace

FilterHeader::FilterHeader(int filteredRole, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_filteredRole(filteredRole)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setMinimumHeight(28);
}

QRect FilterHeader::funnel(int section) const
{
    const int right = sectionViewportPosition(section) + sectionSize(section);
    return {right - funnelWidth - 2, (height() - funnelWidth) / 2, funnelWidth, funnelWidth};
}

int FilterHeader::funnelAt(QPoint position) const
{
    const int section = logicalIndexAt(position);
    return section >= 0 && funnel(section).contains(position) ? section : -1;
}

void FilterHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, colour::header);
    painter->setPen(colour::line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool filtered = model()->headerData(section, orientation(), m_filteredRole).toBool();
    const bool sorted = sortIndicatorSection() == section;
    painter->setFont(interfaceFont(12, sorted));
    painter->setPen(sorted ? colour::ink : colour::secondary);
    const QString title = model()->headerData(section, orientation()).toString();
    QRect textRect = rect.adjusted(leftInset, 0, -funnelWidth - 2, 0);
    const int textWidth = std::min(painter->fontMetrics().horizontalAdvance(title) + 2,
                                   textRect.width() - (sorted ? arrowWidth : 0));
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, textWidth));
    if (sorted) {
        painter->setRenderHint(QPainter::Antialiasing);
        const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
        const QPointF c(textRect.left() + textWidth + 7, rect.center().y() + 0.5);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour::secondary);
        const double d = up ? -2.5 : 2.5;
        painter->drawPolygon(
            QPolygonF{c + QPointF(-3.5, -d), c + QPointF(3.5, -d), c + QPointF(0, d)});
    }
    const QRect at = funnel(section).adjusted(2, 2, -2, -2);
    painter->setOpacity(filtered ? 1 : 0.45);
    icon(filtered ? Icon::FilterOn : Icon::Filter).paint(painter, at);
    painter->restore();
}

QSize FilterHeader::sectionSizeFromContents(int section) const
{
    const QString title = model()->headerData(section, orientation()).toString();
    const QFontMetrics metrics(interfaceFont(12, true));
    return {metrics.horizontalAdvance(title) + leftInset + arrowWidth + funnelWidth + 4, 28};
}

void FilterHeader::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->button() == Qt::LeftButton ? funnelAt(event->pos()) : -1;
    if (m_pressed < 0)
        QHeaderView::mousePressEvent(event);
}

void FilterHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressed < 0) {
        QHeaderView::mouseReleaseEvent(event);
        return;
    }
    if (funnelAt(event->pos()) == m_pressed)
        emit filterAsked(m_pressed);
    m_pressed = -1;
}

void FilterHeader::contextMenuEvent(QContextMenuEvent* event)
{
    if (const int section = logicalIndexAt(event->pos()); section >= 0)
        emit filterAsked(section);
}

} // namespace guatu::desktop
