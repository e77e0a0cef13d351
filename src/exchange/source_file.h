// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"
#include "exchange/row_source.h"

#include <memory>

namespace guatu::exchange
{

/// Opens the table or layer of a file that the options name, whatever its name ends in: what it
/// is shows in its first bytes. Throws Error(Input) when it is missing, empty, locked by a
/// password, cut off or of a kind that cannot be read; nothing is ever written beside it.
[[nodiscard]] std::unique_ptr<RowSource> openSource(const std::filesystem::path& file,
                                                    const ImportOptions& options);

} // namespace guatu::exchange
