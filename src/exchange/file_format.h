// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace guatu::exchange
{

enum class FileFormat {
    Delimited,
    Xlsx,
    Ods,
    Xls,
    GeoJson,
    GeoPackage,
    Shapefile,
    Dbf,
    Kml,
    Gpx,
    Osm,
};

/// A file and what it really is.
struct RecognisedFile {
    FileFormat format;
    std::string member{}; ///< the file inside a ZIP archive that is meant; empty outside one
};

/// Recognises a file by its first bytes, by its name only where bytes do not tell. Throws
/// Error(Input) with the remedy when it is missing, empty, encrypted, or of a kind that is not
/// read (web pages named .xls, drawings, archives of other things).
[[nodiscard]] RecognisedFile recogniseFile(const std::filesystem::path& file);

} // namespace guatu::exchange
