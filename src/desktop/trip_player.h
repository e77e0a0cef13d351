// SPDX-License-Identifier: MIT
#pragma once

#include "trips/problem.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace guatu::desktop
{

class TripKeeper;

/// Plays the chosen day: a clock that runs from departure to return, ten minutes a second.
class TripPlayer : public QObject
{
    Q_OBJECT

public:
    explicit TripPlayer(TripKeeper& keeper, QObject* parent = nullptr);

    void setPlaying(bool playing);
    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }
    /// Stops at a time of the day.
    void goTo(trips::Seconds clock);
    /// No time is shown any more.
    void leave();
    [[nodiscard]] std::optional<trips::Seconds> clock() const { return m_clock; }

signals:
    void moved();
    void playingChanged(bool playing);

private:
    void step();
    [[nodiscard]] std::pair<trips::Seconds, trips::Seconds> span() const;

    TripKeeper& m_keeper;
    QTimer m_tick;
    QElapsedTimer m_since;
    trips::Seconds m_begun = 0;
    std::optional<trips::Seconds> m_clock;
};

} // namespace guatu::desktop
