// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/qgis_reading.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// A filter of a rule, as our classes can have it.
struct StyleFilter {
    Condition when{}; ///< empty All: everything
    /// Left out where these are met; the readers drop what earlier classes take anyway.
    std::vector<Condition> except{};
    std::string nullOf{}; ///< instead of `when`: features whose column is not known
};

/// Reads an expression of QGIS: fields compared with values, IN, BETWEEN, IS NULL, joined by AND,
/// OR and NOT; also what qgisFilters() writes. None for what has more to it. Throws Error(Input)
/// for a field the table lacks.
[[nodiscard]] std::optional<StyleFilter> filterFromQgis(const std::string& expression, int line,
                                                        StyleReading& reading);

/// The field that an expression consists of: name, "name". Empty for others.
[[nodiscard]] std::string fieldOfExpression(std::string_view expression);

/// Met by what is known of the column, unmet by nothing.
[[nodiscard]] Condition isKnown(const std::string& column, const FeatureTable& table);
[[nodiscard]] Condition comparison(std::string column, Condition::Operator op, FieldValue value);
/// Both, without needless levels.
[[nodiscard]] Condition both(const Condition& a, const Condition& b);

} // namespace guatu::exchange
