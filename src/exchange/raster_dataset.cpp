// SPDX-License-Identifier: MIT
#include "exchange/raster_dataset.h"

#include <gdal_priv.h>
#include <gdal_utils.h>

#include <array>
#include <cstdio>

namespace guatu::exchange
{

void CloseDataset::operator()(void* dataset) const
{
    GDALClose(dataset);
}

Error refusal(const char* id, const std::filesystem::path& file, const GdalErrors& errors)
{
    return inputError({id, {{"file", file.filename().string()}, {"reason", errors.first()}}});
}

Dataset openRaster(const std::filesystem::path& file, const GdalErrors& errors)
{
    GDALAllRegister();
    const char* const drivers[]{"GTiff", "MBTiles", "SRTMHGT", "AAIGrid", "HFA", "EHdr", nullptr};
    Dataset dataset(
        GDALOpenEx(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (!dataset || GDALGetRasterCount(dataset.get()) == 0)
        throw refusal("exchange.raster_unreadable", file, errors);
    std::array<double, 6> place{};
    if (!GDALGetSpatialRef(dataset.get()) ||
        GDALGetGeoTransform(dataset.get(), place.data()) != CE_None)
        throw refusal("exchange.raster_nowhere", file, errors);
    return dataset;
}

bool isElevation(const Dataset& raster)
{
    if (GDALGetRasterCount(raster.get()) != 1)
        return false;
    const GDALRasterBandH band = GDALGetRasterBand(raster.get(), 1);
    return !GDALGetRasterColorTable(band) && GDALGetRasterDataType(band) != GDT_Byte;
}

std::vector<char*> pointersTo(Arguments& arguments)
{
    std::vector<char*> pointers;
    for (std::string& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return pointers;
}

namespace
{

int CPL_STDCALL goOn(double, const char*, void* progress)
{
    return static_cast<const Progress*>(progress)->stop.stop_requested() ? FALSE : TRUE;
}

} // namespace

Dataset warp(const Dataset& source, Arguments arguments, const std::filesystem::path& file,
             const GdalErrors& errors, const Progress& progress)
{
    std::vector<char*> pointers = pointersTo(arguments);
    const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
        GDALWarpAppOptionsNew(pointers.data(), nullptr), &GDALWarpAppOptionsFree);
    GDALWarpAppOptionsSetProgress(options.get(), goOn, const_cast<Progress*>(&progress));
    GDALDatasetH sources[]{source.get()};
    Dataset warped(GDALWarp("", nullptr, 1, sources, options.get(), nullptr));
    progress.checkpoint();
    if (!warped)
        throw refusal("exchange.raster_unreadable", file, errors);
    return warped;
}

std::string exact(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.17g", value);
    return text.data();
}

} // namespace guatu::exchange
