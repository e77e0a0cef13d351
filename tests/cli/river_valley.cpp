// SPDX-License-Identifier: MIT
#include "cli/river_valley.h"

#include "support/catch.h"

namespace guatu::test
{
namespace
{

std::string line(const std::string& properties, const std::string& coordinates)
{
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"LineString","coordinates":[)" + coordinates + "]}}";
}

std::string collection(const std::string& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string road(const std::string& code, const std::string& coordinates)
{
    return line(R"("code":")" + code + R"(","name":")" + code +
                    R"(路","class":"village","surface":"concrete")",
                coordinates);
}

/// An ESRI grid of 0.002 degrees with one height everywhere.
std::string levelGrid()
{
    std::string grid = "ncols 100\nnrows 100\nxllcorner 101.9\nyllcorner 25.4\ncellsize 0.002\n"
                       "NODATA_value -9999\n";
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 100; ++column)
            grid += "1900.5 ";
        grid += "\n";
    }
    return grid;
}

} // namespace

void importInto(const std::string& workspace, const std::string& file, const std::string& kind)
{
    const Outcome outcome =
        runGuatu({"import", workspace, file, "--as", kind, "--datum", "cgcs2000"});
    INFO(outcome.out << outcome.err);
    REQUIRE(outcome.code == 0);
}

RiverValley::RiverValley(const TemporaryFolder& folder, bool withRoads)
    : workspace((folder / "谷.sqlite").string())
{
    REQUIRE(runGuatu({"new", workspace}).code == 0);
    importInto(workspace,
               folder.write("units.csv", "代码,名称,经度,纬度\n"
                                         "532300000000,楚雄彝族自治州,,\n"
                                         "532329000000,武定县,,\n"
                                         "532329102000,高桥镇,102.0,25.5\n"
                                         "532329102201,南村委会,102.0,25.5\n"
                                         "532329102202,北村委会,102.0,25.52\n"),
               "units");
    importInto(workspace,
               folder.write("f.csv", "编码,设施类型,名称,村编码,状态,医生数,经度,纬度\n"
                                     "F1,clinic,南村卫生室,532329102201,在用,2,102.005,25.5\n"),
               "facilities");
    importInto(workspace,
               folder.write("h.csv", "户编号,村编码,人数,脱贫属性,经度,纬度\n"
                                     "H1,532329102201,3,未脱贫,102.0,25.5015\n"
                                     "H2,532329102202,4,未脱贫,102.0,25.519\n"),
               "households");
    if (withRoads)
        importInto(
            workspace,
            folder.write("r.geojson", collection(road("R1", "[102.03,25.5],[102.03,25.52]") + "," +
                                                 road("R2", "[102.0,25.5],[102.03,25.5]") + "," +
                                                 road("R3", "[102.0,25.52],[102.03,25.52]"))),
            "roads");
    river = folder.write("river.geojson",
                         collection(line(R"("name":"河")", "[101.9,25.51],[102.1,25.51]")));
    heights = folder.write("level.asc", levelGrid());
    folder.write("level.prj",
                 R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,)"
                 R"(298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]])");
}

} // namespace guatu::test
