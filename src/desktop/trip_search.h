// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/background_job.h"
#include "session/trip/trip_draft.h"
#include "session/trip/trip_request.h"
#include "session/trip/trip_stop_facts.h"
#include "trips/sampling.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace guatu::desktop
{

/// What a planner has asked for in the window.
struct TripWish {
    session::TripRequest request;
    std::optional<trips::SampleRule> sample{}; ///< draws households instead of taking a list
    std::uint64_t seed = 1;
    double seconds = 4;                         ///< of search
    std::string name{};                         ///< of the trip; empty: the unit's
    std::vector<std::string> must{}, mustNot{}; ///< as typed
    std::string conditions{}; ///< as typed, a line each; the request holds what they mean
};

/// A plan as a search has found it, with what is known of its stops.
struct FoundTrip {
    trips::Trip trip;
    std::shared_ptr<const std::vector<session::StopFacts>> facts; ///< by stop
};

/// Looks for plans beside the window: the first usable one is given soon, better ones follow.
/// Stopping it keeps the best so far.
class TripSearch : public QObject
{
    Q_OBJECT

public:
    explicit TripSearch(QObject* parent = nullptr);

    void plan(std::shared_ptr<const session::WorkspaceView> view, TripWish wish, Language language);
    /// The rest of a draft's plan, locked stops kept; `improved` follows.
    void improve(const session::TripDraft& draft, double seconds);
    void cancel() { m_job.cancel(); }
    /// A hand has changed the plan that is shown: what is still on its way does not replace it.
    void yieldToHand();
    [[nodiscard]] BackgroundJob& job() { return m_job; }

signals:
    /// `isFirst` of this search, and after how many milliseconds.
    void found(const std::shared_ptr<const guatu::desktop::FoundTrip>& trip, bool isFirst,
               int milliseconds);
    void improved(const guatu::trips::Itinerary& itinerary);
    /// What in the problem is probably not meant.
    void odd(const std::vector<guatu::Message>& oddities);
    void failed(const guatu::Message& why);
    /// A plan could not be searched at all: what was asked for makes no sense.
    void refused(const guatu::Message& why);

private:
    void give(std::uint64_t run, const std::shared_ptr<const FoundTrip>& trip);

    BackgroundJob m_job{this};
    QElapsedTimer m_since;
    std::uint64_t m_run = 0; ///< of the newest search
    bool m_isFirst = true;
};

} // namespace guatu::desktop
