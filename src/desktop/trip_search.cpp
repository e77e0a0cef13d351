// SPDX-License-Identifier: MIT
#include "desktop/trip_search.h"

#include "session/trip/trip_planning.h"
#include "session/trip/trip_problem.h"
#include "trips/problem_check.h"
#include "trips/reasons.h"
#include "trips/solver.h"

namespace guatu::desktop
{

TripSearch::TripSearch(QObject* parent) : QObject(parent)
{
    connect(&m_job, &BackgroundJob::failed, this,
            [this](const Message& why) { m_isFirst ? emit refused(why) : emit failed(why); });
}

void TripSearch::plan(std::shared_ptr<const session::WorkspaceView> view, TripWish wish,
                      Language language)
{
    const std::uint64_t run = ++m_run;
    m_isFirst = true;
    m_since.start();
    m_job.start([this, run, view = std::move(view), wish = std::move(wish),
                 language](const Progress& progress) -> BackgroundJob::Finish {
        session::TripRequest request = wish.request;
        if (wish.sample)
            request.households =
                session::drawnHouseholds(*view, request.unit, *wish.sample, wish.seed);
        trips::Problem problem = session::tripProblem(*view, request, language, progress);
        if (!wish.name.empty())
            problem.name = wish.name;
        const auto odd = trips::oddities(problem);
        const auto facts = std::make_shared<const std::vector<session::StopFacts>>(
            session::stopFacts(*view, problem));
        const auto tripOf = [&problem, facts](const trips::Itinerary& itinerary) {
            return std::make_shared<const FoundTrip>(
                FoundTrip{{problem, planOf(problem, itinerary)}, facts});
        };
        trips::SolveOptions options{.limit = {0, wish.seconds, {}}, .seed = wish.seed};
        options.onBetter = [&](const trips::Itinerary& better) {
            QMetaObject::invokeMethod(
                this, [this, run, trip = tripOf(better)] { give(run, trip); },
                Qt::QueuedConnection);
        };
        const auto last = tripOf(trips::solve(problem, options, progress));
        return [this, run, last, odd] {
            give(run, last);
            if (!odd.empty())
                emit this->odd(odd);
        };
    });
}

void TripSearch::improve(const session::TripDraft& draft, double seconds)
{
    const std::uint64_t run = ++m_run;
    m_isFirst = false;
    m_job.start([this, run, problem = draft.problem(), itinerary = draft.itinerary(),
                 locked = draft.locked(),
                 seconds](const Progress& progress) -> BackgroundJob::Finish {
        const trips::SolveOptions options{.limit = {0, seconds, {}}, .seed = 1, .onBetter = {}};
        return [this, run, better = trips::improve(problem, itinerary, locked, options, progress)] {
            if (run == m_run)
                emit improved(better);
        };
    });
}

void TripSearch::yieldToHand()
{
    if (m_isFirst)
        return; // another trip is about to come
    ++m_run;
    m_job.cancel();
}

void TripSearch::give(std::uint64_t run, const std::shared_ptr<const FoundTrip>& trip)
{
    if (run != m_run)
        return;
    const bool isFirst = std::exchange(m_isFirst, false);
    emit found(trip, isFirst, static_cast<int>(m_since.elapsed()));
}

} // namespace guatu::desktop
