// SPDX-License-Identifier: MIT
#include "exchange/kml_icon.h"

#include "core/error.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace guatu::exchange
{
namespace
{

constexpr int size = 32; // pixels

/// How much of a pixel lies in the disc of this radius, 0 to 1.
double coverage(int x, int y, double radius)
{
    constexpr double middle = (size - 1) / 2.0;
    return std::clamp(radius + 0.5 - std::hypot(x - middle, y - middle), 0.0, 1.0);
}

/// Grey and opacity, pixel after pixel.
std::vector<unsigned char> disc()
{
    constexpr double rim = 14.5;
    constexpr double inside = 12;
    constexpr double dark = 60;
    std::vector<unsigned char> pixels;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const double light = coverage(x, y, inside);
            pixels.push_back(static_cast<unsigned char>(dark + (255 - dark) * light));
            pixels.push_back(static_cast<unsigned char>(255 * coverage(x, y, rim)));
        }
    return pixels;
}

} // namespace

std::string kmlIcon()
{
    GDALAllRegister();
    constexpr const char* name = "/vsimem/guatu-kml-icon.png";
    auto* manager = GetGDALDriverManager();
    GDALDriver* memory = manager->GetDriverByName("MEM");
    GDALDriver* png = manager->GetDriverByName("PNG");
    if (memory == nullptr || png == nullptr)
        throw Error(ErrorKind::Internal, {"cli.internal", {{"what", "PNG"}}});
    const GDALDatasetUniquePtr picture(memory->Create("", size, size, 2, GDT_Byte, nullptr));
    std::vector<unsigned char> pixels = disc();
    std::array<int, 2> bands{1, 2};
    const bool filled =
        picture->RasterIO(GF_Write, 0, 0, size, size, pixels.data(), size, size, GDT_Byte, 2,
                          bands.data(), 2, 2 * size, 1, nullptr) == CE_None;
    picture->GetRasterBand(2)->SetColorInterpretation(GCI_AlphaBand);
    GDALDatasetUniquePtr written(
        png->CreateCopy(name, picture.get(), FALSE, nullptr, nullptr, nullptr));
    if (!filled || written == nullptr)
        throw Error(ErrorKind::Internal, {"cli.internal", {{"what", "PNG"}}});
    written.reset();
    vsi_l_offset length = 0;
    GByte* bytes = VSIGetMemFileBuffer(name, &length, TRUE);
    std::string text(reinterpret_cast<const char*>(bytes), length);
    CPLFree(bytes);
    VSIUnlink((std::string(name) + ".aux.xml").c_str());
    return text;
}

} // namespace guatu::exchange
