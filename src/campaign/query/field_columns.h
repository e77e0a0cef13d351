// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query.h"

#include <functional>
#include <variant>

namespace guatu::campaign::query
{

using Numbers = std::vector<double>; ///< NaN unknown
using Flags = std::vector<Flag>;
using Days = std::vector<Date>; ///< noDate unknown
using UnitRows = std::vector<RowIndex>;

/// Codes of words; 0 is unknown.
struct WordCodes {
    std::vector<std::string> words{"unknown"};
    std::vector<std::uint16_t> rows{};
};

/// Several words a row, as bits; what cannot be told apart from what is not.
struct WordSets {
    std::vector<std::string> words{};
    std::vector<std::uint64_t> certain{}, undecided{};
};

/// Texts in place, empty when unknown. The snapshot must outlive it.
struct Texts {
    std::size_t size = 0;
    std::function<std::string_view(std::size_t row)> at;
};

/// Several texts a row.
struct TextLists {
    std::vector<std::vector<std::string>> rows;
};

using FieldColumn =
    std::variant<Numbers, Flags, Days, UnitRows, WordCodes, WordSets, Texts, TextLists>;

/// The values of a field for every row of its entity. Throws Error(Input) when persons are asked
/// for that the context lacks; Error(Internal) for a field that nobody reads.
[[nodiscard]] FieldColumn readField(const QueryContext& context, Entity entity,
                                    const std::string& field);

/// How many rows the table of the entity has.
[[nodiscard]] std::size_t rowCount(const QueryContext& context, Entity entity);

/// Whether some reader knows the field.
[[nodiscard]] bool isReadable(Entity entity, const std::string& field);

} // namespace guatu::campaign::query
