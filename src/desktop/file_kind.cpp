// SPDX-License-Identifier: MIT
#include "desktop/file_kind.h"

#include "core/text.h"

#include <array>
#include <fstream>
#include <utility>

namespace guatu::desktop
{

bool isWorkspaceFile(const std::filesystem::path& file)
{
    const std::string extension = foldWidth(file.extension().string());
    if (extension == ".gpkg" || extension == ".mbtiles")
        return false;
    std::ifstream in(file, std::ios::binary);
    std::array<char, 16> head{};
    in.read(head.data(), head.size());
    constexpr std::string_view sqlite("SQLite format 3\0", 16);
    // A damaged or empty .sqlite is still meant as a workspace: opening says what is wrong.
    return (in && std::string_view(head.data(), head.size()) == sqlite) || extension == ".sqlite";
}

EntityKind likelyKind(const std::filesystem::path& file)
{
    const std::string name = foldWidth(file.stem().string());
    using enum EntityKind;
    static constexpr std::pair<std::string_view, EntityKind> hints[]{
        {"边界", Boundary},   {"境界", Boundary},  {"bound", Boundary},  {"区划", Unit},
        {"单位", Unit},       {"unit", Unit},      {"人员", Person},     {"person", Person},
        {"安置", Site},       {"site", Site},      {"设施", Facility},   {"facilit", Facility},
        {"道路", Road},       {"公路", Road},      {"road", Road},       {"项目", Project},
        {"project", Project}, {"问题", Problem},   {"problem", Problem}, {"挂牌", Listing},
        {"listing", Listing}, {"农户", Household}, {"台账", Household},  {"household", Household}};
    for (const auto& [hint, kind] : hints) {
        if (name.find(hint) != std::string::npos)
            return kind;
    }
    const std::string extension = foldWidth(file.extension().string());
    if (extension == ".gpx")
        return Road;
    if (extension == ".geojson" || extension == ".shp" || extension == ".kml" ||
        extension == ".gpkg")
        return Boundary;
    return Household;
}

} // namespace guatu::desktop
