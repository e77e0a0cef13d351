// SPDX-License-Identifier: MIT
#include "exchange/gdal_dataset.h"

#include "core/error.h"
#include "core/text.h"
#include "exchange/archive.h"
#include "exchange/encoding.h"
#include "exchange/gdal_errors.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>

namespace guatu::exchange
{
namespace
{

namespace fs = std::filesystem;
constexpr std::uint64_t maxCopiedBytes = 500'000'000;

const char* driverOf(FileFormat format)
{
    switch (format) {
    case FileFormat::Xlsx:
        return "XLSX";
    case FileFormat::Ods:
        return "ODS";
    case FileFormat::Xls:
        return "XLS";
    case FileFormat::GeoJson:
        return "GeoJSON";
    case FileFormat::GeoPackage:
        return "GPKG";
    case FileFormat::Shapefile:
    case FileFormat::Dbf:
        return "ESRI Shapefile";
    case FileFormat::Kml:
        return "KML";
    case FileFormat::Gpx:
        return "GPX";
    case FileFormat::Osm:
        return "OSM";
    case FileFormat::Delimited:
        break;
    }
    return "CSV";
}

std::string readVsi(const std::string& path, const std::string& name)
{
    VSIStatBufL stat{};
    VSILFILE* file = VSIStatL(path.c_str(), &stat) == 0 ? VSIFOpenL(path.c_str(), "rb") : nullptr;
    if (file == nullptr)
        throw inputError({"import.cannot_open", {{"file", name}}});
    const auto close = [](VSILFILE* open) { VSIFCloseL(open); };
    const std::unique_ptr<VSILFILE, decltype(close)> opened(file, close);
    const auto size = static_cast<std::uint64_t>(stat.st_size);
    if (size > maxCopiedBytes)
        throw inputError({"import.file_too_large",
                          {{"file", name}, {"limit", withThousands(maxCopiedBytes / 1'000'000)}}});
    std::string bytes(size, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file));
    return bytes;
}

/// GDAL 3.6's LIBKML driver, which keeps attributes, dies of tracks without times; the plain KML
/// driver does not know tracks. Text that is not UTF-8 could hide one.
bool isSafeForLibKml(const std::string& kml)
{
    if (kml.find('\0') != std::string::npos || !isUtf8(kml))
        return false;
    for (std::size_t at = kml.find("Track"); at != std::string::npos;
         at = kml.find("Track", at + 1))
        if (at > 0 && (kml[at - 1] == ':' || kml[at - 1] == '<' || kml[at - 1] == 'i'))
            return false;
    return true;
}

/// Names inside archives and of files may hold what GDAL's virtual paths take for syntax.
std::string vsiPath(const fs::path& file, const std::string& member)
{
    return member.empty() ? file.string() : "/vsizip/{" + file.string() + "}/" + member;
}

std::vector<const char*> openOptions(FileFormat format, const fs::path& file)
{
    if (format == FileFormat::Shapefile || format == FileFormat::Dbf)
        return {"ENCODING=", nullptr}; // raw bytes: what they mean is decided by evidence
    const bool journal = fs::exists(fs::path(file.string() + "-wal"));
    if (format == FileFormat::GeoPackage && !journal)
        return {"IMMUTABLE=YES", nullptr}; // no journal files beside the user's file
    return {nullptr};
}

GDALDatasetUniquePtr tryOpen(const std::string& path, const char* driver,
                             const std::vector<const char*>& options)
{
    const char* const drivers[] = {driver, nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                  drivers, options.data(), nullptr));
}

/// Copies what GDAL cannot open where it lies: a shapefile without its index, a workbook whose
/// name ends otherwise.
void copyIfNeeded(const fs::path& file, const RecognisedFile& recognised, OpenedDataset& opened)
{
    const std::string extension = foldWidth(file.extension().string());
    switch (recognised.format) {
    case FileFormat::Shapefile:
        if (!recognised.member.empty())
            return;
        if (sidecar(file, ".dbf").empty())
            opened.notes.push_back({"import.no_dbf"});
        if (sidecar(file, ".shx").empty()) {
            opened.notes.push_back({"import.no_shx"});
            opened.copy = std::make_unique<MemoryCopy>(
                file, std::vector<std::string>{".shp", ".dbf", ".prj", ".cpg"});
        }
        return;
    case FileFormat::Xlsx:
        if (extension != ".xlsx" && extension != ".xlsm")
            opened.copy = std::make_unique<MemoryCopy>(file, std::vector<std::string>{".xlsx"});
        return;
    case FileFormat::Ods:
        if (extension != ".ods")
            opened.copy = std::make_unique<MemoryCopy>(file, std::vector<std::string>{".ods"});
        return;
    case FileFormat::Xls: // its library opens real files only
        if (extension != ".xls")
            throw inputError({"import.rename_xls", {{"file", file.filename().string()}}});
        return;
    case FileFormat::Dbf: // GDAL would open the shapefile it belongs to
        opened.copy = std::make_unique<MemoryCopy>(file, std::vector<std::string>{".dbf"});
        return;
    case FileFormat::Delimited:
    case FileFormat::GeoJson:
    case FileFormat::GeoPackage:
    case FileFormat::Kml:
    case FileFormat::Gpx:
    case FileFormat::Osm:
        return;
    }
}

} // namespace

fs::path sidecar(const fs::path& file, std::string_view extension)
{
    std::error_code failure;
    const std::string stem = file.stem().string();
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure))
        if (entry.path().stem().string() == stem &&
            foldWidth(entry.path().extension().string()) == extension)
            return entry.path();
    return {};
}

Error brokenFile(const std::string& file, const std::string& format, const GdalErrors& errors)
{
    const std::string what = errors.first();
    if (what.empty())
        return inputError({"import.file_unreadable", {{"file", file}, {"format", format}}});
    return inputError({"import.file_broken", {{"file", file}, {"format", format}, {"what", what}}});
}

MemoryCopy::MemoryCopy(const fs::path& file, const std::vector<std::string>& extensions)
{
    static std::atomic<unsigned> serial{0};
    m_folder = fmt::format("/vsimem/guatu-{}", serial++);
    for (const std::string& extension : extensions) {
        const fs::path part = m_path.empty() ? file : sidecar(file, extension);
        const std::string name = m_folder + "/copy" + extension;
        if (m_path.empty())
            m_path = name;
        if (part.empty())
            continue;
        const std::string bytes = readVsi(part.string(), part.filename().string());
        VSILFILE* copy = VSIFOpenL(name.c_str(), "wb");
        VSIFWriteL(bytes.data(), 1, bytes.size(), copy);
        VSIFCloseL(copy);
    }
}

MemoryCopy::~MemoryCopy()
{
    VSIRmdirRecursive(m_folder.c_str());
}

OpenedDataset openDataset(const fs::path& file, const RecognisedFile& recognised)
{
    GDALAllRegister();
    OpenedDataset opened;
    GdalErrors errors;
    std::string path = vsiPath(file, recognised.member);
    const char* driver = driverOf(recognised.format);
    copyIfNeeded(file, recognised, opened);
    if (opened.copy)
        path = opened.copy->path();
    const bool rebuild = opened.copy && recognised.format == FileFormat::Shapefile;
    const GdalOption restore("SHAPE_RESTORE_SHX", rebuild ? "YES" : "NO");
    if (recognised.format == FileFormat::Kml &&
        isSafeForLibKml(readVsi(path, file.filename().string())))
        driver = "LIBKML";
    if (GetGDALDriverManager()->GetDriverByName(driver) == nullptr)
        throw inputError({"import.driver_missing", {{"format", driver}}});
    const auto options = openOptions(recognised.format, file);
    opened.dataset = tryOpen(path, driver, options);
    if (!opened.dataset && driver == std::string_view("LIBKML"))
        opened.dataset = tryOpen(path, driver = "KML", options);
    if (!opened.dataset)
        throw inputError(
            {"import.file_broken",
             {{"file", file.filename().string()}, {"format", driver}, {"what", errors.first()}}});
    opened.format = driver == std::string_view("LIBKML") ? "KML" : driver;
    return opened;
}

} // namespace guatu::exchange
