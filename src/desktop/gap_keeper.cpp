// SPDX-License-Identifier: MIT
#include "desktop/gap_keeper.h"

#include "core/crs.h"
#include "core/error.h"
#include "desktop/gap_words.h"
#include "desktop/texts.h"
#include "session/gap_list.h"
#include "session/gap_map.h"
#include "session/road_check.h"

#include <algorithm>
#include <array>

namespace guatu::desktop
{

using session::GapCase;

namespace
{

constexpr std::array reachMinutes{15.0, 30.0, 60.0};

/// What is shown of two cases; `before` may be `now`.
std::shared_ptr<const GapAnswer> answerOf(std::shared_ptr<const GapCase> before,
                                          std::shared_ptr<const GapCase> now)
{
    auto answer = std::make_shared<GapAnswer>();
    answer->tallyBefore = before->tally();
    answer->tally = before == now ? answer->tallyBefore : now->tally();
    answer->villages = now->villages();
    answer->tables = session::gapPlaces(*now, now->verdicts());
    const FeatureTables rest = session::gapSurroundings(*now);
    answer->tables.insert(answer->tables.end(), rest.begin(), rest.end());
    if (before != now) {
        answer->changes = session::changesBetween(*before, *now);
        answer->tables.push_back(session::gapChangeTable(now->view(), answer->changes));
    }
    answer->before = std::move(before);
    answer->now = std::move(now);
    return answer;
}

std::string lonLatText(Point lonLat)
{
    return QStringLiteral("%1,%2").arg(lonLat.x, 0, 'f', 9).arg(lonLat.y, 0, 'f', 9).toStdString();
}

} // namespace

GapKeeper::GapKeeper(const Texts& texts, Workbench& workbench, QObject* parent)
    : QObject(parent), m_texts(texts), m_workbench(workbench)
{
    for (BackgroundJob* job :
         {&m_job, &m_countJob, &m_reachJob, &m_dragJob, &m_listJob, &m_sitingJob, &m_roadJob})
        connect(job, &BackgroundJob::failed, this, &GapKeeper::failed);
    connect(&m_dragJob, &BackgroundJob::ended, this, [this] {
        if (std::exchange(m_dragWaits, false))
            follow();
    });
    connect(&workbench, &Workbench::opened, this, [this] {
        m_answer.reset();
        const auto& roads = m_workbench.view().snapshot.roads.code;
        std::erase_if(m_plan.closed, [&](const std::string& code) {
            return std::ranges::find(roads, code) == roads.end();
        });
        restart();
    });
    connect(&workbench, &Workbench::unitChanged, this, [this] {
        if (m_workbench.isOpen() && m_workbench.stage() != m_unit)
            restart();
    });
    connect(&workbench, &Workbench::closed, this, [this] {
        for (BackgroundJob* job : {&m_job, &m_countJob, &m_reachJob, &m_dragJob, &m_sitingJob})
            job->cancel();
        m_unit = noRow;
        m_plan = {};
        m_history.clear();
        m_answer.reset();
        m_siting.reset();
        m_counts.clear();
        m_reach.clear();
        giveUp();
        emit answered();
        emit planChanged();
    });
}

void GapKeeper::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (m_active && m_services.empty()) {
        try {
            m_services = session::serviceStandards();
            m_travel = access::loadTravel(dataRoot() / "data/access/travel.json");
        } catch (const Error& error) {
            emit failed(error.message());
        }
        if (m_service.empty() && !m_services.empty())
            m_service = m_services.front().service;
        emit ruleChanged();
    }
    if (m_active)
        restart();
    else
        emit taskChanged();
}

void GapKeeper::restart()
{
    if (!m_active || !m_workbench.isOpen() || m_workbench.stage() == noRow || m_services.empty())
        return;
    m_isStale = true;
    m_unit = m_workbench.stage();
    m_counts.clear();
    emit counted();
    answerAnew();
}

session::GapQuestion GapKeeper::questionOf(const std::string& service) const
{
    const auto found = m_questions.find(service);
    return found == m_questions.end() ? session::GapQuestion{.service = service} : found->second;
}

access::Standard GapKeeper::standard() const
{
    // The standards have been read and checked; only an answer knows how the question changes one.
    if (m_answer && !m_isStale)
        return m_answer->now->standard();
    const auto found = std::ranges::find(m_services, m_service, &access::Standard::service);
    return found == m_services.end() ? access::Standard{} : *found;
}

bool GapKeeper::isByStandard() const
{
    return !m_questions.contains(m_service);
}

void GapKeeper::chooseService(const std::string& service)
{
    if (service == m_service ||
        std::ranges::find(m_services, service, &access::Standard::service) == m_services.end())
        return;
    m_service = service;
    m_isStale = true;
    m_siting.reset();
    m_reach.clear();
    giveUp();
    // A facility is one of a service, a closed road is closed to all.
    if (!m_plan.added.empty()) {
        m_plan.added.clear();
        m_history.clear();
        emit planChanged();
    }
    emit ruleChanged();
    answerAnew();
}

void GapKeeper::ask(session::GapQuestion question)
{
    question.service = m_service;
    m_questions[m_service] = std::move(question);
    m_isStale = true;
    m_counts.erase(m_service);
    emit ruleChanged();
    answerAnew();
}

void GapKeeper::askByStandard()
{
    if (m_questions.erase(m_service) == 0)
        return;
    m_isStale = true;
    m_counts.erase(m_service);
    emit ruleChanged();
    answerAnew();
}

void GapKeeper::answerAnew()
{
    if (!m_active || m_unit == noRow)
        return;
    m_job.start([this, view = m_workbench.sharedView(), unit = m_unit,
                 question = questionOf(m_service), plan = m_plan,
                 known = m_isStale ? nullptr
                                   : m_answer](const Progress& progress) -> BackgroundJob::Finish {
        const bool same =
            known && known->before->sharedView() == view && known->before->unit() == unit;
        const auto before =
            same ? known->before : std::make_shared<const GapCase>(view, unit, question);
        progress.checkpoint();
        auto now = before;
        if (!plan.isEmpty()) {
            session::GapQuestion changed = question;
            changed.travel.closed = plan.closed;
            now = std::make_shared<const GapCase>(view, unit, changed, plan.added);
        }
        progress.checkpoint();
        auto answer = answerOf(before, now);
        return [this, view, answer] {
            if (view != m_workbench.sharedView())
                return;
            m_answer = answer;
            m_isStale = false;
            m_counts[m_service] = answer->tallyBefore.of(CriterionResult::Unmet).households;
            giveUp();
            emit answered();
            emit taskChanged();
            emit counted();
            countNext();
            findReach();
        };
    });
}

/// One service after the other, so that each count stands there as soon as it is known.
void GapKeeper::countNext()
{
    const auto next = std::ranges::find_if(
        m_services, [&](const access::Standard& each) { return !m_counts.contains(each.service); });
    if (!m_active || m_unit == noRow || next == m_services.end())
        return;
    m_countJob.start(
        [this, view = m_workbench.sharedView(), unit = m_unit,
         question = questionOf(next->service)](const Progress& progress) -> BackgroundJob::Finish {
            std::int64_t gaps = -1; // it cannot be judged, as without roads
            try {
                gaps = GapCase(view, unit, question).tally().of(CriterionResult::Unmet).households;
            } catch (const Error&) {
                // The service says why when it is chosen.
            }
            progress.checkpoint();
            return [this, view, unit, gaps, service = question.service] {
                if (view != m_workbench.sharedView() || unit != m_unit)
                    return;
                m_counts.emplace(service, gaps);
                emit counted();
                countNext();
            };
        });
}

std::optional<std::int64_t> GapKeeper::gapsOf(const std::string& service) const
{
    const auto found = m_counts.find(service);
    return found == m_counts.end() || found->second < 0 ? std::nullopt
                                                        : std::optional(found->second);
}

void GapKeeper::change(GapPlan plan)
{
    if (plan == m_plan)
        return;
    GapStep step{std::exchange(m_plan, std::move(plan)), {}, {}};
    step.after = m_plan;
    m_history.add(std::move(step));
    m_siting.reset();
    emit planChanged();
    answerAnew();
}

std::string GapKeeper::plannedName(std::size_t number) const
{
    return m_texts("desktop.gaps.planned", {{"number", std::to_string(number)}}).toStdString();
}

void GapKeeper::place(Point at)
{
    GapPlan plan = m_plan;
    std::size_t number = plan.added.size() + 1;
    const auto taken = [&] {
        return std::ranges::find(plan.added, plannedName(number),
                                 &session::PlannedFacility::name) != plan.added.end();
    };
    while (taken())
        ++number;
    plan.added.push_back({at, plannedName(number)});
    change(std::move(plan));
}

void GapKeeper::removePlanned(std::size_t planned)
{
    GapPlan plan = m_plan;
    plan.added.erase(plan.added.begin() + static_cast<std::ptrdiff_t>(planned));
    change(std::move(plan));
}

void GapKeeper::toggleRoad(const std::string& code)
{
    GapPlan plan = m_plan;
    if (std::erase(plan.closed, code) == 0)
        plan.closed.push_back(code);
    change(std::move(plan));
}

void GapKeeper::undo()
{
    if (m_history.canUndo())
        take(m_history.undo(), false);
}

void GapKeeper::redo()
{
    if (m_history.canRedo())
        take(m_history.redo(), true);
}

void GapKeeper::take(const GapStep& step, bool forward)
{
    if (step.road) {
        writeRoad(*step.road, forward);
        return;
    }
    m_plan = forward ? step.after : step.before;
    m_siting.reset();
    emit planChanged();
    answerAnew();
}

void GapKeeper::draw(const session::RoadDraft& road)
{
    m_roadJob.start(
        [this, view = m_workbench.sharedView(), road](const Progress&) -> BackgroundJob::Finish {
            session::RoadDraft kept = road;
            kept.code = session::drawRoad(*view, road, {});
            return [this, view, kept] {
                m_history.add({m_plan, m_plan, kept});
                emit planChanged();
                emit workspaceChanged(view->file);
            };
        });
}

void GapKeeper::writeRoad(const session::RoadDraft& road, bool forward)
{
    m_roadJob.start([this, view = m_workbench.sharedView(), road,
                     forward](const Progress&) -> BackgroundJob::Finish {
        if (forward)
            session::drawRoad(*view, road, {});
        else
            session::undoRoadMends(view->file, {});
        return [this, view] {
            emit planChanged();
            emit workspaceChanged(view->file);
        };
    });
}

void GapKeeper::site(const SitingWish& wish)
{
    if (!m_active || m_unit == noRow)
        return;
    session::SitingQuestion question{.service = questionOf(m_service),
                                     .goal = wish.goal,
                                     .add = wish.add + m_plan.added.size(),
                                     .candidates = wish.candidates};
    question.service.travel.closed = m_plan.closed;
    m_sitingJob.start([this, view = m_workbench.sharedView(), unit = m_unit, question,
                       plan = m_plan](const Progress& progress) mutable -> BackgroundJob::Finish {
        const Transform transform(std::string(storeCrs), view->snapshot.crs);
        for (const session::PlannedFacility& each : plan.added)
            question.fixed.push_back(lonLatText(transform.inverse(each.at)));
        const auto table =
            std::make_shared<const Table>(session::sitingTable(*view, unit, question));
        progress.checkpoint();
        std::vector<Point> places;
        for (std::size_t row = 0; row < table->size(); ++row)
            places.push_back(transform.forward(table->geometry().firstPoint(row)));
        return [this, view, plan, table, places]() mutable {
            if (view != m_workbench.sharedView())
                return;
            plan.added.clear();
            for (const Point at : places)
                plan.added.push_back({at, plannedName(plan.added.size() + 1)});
            change(std::move(plan));
            m_siting = table;
            emit planChanged();
        };
    });
}

void GapKeeper::beginDrag(std::size_t planned)
{
    if (!m_answer || planned >= m_plan.added.size())
        return;
    m_dragged = planned;
    m_dragAt = m_plan.added[planned].at;
    m_trial.reset();
    session::GapQuestion question = questionOf(m_service);
    question.travel.closed = m_plan.closed;
    std::vector<session::PlannedFacility> others = m_plan.added;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(planned));
    m_dragJob.start([this, view = m_workbench.sharedView(), unit = m_unit, question, others,
                     answer = m_answer](const Progress& progress) -> BackgroundJob::Finish {
        const bool alone = others.empty() && question.travel.closed.empty();
        const auto base =
            alone ? answer->before : std::make_shared<const GapCase>(view, unit, question, others);
        progress.checkpoint();
        auto trial = std::make_shared<const session::GapTrial>(base);
        return [this, trial] {
            m_trial = trial;
            m_dragWaits = true; // the place where the hand is by now
        };
    });
}

void GapKeeper::dragTo(Point at)
{
    if (!m_dragged)
        return;
    m_dragAt = at;
    follow();
}

/// One search at a time: a newer place waits for the one before it, so that numbers keep coming.
void GapKeeper::follow()
{
    if (m_dragJob.isRunning()) {
        m_dragWaits = true;
        return;
    }
    if (!m_dragged || !m_trial)
        return;
    m_dragJob.start(
        [this, trial = m_trial, at = m_dragAt](const Progress& progress) -> BackgroundJob::Finish {
            const session::TrialAnswer tried = trial->with(at);
            progress.checkpoint();
            auto places = session::gapPlaces(trial->base(), tried.verdicts);
            const FeatureTables rest = session::gapSurroundings(trial->base(), tried);
            places.insert(places.end(), rest.begin(), rest.end());
            return [this, tally = trial->base().tallyOf(tried.verdicts), places] {
                if (!m_dragged)
                    return;
                m_dragTally = tally;
                m_dragPlaces = places;
                emit dragged();
            };
        });
}

void GapKeeper::drop(Point at)
{
    if (!m_dragged)
        return;
    GapPlan plan = m_plan;
    plan.added[*m_dragged].at = at;
    m_dragged.reset(); // what was seen stays until the answer is there
    m_dragWaits = false;
    change(std::move(plan));
}

void GapKeeper::giveUp()
{
    const bool was = m_dragged || m_dragTally;
    m_dragged.reset();
    m_trial.reset();
    m_dragTally.reset();
    m_dragPlaces.clear();
    m_dragWaits = false;
    if (was)
        emit dragged();
}

const session::GapTally* GapKeeper::tally() const
{
    return m_dragTally ? &*m_dragTally : m_answer ? &m_answer->tally : nullptr;
}

void GapKeeper::setReachShown(bool shown)
{
    if (shown == m_reachShown)
        return;
    m_reachShown = shown;
    m_reach.clear();
    if (!m_reachShown)
        emit taskChanged();
    findReach();
}

void GapKeeper::findReach()
{
    m_reach.clear();
    const bool minutes =
        m_answer && m_answer->now->standard().measure() == access::Measure::Minutes;
    if (!m_reachShown || !minutes)
        return;
    m_reachJob.start(
        [this, now = m_answer->now](const Progress& progress) -> BackgroundJob::Finish {
            auto tables = session::gapReach(*now, reachMinutes);
            progress.checkpoint();
            return [this, now, tables] {
                if (!m_answer || m_answer->now != now || !m_reachShown)
                    return;
                m_reach = tables;
                emit taskChanged();
            };
        });
}

void GapKeeper::list(CriterionResult verdict)
{
    if (!m_answer)
        return;
    m_listJob.start([this, now = m_answer->now, verdict](const Progress&) -> BackgroundJob::Finish {
        auto list = std::make_shared<const session::RecordList>(session::gapList(*now, verdict));
        return [this, list] { emit listMade(list); };
    });
}

void GapKeeper::listChanges()
{
    if (!m_answer)
        return;
    m_listJob.start([this, answer = m_answer](const Progress&) -> BackgroundJob::Finish {
        auto list = std::make_shared<const session::RecordList>(
            session::gapChangeList(*answer->before, *answer->now, answer->changes));
        return [this, list] { emit listMade(list); };
    });
}

LocalText GapKeeper::title() const
{
    if (!m_answer)
        return {};
    const access::Standard& standard = m_answer->now->standard();
    return m_texts.inBoth([&](Language language) {
        return Message{"desktop.gaps.title", {{"service", standard.title.in(language)}}};
    });
}

MapTask GapKeeper::task() const
{
    MapTask task{.title = title(), .households = "gap_household"};
    if (!m_answer)
        return task;
    task.tables = m_dragPlaces.empty() ? m_answer->tables : m_dragPlaces;
    task.tables.insert(task.tables.end(), m_reach.begin(), m_reach.end());
    const auto& chosen = m_workbench.households();
    if (!chosen.empty() && m_dragPlaces.empty()) {
        const access::Gap* gap = m_answer->now->gapOf(chosen.front());
        const std::string label =
            gap && gap->figure
                ? gapFigure(m_answer->now->standard(), *gap->figure, m_texts).toStdString()
                : std::string();
        if (auto line = session::gapChosenTable(*m_answer->now, chosen.front(), label))
            task.tables.push_back(std::move(line));
    }
    return task;
}

} // namespace guatu::desktop
