// SPDX-License-Identifier: MIT
#include "exchange/import.h"

#include "core/error.h"
#include "core/polygon.h"
#include "fixtures.h"
#include "support/catch.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fstream>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::encoded;
using guatu::test::errorOf;
using guatu::test::Imported;
using guatu::test::knownUnits;
using guatu::test::TempFolder;
using Severity = RowIssue::Severity;

namespace
{

const ImportOptions boundaries{.kind = EntityKind::Boundary, .datum = Datum::Cgcs2000};

std::string geoJson(const std::vector<std::pair<std::string, std::string>>& features)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (const auto& [code, geometry] : features)
        text += std::string(text.back() == '[' ? "" : ",") +
                R"({"type":"Feature","properties":{"adcode":")" + code + R"("},"geometry":)" +
                geometry + "}";
    return text + "]}";
}

/// A shapefile of one polygon over Wuding, its attributes written as raw bytes.
void writeShapefile(const std::filesystem::path& file, const std::string& field,
                    const std::string& value)
{
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    GDALDatasetUniquePtr dataset(
        driver->Create(file.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    const char* const options[] = {"ENCODING=", nullptr};
    OGRLayer* layer = dataset->CreateLayer("x", nullptr, wkbPolygon, const_cast<char**>(options));
    OGRFieldDefn code("adcode", OFTString);
    OGRFieldDefn name(field.c_str(), OFTString);
    REQUIRE(layer->CreateField(&code) == OGRERR_NONE);
    REQUIRE(layer->CreateField(&name) == OGRERR_NONE);
    OGRFeature feature(layer->GetLayerDefn());
    feature.SetField(0, "532329");
    feature.SetField(1, value.c_str());
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt("POLYGON((102 25.2,102.5 25.2,102.5 26.1,102 26.1,102 25.2))",
                                      nullptr, &geometry);
    feature.SetGeometryDirectly(geometry);
    REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
}

void patchLanguageDriver(const std::filesystem::path& dbf, char byte)
{
    std::fstream stream(dbf, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(29);
    stream.put(byte);
}

} // namespace

TEST_CASE("shapefiles read the same whatever they declare of their encoding", "[exchange]")
{
    struct Declared {
        const char* codePage;
        char languageDriver;
    };
    const std::vector<Declared> declarations{{nullptr, 0x00}, {nullptr, 0x4D},     {nullptr, 0x57},
                                             {"GBK", 0x00},   {"UTF-8", 0x00},     {"GBK", 0x57},
                                             {"UTF-8", 0x4D}, {"ISO-8859-1", 0x00}};
    for (const char* written : {"GBK", "UTF-8"})
        for (const Declared& declared : declarations) {
            CAPTURE(written, declared.codePage ? declared.codePage : "",
                    int(declared.languageDriver));
            const TempFolder folder;
            writeShapefile(folder.path() / "x.shp", encoded("名称", written),
                           encoded("武定县", written));
            std::filesystem::remove(folder.path() / "x.cpg");
            if (declared.codePage != nullptr)
                (void)folder.write("x.cpg", declared.codePage);
            patchLanguageDriver(folder.path() / "x.dbf", declared.languageDriver);
            const auto before = folder.contents();
            const ImportPreview preview =
                previewFile(folder.path() / "x.shp", boundaries, knownUnits());
            CHECK(preview.headers == std::vector<std::string>{"adcode", "名称"});
            CHECK(preview.sample.at(0) == std::vector<std::string>{"532329", "武定县"});
            CHECK(preview.encoding == (std::string_view(written) == "GBK" ? "GB18030" : "UTF-8"));
            CHECK(folder.contents() == before);
        }
}

TEST_CASE("a shapefile without its index is read, and the folder stays as it was", "[exchange]")
{
    const TempFolder folder;
    writeShapefile(folder.path() / "x.shp", "name", "Wuding");
    std::filesystem::remove(folder.path() / "x.shx");
    const auto before = folder.contents();
    const Imported imported =
        guatu::test::import(folder.path() / "x.shp", boundaries, knownUnits());
    CHECK(imported.records.size() == 1);
    CHECK(imported.issues(Severity::Note).at(0).reason.id == "import.no_shx");
    CHECK(folder.contents() == before);

    std::filesystem::remove(folder.path() / "x.dbf");
    CHECK(errorOf(folder.path() / "x.shp", boundaries, knownUnits()) == "import.fields_missing");
}

TEST_CASE("a shapefile without .prj asks for its datum", "[exchange]")
{
    const TempFolder folder;
    writeShapefile(folder.path() / "x.shp", "name", "Wuding");
    ImportOptions undeclared = boundaries;
    undeclared.datum.reset();
    CHECK_THROWS_AS(guatu::test::import(folder.path() / "x.shp", undeclared, knownUnits()), Error);
    const ImportPreview preview = previewFile(folder.path() / "x.shp", undeclared, knownUnits());
    CHECK(preview.issues.at(0).reason.id == "import.datum_needed");
    (void)folder.write(
        "x.prj", R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
                 R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])");
    CHECK(previewFile(folder.path() / "x.shp", undeclared, knownUnits()).crs == "EPSG:4326");
    ImportOptions gcj = boundaries;
    gcj.datum = Datum::Gcj02;
    const Imported moved = guatu::test::import(folder.path() / "x.shp", gcj, knownUnits());
    CHECK(moved.issues(Severity::Warning).at(0).reason.id == "import.crs_overruled");
    CHECK(moved.geometry.at(0).firstPoint(0).x != 102.0);
}

TEST_CASE("a polygon that crosses itself is repaired and its change stated", "[exchange]")
{
    const TempFolder folder;
    // A bow tie of two triangles, one and three quarters of a square of 0.25 square degrees.
    const auto file = folder.write(
        "b.geojson",
        geoJson(
            {{"532329",
              R"({"type":"Polygon","coordinates":[[[102,25.2],[102.5,25.7],[102.5,25.2],[102,25.7],[102,25.2]]]})"},
             {"532328",
              R"({"type":"Polygon","coordinates":[[[102,25],[102.1,25],[102,25],[102,25]]]})"}}));
    const Imported imported = guatu::test::import(file, boundaries, knownUnits());
    REQUIRE(imported.records.size() == 1);
    CHECK(imported.records[0].at("code") == "532329000000");
    REQUIRE(imported.issues(Severity::Note).size() == 1);
    CHECK(imported.issues(Severity::Note)[0].reason.id == "import.polygon_repaired");
    REQUIRE(imported.rejected().size() == 1);
    CHECK(imported.rejected()[0].reason.id == "import.polygon_empty");
    const GeometryColumn& areas = imported.geometry.at(0);
    CHECK(area(areas, 0) == Approx(0.125)); // two triangles of 0.5 * 0.25 / 2 each
    for (std::size_t part = 0; part < areas.partCount(0); ++part) {
        CHECK(areas.part(0, part).front() == areas.part(0, part).back());
        CHECK(ringArea(areas.part(0, part)) > 0);
    }
}

TEST_CASE("holes stay holes, clockwise behind their outer ring", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write(
        "b.geojson",
        geoJson(
            {{"532329",
              R"({"type":"Polygon","coordinates":[[[102,25],[102,26],[103,26],[103,25],[102,25]],
                  [[102.2,25.2],[102.4,25.2],[102.4,25.4],[102.2,25.4],[102.2,25.2]]]})"}}));
    const Imported imported = guatu::test::import(file, boundaries, knownUnits());
    const GeometryColumn& areas = imported.geometry.at(0);
    REQUIRE(areas.partCount(0) == 2);
    CHECK(ringArea(areas.part(0, 0)) == Approx(1));
    CHECK(ringArea(areas.part(0, 1)) == Approx(-0.04));
}

TEST_CASE("shapes of the wrong kind are refused", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write(
        "b.geojson",
        geoJson(
            {{"532329", R"({"type":"Point","coordinates":[102.4,25.5]})"},
             {"532328",
              R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[102,25]},{"type":"LineString","coordinates":[[102,25],[103,26]]}]})"},
             {"532300",
              R"({"type":"Polygon","coordinates":[[[25,102],[26,102],[26,103],[25,103],[25,102]]]})"}}));
    const Imported imported = guatu::test::import(file, boundaries, knownUnits());
    REQUIRE(imported.rejected().size() == 3);
    CHECK(imported.rejected()[0].reason.id == "import.shape_not_polygon");
    CHECK(imported.rejected()[1].reason.id == "import.shape_mixed");
    CHECK(imported.rejected()[2].reason.id == "import.position_swapped");
}

TEST_CASE("a KML track without times does not bring the program down", "[exchange]")
{
    const TempFolder folder;
    const char* const tracks[] = {"gx:Track", "gx:MultiTrack", "k:Track"};
    for (const std::string track : tracks) {
        const std::string prefix = track.substr(0, track.find(':'));
        const auto file = folder.write(
            "t.kml",
            "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:" + prefix +
                "=\"http://www.google.com/kml/ext/2.2\"><Document><Placemark><name>x"
                "</name><" +
                track + "><" + prefix + ":coord>102 25 0</" + prefix + ":coord></" + track +
                "></Placemark></Document></kml>");
        CHECK_NOTHROW(errorOf(file, {.kind = EntityKind::Road}));
    }
}

TEST_CASE("KML keeps its attributes and points", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write(
        "p.kml",
        R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">
        <Document><Placemark><name>小河卫生室</name><ExtendedData><Data name="类型"><value>卫生室</value>
        </Data></ExtendedData><Point><coordinates>102.4,25.5,1800</coordinates></Point></Placemark>
        </Document></kml>)");
    const Imported imported =
        guatu::test::import(file, {.kind = EntityKind::Facility}, knownUnits());
    REQUIRE(imported.records.size() == 1);
    CHECK(imported.records[0].at("name") == "小河卫生室");
    CHECK(imported.records[0].at("kind") == "clinic");
    CHECK(imported.records[0].at("lon") == "102.400000");
}

TEST_CASE("GPX tracks become roads", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.write(
        "t.gpx",
        R"(<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
        <wpt lat="25.5" lon="102.4"><name>点</name></wpt>
        <trk><name>小河路</name><trkseg><trkpt lat="25.5" lon="102.4"/><trkpt lat="25.6" lon="102.5"/></trkseg></trk></gpx>)");
    const Imported roads = guatu::test::import(file, {.kind = EntityKind::Road});
    REQUIRE(roads.records.size() == 1);
    CHECK(roads.records[0].at("name") == "小河路");
    CHECK(roads.records[0].at("code").starts_with("R-"));
    CHECK(guatu::test::import(file, {.kind = EntityKind::Road}).records == roads.records);
}

TEST_CASE("GeoPackage layers and plain tables are read by name", "[exchange]")
{
    const TempFolder folder;
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const auto file = folder.path() / "x.gpkg";
    {
        GDALDatasetUniquePtr dataset(
            driver->Create(file.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRLayer* layer = dataset->CreateLayer("区划", nullptr, wkbNone, nullptr);
        OGRFieldDefn code("区划代码", OFTString);
        OGRFieldDefn name("名称", OFTString);
        REQUIRE(layer->CreateField(&code) == OGRERR_NONE);
        REQUIRE(layer->CreateField(&name) == OGRERR_NONE);
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(0, "532329");
        feature.SetField(1, "武定县");
        REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    const auto before = folder.contents();
    ImportOptions options{.kind = EntityKind::Unit};
    CHECK(guatu::test::import(file, options).records.at(0).at("name") == "武定县");
    options.sheetOrLayer = "区划";
    CHECK(errorOf(file, options).empty());
    options.sheetOrLayer = "无此层";
    CHECK(errorOf(file, options) == "import.no_layer");
    CHECK(folder.contents() == before);
}

TEST_CASE("well-known text in a column is a geometry", "[exchange]")
{
    const TempFolder folder;
    const auto file =
        folder.write("r.csv", "编号,路名,WKT\n1,甲路,\"LINESTRING(102 25,102.1 25.1)\"\n"
                              "2,乙路,LINESTRING(102 25\n3,丙路,\n");
    const Imported imported =
        guatu::test::import(file, {.kind = EntityKind::Road, .datum = Datum::Wgs84});
    CHECK(imported.records.size() == 2);
    CHECK(imported.geometry.at(0).part(0, 0).size() == 2);
    REQUIRE(imported.rejected().size() == 1);
    CHECK(imported.rejected()[0].reason.id == "import.wkt_broken");
}
