// SPDX-License-Identifier: MIT
#include "desktop/trip_player.h"

#include "desktop/trip_keeper.h"
#include "desktop/trip_words.h"

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int tick = 40;                      // ms
constexpr double secondsPerMillisecond = 0.6; // ten minutes a second

} // namespace

TripPlayer::TripPlayer(TripKeeper& keeper, QObject* parent) : QObject(parent), m_keeper(keeper)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &TripPlayer::step);
    connect(&keeper, &TripKeeper::changed, this, &TripPlayer::leave);
}

std::pair<trips::Seconds, trips::Seconds> TripPlayer::span() const
{
    const trips::Plan& plan = m_keeper.draft()->plan();
    const trips::Problem& problem = m_keeper.draft()->problem();
    const Date date = dateOf(problem, plan.days[m_keeper.route()]);
    trips::Seconds from = 86400, to = 0;
    for (const trips::DayPlan& day : plan.days)
        if (dateOf(problem, day) == date && day.departure < day.back) {
            from = std::min(from, day.departure);
            to = std::max(to, day.back);
        }
    return {std::min(from, to), to};
}

void TripPlayer::setPlaying(bool playing)
{
    if (playing == isPlaying() || !m_keeper.draft() || m_keeper.draft()->plan().days.empty())
        return;
    if (playing) {
        const auto [from, to] = span();
        m_begun = m_clock && *m_clock >= from && *m_clock < to ? *m_clock : from;
        m_since.start();
        m_tick.start();
        step();
    } else {
        m_tick.stop();
    }
    emit playingChanged(playing);
}

void TripPlayer::step()
{
    const auto [from, to] = span();
    const auto now = m_begun + static_cast<trips::Seconds>(static_cast<double>(m_since.elapsed()) *
                                                           secondsPerMillisecond);
    m_clock = std::min(now, to);
    emit moved();
    if (now >= to)
        setPlaying(false);
}

void TripPlayer::goTo(trips::Seconds clock)
{
    if (!m_keeper.draft() || m_keeper.draft()->plan().days.empty())
        return;
    setPlaying(false);
    const auto [from, to] = span();
    m_clock = std::clamp(clock, from, to);
    emit moved();
}

void TripPlayer::leave()
{
    if (m_tick.isActive()) {
        m_tick.stop();
        emit playingChanged(false);
    }
    if (std::exchange(m_clock, std::nullopt))
        emit moved();
}

} // namespace guatu::desktop
