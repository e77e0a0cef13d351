// SPDX-License-Identifier: MIT
#include "desktop/timeline.h"

#include "desktop/theme.h"
#include "desktop/title_row.h"
#include "desktop/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace guatu::desktop
{
namespace
{

const QColor clearedLine{0x1A, 0x96, 0x41}, clearedFill{0xD6, 0xEC, 0xD7}, future{0xEE, 0xF0, 0xF3};
constexpr double sideMargin = 28, topMargin = 8, bottomMargin = 22;
constexpr double titleGap = 12;

} // namespace

Timeline::Timeline(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(72);
}

void Timeline::show(TimelineContent content)
{
    m_content = std::move(content);
    update();
}

void Timeline::setDate(Date date)
{
    if (m_dragging || date == m_date)
        return;
    m_date = date;
    update();
}

void Timeline::setHandleText(const QString& text)
{
    m_handleText = text;
    update();
}

QRectF Timeline::plot() const
{
    return QRectF(rect()).adjusted(sideMargin, topMargin, -sideMargin, -bottomMargin);
}

double Timeline::xOf(Date date) const
{
    const double days = std::max(1, daysBetween(m_content.start, m_content.end));
    const double at = std::clamp(daysBetween(m_content.start, date) / days, 0.0, 1.0);
    return plot().left() + at * plot().width();
}

double Timeline::yOf(double percent) const
{
    return plot().bottom() - std::clamp(percent, 0.0, 100.0) / 100 * plot().height();
}

Date Timeline::dateAt(double x) const
{
    const int days = daysBetween(m_content.start, m_content.end);
    const double at = std::clamp((x - plot().left()) / plot().width(), 0.0, 1.0);
    return Date(m_content.start.days() + static_cast<int>(std::lround(at * days)));
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.start >= m_content.end)
        return;
    drawGround(painter);
    drawCurve(painter);
    drawFlags(painter);
    drawFlagTitles(painter);
    drawBase(painter);
    drawHandle(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colour::accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void Timeline::drawGround(QPainter& painter) const
{
    const QRectF area = plot();
    const double now = xOf(m_content.dataDate);
    painter.fillRect(QRectF(QPointF(now, area.top()), area.bottomRight()), future);
    painter.setPen(QPen(colour::control, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (Date day = m_content.start; day <= m_content.end; day = Date(day.days() + 7)) {
        const double x = xOf(day);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3));
    }
}

void Timeline::drawCurve(QPainter& painter) const
{
    const auto& curve = m_content.curve;
    if (curve.empty())
        return;
    QPolygonF line;
    for (const auto& share : curve)
        line.append({xOf(share.on), yOf(share.percent)});
    QPolygonF ground = line;
    ground.append({line.last().x(), plot().bottom()});
    ground.append({line.first().x(), plot().bottom()});
    painter.setPen(Qt::NoPen);
    painter.setBrush(clearedFill);
    painter.drawPolygon(ground);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(clearedLine, 2));
    if (line.size() > 1)
        painter.drawPolyline(line);
    else
        painter.drawEllipse(line.first(), 2, 2);
    if (curve.back().on >= m_content.end)
        return;
    painter.setPen(QPen(colour::quiet, 1.2, Qt::DashLine));
    painter.drawLine(line.last(), QPointF(xOf(m_content.end), yOf(100)));
}

void Timeline::drawFlags(QPainter& painter) const
{
    for (const auto& flag : m_content.flags) {
        const double x = std::round(xOf(flag.on)) + 0.5;
        painter.setPen(QPen(QColor(0xC9, 0x5A, 0x6C), 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour::late);
        painter.drawPolygon(QPolygonF{QPointF(x, plot().top() - 6),
                                      QPointF(x - 9, plot().top() - 6),
                                      QPointF(x - 9, plot().top()), QPointF(x, plot().top())});
    }
}

void Timeline::drawFlagTitles(QPainter& painter) const
{
    const QFont font = interfaceFont(11);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    painter.setPen(colour::secondary);
    const double bottom = height() - 4;
    std::vector<TimelineContent::Flag> marks = m_content.flags;
    const bool startIsFlag = !marks.empty() && marks.front().on == m_content.start;
    if (!startIsFlag)
        marks.insert(marks.begin(), {m_content.start, {}, {}});
    if (marks.back().on != m_content.end)
        marks.push_back({m_content.end, {}, {}});
    std::vector<QString> texts;
    for (const auto& mark : marks) {
        const QString day = shortDate(mark.on, m_content.dataDate);
        texts.push_back(mark.sign.isEmpty() ? day : day + ' ' + mark.sign);
    }
    const std::vector<double> lefts = fitIntoRow(texts, marks, metrics);
    for (std::size_t i = 0; i < lefts.size(); ++i)
        painter.drawText(QPointF(lefts[i], bottom), texts[i]);
}

std::vector<double> Timeline::fitIntoRow(std::vector<QString>& texts,
                                         const std::vector<TimelineContent::Flag>& marks,
                                         const QFontMetrics& metrics) const
{
    const auto wide = [&](const QString& text) { return metrics.horizontalAdvance(text); };
    while (true) {
        std::vector<RowTitle> titles;
        for (std::size_t i = 0; i < texts.size(); ++i)
            titles.push_back({xOf(marks[i].on), static_cast<double>(wide(texts[i]))});
        if (auto lefts = placeInRow(titles, titleGap, 4, width() - 4))
            return *lefts;
        // The longest gives way: some words, then its title, so that the day is left.
        const auto longest = std::ranges::max_element(texts, {}, wide);
        const auto at = static_cast<std::size_t>(longest - texts.begin());
        const QString day = shortDate(marks[at].on, m_content.dataDate);
        if (*longest == day)
            return {};
        const QString shorter = metrics.elidedText(*longest, Qt::ElideRight, wide(*longest) - 12);
        *longest = wide(shorter) < wide(day + QStringLiteral(" 字字字…")) ? day : shorter;
    }
}

void Timeline::setBase(std::optional<Date> date)
{
    m_base = date;
    update();
}

void Timeline::drawBase(QPainter& painter) const
{
    if (!m_base)
        return;
    const double from = xOf(*m_base), to = xOf(m_date), y = plot().bottom();
    painter.setPen(QPen(colour::accent, 3));
    painter.drawLine(QPointF(std::min(from, to), y), QPointF(std::max(from, to), y));
    painter.setPen(QPen(colour::accent, 1.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPointF(from, y), 5, 5);
}

void Timeline::drawHandle(QPainter& painter) const
{
    const double x = xOf(m_date);
    const QRectF area = plot();
    painter.setPen(QPen(colour::accent, 2));
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
    painter.setPen(QPen(Qt::white, 1));
    painter.setBrush(colour::accent);
    const double y = area.bottom() - 3;
    painter.drawPolygon(QPolygonF{QPointF(x - 6, y), QPointF(x + 6, y), QPointF(x + 6, y + 6),
                                  QPointF(x, y + 12), QPointF(x - 6, y + 6)});
    if (m_handleText.isEmpty())
        return;
    const QFont font = interfaceFont(12, true);
    const double wide = QFontMetrics(font).horizontalAdvance(m_handleText) + 12;
    QRectF tag(x + 3, area.top() - 1, wide, 18);
    if (tag.right() > width() - 4)
        tag.moveRight(x - 3);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(tag, 2, 2);
    painter.setPen(Qt::white);
    painter.setFont(font);
    painter.drawText(tag, Qt::AlignCenter, m_handleText);
}

void Timeline::move(Date date)
{
    if (date == m_date)
        return;
    m_date = date;
    update();
    emit dragged(date);
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_content.start >= m_content.end)
        return;
    m_dragging = true;
    move(dateAt(event->position().x()));
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        move(dateAt(event->position().x()));
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    emit chosen(m_date);
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const auto step = [&]() -> std::optional<Date> {
        switch (event->key()) {
        case Qt::Key_Left:
            return Date(m_date.days() - 1);
        case Qt::Key_Right:
            return Date(m_date.days() + 1);
        case Qt::Key_PageDown:
            return Date(m_date.days() - 7);
        case Qt::Key_PageUp:
            return Date(m_date.days() + 7);
        case Qt::Key_Home:
            return m_content.start;
        case Qt::Key_End:
            return m_content.end;
        default:
            return {};
        }
    }();
    if (!step || m_content.start >= m_content.end) {
        QWidget::keyPressEvent(event);
        return;
    }
    const Date to = std::clamp(*step, m_content.start, m_content.end);
    if (to == m_date)
        return;
    m_date = to;
    update();
    emit chosen(to);
}

bool Timeline::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList lines{isoDate(dateAt(help->pos().x()))};
        for (const auto& flag : m_content.flags)
            if (std::abs(xOf(flag.on) - help->pos().x()) < 24)
                lines << isoDate(flag.on) + ' ' + flag.title;
        QToolTip::showText(help->globalPos(), lines.join('\n'), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace guatu::desktop
