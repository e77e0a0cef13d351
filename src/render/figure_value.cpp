// SPDX-License-Identifier: MIT
#include "render/figure_value.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace guatu::render
{
namespace
{

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double numberAt(const FeatureTable& table, const std::string& field, std::size_t row)
{
    const NumberColumn* numbers = table.number(field);
    return numbers && std::isfinite((*numbers)[row]) ? (*numbers)[row] : unknown;
}

double sumOfParts(const ChartFigure& chart, const FeatureTable& table, std::size_t row)
{
    double sum = unknown;
    for (const ChartPart& part : chart.parts) {
        const double number = numberAt(table, part.field, row);
        if (!std::isnan(number))
            sum = (std::isnan(sum) ? 0 : sum) + std::max(0.0, number);
    }
    return sum;
}

/// The largest of 1, 2 and 5 times a power of ten that is not above.
double roundBelow(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value) + 1e-9));
    for (const double factor : {5.0, 2.0}) {
        if (factor * power <= value * (1 + 1e-9))
            return factor * power;
    }
    return power;
}

} // namespace

double figureValue(const Figure& figure, const FeatureTable& table, std::size_t row)
{
    if (const auto* chart = std::get_if<ChartFigure>(&figure))
        return sumOfParts(*chart, table, row);
    if (const auto* disc = std::get_if<DiscFigure>(&figure))
        return numberAt(table, disc->field, row);
    if (const auto* badge = std::get_if<BadgeFigure>(&figure))
        return numberAt(table, badge->field, row);
    if (const auto* flow = std::get_if<FlowFigure>(&figure))
        return numberAt(table, flow->field, row);
    return unknown;
}

double largestValue(const DrawnLayer& layer)
{
    double largest = 0;
    for (std::size_t row = 0; row < layer.table->size(); ++row) {
        if (layer.drawnClass(row))
            largest = std::fmax(largest, figureValue(layer.style->figure, *layer.table, row));
    }
    return largest;
}

double discSize(double least, double most, double value, double largest)
{
    return std::max(least, largest > 0 ? most * std::sqrt(value / largest) : 0);
}

std::vector<double> roundValues(double largest)
{
    std::vector<double> values;
    double below = largest;
    while (below > 0 && values.size() < 3) {
        values.push_back(roundBelow(below));
        below = values.back() / 3;
    }
    return values;
}

} // namespace guatu::render
