// SPDX-License-Identifier: MIT
#pragma once

#include "render/furniture_panels.h"

#include <QString>

namespace guatu::render
{

/// One line of a printed legend: a heading, a class with its swatch, or a remark.
struct LegendLine {
    enum class Kind { Heading, Class, Figure, Remark } kind;
    QString text;
    QString count{};
    std::string layer{}, styleClass{};
    int swatchHeight = 0; ///< CSS pixels; 0 without a swatch
    QImage figure{};      ///< what sizes mean, in device pixels
};

/// The groups of what is drawn, top layer first: each a heading and its classes, counted within
/// the focus, else on the sheet. Classes of a group with the same title are one line.
[[nodiscard]] std::vector<std::vector<LegendLine>> legendGroups(const Furnishing& f);

} // namespace guatu::render
