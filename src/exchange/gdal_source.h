// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/file_format.h"
#include "exchange/import.h"
#include "exchange/row_source.h"

#include <memory>

namespace guatu::exchange
{

/// Opens a workbook, layer or database table through GDAL. Sheets come as raw rows of text, with
/// no row taken for a header; layers come with named columns. Throws Error(Input) when GDAL
/// cannot read the file, or the sheet or layer asked for is not in it.
[[nodiscard]] std::unique_ptr<RowSource> openGdalSource(const std::filesystem::path& file,
                                                        const RecognisedFile& recognised,
                                                        const ImportOptions& options);

} // namespace guatu::exchange
