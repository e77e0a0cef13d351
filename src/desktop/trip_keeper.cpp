// SPDX-License-Identifier: MIT
#include "desktop/trip_keeper.h"

#include "core/text.h"
#include "desktop/texts.h"
#include "session/trip/trip_file.h"
#include "session/trip/trip_problem.h"
#include "trips/solver.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace guatu::desktop
{
namespace
{

constexpr int keepAfter = 800; // ms of rest after a change
constexpr double improveSeconds = 2;

const session::StopFacts& noFacts()
{
    static const session::StopFacts none;
    return none;
}

} // namespace

TripKeeper::TripKeeper(const Texts& texts, Workbench& workbench, Settings& settings,
                       QObject* parent)
    : QObject(parent), m_texts(texts), m_workbench(workbench), m_settings(settings)
{
    m_keepSoon.setSingleShot(true);
    connect(&m_keepSoon, &QTimer::timeout, this, &TripKeeper::keepNow);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, [this] {
        if (m_keepSoon.isActive())
            flush();
    });
    connect(&m_search, &TripSearch::failed, this, &TripKeeper::failed);
    for (BackgroundJob* job : {&m_opening, &m_saving, &m_keeping, &m_raining, &m_factFinding})
        connect(job, &BackgroundJob::failed, this, &TripKeeper::failed);
    connect(&m_search, &TripSearch::found, this,
            [this](const auto& found, bool isFirst, int milliseconds) {
                if (isFirst)
                    m_firstPlan = milliseconds;
                take(*found, isFirst);
            });
    connect(&m_search, &TripSearch::improved, this, [this](const trips::Itinerary& better) {
        apply([&better](session::TripDraft& draft) { draft.take(better); });
    });
    connect(&m_search, &TripSearch::odd, this,
            [this](const std::vector<Message>& oddities) { emit noted(oddities.front()); });
    connect(&m_workbench, &Workbench::opened, this, &TripKeeper::takeWorkspace);
    connect(&m_workbench, &Workbench::closed, this, [this] {
        if (m_keepSoon.isActive())
            flush();
        m_search.cancel();
        m_opening.cancel();
        m_workspace.clear();
        m_draft.reset();
        m_wish.reset();
        m_kept.reset();
        m_file.clear();
        emit changed();
    });
}

const session::StopFacts& TripKeeper::facts(std::size_t stop) const
{
    return m_facts && stop < m_facts->size() ? (*m_facts)[stop] : noFacts();
}

void TripKeeper::takeWorkspace()
{
    if (m_workspace == m_workbench.view().file) { // another date
        if (m_draft)
            m_factFinding.start(
                [this, view = m_workbench.sharedView(),
                 problem = m_draft->problem()](const Progress&) -> BackgroundJob::Finish {
                    return [this, facts = std::make_shared<const std::vector<session::StopFacts>>(
                                      session::stopFacts(*view, problem))] {
                        if (m_draft && facts->size() == m_draft->problem().stops.size())
                            m_facts = facts;
                        emit changed();
                    };
                });
        return;
    }
    m_workspace = m_workbench.view().file;
    m_draft.reset();
    m_wish.reset();
    m_kept.reset();
    m_file.clear();
    m_isSaved = true;
    emit changed();
    const std::filesystem::path kept = keptFile();
    if (!std::filesystem::exists(kept))
        return;
    m_opening.start(
        [this, kept, view = m_workbench.sharedView()](const Progress&) -> BackgroundJob::Finish {
            trips::Trip trip = session::readTrip(kept);
            auto facts = std::make_shared<const std::vector<session::StopFacts>>(
                session::stopFacts(*view, trip.problem));
            return [this, trip = std::move(trip), facts = std::move(facts)]() mutable {
                show(std::move(trip), std::move(facts));
                m_isSaved = false;
                emit savedChanged();
            };
        });
}

void TripKeeper::plan(TripWish wish)
{
    m_wish = wish;
    m_search.plan(m_workbench.sharedView(), std::move(wish), m_texts.language());
}

void TripKeeper::take(const FoundTrip& found, bool isFirst)
{
    if (isFirst) {
        m_file.clear();
        m_kept.reset();
        m_route = 0;
        m_stop.reset();
    }
    show(found.trip, found.facts);
    if (isFirst)
        chooseRoute(firstBusyRoute());
    touch();
}

void TripKeeper::show(trips::Trip trip,
                      std::shared_ptr<const std::vector<session::StopFacts>> facts)
{
    m_draft.emplace(std::move(trip));
    m_facts = std::move(facts);
    settleChoice();
    emit changed();
}

void TripKeeper::open(const std::filesystem::path& file)
{
    m_opening.start(
        [this, file, view = m_workbench.sharedView()](const Progress&) -> BackgroundJob::Finish {
            trips::Trip trip = session::readTrip(file);
            auto facts = std::make_shared<const std::vector<session::StopFacts>>(
                session::stopFacts(*view, trip.problem));
            return [this, file, trip = std::move(trip), facts = std::move(facts)]() mutable {
                m_search.cancel();
                m_wish.reset();
                m_kept.reset();
                m_file = file;
                m_route = 0;
                m_stop.reset();
                show(std::move(trip), std::move(facts));
                keepSoon();
                m_isSaved = true;
                emit savedChanged();
            };
        });
}

void TripKeeper::save(const std::filesystem::path& file)
{
    if (!m_draft)
        return;
    m_saving.start([this, file, trip = m_draft->trip()](const Progress&) -> BackgroundJob::Finish {
        session::writeTrip(file, trip, true);
        return [this, file] {
            m_file = file;
            m_isSaved = true;
            emit savedChanged();
            emit noted({"desktop.trip.saved", {{"file", file.filename().string()}}});
        };
    });
}

void TripKeeper::drop()
{
    m_search.cancel();
    m_keepSoon.stop();
    m_draft.reset();
    m_wish.reset();
    m_kept.reset();
    m_file.clear();
    m_isSaved = true;
    std::error_code none;
    std::filesystem::remove(keptFile(), none);
    emit changed();
}

void TripKeeper::change(const std::function<void(session::TripDraft&)>& act)
{
    m_search.yieldToHand();
    apply(act);
}

void TripKeeper::apply(const std::function<void(session::TripDraft&)>& act)
{
    if (!m_draft)
        return;
    act(*m_draft);
    settleChoice();
    touch();
    emit changed();
}

void TripKeeper::improve()
{
    if (m_draft)
        m_search.improve(*m_draft, improveSeconds);
}

bool TripKeeper::isRain() const
{
    return m_draft && std::ranges::any_of(m_draft->problem().roads, &trips::Roads::rain);
}

void TripKeeper::setRain(bool rain)
{
    if (!m_draft || rain == isRain())
        return;
    session::TravelOptions travel;
    travel.means = m_draft->problem().roads.front().means;
    travel.closed = m_draft->problem().roads.front().closed;
    travel.season = rain ? access::Season::Rain : access::Season::Dry;
    m_raining.start([this, view = m_workbench.sharedView(), problem = m_draft->problem(),
                     travel](const Progress&) -> BackgroundJob::Finish {
        return [this, other = session::withRoads(*view, problem, travel)] {
            change([&other](session::TripDraft& draft) { draft.drive(other); });
        };
    });
}

void TripKeeper::replan(const session::TripNow& now)
{
    if (!m_draft)
        return;
    m_search.cancel();
    m_raining.start([this, now, view = m_workbench.sharedView(),
                     trip = m_draft->trip()](const Progress& progress) -> BackgroundJob::Finish {
        trips::Rest rest =
            restOf(trip.problem, trip.plan, session::roadStateOf(trip, now, view.get()));
        const trips::SolveOptions options{
            .limit = {0, improveSeconds, {}}, .seed = 1, .onBetter = {}};
        return [this, rest,
                better = trips::improve(rest.problem, rest.itinerary, {}, options, progress)] {
            change([&](session::TripDraft& draft) { draft.goOn(rest.problem, better); });
        };
    });
}

void TripKeeper::undo()
{
    if (m_draft && m_draft->canUndo())
        change([](session::TripDraft& draft) { draft.undo(); });
}

void TripKeeper::redo()
{
    if (m_draft && m_draft->canRedo())
        change([](session::TripDraft& draft) { draft.redo(); });
}

void TripKeeper::chooseRoute(std::size_t route)
{
    if (!m_draft || route >= m_draft->plan().days.size() || (route == m_route && !m_stop))
        return;
    m_route = route;
    m_stop.reset();
    emit choiceChanged();
}

void TripKeeper::chooseStop(std::optional<std::size_t> stop)
{
    if (!m_draft || stop == m_stop)
        return;
    m_stop = stop;
    if (stop)
        if (const auto spot = spotOf(m_draft->itinerary(), *stop))
            m_route = spot->route;
    emit choiceChanged();
}

/// The first day on which anything is visited.
std::size_t TripKeeper::firstBusyRoute() const
{
    const auto& days = m_draft->plan().days;
    const auto busy =
        std::ranges::find_if(days, [](const trips::DayPlan& day) { return !day.visits.empty(); });
    return busy == days.end() ? 0 : static_cast<std::size_t>(busy - days.begin());
}

void TripKeeper::settleChoice()
{
    const std::size_t days = m_draft->plan().days.size();
    if (m_route >= days)
        m_route = 0;
    if (m_stop && *m_stop >= m_draft->problem().stops.size())
        m_stop.reset();
    if (m_stop)
        if (const auto spot = spotOf(m_draft->itinerary(), *m_stop))
            m_route = spot->route;
}

void TripKeeper::keepForComparison()
{
    if (m_draft)
        m_kept = m_draft->trip();
}

void TripKeeper::touch()
{
    m_isSaved = false;
    emit savedChanged();
    keepSoon();
}

void TripKeeper::keepSoon()
{
    m_keepSoon.start(keepAfter);
}

std::filesystem::path TripKeeper::keptFile() const
{
    const std::string name = m_workspace.string();
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromStdString(name), QCryptographicHash::Sha1);
    return m_settings.folder() / "trips" / (hash.toHex().left(16).toStdString() + ".json");
}

void TripKeeper::keepNow()
{
    if (!m_draft)
        return;
    m_keeping.start(
        [file = keptFile(), trip = m_draft->trip()](const Progress&) -> BackgroundJob::Finish {
            std::filesystem::create_directories(file.parent_path());
            session::writeTrip(file, trip, true);
            return {};
        });
}

void TripKeeper::flush()
{
    m_keepSoon.stop();
    if (!m_draft)
        return;
    try {
        std::filesystem::create_directories(keptFile().parent_path());
        session::writeTrip(keptFile(), m_draft->trip(), true);
    } catch (const Error& error) {
        emit failed(error.message());
    } catch (const std::filesystem::filesystem_error& error) {
        emit failed({"trips.unwritable", {{"file", error.path1().string()}}});
    }
}

} // namespace guatu::desktop
