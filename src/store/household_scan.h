// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "store/table_reader.h"

namespace guatu::store
{

/// Reads the households that hold on the date, in the order of their ids, on two connections at
/// a time where the file allows it. The caller is inside a read transaction, which keeps both on
/// the same state of the file.
[[nodiscard]] HouseholdColumns readHouseholds(ReadContext& context, const Progress& progress);

} // namespace guatu::store
