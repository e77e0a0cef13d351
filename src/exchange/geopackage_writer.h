// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/feature_table.h"
#include "core/progress.h"

#include <filesystem>
#include <string>

namespace guatu::exchange
{

/// Writes each table as a layer named after its source: the geometry in `crs`, `row_id` and every
/// column; what is not known is NULL. The same tables and date give the same bytes. Throws
/// Error(Input) when the file cannot be written, Cancelled when stopped; what is there then is no
/// whole file.
void writeGeoPackage(const std::filesystem::path& file, const FeatureTables& tables,
                     const std::string& crs, Date date, const Progress& progress = {});

} // namespace guatu::exchange
