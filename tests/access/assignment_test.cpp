// SPDX-License-Identifier: MIT
#include "access/assignment.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <optional>

using namespace guatu::access;

namespace
{

using Persons = std::vector<std::int64_t>;

/// (persons assigned, negative time) of the best assignment, by trying each person everywhere.
std::pair<std::int64_t, std::int64_t> best(Persons& persons, Persons& seats,
                                           const std::vector<AssignmentWay>& ways,
                                           std::size_t place = 0)
{
    while (place < persons.size() && persons[place] == 0)
        ++place;
    if (place == persons.size())
        return {0, 0};
    --persons[place];
    auto found = best(persons, seats, ways, place); // nobody takes this one
    for (const AssignmentWay& way : ways)
        if (way.place == place && seats[way.facility] > 0) {
            --seats[way.facility];
            auto rest = best(persons, seats, ways, place);
            ++seats[way.facility];
            rest.first += 1;
            rest.second -= way.time;
            found = std::max(found, rest);
        }
    ++persons[place];
    return found;
}

} // namespace

TEST_CASE("who finds no seat at the nearest school goes to the next", "[access]")
{
    // Two hamlets; the near school has room for one of them.
    const Persons persons{30, 20}, seats{30, 100};
    const std::vector<AssignmentWay> ways{{0, 0, 600}, {0, 1, 900}, {1, 0, 500}, {1, 1, 2000}};
    const Assignment made = assignToSeats(persons, seats, ways);
    // Twenty of the first give way: 20 * 300 ms more, rather than 20 * 1500 for the second.
    CHECK(made.groups == std::vector<AssignedGroup>{{0, 0, 10}, {0, 1, 20}, {1, 0, 20}});
    CHECK(made.served == Persons{30, 20});
    CHECK(made.left == Persons{0, 0});
    const Assignment nearest = assignToNearest(persons, 2, ways);
    CHECK(nearest.served == Persons{50, 0}); // twenty more than it has seats for
}

TEST_CASE("persons without a way or a seat are left, and counted", "[access]")
{
    const Assignment made =
        assignToSeats(Persons{5, 7}, Persons{3}, std::vector<AssignmentWay>{{0, 0, 10}});
    CHECK(made.assigned == 3);
    CHECK(made.left == Persons{2, 7});
    CHECK(assignToSeats({}, {}, {}).assigned == 0);
}

TEST_CASE("no assignment takes more persons, or the same with less time", "[access]")
{
    CHECK(rc::check("assignment", [] {
        const auto number = [](int from, int to) { return *rc::gen::inRange(from, to); };
        Persons persons(static_cast<std::size_t>(number(1, 4)));
        Persons seats(static_cast<std::size_t>(number(1, 4)));
        for (auto& p : persons)
            p = number(0, 3);
        for (auto& s : seats)
            s = number(0, 3);
        std::vector<AssignmentWay> ways;
        for (std::uint32_t p = 0; p < persons.size(); ++p)
            for (std::uint32_t f = 0; f < seats.size(); ++f)
                if (number(0, 4) > 0)
                    ways.push_back({p, f, static_cast<Time>(number(0, 9))});
        const Assignment made = assignToSeats(persons, seats, ways);
        Persons left = persons, room = seats;
        const auto [assigned, time] = best(left, room, ways);
        RC_ASSERT(made.assigned == assigned);
        RC_ASSERT(static_cast<std::int64_t>(made.personTime) == -time);
        for (std::size_t f = 0; f < seats.size(); ++f)
            RC_ASSERT(made.served[f] <= seats[f]);
        Persons counted = made.left;
        for (const AssignedGroup& group : made.groups)
            counted[group.place] += group.persons;
        RC_ASSERT(counted == persons);
    }));
}
