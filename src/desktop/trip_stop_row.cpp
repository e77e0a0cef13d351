// SPDX-License-Identifier: MIT
#include "desktop/trip_stop_row.h"

#include "desktop/card_layout.h"
#include "desktop/theme.h"
#include "render/route_badges.h"

#include <QContextMenuEvent>
#include <QPainter>

namespace guatu::desktop
{

TripStopRow::TripStopRow(Badge badge, const QString& title, const QString& atRight, QWidget* parent)
    : QAbstractButton(parent), m_badge(std::move(badge)), m_head(new QHBoxLayout)
{
    m_lines = new QVBoxLayout(this);
    m_lines->setContentsMargins(44, 8, 16, 8);
    m_lines->setSpacing(1);
    m_head->setSpacing(6);
    auto* name = cardLabel("strong", title);
    name->setMinimumWidth(1);
    m_head->addWidget(name);
    m_head->addStretch();
    m_head->addWidget(cardLabel("small", atRight));
    m_lines->addLayout(m_head);
    setAccessibleName(m_badge.number + ' ' + title + ' ' + atRight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TripStopRow::addLine(const char* look, const QString& text)
{
    if (text.isEmpty())
        return;
    QLabel* label = cardLabel(look, text);
    label->setWordWrap(true);
    m_lines->addWidget(label);
    setAccessibleName(accessibleName() + QStringLiteral(", ") + text);
}

void TripStopRow::addTag(const QString& text)
{
    m_head->insertWidget(m_tagAt++, cardLabel("listingTag", text));
}

void TripStopRow::addButton(QAbstractButton* button)
{
    m_head->addWidget(button);
}

void TripStopRow::setChosen(bool chosen)
{
    m_isChosen = chosen;
    update();
}

QSize TripStopRow::sizeHint() const
{
    return m_lines->sizeHint();
}

void TripStopRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isChosen)
        painter.fillRect(rect(), colour::selectedRow);
    painter.setPen(colour::hairline);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    if (m_badge.isLeftOut)
        render::paintLeftOutMark(painter, {24, 18}, 8);
    else
        render::paintRouteBadge(painter, {24, 18}, 11, m_badge.team, m_badge.day, m_badge.number);
    if (hasFocus()) {
        painter.setPen(QPen(colour::accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -2));
    }
}

void TripStopRow::contextMenuEvent(QContextMenuEvent* event)
{
    emit menuAsked(event->globalPos());
}

} // namespace guatu::desktop
