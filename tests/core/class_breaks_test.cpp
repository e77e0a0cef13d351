// SPDX-License-Identifier: MIT
#include "core/class_breaks.h"
#include "support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace guatu;

namespace
{

double deviations(const std::vector<double>& run)
{
    double mean = 0;
    for (const double value : run)
        mean += value / static_cast<double>(run.size());
    double sum = 0;
    for (const double value : run)
        sum += (value - mean) * (value - mean);
    return sum;
}

double deviations(const std::vector<double>& ascending, const std::vector<std::size_t>& counts)
{
    double sum = 0;
    auto from = ascending.begin();
    for (const std::size_t count : counts) {
        const auto to = from + static_cast<std::ptrdiff_t>(count);
        sum += deviations(std::vector<double>(from, to));
        from = to;
    }
    return sum;
}

/// The least over every way to cut the values into at most so many runs.
double leastDeviations(const std::vector<double>& ascending, std::size_t classes)
{
    double least = std::numeric_limits<double>::infinity();
    for (unsigned cuts = 0; cuts < 1U << (ascending.size() - 1); ++cuts) {
        std::vector<std::size_t> counts{1};
        for (std::size_t i = 1; i < ascending.size(); ++i) {
            if ((cuts >> (i - 1)) & 1U)
                counts.push_back(0);
            ++counts.back();
        }
        if (counts.size() <= classes)
            least = std::min(least, deviations(ascending, counts));
    }
    return least;
}

/// How many values fall between the breaks.
std::vector<std::size_t> countsOf(const std::vector<double>& values,
                                  const std::vector<double>& breaks)
{
    std::vector<std::size_t> counts(breaks.size() + 1);
    for (const double value : values)
        ++counts[static_cast<std::size_t>(std::ranges::upper_bound(breaks, value) -
                                          breaks.begin())];
    return counts;
}

bool ascends(const std::vector<double>& breaks)
{
    return std::ranges::adjacent_find(breaks, std::greater_equal<>{}) == breaks.end();
}

constexpr ClassMethod methods[]{ClassMethod::EqualInterval, ClassMethod::Quantiles,
                                ClassMethod::NaturalBreaks};

} // namespace

TEST_CASE("natural classes have the least squared deviations of all divisions", "[core]")
{
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        const std::size_t size = 1 + random() % 12;
        const unsigned spread = round % 2 == 0 ? 6 : 1000; // many ties, or few
        std::vector<double> values;
        for (std::size_t i = 0; i < size; ++i)
            values.push_back(static_cast<double>(random() % spread) - 100);
        std::ranges::sort(values);
        for (std::size_t classes = 1; classes <= 5; ++classes) {
            const auto counts = naturalClasses(values, classes);
            CAPTURE(values, classes, counts);
            CHECK(counts.size() <= classes);
            CHECK(deviations(values, counts) ==
                  Approx(leastDeviations(values, classes)).margin(1e-9));
        }
    }
}

TEST_CASE("natural classes keep far values apart from large ones near each other", "[core]")
{
    // Squares of such numbers differ by less than a double can hold.
    const std::vector<double> values{1e9, 1e9 + 1, 1e9 + 2, 1e9 + 50, 1e9 + 51};
    CHECK(naturalClasses(values, 2) == std::vector<std::size_t>{3, 2});
}

TEST_CASE("quantiles hold equally many different values", "[core]")
{
    for (std::size_t size = 1; size <= 60; ++size) {
        std::vector<double> values;
        for (std::size_t i = 0; i < size; ++i)
            values.push_back(static_cast<double>(i * i));
        for (std::size_t classes = 1; classes <= std::min<std::size_t>(size, 9); ++classes) {
            const auto counts =
                countsOf(values, classBreaks(ClassMethod::Quantiles, values, classes));
            CAPTURE(size, classes, counts);
            CHECK(counts.size() == classes);
            for (const std::size_t count : counts)
                CHECK((count == size / classes || count == (size + classes - 1) / classes));
        }
    }
}

TEST_CASE("quantiles put a break beside equal values, never among them", "[core]")
{
    // Seven of ten are 0: a third and two thirds lie among them.
    const std::vector<double> values{0, 0, 0, 0, 0, 0, 0, 4, 5, 6};
    const auto breaks = classBreaks(ClassMethod::Quantiles, values, 3);
    CHECK(countsOf(values, breaks) == std::vector<std::size_t>{7, 3});
}

TEST_CASE("equal intervals are equal", "[core]")
{
    CHECK(classBreaks(ClassMethod::EqualInterval, {0, 1000, 13, 702}, 5) ==
          std::vector<double>{200, 400, 600, 800});
    CHECK(classBreaks(ClassMethod::EqualInterval, {-1, 1, 0.3}, 4) ==
          std::vector<double>{-0.5, 0, 0.5});
    // Of whole numbers the breaks are whole: 1.4 and 2.8 become 2 and 3, which part them as well.
    CHECK(classBreaks(ClassMethod::EqualInterval, {0, 1, 2, 3, 4, 5, 6, 7}, 5) ==
          std::vector<double>{2, 3, 5, 6});
}

TEST_CASE("breaks are the roundest numbers that leave every value in its class", "[core]")
{
    CHECK(classBreaks(ClassMethod::NaturalBreaks, {3, 9, 12, 297, 305, 311, 880, 1013}, 3) ==
          std::vector<double>{200, 500});
    CHECK(classBreaks(ClassMethod::NaturalBreaks, {99, 99, 100, 100}, 2) ==
          std::vector<double>{100});
    CHECK(classBreaks(ClassMethod::NaturalBreaks, {0.31, 0.32, 0.38, 0.39}, 2) ==
          std::vector<double>{0.35});
}

TEST_CASE("few and equal values make fewer classes", "[core]")
{
    for (const ClassMethod method : methods) {
        CHECK(classBreaks(method, {}, 5).empty());
        CHECK(classBreaks(method, {4}, 5).empty());
        CHECK(classBreaks(method, {4, 4, 4}, 5).empty());
        CHECK(classBreaks(method, {4, 5}, 1).empty());
    }
    CHECK(classBreaks(ClassMethod::NaturalBreaks, {4, 7, 7}, 5).size() == 1);
    CHECK(classBreaks(ClassMethod::Quantiles, {4, 7, 7}, 5).size() == 1);
}

TEST_CASE("breaks ascend and lie among the values, whatever these are", "[core]")
{
    CHECK(rc::check("for any values", [](std::vector<double> values, bool isWhole) {
        std::erase_if(values, [](double value) { return !std::isfinite(value); });
        if (isWhole)
            std::ranges::transform(values, values.begin(), [](double v) { return std::floor(v); });
        const std::size_t classes = *rc::gen::inRange<std::size_t>(1, 9);
        for (const ClassMethod method : methods) {
            const auto breaks = classBreaks(method, values, classes);
            RC_ASSERT(breaks.size() < classes);
            RC_ASSERT(ascends(breaks));
            for (const double at : breaks) {
                RC_ASSERT(at > *std::ranges::min_element(values));
                RC_ASSERT(at <= *std::ranges::max_element(values));
            }
            if (method == ClassMethod::EqualInterval)
                continue; // may leave a class empty
            for (const std::size_t count : countsOf(values, breaks))
                RC_ASSERT(values.empty() || count > 0);
        }
    }));
}

TEST_CASE("extreme numbers are divided too", "[core]")
{
    const double most = std::numeric_limits<double>::max();
    const double least = std::numeric_limits<double>::denorm_min();
    for (const ClassMethod method : methods) {
        CHECK(ascends(classBreaks(method, {-most, 0, most}, 3)));
        CHECK(ascends(classBreaks(method, {0, least, 2 * least}, 3)));
    }
}
