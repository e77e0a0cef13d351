// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_reading.h"

namespace guatu::exchange
{

/// What a label's text consists of.
struct LabelText {
    std::string field;
    std::optional<Marker> badge{};
};

/// The text of a label with a sign before its name, as an expression of QGIS that gives HTML: signs
/// are words in the sign's colour, as QGIS has no pictures in labels.
[[nodiscard]] std::string qgisLabelExpression(const LabelText& text);

/// Reads what qgisLabelExpression() writes; of other expressions the one field they use, which is
/// noted. None, noted too, when they use several or none.
[[nodiscard]] std::optional<LabelText> readLabelExpression(const std::string& expression, int line,
                                                           StyleReading& reading);

} // namespace guatu::exchange
