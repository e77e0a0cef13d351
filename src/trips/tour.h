// SPDX-License-Identifier: MIT
#pragma once

#include "trips/model.h"
#include "trips/random.h"

namespace guatu::trips
{

/// The order of the stops on one route, made cheaper by 2-opt and or-opt with neighbour lists and
/// don't-look bits (Bentley 1992), and by kicks that swap two short neighbouring strings (Martin,
/// Otto & Felten 1991; kept when the tour then is no longer). Only costs count: whether the new
/// order is in time, the caller sees.
class Tour
{
public:
    Tour(const Model& model, std::size_t route, std::size_t from, std::size_t to,
         const std::vector<std::uint32_t>& stops);

    /// Until no move of either kind helps.
    void descend();

    void kick(Random& random);

    [[nodiscard]] std::int64_t cost() const { return m_cost; }
    [[nodiscard]] std::vector<std::uint32_t> stops() const
    {
        return {m_order.begin() + 1, m_order.end() - 1};
    }

private:
    struct Reversal {
        std::size_t first, last;
    };

    [[nodiscard]] std::int64_t way(std::uint32_t from, std::uint32_t to) const
    {
        return m_costs[m_model->cell(m_place[from], m_place[to])];
    }
    [[nodiscard]] std::int64_t way(std::size_t from, std::size_t to) const
    {
        return way(m_order[from], m_order[to]);
    }
    /// What it costs more to travel a string of positions the other way round.
    [[nodiscard]] std::int64_t turned(std::size_t first, std::size_t last) const
    {
        return m_isSymmetric ? 0 : m_turn[last] - m_turn[first];
    }

    void reverse(std::size_t first, std::size_t last);
    void updateTurn(std::size_t from);
    void look(std::uint32_t stop);
    void work();
    bool improve(std::uint32_t stop);
    bool tryTwoOpt(std::size_t i, std::uint32_t other);
    bool tryMove(std::size_t first, std::size_t last);
    bool moveBeside(std::size_t first, std::size_t last, std::uint32_t other, std::int64_t gain);
    void moveTo(std::size_t first, std::size_t last, std::size_t gap, bool isTurned);

    const Model* m_model;
    const std::int64_t* m_costs;
    std::vector<std::uint32_t> m_place;    ///< by stop, then of both bases
    std::vector<std::uint32_t> m_order;    ///< morning's base, stops, evening's base
    std::vector<std::size_t> m_at;         ///< position by stop; 0: not on this route
    std::vector<std::int64_t> m_turn;      ///< by position, sums for turned()
    std::vector<std::uint32_t> m_toLookAt; ///< stops whose ways have changed
    std::vector<char> m_isLookedAt;
    std::vector<Reversal> m_log;
    std::int64_t m_cost = 0;
    bool m_isSymmetric = true;
};

} // namespace guatu::trips
