// SPDX-License-Identifier: MIT
#include "core/class_breaks.h"

#include <algorithm>
#include <cmath>

namespace guatu
{
namespace
{

/// Ten to a whole power, as exact as the type has it.
double tenTo(int power)
{
    return std::pow(10.0, power);
}

/// The roundest number that is > lower and <= upper: the multiple nearest to `wanted` of 10, 5, 2
/// or 1 times the largest power of ten that has one there, no coarser than `coarsest`.
double roundBetween(double lower, double upper, double wanted, double coarsest)
{
    if (!(coarsest > 1e-15))
        return upper;
    const double start = std::floor(std::log10(std::min(coarsest, 1e300)));
    for (int power = static_cast<int>(start); power >= -15; --power) {
        for (const double factor : {5.0, 2.0, 1.0}) {
            if (factor * tenTo(power) > coarsest)
                continue;
            // Whole numbers of a unit are divided, so that 0.3 is 3 / 10 and not 3 * 0.1.
            const double steps = power < 0 ? std::round(wanted * tenTo(-power) / factor)
                                           : std::round(wanted / tenTo(power) / factor);
            const double number =
                power < 0 ? steps * factor / tenTo(-power) : steps * factor * tenTo(power);
            if (number > lower && number <= upper)
                return number;
        }
    }
    return upper;
}

std::vector<double> equalSteps(const std::vector<double>& values, std::size_t classes)
{
    const double least = values.front();
    const double width =
        values.back() / static_cast<double>(classes) - least / static_cast<double>(classes);
    const bool isWhole =
        std::ranges::all_of(values, [](double value) { return value == std::floor(value); });
    std::vector<double> breaks;
    for (std::size_t i = 1; i < classes && width > 0; ++i) {
        double wanted = least + width * static_cast<double>(i);
        if (isWhole)
            wanted = std::ceil(wanted);
        const auto above = std::ranges::lower_bound(values, wanted);
        if (above == values.begin() || above == values.end())
            continue; // the width is below what numbers of this size can tell apart
        const double found = roundBetween(*(above - 1), *above, wanted, width / 10);
        if (breaks.empty() || found > breaks.back())
            breaks.push_back(found);
    }
    return breaks;
}

/// Where classes begin so that they hold equally many values, as far as equal ones allow.
std::vector<std::size_t> quantileStarts(const std::vector<double>& values, std::size_t classes)
{
    std::vector<std::size_t> possible;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i] != values[i - 1])
            possible.push_back(i);
    }
    std::vector<std::size_t> starts;
    for (std::size_t i = 1; i < classes && !possible.empty(); ++i) {
        const double wanted = static_cast<double>(i) * static_cast<double>(values.size()) /
                              static_cast<double>(classes);
        const auto distance = [wanted](std::size_t start) {
            return std::abs(static_cast<double>(start) - wanted);
        };
        const std::size_t nearest = *std::ranges::min_element(possible, {}, distance);
        if (starts.empty() || nearest > starts.back())
            starts.push_back(nearest);
    }
    return starts;
}

std::vector<std::size_t> naturalStarts(const std::vector<double>& values, std::size_t classes)
{
    std::vector<std::size_t> starts = naturalClasses(values, classes);
    std::size_t sum = 0;
    for (std::size_t& start : starts)
        start = sum += start;
    starts.pop_back();
    return starts;
}

} // namespace

std::vector<double> classBreaks(ClassMethod method, std::vector<double> values, std::size_t classes)
{
    if (values.empty() || classes < 2)
        return {};
    std::ranges::sort(values);
    if (method == ClassMethod::EqualInterval)
        return equalSteps(values, classes);
    std::vector<double> breaks;
    for (const std::size_t start : method == ClassMethod::Quantiles
                                       ? quantileStarts(values, classes)
                                       : naturalStarts(values, classes)) {
        const double lower = values[start - 1];
        const double upper = values[start];
        breaks.push_back(roundBetween(lower, upper, lower / 2 + upper / 2, 10 * (upper - lower)));
    }
    return breaks;
}

} // namespace guatu
