// SPDX-License-Identifier: MIT
#include "desktop/trip_lane_painter.h"

#include "desktop/texts.h"
#include "desktop/theme.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_words.h"
#include "render/route_badges.h"
#include "render/route_style.h"

#include <QPainter>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int hour = 3600, tightSlack = 600; // s
const QColor lunchGround(0xE9, 0xEC, 0xF0), brokenGround(0xFB, 0xE4, 0xE2);

class LanePainter
{
public:
    LanePainter(QPainter& painter, const LanePicture& picture, const TripKeeper& keeper,
                const Texts& texts)
        : m_painter(painter), m_picture(picture), m_keeper(keeper), m_texts(texts)
    {
        for (const trips::Violation& violation : picture.violations) {
            if (violation.day)
                m_brokenDays.insert(*violation.day);
            if (violation.stop)
                m_brokenStops.insert(*violation.stop);
        }
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillRect(QRect(0, 0, scale().width, m_picture.height), colour::panel);
        for (std::size_t lane = 0; lane < m_picture.plan.days.size(); ++lane)
            if (scale().top(lane) < m_picture.height && scale().top(lane) + LaneScale::row > 0)
                paintLane(lane);
        paintAxis();
        paintClock();
    }

private:
    [[nodiscard]] const LaneScale& scale() const { return m_picture.scale; }

    void write(const QRectF& box, const QString& text, const QColor& ink, int size = 13,
               bool bold = false, int align = Qt::AlignLeft | Qt::AlignVCenter)
    {
        m_painter.setFont(interfaceFont(size, bold));
        m_painter.setPen(ink);
        m_painter.drawText(box, align | Qt::TextSingleLine,
                           m_painter.fontMetrics().elidedText(text, Qt::ElideRight,
                                                              static_cast<int>(box.width())));
    }

    void paintAxis()
    {
        m_painter.fillRect(QRect(0, 0, scale().width, LaneScale::axis), colour::header);
        const int step = scale().span() / (double(scale().to - scale().from) / hour) < 44 ? 2 : 1;
        for (trips::Seconds at = scale().from; at <= scale().to; at += step * hour)
            write(QRectF(scale().x(at) - 30, 0, 60, LaneScale::axis), tripClock(at),
                  colour::secondary, 12, false, Qt::AlignCenter);
        m_painter.setPen(colour::line);
        m_painter.drawLine(0, LaneScale::axis, scale().width, LaneScale::axis);
    }

    void paintLane(std::size_t lane)
    {
        const trips::DayPlan& day = m_picture.plan.days[lane];
        const trips::WorkDay& hours = m_picture.problem.teams[day.team].days[day.teamDay];
        const double top = scale().top(lane);
        const QRectF row(0, top, scale().width, LaneScale::row);
        if (lane == m_picture.chosenRoute)
            m_painter.fillRect(row, colour::selectedRow.lighter(104));
        const QRectF span(scale().x(scale().from), top, scale().span(), LaneScale::row);
        for (const auto& [from, to] :
             {std::pair(scale().from, hours.begin), std::pair(hours.end, scale().to)})
            if (to > from)
                m_painter.fillRect(
                    QRectF(scale().x(from), top, scale().x(to) - scale().x(from), LaneScale::row),
                    colour::header);
        m_painter.setPen(colour::hairline);
        for (trips::Seconds at = scale().from; at <= scale().to; at += hour)
            m_painter.drawLine(QPointF(scale().x(at), top), QPointF(scale().x(at), row.bottom()));
        const bool isTeamEnd =
            lane + 1 < m_picture.plan.days.size() && m_picture.plan.days[lane + 1].team != day.team;
        m_painter.setPen(QPen(isTeamEnd ? colour::line : colour::hairline, isTeamEnd ? 2 : 1));
        m_painter.drawLine(row.bottomLeft(), row.bottomRight());
        paintTitle(lane, day, top);
        paintEnd(lane, day, hours, top);
        paintDrive(day, top);
        if (day.lunch)
            paintLunch(*day.lunch, hours.lunch ? hours.lunch->length : 0, top);
        for (std::size_t i = 0; i < day.visits.size(); ++i)
            paintVisit(lane, day, i);
        if (m_picture.hasFocus && lane == m_picture.chosenRoute && !m_picture.chosenStop) {
            m_painter.setPen(QPen(colour::accent, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(row.adjusted(1, 1, -1, -1));
        }
    }

    void paintTitle(std::size_t lane, const trips::DayPlan& day, double top)
    {
        const std::size_t number = m_picture.problem.teams[day.team].days[day.teamDay].day;
        render::paintRouteBadge(m_painter, {22, top + 21}, 9, day.team, number, {});
        write(QRectF(42, top + 3, LaneScale::titles - 46, 19),
              tripRouteTitle(m_picture.problem, day, m_texts), colour::ink, 13, true);
        std::int64_t metres = day.metresBack;
        for (const trips::Visit& visit : day.visits)
            metres += visit.metres;
        write(QRectF(42, top + 21, LaneScale::titles - 46, 17),
              tripDateText(dateOf(m_picture.problem, day), m_texts) + ' ' +
                  m_texts("desktop.trip.km", {{"km", kilometresText(metres).toStdString()}}),
              m_brokenDays.contains(lane) ? colour::late : colour::secondary, 12);
    }

    void paintEnd(std::size_t lane, const trips::DayPlan& day, const trips::WorkDay& hours,
                  double top)
    {
        const double left = scale().width - LaneScale::ends + 4;
        const QRectF upper(left, top + 3, LaneScale::ends - 14, 19);
        write(upper, nightText(m_picture.problem, day, m_texts), colour::ink, 12, false,
              Qt::AlignRight | Qt::AlignVCenter);
        const trips::Seconds left_ = hours.end - day.back;
        const bool isLate = left_ < 0 || m_brokenDays.contains(lane);
        // Rounded to what is worse, as the checker says it.
        const std::string minutes = std::to_string(left_ < 0 ? (59 - left_) / 60 : left_ / 60);
        write(QRectF(left, top + 21, LaneScale::ends - 14, 17),
              day.visits.empty() && day.departure == day.back
                  ? m_texts("desktop.trip.idle")
                  : m_texts(left_ < 0 ? "desktop.trip.over" : "desktop.trip.slack",
                            {{"minutes", minutes}}),
              isLate || left_ < tightSlack ? colour::late : colour::secondary, 12, isLate,
              Qt::AlignRight | Qt::AlignVCenter);
    }

    void paintDrive(const trips::DayPlan& day, double top)
    {
        if (day.departure == day.back)
            return;
        const double middle = top + LaneScale::row / 2.0;
        m_painter.fillRect(QRectF(scale().x(day.departure), middle - 2.5,
                                  scale().x(day.back) - scale().x(day.departure), 5),
                           render::teamTint(day.team));
    }

    void paintLunch(trips::Seconds at, trips::Seconds length, double top)
    {
        const QRectF box(scale().x(at), top + 11, scale().x(at + length) - scale().x(at),
                         LaneScale::row - 22);
        m_painter.fillRect(box, lunchGround);
        if (box.width() > 26)
            write(box, m_texts("desktop.trip.lunch"), colour::secondary, 12, false,
                  Qt::AlignCenter);
    }

    void paintVisit(std::size_t lane, const trips::DayPlan& day, std::size_t index)
    {
        const trips::Visit& visit = day.visits[index];
        const QRectF box = scale().block(lane, visit);
        const bool isBroken = m_brokenStops.contains(visit.stop) || visit.slack < 0;
        const bool isDragged = m_picture.dragged == visit.stop;
        const QColor team = isBroken ? colour::late : render::teamColour(day.team);
        m_painter.setPen(QPen(team, isDragged ? 2 : 1.5, isDragged ? Qt::DashLine : Qt::SolidLine));
        m_painter.setBrush(isBroken ? brokenGround : QColor(Qt::white));
        m_painter.drawRoundedRect(box, 3, 3);
        const QRectF number(box.left(), box.top(), 16, box.height());
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(team);
        m_painter.drawRoundedRect(number, 3, 3);
        write(number, QString::number(index + 1), Qt::white, 12, true, Qt::AlignCenter);
        const bool isLocked = m_keeper.draft()->isLocked(visit.stop);
        const double room = box.width() - 22 - (isLocked ? 14 : 0);
        if (room > 34)
            write(QRectF(box.left() + 20, box.top(), room, box.height()),
                  toQString(m_keeper.facts(visit.stop).shortName),
                  isBroken ? colour::late : colour::ink, 12);
        if (isLocked)
            paintLock({box.right() - 8, box.center().y()});
        if (m_picture.chosenStop == visit.stop) {
            m_painter.setPen(QPen(m_picture.hasFocus ? colour::accent : colour::ink, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 4, 4);
        }
    }

    void paintLock(QPointF at)
    {
        m_painter.setPen(QPen(colour::ink, 1.4));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawArc(QRectF(at.x() - 2.6, at.y() - 6, 5.2, 7), 0, 180 * 16);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour::ink);
        m_painter.drawRoundedRect(QRectF(at.x() - 4, at.y() - 2, 8, 6), 1, 1);
    }

    void paintClock()
    {
        if (!m_picture.clock)
            return;
        const double at = scale().x(*m_picture.clock);
        m_painter.setPen(QPen(colour::accent, 1.5));
        m_painter.drawLine(QPointF(at, LaneScale::axis - 4), QPointF(at, m_picture.height));
        const QRectF flag(at - 22, 4, 44, 20);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour::accent);
        m_painter.drawRoundedRect(flag, 3, 3);
        write(flag, tripClock(*m_picture.clock), Qt::white, 12, true, Qt::AlignCenter);
    }

    QPainter& m_painter;
    const LanePicture& m_picture;
    const TripKeeper& m_keeper;
    const Texts& m_texts;
    std::set<std::size_t> m_brokenDays, m_brokenStops;
};

} // namespace

LaneScale LaneScale::around(const trips::Problem& problem, const trips::Plan& plan)
{
    LaneScale scale;
    scale.from = 24 * hour;
    scale.to = 0;
    for (const trips::Team& team : problem.teams)
        for (const trips::WorkDay& day : team.days) {
            scale.from = std::min(scale.from, day.begin);
            scale.to = std::max(scale.to, day.end);
        }
    for (const trips::DayPlan& day : plan.days)
        scale.to = std::max(scale.to, day.back);
    scale.from = scale.from / hour * hour;
    scale.to = std::max((scale.to + hour - 1) / hour * hour, scale.from + hour);
    return scale;
}

void paintLanes(QPainter& painter, const LanePicture& picture, const TripKeeper& keeper,
                const Texts& texts)
{
    LanePainter(painter, picture, keeper, texts).paint();
}

} // namespace guatu::desktop
