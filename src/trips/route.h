// SPDX-License-Identifier: MIT
#pragma once

#include "trips/model.h"
#include "trips/slot_scan.h"

namespace guatu::trips
{

/// Where a stop could go into a route.
struct Slot {
    std::size_t at = 0; ///< before the stop that is there now
    std::int64_t cost = 0;
};

/// The stops of a team on a day with, at each, the earliest end of its visit seen from the morning
/// and the latest arrival seen from the evening, so that whether a stop still fits anywhere is
/// told in constant time (Savelsbergh 1992; with several windows: Tricoire et al. 2010). Both are
/// kept twice: with lunch still to come and with lunch behind.
class Route
{
public:
    Route(const Model& model, std::size_t index, std::size_t from, std::size_t to);

    [[nodiscard]] const std::vector<std::uint32_t>& stops() const { return m_stops; }
    [[nodiscard]] std::int64_t cost() const { return m_cost; }
    [[nodiscard]] std::int64_t load() const { return m_load; }
    [[nodiscard]] std::int64_t driving() const { return m_driving; }
    [[nodiscard]] std::size_t from() const { return m_from; }
    [[nodiscard]] std::size_t to() const { return m_to; }

    /// Whether all is in time and within the limit of driving.
    [[nodiscard]] bool isPossible() const;

    void setBases(std::size_t from, std::size_t to);
    void assign(std::vector<std::uint32_t> stops);
    void insert(std::size_t at, std::uint32_t stop);

    /// Takes out `count` stops.
    void erase(std::size_t at, std::size_t count);

    /// Calls `visit(slot)` for each place from `first` on where the stop fits.
    template <typename Visit>
    void forEachSlot(std::uint32_t stop, std::size_t first, Visit&& visit) const;

    /// The earliest end of a visit, and start of a stop put before position `at`; wherever lunch
    /// is.
    [[nodiscard]] Seconds earliestEnd(std::size_t at) const
    {
        return std::min(m_nodes[at + 1].ready.before, m_nodes[at + 1].ready.after);
    }
    [[nodiscard]] Seconds earliestStart(std::size_t at, std::uint32_t stop) const;

    /// The driving that is added when the stop takes the place of `count` stops; null when it does
    /// not fit there.
    [[nodiscard]] std::optional<Seconds> drivingInstead(std::size_t at, std::size_t count,
                                                        std::uint32_t stop) const;

    /// Earliest start when arriving at `arrival`, and with lunch before it.
    struct Starts {
        Seconds before = Model::never; ///< lunch still to come
        Seconds after = Model::never;  ///< lunch behind
    };

private:
    /// Of position 0 (the morning) to stops + 1 (the evening).
    struct Node {
        std::uint32_t place = 0;
        Starts ready{};                            ///< earliest end
        Starts late{-Model::never, -Model::never}; ///< latest arrival
    };

    void update();
    void updateForward();
    void updateBackward();
    void updateColumns();
    /// What putting a place between the node at `at` and the next costs; null beyond the limit of
    /// driving.
    [[nodiscard]] std::optional<Slot> slotAt(std::size_t at, std::uint32_t place) const;
    [[nodiscard]] Starts startsAt(const Starts& arrival, const Model::Openings& openings) const;
    /// Whether a visit fits between two nodes: `in` from the left one to it, `out` its length and
    /// from it to the right one.
    [[nodiscard]] bool fits(const Node& left, const Node& right, const Model::Openings& openings,
                            Seconds in, Seconds out) const;

    const Model* m_model;
    const Model::Route* m_day;
    std::size_t m_index;
    std::size_t m_from, m_to;
    std::vector<std::uint32_t> m_stops{};
    std::vector<Node> m_nodes{};
    // Of the nodes when there is no lunch: see SlotScan.
    std::vector<std::uint32_t> m_places{};
    std::vector<Seconds> m_ready{}, m_late{};
    std::int64_t m_cost = 0;
    std::int64_t m_driving = 0;
    std::int64_t m_load = 0;
};

inline Route::Starts Route::startsAt(const Starts& arrival, const Model::Openings& openings) const
{
    Starts starts{Model::never, m_model->nextStart(openings, arrival.after)};
    if (arrival.before >= Model::never)
        return starts;
    starts.before = m_model->nextStart(openings, arrival.before);
    const Lunch& lunch = *m_day->lunch;
    const Seconds begin = std::max(arrival.before, lunch.earliest);
    if (begin <= lunch.latest)
        starts.after = std::min(starts.after, m_model->nextStart(openings, begin + lunch.length));
    return starts;
}

inline bool Route::fits(const Node& left, const Node& right, const Model::Openings& openings,
                        Seconds in, Seconds out) const
{
    if (!m_day->lunch) {
        const Seconds start = m_model->nextStart(openings, left.ready.after + in);
        return start < Model::never && start + out <= right.late.after;
    }
    const auto arrive = [in](Seconds ready) {
        return ready < Model::never ? ready + in : Model::never;
    };
    const Starts start = startsAt({arrive(left.ready.before), arrive(left.ready.after)}, openings);
    return (start.after < Model::never && start.after + out <= right.late.after) ||
           (start.before < Model::never && start.before + out <= right.late.before);
}

inline std::optional<Slot> Route::slotAt(std::size_t at, std::uint32_t place) const
{
    const std::uint32_t left = m_nodes[at].place, right = m_nodes[at + 1].place;
    const std::size_t in = m_model->cell(left, place);
    const std::size_t out = m_model->cell(place, right);
    const std::size_t straight = m_model->cell(left, right);
    if (m_driving + m_day->drives[in] + m_day->drives[out] - m_day->drives[straight] >
        m_day->mostDriving)
        return {};
    return Slot{at, m_day->costs[in] + m_day->costs[out] - m_day->costs[straight]};
}

template <typename Visit>
void Route::forEachSlot(std::uint32_t stop, std::size_t first, Visit&& visit) const
{
    const Model::Openings& openings = m_model->openings(m_index, stop);
    if (openings.count == 0 || m_load + m_model->load(stop) > m_day->mostLoad)
        return;
    const auto place = static_cast<std::uint32_t>(m_model->place(stop));
    const Seconds length = m_model->visit(stop);
    const Seconds* into = m_day->timesInto + m_model->cell(place, 0);
    const Seconds* outOf = m_day->times + m_model->cell(place, 0);
    if (!m_places.empty() && openings.count == 1) {
        forEachFit({.slots = m_stops.size() + 1,
                    .places = m_places.data(),
                    .ready = m_ready.data(),
                    .late = m_late.data(),
                    .into = into,
                    .outOf = outOf,
                    .first = openings.first,
                    .last = openings.last,
                    .visit = length},
                   first, [&](std::size_t at) {
                       if (const auto slot = slotAt(at, place))
                           visit(*slot);
                   });
        return;
    }
    const Seconds leastEnd = openings.first + length;
    for (std::size_t at = first; at <= m_stops.size(); ++at) {
        const Node& left = m_nodes[at];
        const Node& right = m_nodes[at + 1];
        if (std::min(left.ready.before, left.ready.after) > openings.last)
            return;
        if (std::max(right.late.before, right.late.after) < leastEnd ||
            !fits(left, right, openings, into[left.place], outOf[right.place] + length))
            continue;
        if (const auto slot = slotAt(at, place))
            visit(*slot);
    }
}

} // namespace guatu::trips
