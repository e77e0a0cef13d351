// SPDX-License-Identifier: MIT
#include "desktop/trip_menu.h"

#include "desktop/texts.h"
#include "desktop/trip_keeper.h"
#include "desktop/trip_words.h"

#include <QMenu>

namespace guatu::desktop
{
namespace
{

constexpr trips::Seconds noon = 12 * 3600, dayLength = 86400;

class StopMenu
{
public:
    StopMenu(QMenu& menu, TripKeeper& keeper, std::size_t stop, const Texts& texts)
        : m_menu(menu),
          m_keeper(keeper),
          m_draft(*keeper.draft()),
          m_stop(stop),
          m_texts(texts),
          m_spot(spotOf(m_draft.itinerary(), stop))
    {
    }

    void fill()
    {
        if (m_spot) {
            act(m_menu,
                m_texts(m_draft.isLocked(m_stop) ? "desktop.trip.unlock" : "desktop.trip.lock"),
                [stop = m_stop](session::TripDraft& draft) {
                    draft.setLocked({stop}, !draft.isLocked(stop));
                });
            act(m_menu, m_texts("desktop.trip.remove"),
                [stop = m_stop](session::TripDraft& draft) { draft.remove(stop); });
        } else {
            act(m_menu, m_texts("desktop.trip.add_best"),
                [stop = m_stop](session::TripDraft& draft) { draft.add(stop); });
        }
        addDays();
        if (m_spot)
            addSwaps();
        addPins();
        if (m_spot)
            addNights();
    }

private:
    using Act = std::function<void(session::TripDraft&)>;

    void act(QMenu& menu, const QString& title, Act change)
    {
        menu.addAction(title, &m_keeper,
                       [&keeper = m_keeper, change = std::move(change)] { keeper.change(change); });
    }

    void addDays()
    {
        QMenu* days =
            m_menu.addMenu(m_texts(m_spot ? "desktop.trip.move_to" : "desktop.trip.add_to"));
        for (std::size_t route = 0; route < m_draft.plan().days.size(); ++route) {
            if (m_spot && m_spot->route == route)
                continue;
            act(*days, tripRouteTitle(m_draft.problem(), m_draft.plan().days[route], m_texts),
                [stop = m_stop, route](session::TripDraft& draft) { draft.add(stop, route); });
        }
    }

    void addSwaps()
    {
        QMenu* swaps = m_menu.addMenu(m_texts("desktop.trip.swap"));
        for (const trips::DayPlan& day : m_draft.plan().days) {
            if (day.visits.empty())
                continue;
            QMenu* one = swaps->addMenu(tripRouteTitle(m_draft.problem(), day, m_texts));
            for (const trips::Visit& visit : day.visits)
                if (visit.stop != m_stop)
                    act(*one, toQString(m_draft.problem().stops[visit.stop].name),
                        [a = m_stop, b = visit.stop](session::TripDraft& draft) {
                            draft.swap(a, b);
                        });
        }
    }

    /// The whole village on one day, in the morning, in the afternoon, at any time.
    void addPins()
    {
        const auto stops = session::stopsOfVillage(m_draft.problem(), m_stop);
        QMenu* pins =
            m_menu.addMenu(m_texts("desktop.trip.pin", {{"count", std::to_string(stops.size())}}));
        for (std::size_t day = 0; day < m_draft.problem().days.size(); ++day) {
            QMenu* one = pins->addMenu(tripDateText(m_draft.problem().days[day], m_texts));
            const auto add = [&](std::string_view title, trips::Window window) {
                act(*one, m_texts(title), [stops, day, window](session::TripDraft& draft) {
                    draft.pin(stops, day, window);
                });
            };
            add("desktop.trip.morning", {0, noon});
            add("desktop.trip.afternoon", {noon, dayLength});
            add("desktop.trip.whole_day", {0, dayLength});
        }
    }

    void addNights()
    {
        const trips::Problem& problem = m_draft.problem();
        const trips::DayPlan& day = m_draft.plan().days[m_spot->route];
        const trips::Team& team = problem.teams[day.team];
        if (team.nights.size() < 2 || day.teamDay + 1 == team.days.size())
            return;
        QMenu* nights = m_menu.addMenu(m_texts("desktop.trip.night"));
        for (const std::size_t base : team.nights)
            if (base != day.to)
                act(*nights, toQString(problem.places[problem.bases[base].place].name),
                    [route = m_spot->route, base](session::TripDraft& draft) {
                        draft.sleepAt(route, base);
                    });
    }

    QMenu& m_menu;
    TripKeeper& m_keeper;
    const session::TripDraft& m_draft;
    std::size_t m_stop;
    const Texts& m_texts;
    std::optional<trips::RouteSpot> m_spot;
};

} // namespace

void fillStopMenu(QMenu& menu, TripKeeper& keeper, std::size_t stop, const Texts& texts)
{
    if (keeper.draft())
        StopMenu(menu, keeper, stop, texts).fill();
}

} // namespace guatu::desktop
