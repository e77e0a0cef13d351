// SPDX-License-Identifier: MIT
#pragma once

#include "core/entity.h"
#include "core/error.h"
#include "core/feature_table.h"
#include "core/style.h"

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace guatu::exchange
{

/// The layer that a style is read for.
struct StyleTarget {
    const FeatureTable& table;         ///< its columns are the fields a style may ask for
    LocalText title;                   ///< of the one class of a style without classes
    std::filesystem::path symbols;     ///< folder of the pictograms
    std::optional<EntityKind> records; ///< whose headers may stand for the table's columns
};

/// A style of another program in our terms.
struct ImportedStyle {
    Style style; ///< with classes for whatever had classes, ranges or rules; its id is "imported"
    std::optional<std::pair<double, double>> scales{}; ///< least and largest denominator, if said
    std::vector<Message> notes{}; ///< what could not be taken, where, and what is used instead
};

/// Reads a style as QGIS 3 saves it (.qml), or SLD 1.0 or 1.1; which shows in the file.
///
/// QGIS: single, categorised, graduated and rule-based renderers, and those inside of clusters;
/// SLD: rules of feature types. Rules are taken with filters that compare fields with values; of
/// several that fit a feature, the first draws it. Taken are fills, hatches and dot patterns,
/// lines with dashes and casings, markers by shape and colour, labels with halo, scales and
/// opacity. Line joins and caps are always ours. A pixel is 1/96 inch in QGIS and 0.28 mm in SLD,
/// as OGC 05-077r4 says in 11.
///
/// Throws Error(Input) naming file and line: when it is no such file, is meant for other
/// geometry, asks for a field the table lacks, or nothing of it can be drawn.
[[nodiscard]] ImportedStyle readQgisStyle(const std::filesystem::path& file,
                                          const StyleTarget& target);

} // namespace guatu::exchange
