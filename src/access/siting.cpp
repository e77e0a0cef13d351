// SPDX-License-Identifier: MIT
#include "access/siting.h"

#include "access/siting_center.h"
#include "access/siting_gain.h"
#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace guatu::access
{
namespace
{

void check(const SitingProblem& problem)
{
    if (problem.fixed.size() > problem.add)
        throw inputError({"access.siting.too_many_fixed",
                          {{"fixed", std::to_string(problem.fixed.size())},
                           {"add", std::to_string(problem.add)}}});
    double spent = 0;
    for (const std::uint32_t c : problem.fixed)
        spent += problem.costs.empty() ? 0 : problem.costs[c];
    if (spent > problem.budget)
        throw inputError({"access.siting.fixed_over_budget",
                          {{"cost", withThousands(std::llround(spent))},
                           {"budget", withThousands(std::llround(problem.budget))}}});
    for (const std::uint32_t c : problem.fixed)
        if (std::ranges::find(problem.forbidden, c) != problem.forbidden.end())
            throw inputError({"access.siting.fixed_and_forbidden"});
}

/// The shortest time to each place with some candidates and what is there today.
std::vector<Time> timesWith(const SitingProblem& problem,
                            const std::vector<std::uint32_t>& candidates)
{
    std::vector<Time> times = problem.today;
    for (const std::uint32_t c : candidates)
        for (std::size_t place = 0; place < times.size(); ++place)
            times[place] = std::min(times[place], problem.times.at(c, place));
    return times;
}

double nearestPersons(const SitingProblem& problem, const std::vector<Time>& before,
                      std::uint32_t candidate)
{
    double persons = 0;
    for (std::size_t place = 0; place < before.size(); ++place)
        persons += problem.times.at(candidate, place) < before[place] ? problem.persons[place] : 0;
    return persons;
}

/// The chosen ones by what each adds to those before it.
std::vector<Sited> inOrder(const SitingProblem& problem, std::vector<std::uint32_t> chosen)
{
    std::vector<Sited> order;
    std::vector<std::uint32_t> taken;
    SitingProblem value = problem;
    if (problem.goal == SitingGoal::Center)
        value.goal = SitingGoal::Median;
    while (!chosen.empty()) {
        const double before = valueOf(value, taken);
        std::size_t best = 0;
        double most = -1;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            taken.push_back(chosen[i]);
            const double gain = valueOf(value, taken) - before;
            taken.pop_back();
            if (gain > most || (gain == most && chosen[i] < chosen[best])) {
                most = gain;
                best = i;
            }
        }
        const std::uint32_t next = chosen[best];
        if (problem.goal == SitingGoal::Center)
            most = nearestPersons(problem, timesWith(problem, taken), next);
        order.push_back({next, most});
        taken.push_back(next);
        chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(best));
    }
    return order;
}

/// Where fewer suffice for the longest time, the rest go where they save most time.
void fill(SitingProblem problem, std::vector<std::uint32_t>& chosen)
{
    if (chosen.size() >= problem.add)
        return;
    problem.goal = SitingGoal::Median;
    chosen = chooseByGain(GainTable(problem), problem.add, chosen, problem.forbidden, 0,
                          {problem.costs, problem.budget})
                 .candidates;
}

} // namespace

double valueOf(const SitingProblem& problem, const std::vector<std::uint32_t>& candidates)
{
    if (problem.goal == SitingGoal::Median) {
        const GainTable table(problem);
        std::vector<double> best(problem.times.columns);
        for (const std::uint32_t c : candidates)
            for (const auto [place, gain] : table.of(c))
                best[place] = std::max(best[place], gain);
        double sum = 0;
        for (const double gain : best)
            sum += gain;
        return sum;
    }
    const auto times = timesWith(problem, candidates);
    double value = 0;
    for (std::size_t place = 0; place < times.size(); ++place) {
        if (problem.goal == SitingGoal::Cover)
            value += times[place] <= problem.limit ? problem.persons[place] : 0;
        else if (problem.persons[place] > 0 && times[place] != never)
            value = std::max(value, static_cast<double>(times[place]));
    }
    return value;
}

SitingPlan siteFacilities(const SitingProblem& problem)
{
    check(problem);
    SitingPlan plan;
    if (problem.candidates() == 0)
        return plan;
    if (problem.goal == SitingGoal::Center) {
        CenterChoice choice = chooseByLongest(problem);
        plan.value = choice.longest;
        plan.bound = choice.bound;
        plan.proven = choice.proven;
        fill(problem, choice.candidates);
        plan.sites = inOrder(problem, std::move(choice.candidates));
        return plan;
    }
    const GainTable table(problem);
    GainChoice choice = chooseByGain(table, problem.add, problem.fixed, problem.forbidden,
                                     problem.effort, {problem.costs, problem.budget});
    const double today = problem.goal == SitingGoal::Cover ? valueOf(problem, {}) : 0;
    plan.value = today + choice.gain;
    plan.bound = today + choice.bound;
    plan.proven = choice.proven;
    plan.sites = inOrder(problem, std::move(choice.candidates));
    return plan;
}

} // namespace guatu::access
