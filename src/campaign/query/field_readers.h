// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/field_columns.h"

#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace guatu::campaign::query
{

using FieldReader = FieldColumn (*)(const QueryContext&);
using FieldReaders = std::map<std::string_view, FieldReader>;

// The readers of each entity, by field.
[[nodiscard]] const FieldReaders& householdReaders();
[[nodiscard]] const FieldReaders& personReaders();
[[nodiscard]] const FieldReaders& unitReaders();
[[nodiscard]] const FieldReaders& siteReaders();
[[nodiscard]] const FieldReaders& placeReaders(Entity entity); ///< facilities, roads, projects
[[nodiscard]] const FieldReaders&
recordReaders(Entity entity); ///< problems, listings, plans, visits

/// Results of one criterion for every row; null when the profile has none of that name there.
[[nodiscard]] std::optional<FieldColumn> criterionColumn(const QueryContext& context, Entity entity,
                                                         std::string_view criterion);

// Columns as they stand, made into field columns.
template <typename Number>
[[nodiscard]] Numbers numbers(const std::vector<Number>& column, Number missing)
{
    Numbers made(column.size());
    for (std::size_t row = 0; row < made.size(); ++row)
        made[row] = column[row] == missing ? std::numeric_limits<double>::quiet_NaN()
                                           : static_cast<double>(column[row]);
    return made;
}
[[nodiscard]] Flags flagsOf(const std::vector<bool>& column);
[[nodiscard]] Numbers reals(const std::vector<float>& column);
[[nodiscard]] WordCodes words(const std::vector<std::string>& column);
[[nodiscard]] WordCodes words(const CategoryColumn& column);
[[nodiscard]] Texts texts(const std::vector<std::string>& column);
[[nodiscard]] Days days(const std::vector<std::optional<Date>>& column);

/// Words of an enumeration that has a toString and `count` values, some of which are unknown.
template <typename Enum>
[[nodiscard]] WordCodes enumWords(const std::vector<Enum>& column, std::size_t count,
                                  std::string_view (*word)(Enum))
{
    WordCodes made;
    std::vector<std::uint16_t> codes(count, 0);
    for (std::size_t value = 0; value < count; ++value) {
        const std::string_view text = word(static_cast<Enum>(value));
        if (text.empty() || text == "unknown")
            continue;
        codes[value] = static_cast<std::uint16_t>(made.words.size());
        made.words.emplace_back(text);
    }
    made.rows.resize(column.size());
    for (std::size_t row = 0; row < column.size(); ++row)
        made.rows[row] = codes[static_cast<std::size_t>(column[row])];
    return made;
}

/// The unit rows of a subject: of a household its home, of others the unit in their records.
[[nodiscard]] RowIndex unitOfSubject(const QueryContext& context, SubjectType type,
                                     RowIndex subject);
[[nodiscard]] UnitRows unitsOfSubjects(const QueryContext& context,
                                       const std::vector<SubjectType>& types,
                                       const std::vector<RowIndex>& subjects);

/// Open problems per row of a subject; for units those of the unit itself.
[[nodiscard]] Numbers openProblems(const QueryContext& context, SubjectType type, std::size_t rows);
[[nodiscard]] Days lastVisits(const QueryContext& context, SubjectType type, std::size_t rows);

// Listings of units or sites.
[[nodiscard]] FieldColumn listedFlags(const QueryContext& context, SubjectType type);
[[nodiscard]] FieldColumn issuers(const QueryContext& context, SubjectType type);
[[nodiscard]] FieldColumn ruleHits(const QueryContext& context, SubjectType type);
[[nodiscard]] FieldColumn undecidedRules(const QueryContext& context, SubjectType type);
[[nodiscard]] FieldColumn ruleOnly(const QueryContext& context, SubjectType type);

} // namespace guatu::campaign::query
