// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"
#include "exchange/lexicon.h"

namespace guatu::exchange
{

/// The folded forms a header may be known by, best first: the whole, the lower and the upper
/// row of a two-row header.
[[nodiscard]] std::vector<std::string> headerForms(std::string_view header);

/// Equal for tables whose headers are equal but for spacing, width and units.
[[nodiscard]] std::string layoutOf(const std::vector<std::string>& headers);

/// Finds the field of each column by its header. Of two columns for one field the better known
/// header wins, then the first; the other is not imported. `cutNames`: see SourceInfo.
[[nodiscard]] ColumnMapping mapColumns(const std::vector<std::string>& headers, EntityKind kind,
                                       const Lexicon& lexicon, bool cutNames);

/// Fits a saved mapping to a table: by position when the header there is the same, else by
/// header text. Throws Error(Input) when none of its headers is found, or a field is unknown.
[[nodiscard]] ColumnMapping fitMapping(const ColumnMapping& saved,
                                       const std::vector<std::string>& headers, EntityKind kind);

/// Fields without which no record of the kind can be made and that nothing else gives.
[[nodiscard]] std::vector<std::string> missingFields(const ColumnMapping& mapping, EntityKind kind);

} // namespace guatu::exchange
