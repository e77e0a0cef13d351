// SPDX-License-Identifier: MIT
#include "desktop/trip_lanes.h"

#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_lane_painter.h"
#include "desktop/trip_words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace guatu::desktop
{

TripLanes::TripLanes(const Texts& texts, TripKeeper& keeper, QWidget* parent)
    : QAbstractScrollArea(parent), m_texts(texts), m_keeper(keeper)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&keeper, &TripKeeper::changed, this, [this] {
        m_dragged.reset();
        m_preview.reset();
        refresh();
    });
    connect(&keeper, &TripKeeper::choiceChanged, this, &TripLanes::refresh);
    texts.keep(this, [this] {
        setAccessibleName(m_texts("desktop.trip.lanes"));
        refresh();
    });
}

const trips::Plan& TripLanes::plan() const
{
    return m_preview ? m_preview->plan : m_keeper.draft()->plan();
}

LaneScale TripLanes::scale() const
{
    LaneScale scale;
    if (m_keeper.draft())
        scale = LaneScale::around(m_keeper.draft()->problem(), plan());
    scale.width = viewport()->width();
    scale.scrolled = verticalScrollBar()->value();
    return scale;
}

void TripLanes::refresh()
{
    const int lanes = m_keeper.draft() ? static_cast<int>(m_keeper.draft()->plan().days.size()) : 0;
    const int room = viewport()->height() - LaneScale::axis;
    verticalScrollBar()->setRange(0, std::max(0, lanes * LaneScale::row - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(LaneScale::row);
    if (m_keeper.draft() && room > LaneScale::row) { // the chosen lane in sight
        const int top = static_cast<int>(m_keeper.route()) * LaneScale::row;
        const int now = verticalScrollBar()->value();
        verticalScrollBar()->setValue(std::clamp(now, top + LaneScale::row - room, top));
    }
    describeChoice();
    viewport()->update();
}

void TripLanes::describeChoice()
{
    if (!m_keeper.draft() || m_keeper.draft()->plan().days.empty())
        return setAccessibleDescription({});
    const trips::Problem& problem = m_keeper.draft()->problem();
    const trips::DayPlan& day = m_keeper.draft()->plan().days[m_keeper.route()];
    QString words = tripRouteTitle(problem, day, m_texts);
    for (const trips::Visit& visit : day.visits)
        if (visit.stop == m_keeper.stop())
            words += QStringLiteral(": ") + toQString(problem.stops[visit.stop].name) + ' ' +
                     tripClock(visit.start) + QStringLiteral("–") + tripClock(visit.end);
    setAccessibleDescription(words);
}

void TripLanes::setClock(std::optional<trips::Seconds> clock)
{
    m_clock = clock;
    viewport()->update();
}

std::optional<std::size_t> TripLanes::stopAt(QPointF pixel) const
{
    if (!m_keeper.draft() || pixel.y() < LaneScale::axis)
        return {};
    const LaneScale at = scale();
    const std::size_t lane = at.lane(pixel.y());
    if (lane >= plan().days.size())
        return {};
    for (const trips::Visit& visit : plan().days[lane].visits)
        if (at.block(lane, visit).contains(pixel))
            return visit.stop;
    return {};
}

void TripLanes::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    if (!m_keeper.draft())
        return;
    const auto& violations = m_preview ? m_preview->violations : m_keeper.draft()->violations();
    LanePicture picture{m_keeper.draft()->problem(), plan(),          violations, scale(),
                        viewport()->height(),        m_keeper.route()};
    picture.chosenStop = m_keeper.stop();
    picture.dragged = m_preview ? m_dragged : std::nullopt;
    picture.clock = m_clock;
    picture.hasFocus = hasFocus();
    paintLanes(painter, picture, m_keeper, m_texts);
}

void TripLanes::resizeEvent(QResizeEvent*)
{
    refresh();
}

void TripLanes::mousePressEvent(QMouseEvent* event)
{
    if (!m_keeper.draft() || event->button() != Qt::LeftButton)
        return;
    setFocus();
    m_pressed = m_at = event->position();
    if (m_pressed.y() < LaneScale::axis) {
        m_isScrubbing = true;
        emit clockAsked(scale().time(m_pressed.x()));
        return;
    }
    const auto stop = stopAt(m_pressed);
    m_dragged = stop;
    if (stop) {
        m_keeper.chooseStop(stop);
        return;
    }
    const std::size_t lane = scale().lane(m_pressed.y());
    if (lane < plan().days.size()) {
        m_keeper.chooseStop({});
        m_keeper.chooseRoute(lane);
    }
}

void TripLanes::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isScrubbing) {
        emit clockAsked(scale().time(event->position().x()));
        return;
    }
    if (!(event->buttons() & Qt::LeftButton) || !m_dragged)
        return;
    const bool isFar =
        (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (isFar || m_preview)
        drag(event->position());
}

trips::RouteSpot TripLanes::spotAt(QPointF at, std::size_t stop) const
{
    const LaneScale now = scale();
    const auto& days = m_keeper.draft()->plan().days;
    trips::RouteSpot spot{std::min(now.lane(at.y()), days.size() - 1), 0};
    const trips::Seconds time = now.time(at.x());
    for (const trips::Visit& visit : days[spot.route].visits)
        spot.at += visit.stop != stop && (visit.start + visit.end) / 2 < time ? 1 : 0;
    return spot;
}

void TripLanes::drag(QPointF at)
{
    m_at = at;
    m_target = spotAt(at, *m_dragged);
    m_preview = m_keeper.draft()->tried(*m_dragged, m_target);
    viewport()->setCursor(Qt::ClosedHandCursor);
    const auto sentences = brokenOfDay(m_keeper.draft()->problem(), m_preview->plan,
                                       m_preview->violations, m_target.route, m_texts);
    if (sentences.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(viewport()->mapToGlobal(at.toPoint()) + QPoint(16, 12),
                           sentences.join('\n'), viewport());
    viewport()->update();
}

void TripLanes::endDrag()
{
    m_dragged.reset();
    m_preview.reset();
    viewport()->unsetCursor();
    QToolTip::hideText();
    viewport()->update();
}

void TripLanes::mouseReleaseEvent(QMouseEvent*)
{
    m_isScrubbing = false;
    if (!m_preview || !m_dragged)
        return endDrag();
    const std::size_t stop = *m_dragged;
    const trips::RouteSpot to = m_target;
    const auto now = spotOf(m_keeper.draft()->itinerary(), stop);
    endDrag();
    if (!now || now->route != to.route || now->at != to.at)
        m_keeper.change([&](session::TripDraft& draft) { draft.move(stop, to); });
}

void TripLanes::contextMenuEvent(QContextMenuEvent* event)
{
    if (const auto stop = stopAt(viewport()->mapFromGlobal(event->globalPos()))) {
        m_keeper.chooseStop(stop);
        emit menuAsked(*stop, event->globalPos());
    } else if (event->reason() == QContextMenuEvent::Keyboard && m_keeper.stop()) {
        emit menuAsked(*m_keeper.stop(), mapToGlobal(rect().center()));
    }
}

void TripLanes::stepChoice(int lanes, int stops)
{
    const auto& days = m_keeper.draft()->plan().days;
    if (lanes != 0) {
        const auto now = static_cast<int>(m_keeper.route());
        m_keeper.chooseStop({});
        m_keeper.chooseRoute(static_cast<std::size_t>(
            std::clamp(now + lanes, 0, static_cast<int>(days.size()) - 1)));
        return;
    }
    const auto& visits = days[m_keeper.route()].visits;
    if (visits.empty())
        return;
    const auto at = std::ranges::find_if(
        visits, [this](const trips::Visit& visit) { return visit.stop == m_keeper.stop(); });
    const int last = static_cast<int>(visits.size()) - 1;
    const int now =
        at == visits.end() ? (stops > 0 ? -1 : last + 1) : static_cast<int>(at - visits.begin());
    m_keeper.chooseStop(visits[static_cast<std::size_t>(std::clamp(now + stops, 0, last))].stop);
}

bool TripLanes::moveByKey(const QKeyEvent& event)
{
    const auto stop = m_keeper.stop();
    const auto spot = stop ? spotOf(m_keeper.draft()->itinerary(), *stop) : std::nullopt;
    if (!spot)
        return false;
    trips::RouteSpot to = *spot;
    const std::size_t lanes = m_keeper.draft()->itinerary().size();
    switch (event.key()) {
    case Qt::Key_Left:
        to.at -= to.at > 0 ? 1 : 0;
        break;
    case Qt::Key_Right:
        to.at += 1;
        break;
    case Qt::Key_Up:
        to.route -= to.route > 0 ? 1 : 0;
        break;
    case Qt::Key_Down:
        to.route += to.route + 1 < lanes ? 1 : 0;
        break;
    default:
        return false;
    }
    m_keeper.change([&](session::TripDraft& draft) { draft.move(*stop, to); });
    return true;
}

void TripLanes::keyPressEvent(QKeyEvent* event)
{
    if (!m_keeper.draft() || m_keeper.draft()->plan().days.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    if (event->modifiers() & Qt::ControlModifier) {
        if (!moveByKey(*event))
            QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const auto stop = m_keeper.stop();
    switch (event->key()) {
    case Qt::Key_Up:
        return stepChoice(-1, 0);
    case Qt::Key_Down:
        return stepChoice(1, 0);
    case Qt::Key_Left:
        return stepChoice(0, -1);
    case Qt::Key_Right:
        return stepChoice(0, 1);
    case Qt::Key_Escape:
        if (m_preview)
            return endDrag();
        break;
    case Qt::Key_L:
        if (stop)
            m_keeper.change([stop](session::TripDraft& draft) {
                draft.setLocked({*stop}, !draft.isLocked(*stop));
            });
        return;
    case Qt::Key_Delete:
        if (stop)
            m_keeper.change([stop](session::TripDraft& draft) { draft.remove(*stop); });
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool TripLanes::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_keeper.draft() || m_preview)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const trips::Problem& problem = m_keeper.draft()->problem();
    const auto& violations = m_keeper.draft()->violations();
    QStringList lines;
    if (const auto stop = stopAt(help->pos())) {
        lines << toQString(problem.stops[*stop].name)
              << stopReason(problem.stops[*stop], m_keeper.facts(*stop), m_texts);
        lines << brokenOfStop(problem, plan(), violations, *stop, m_texts);
    } else if (help->pos().y() > LaneScale::axis) {
        lines = brokenOfDay(problem, plan(), violations, scale().lane(help->pos().y()), m_texts);
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join('\n'), viewport());
    return true;
}

} // namespace guatu::desktop
