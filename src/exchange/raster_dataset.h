// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "core/progress.h"
#include "exchange/gdal_errors.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guatu::exchange
{

struct CloseDataset {
    void operator()(void* dataset) const;
};
/// A GDAL dataset that closes itself.
using Dataset = std::unique_ptr<void, CloseDataset>;
using Arguments = std::vector<std::string>;

/// The error of that message about the file, with GDAL's first failure as its reason.
[[nodiscard]] Error refusal(const char* id, const std::filesystem::path& file,
                            const GdalErrors& errors);

/// Opens a raster that says where it lies, of the formats for pictures and elevations. Formats that
/// may point elsewhere are not among them. Throws Error(Input).
[[nodiscard]] Dataset openRaster(const std::filesystem::path& file, const GdalErrors& errors);

/// Whether a raster holds numbers rather than colours: one band, without a palette, wider than a
/// byte.
[[nodiscard]] bool isElevation(const Dataset& raster);

/// Pointers as GDAL takes them, null at the end; valid while `arguments` stays.
[[nodiscard]] std::vector<char*> pointersTo(Arguments& arguments);

/// Warps as gdalwarp does. Throws Error(Input), and Cancelled on a stop request.
[[nodiscard]] Dataset warp(const Dataset& source, Arguments arguments,
                           const std::filesystem::path& file, const GdalErrors& errors,
                           const Progress& progress);

/// All digits of a number, for arguments.
[[nodiscard]] std::string exact(double value);

} // namespace guatu::exchange
