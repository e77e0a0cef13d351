// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "exchange/layer_writer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// What the columns of a table are called in a file: title, with (%) behind percentages, or key. No
/// two are alike, also without regard to case.
[[nodiscard]] std::vector<std::string> fieldNames(const Table& table, FieldNames names,
                                                  Language language);

/// The names as dBASE takes them: of letters, digits, underscores and Han, at most 10 bytes long in
/// UTF-8 or GBK, cut between characters, no two alike.
[[nodiscard]] std::vector<std::string> shortFieldNames(const std::vector<std::string>& names,
                                                       bool gbk);

/// A cell that is no number as a file has it: words by title or code, dates ISO; empty for what is
/// unknown or does not apply.
[[nodiscard]] std::string cellText(const TableCell& cell, FieldNames names, Language language);
/// NaN when the cell holds no number.
[[nodiscard]] double cellNumber(const TableCell& cell);

/// Bytes of a UTF-8 text in GBK, as code page 936 has it; a character that GBK lacks takes one.
[[nodiscard]] std::size_t gbkSize(std::string_view utf8);
/// The text with a question mark for each character that GBK lacks; `lost` counts them.
[[nodiscard]] std::string asGbkCan(std::string_view utf8, std::size_t& lost);
/// The same as bytes of GBK.
[[nodiscard]] std::string toGbk(std::string_view utf8, std::size_t& lost);

} // namespace guatu::exchange
