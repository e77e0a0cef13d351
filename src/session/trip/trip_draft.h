// SPDX-License-Identifier: MIT
#pragma once

#include "trips/hand.h"

#include <memory>
#include <vector>

namespace guatu::session
{

/// A trip in work: what a hand changes is re-timed and checked at once and can be taken back.
class TripDraft
{
public:
    /// The plan is kept as it is given, and checked.
    explicit TripDraft(trips::Trip trip);

    [[nodiscard]] const trips::Problem& problem() const { return *state().problem; }
    [[nodiscard]] const trips::Itinerary& itinerary() const { return state().itinerary; }
    [[nodiscard]] const trips::Plan& plan() const { return m_checked.plan; }
    [[nodiscard]] const std::vector<trips::Violation>& violations() const
    {
        return m_checked.violations;
    }
    [[nodiscard]] trips::Trip trip() const { return {problem(), plan()}; }
    [[nodiscard]] const std::vector<std::size_t>& locked() const { return state().locked; }
    [[nodiscard]] bool isLocked(std::size_t stop) const;

    /// What a move would give, times and violations, without reasons for what is left out: quick
    /// enough to be asked while dragging.
    [[nodiscard]] trips::CheckedPlan tried(std::size_t stop, trips::RouteSpot to) const;

    void move(std::size_t stop, trips::RouteSpot to);
    /// Where it breaks least and then drives least; on any route when none is given.
    void add(std::size_t stop, std::optional<std::size_t> route = {});
    void remove(std::size_t stop);
    void swap(std::size_t a, std::size_t b);
    void sleepAt(std::size_t route, std::size_t base);
    /// Locked stops keep team and day when the rest is improved.
    void setLocked(const std::vector<std::size_t>& stops, bool isLocked);
    /// The stops must be visited on this day (of Problem::days) and begin within the window.
    void pin(const std::vector<std::size_t>& stops, std::size_t day, trips::Window window);
    /// Other roads, as in rain; the matrix covers the problem's places.
    void drive(trips::Problem problem);
    /// The rest of the trip from the road, as restOf gives it and a search has planned it.
    void goOn(trips::Problem problem, trips::Itinerary itinerary);
    /// An itinerary that a search has found.
    void take(trips::Itinerary itinerary);

    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_states.size(); }
    void undo();
    void redo();
    /// The plan before the last change; null when there was none.
    [[nodiscard]] std::optional<trips::Trip> before() const;

private:
    struct State {
        std::shared_ptr<const trips::Problem> problem;
        trips::Itinerary itinerary;
        std::vector<std::size_t> locked; ///< ascending
    };
    [[nodiscard]] const State& state() const { return m_states[m_at]; }
    void change(State next);
    void changeItinerary(trips::Itinerary itinerary);
    void check();

    std::vector<State> m_states;
    std::size_t m_at = 0;
    trips::CheckedPlan m_checked;
};

/// The stops that lie in the same village as one, itself included: by the first twelve digits of
/// their codes.
[[nodiscard]] std::vector<std::size_t> stopsOfVillage(const trips::Problem& problem,
                                                      std::size_t stop);

} // namespace guatu::session
