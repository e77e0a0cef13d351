// SPDX-License-Identifier: MIT
#include "small_workspace.h"

#include "session/import_job.h"
#include "session/new_workspace.h"
#include "support/catch.h"

namespace guatu::test
{
namespace
{

const std::string units = "统计用区划代码,名称,是否贫困村,农业人口\n"
                          "532300000000,楚雄彝族自治州,,\n"
                          "532329000000,武定县,,\n"
                          "532329102000,高桥镇,,\n"
                          "532329102214,小河村委会,是,1402\n"
                          "532329102215,树沟村委会,否,900\n";

std::string square(const std::string& code, double west, double south, double east, double north)
{
    const auto corner = [](double lon, double lat) {
        return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]";
    };
    return R"({"type":"Feature","properties":{"code":")" + code +
           R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(west, south) + "," +
           corner(east, south) + "," + corner(east, north) + "," + corner(west, north) + "," +
           corner(west, south) + "]]}}";
}

std::string boundaries()
{
    return R"({"type":"FeatureCollection","features":[)" +
           square("532300000000", 101.8, 25.2, 102.6, 26.0) + "," +
           square("532329000000", 101.9, 25.3, 102.5, 25.9) + "," +
           square("532329102000", 102.0, 25.5, 102.2, 25.7) + "," +
           square("532329102214", 102.0, 25.5, 102.1, 25.7) + "," +
           square("532329102215", 102.1, 25.5, 102.2, 25.7) + "]}";
}

const std::string households =
    "户编号,乡镇,行政村,人数,脱贫属性,监测对象类别,增收方式,住房等级,房屋是否居住,经度,纬度\n"
    "5323291022140001,高桥镇,小河,4,未脱贫,,务工,C,是,102.05,25.60\n"
    "5323291022140002,高桥镇,小河,2,未脱贫,,,B,是,,\n"
    "5323291022140003,高桥镇,小河,5,已脱贫,监测户,务工,A,是,102.06,25.62\n"
    "5323291022140004,高桥镇,小河,3,已脱贫,,务工,B,是,102.03,25.56\n"
    "5323291022150001,高桥镇,树沟,6,已脱贫,,务工,A,是,102.14,25.58\n"
    "5323291022150002,高桥镇,树沟,2,未脱贫,,,D,是,102.16,25.61\n";

void bring(const std::filesystem::path& workspace, const std::filesystem::path& file,
           EntityKind kind)
{
    session::ImportJob job;
    job.read.kind = kind;
    job.read.datum = Datum::Cgcs2000;
    job.read.asOf = Date::fromIso("2020-05-06");
    job.who = "tester";
    job.datasetName = "试验数据";
    const session::ImportReport report = session::importFile(workspace, file, job);
    INFO(file.filename().string() << (report.issues.empty()
                                          ? std::string()
                                          : ": " + text(report.issues.front().reason,
                                                        Language::Chinese)));
    REQUIRE(report.committed);
}

} // namespace

std::filesystem::path makeSmallWorkspace(const TemporaryFolder& folder)
{
    const std::filesystem::path file = folder / "小河.sqlite";
    session::createWorkspace(file, "chuxiong-2020-100days");
    bring(file, folder.write("units.csv", units), EntityKind::Unit);
    bring(file, folder.write("b.geojson", boundaries()), EntityKind::Boundary);
    bring(file, folder.write("h.csv", households), EntityKind::Household);
    return file;
}

std::filesystem::path makeLedger(const TemporaryFolder& folder)
{
    return folder.write("高桥镇台账.csv",
                        "高桥镇2020年台账\n"
                        "户编号,姓名,乡镇,行政村,家庭人口,脱贫属性,经度,纬度\n"
                        "5323291022140001,张三,高桥镇,小河,5,未脱贫,102.05,25.60\n"
                        "5323291022140009,李四,高桥镇,小河,3,未脱贫,102.04,25.61\n"
                        "5323291022140010,王五,高桥镇,大河,3,未脱贫,102.04,25.62\n");
}

void addHamlet(const std::filesystem::path& workspace, const TemporaryFolder& folder)
{
    std::string rows = "户编号,乡镇,行政村,人数,脱贫属性,经度,纬度\n";
    for (const char* number : {"11", "12", "13", "14"})
        rows += std::string("53232910221400") + number + ",高桥镇,小河,3,未脱贫,102.08,25.65\n";
    bring(workspace, folder.write("hamlet.csv", rows), EntityKind::Household);
}

} // namespace guatu::test
