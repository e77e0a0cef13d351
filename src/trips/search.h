// SPDX-License-Identifier: MIT
#pragma once

#include "trips/random.h"
#include "trips/solution.h"

namespace guatu::trips
{

/// Ruin and recreate with annealing: strings of neighbouring stops are taken out and all that is
/// not visited is put back at the least cost (Christiaens & Vanden Berghe 2020, "Slack induction
/// by string removals"), on the team orienteering problem.
class Search
{
public:
    /// Starts from `start`. Stops for which `isLocked` is set stay on their route.
    Search(const Model& model, Solution start, std::vector<char> isLocked, std::uint64_t seed);

    /// One step; `done` from 0 to 1 cools it. Gives whether a better solution was found.
    bool step(double done);

    /// Begins again from the best solution, warm.
    void restart();

    [[nodiscard]] const Solution& best() const { return m_best; }

private:
    bool improveTour();
    void ruin();
    void ruinRoute(std::size_t route, std::uint32_t stop, std::size_t longest);
    void eraseStops(std::size_t route, std::size_t at, std::size_t count);
    void dropOrphans();
    void dropTooEarly();
    [[nodiscard]] bool isTooEarly(std::uint32_t stop) const;
    void lockFirsts();
    [[nodiscard]] bool isBrokenNow() const;
    [[nodiscard]] std::size_t brokenLocks() const;
    void moveAnyNight();
    void recreate();
    void sortMissing();
    bool place(std::uint32_t stop);
    /// From which position on, and from when, a stop may be visited because of those before it.
    struct Allowed {
        std::size_t at = 0;
        Seconds notBefore = 0;
    };
    [[nodiscard]] std::optional<Allowed> allowedBehindFirsts(std::size_t route,
                                                             std::uint32_t stop) const;
    void weigh();
    [[nodiscard]] double energy(const Worth& worth) const;

    const Model* m_model;
    std::vector<char> m_isLocked;
    Random m_random;
    Solution m_current;
    Solution m_best;
    std::vector<std::uint32_t> m_missing{};  ///< stops that could be visited and are not
    std::vector<std::uint32_t> m_possible{}; ///< stops that some route may visit
    std::vector<std::pair<double, std::uint32_t>> m_keys{};
    std::vector<char> m_isRuined;
    std::uint32_t m_blink = 1;
    std::size_t m_brokenAtStart = 0; ///< locked stops that a hand put before what they must follow
    std::uint64_t m_steps = 0, m_nextTour = 0, m_tourPause = 1;

    double m_priorityWeight = 1, m_costWeight = 0, m_mustWeight = 0, m_warm = 0, m_cold = 0;
    double m_energy = 0;
};

} // namespace guatu::trips
