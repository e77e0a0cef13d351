// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_filter.h"

namespace guatu::exchange
{

/// A class or rule of a style file.
struct FoundClass {
    std::string id{};    ///< ours, of files we wrote; else empty
    std::string title{}; ///< may be empty
    StyleFilter filter{};
    Symbol symbol{};
    double minScale = 0, maxScale = 1e12;
    bool inLegend = true;
    int line = 0;
};

/// Classes of which the first that fits draws a feature, from rules of which all that fit do. Rules
/// with one filter and one range of scales become one class; what takes all comes last; a rule that
/// shares features with an earlier one, or leaves out what no earlier one takes, is noted.
/// Throws Error(Input) when nothing is left, or there are more than 500.
[[nodiscard]] std::vector<StyleClass> classesOf(std::vector<FoundClass> found, int line,
                                                StyleReading& reading);

/// Whether all that a filter leaves out is among the conditions.
[[nodiscard]] bool isTakenBefore(const StyleFilter& filter, const std::vector<Condition>& earlier);

} // namespace guatu::exchange
