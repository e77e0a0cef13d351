// SPDX-License-Identifier: MIT
#include "sample/apportion.h"
#include "sample/arrangement.h"
#include "sample/assignment.h"
#include "sample/line_shape.h"
#include "sample/plan.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>

using namespace guatu;
using namespace guatu::sample;

TEST_CASE("the plan's tables add up", "[sample]")
{
    int agri = 0, households = 0, persons = 0, sites = 0, towns = 0, hit = 0, listed = 0, both = 0;
    for (const CountyPlan& county : countyPlans) {
        agri += county.agriPersons;
        households += county.remaining.households;
        persons += county.remaining.persons;
        sites += county.sites;
    }
    for (const TownPlan& town : wudingTowns)
        towns += town.remainingPersons;
    for (const VillagePlan& village : wudingVillages) {
        hit += village.hit ? 1 : 0;
        listed += village.listed ? 1 : 0;
        both += village.hit && village.listed ? 1 : 0;
        const bool byRule = 100 * village.remaining.persons > 3 * village.agriPersons ||
                            village.remaining.persons >= 50;
        CHECK(byRule == village.hit);
    }
    CHECK(agri == 1810000);
    CHECK(households == remainingStock.households);
    CHECK(persons == remainingStock.persons);
    CHECK(sites == 143); // 城镇安置点 of the prefecture at the end of 2018
    CHECK(towns == 3012);
    CHECK(hit == 10);
    CHECK(listed == 10);
    CHECK(both == 9);
    // Sums of the plan itself, domain notes §13.
    CHECK(remainingStock.households + monitoredStock.households + marginalStock.households ==
          15172);
    CHECK(remainingStock.persons + monitoredStock.persons + marginalStock.persons == 48371);
    CHECK(registeredStock.persons - remainingStock.persons == 325494);
}

TEST_CASE("shares add up to the whole and stay within one of the exact share", "[sample]")
{
    CHECK(rc::check([] {
        const auto raw =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1000)));
        const int total = *rc::gen::inRange(0, 100000);
        const std::vector<double> weights(raw.begin(), raw.end());
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        const auto shares = apportioned(total, weights);
        RC_ASSERT(std::accumulate(shares.begin(), shares.end(), 0) == total);
        for (std::size_t i = 0; i < shares.size(); ++i)
            RC_ASSERT(std::fabs(shares[i] - total * weights[i] / sum) < 1.0 + 1e-9);
    }));
}

TEST_CASE("household sizes hold exactly the persons asked for", "[sample]")
{
    CHECK(rc::check([] {
        const int households = *rc::gen::inRange(1, 400);
        const int persons = *rc::gen::inRange(households, 8 * households + 1);
        Random random(*rc::gen::arbitrary<std::uint64_t>());
        const auto sizes = householdSizes(households, persons, random);
        RC_ASSERT(sizes.size() == static_cast<std::size_t>(households));
        RC_ASSERT(std::accumulate(sizes.begin(), sizes.end(), 0) == persons);
        RC_ASSERT(std::ranges::all_of(sizes, [](int size) { return size >= 1 && size <= 8; }));
    }));
}

TEST_CASE("no assignment is cheaper than the cheapest", "[sample]")
{
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 6);
        const auto raw = *rc::gen::container<std::vector<int>>(n * n, rc::gen::inRange(0, 100));
        const std::vector<double> cost(raw.begin(), raw.end());
        const auto price = [&](const std::vector<std::size_t>& columns) {
            double sum = 0;
            for (std::size_t row = 0; row < n; ++row)
                sum += cost[row * n + columns[row]];
            return sum;
        };
        const auto found = cheapestAssignment(cost, n);
        std::vector<std::size_t> columns(n);
        std::iota(columns.begin(), columns.end(), std::size_t{0});
        RC_ASSERT(std::ranges::is_permutation(found, columns));
        do
            RC_ASSERT(price(found) <= price(columns));
        while (std::ranges::next_permutation(columns).found);
    }));
}

TEST_CASE("faces between crossing lines join to the areas of their owners", "[sample]")
{
    // A square with a cross of lines inside, and a small square in the lower left quarter.
    const std::vector<std::vector<Point>> lines{
        {{0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}},
        {{1, -0.5}, {1, 2}},
        {{0, 1}, {2, 1}},
        {{0.25, 0.25}, {0.75, 0.25}, {0.75, 0.75}, {0.25, 0.75}, {0.25, 0.25}}};
    const auto faces = facesBetween(lines);
    REQUIRE(faces.size() == 5);
    std::vector<std::size_t> owner;
    for (const Face& face : faces) // 1: the two right quarters; 2: the small square; 0: the rest
        owner.push_back(face.area < 0.5 ? 2 : face.inside.x > 1 ? 1 : 0);
    const auto areas = joined(faces, owner, 3);
    const auto sizeOf = [&](std::size_t feature) {
        double twice = 0;
        for (std::size_t part = 0; part < areas.partCount(feature); ++part) {
            const auto ring = areas.part(feature, part);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i)
                twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
        }
        return twice / 2;
    };
    CHECK(sizeOf(0) == Approx(1.75));
    CHECK(sizeOf(1) == Approx(2));
    CHECK(sizeOf(2) == Approx(0.25));
    CHECK(areas.partCount(0) == 2); // a hole
    CHECK(areas.partCount(1) == 1);
}

TEST_CASE("shaping a line keeps its ends", "[sample]")
{
    const std::vector<Point> steps{{0, 0}, {1, 0}, {1, 1}, {2, 1}, {2, 2}, {3, 2}};
    for (const auto& line :
         {smoothed(steps, 3), cornersCut(steps), simplified(steps, 0.1), simplified(steps, 9)}) {
        CHECK(line.front() == steps.front());
        CHECK(line.back() == steps.back());
    }
    CHECK(simplified(steps, 9).size() == 2);
    CHECK(simplified(steps, 0.1) == steps);
}
