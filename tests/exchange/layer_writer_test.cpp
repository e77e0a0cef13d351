// SPDX-License-Identifier: MIT
#include "exchange/layer_writer.h"

#include "core/error.h"
#include "exchange/file_set.h"
#include "exchange/layer_fields.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <fstream>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace
{

TableColumn column(const char* key, const char* title, ColumnKind kind = ColumnKind::Text)
{
    return {key, {title, key}, kind};
}

/// Three places: one with everything, one of which much is not known, one without a position.
LayerData places()
{
    Table table("places", {"安置点", "sites"},
                {column("name", "名称"), column("planned", "计划搬迁户数", ColumnKind::Integer),
                 column("moved", "计划搬迁人数", ColumnKind::Integer),
                 column("share", "搬迁比例", ColumnKind::Percent),
                 column("done", "建成日期", ColumnKind::Date),
                 column("kind", "类型", ColumnKind::Word), column("county", "县市"),
                 column("township", "乡镇")});
    const Word kind{"poverty_relocation", {"易地扶贫搬迁", "relocation"}};
    table.addRow({std::string("红土田<𠮷>"), std::int64_t{268}, std::int64_t{1082}, 97.25,
                  *Date::fromIso("2019-12-31"), kind, std::string("武定县"),
                  std::string("狮山镇")});
    table.addRow({std::string("西河"), Unknown{}, std::int64_t{0}, Unknown{}, Blank{}, kind,
                  std::string("武定县"), std::string("高桥镇")});
    table.addRow({std::string("无处"), std::int64_t{1}, Unknown{}, Unknown{}, Blank{}, kind,
                  std::string("武定县"), std::string("高桥镇")});
    GeometryColumn geometry(GeometryType::Point);
    geometry.addPoint({102.41, 25.5});
    geometry.addPoint({102.12, 25.58});
    geometry.addPoint({});
    table.setGeometry(std::move(geometry));
    return {
        std::move(table), {{.title = {"已建成", "done"}, .fill = Colour{26, 150, 65, 255}}}, {}};
}

/// All features of a file, whatever its layers, as GDAL reads them.
std::vector<OGRFeatureUniquePtr> featuresOf(const GDALDatasetUniquePtr& dataset)
{
    std::vector<OGRFeatureUniquePtr> all;
    for (OGRLayer* layer : dataset->GetLayers()) {
        layer->ResetReading();
        while (OGRFeatureUniquePtr feature{layer->GetNextFeature()})
            all.push_back(std::move(feature));
    }
    return all;
}

GDALDatasetUniquePtr opened(const std::filesystem::path& file)
{
    GDALAllRegister();
    return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

std::vector<std::string> namesIn(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

bool notes(const LayersWritten& written, std::string_view id)
{
    return std::ranges::any_of(written.notes, [id](const Message& note) { return note.id == id; });
}

LayersWritten write(const std::filesystem::path& file, LayerFile to = {})
{
    to.file = file;
    to.format = *layerFormatOf(file);
    to.date = *Date::fromIso("2020-04-17");
    const LayerData layer = places();
    return writeLayers(to, {&layer, 1});
}

} // namespace

TEST_CASE("names for dBASE hold ten bytes, whole characters, and are not alike",
          "[exchange][export]")
{
    // Three Han take nine bytes of UTF-8, five take ten of GBK.
    const std::vector<std::string> names{"计划搬迁户数", "计划搬迁人数", "name", "贫困发生率(%)",
                                         "2020年"};
    CHECK(shortFieldNames(names, false) ==
          std::vector<std::string>{"计划搬", "计划_2", "name", "贫困发", "f2020年"});
    CHECK(shortFieldNames(names, true) ==
          std::vector<std::string>{"计划搬迁户", "计划搬迁人", "name", "贫困发生率", "f2020年"});
    CHECK(gbkSize("小河村ab") == 8);
    std::size_t lost = 0;
    CHECK(asGbkCan("𠮷田", lost) == "?田");
    CHECK(lost == 1);
    CHECK(toGbk("中", lost) == "\xD6\xD0");
}

TEST_CASE("other programs read from each format what was written", "[exchange][export]")
{
    const TemporaryFolder folder;
    const std::string file =
        GENERATE(as<std::string>{}, "a.gpkg", "a.geojson", "a.shp", "a.kml", "a.kmz");
    INFO(file);
    const LayersWritten written = write(folder / file);
    const std::string archived = "/vsizip/" + (folder / file).string() + "/doc.kml";
    const auto dataset = opened(file == "a.kmz" ? fs::path(archived) : folder / file);
    REQUIRE(dataset != nullptr);
    const auto features = featuresOf(dataset);
    const bool isKml = file.starts_with("a.km");
    const bool isShape = file == "a.shp";
    REQUIRE(features.size() == (isKml ? 2 : 3));
    CHECK(notes(written, "export.unplaced") == isKml);
    CHECK(notes(written, "export.short_names") == isShape);
    const char* planned = isShape ? "计划搬" : "计划搬迁户数";
    const char* share = isShape ? "搬迁比" : "搬迁比例(%)";
    const char* done = isShape ? "建成日" : "建成日期";
    std::size_t known = 0;
    for (const auto& feature : features) {
        const std::string name = feature->GetFieldAsString("名称");
        const auto isEmpty = [&](const char* field) {
            const int at = feature->GetFieldIndex(field);
            return at < 0 || !feature->IsFieldSetAndNotNull(at) ||
                   std::string_view(feature->GetFieldAsString(at)).empty();
        };
        if (name == "红土田<𠮷>") {
            ++known;
            CHECK(feature->GetFieldAsInteger(planned) == 268);
            CHECK(feature->GetFieldAsDouble(share) == Approx(97.25));
            CHECK(std::string(feature->GetFieldAsString("类型")) == "易地扶贫搬迁");
            const std::string day = feature->GetFieldAsString(done);
            CHECK((day == "2019/12/31" || day == "2019-12-31"));
            const OGRPoint* point = feature->GetGeometryRef()->toPoint();
            CHECK(point->getX() == Approx(102.41).epsilon(1e-9));
            CHECK(point->getY() == Approx(25.5).epsilon(1e-9));
        }
        if (name == "西河") {
            ++known;
            CHECK(isEmpty(planned)); // missing is never zero
            CHECK(isEmpty(share));
            CHECK(isEmpty(done));
        }
    }
    CHECK(known == 2);
}

TEST_CASE("GeoJSON says no CRS in degrees, and its own when it is given one", "[exchange][export]")
{
    const TemporaryFolder folder;
    static_cast<void>(write(folder / "a.geojson"));
    CHECK(test::bytesOf(folder / "a.geojson").find("\"crs\"") == std::string::npos);
    LayerFile grid;
    grid.crs = "EPSG:4543";
    static_cast<void>(write(folder / "b.geojson", grid));
    CHECK(test::bytesOf(folder / "b.geojson").find("EPSG::4543") != std::string::npos);
    const auto dataset = opened(folder / "b.geojson");
    const auto features = featuresOf(dataset);
    // Of the zone with the middle at 102°, whose false easting is 500 km.
    const double x = features.front()->GetGeometryRef()->toPoint()->getX();
    CHECK(x > 541'000);
    CHECK(x < 542'000);
}

TEST_CASE("a shapefile in GBK says so, and what GBK lacks is counted", "[exchange][export]")
{
    const TemporaryFolder folder;
    LayerFile to;
    to.gbk = true;
    const LayersWritten written = write(folder / "a.shp", to);
    CHECK(notes(written, "export.lost_characters"));
    CHECK(test::bytesOf(folder / "a.cpg").find("936") != std::string::npos);
    CHECK(test::bytesOf(folder / "a.dbf").find("\xCE\xF7\xBA\xD3") != std::string::npos); // 西河
    const auto dataset = opened(folder / "a.shp");
    CHECK(std::string(featuresOf(dataset)[1]->GetFieldAsString("名称")) == "西河");
    const std::string aliases = test::bytesOf(folder / "a-字段对照.csv");
    CHECK(aliases.find("安置点,计划搬迁户,计划搬迁户数,planned") != std::string::npos);
}

TEST_CASE("a drawing holds points and names by layer, and says what it cannot hold",
          "[exchange][export]")
{
    const TemporaryFolder folder;
    const LayersWritten written = write(folder / "a.dxf");
    CHECK(notes(written, "export.no_attributes"));
    CHECK(notes(written, "export.unplaced"));
    const auto dataset = opened(folder / "a.dxf");
    std::size_t points = 0;
    std::vector<std::string> names;
    for (const auto& feature : featuresOf(dataset)) {
        const std::string layer = feature->GetFieldAsString("Layer");
        if (layer == "安置点")
            ++points;
        else
            names.emplace_back(feature->GetFieldAsString("Text"));
    }
    CHECK(points == 2);
    CHECK(names == std::vector<std::string>{"红土田<?>", "西河"});
}

TEST_CASE("KML lies in folders by unit", "[exchange][export]")
{
    const TemporaryFolder folder;
    static_cast<void>(write(folder / "a.kml"));
    const auto dataset = opened(folder / "a.kml");
    std::vector<std::string> folders;
    for (OGRLayer* layer : dataset->GetLayers())
        folders.emplace_back(layer->GetName());
    std::ranges::sort(folders);
    std::vector<std::string> expected{"安置点", "武定县", "狮山镇", "高桥镇"};
    std::ranges::sort(expected);
    CHECK(folders == expected);
    const std::string text = test::bytesOf(folder / "a.kml");
    CHECK(text.find("<color>ff41961a</color>") != std::string::npos); // #1A9641 as aabbggrr
}

TEST_CASE("what cannot be written leaves nothing behind", "[exchange][export]")
{
    const TemporaryFolder folder;
    CHECK_THROWS_AS(write(folder / "nowhere" / "a.gpkg"), Error);
    LayerFile to;
    to.crs = "EPSG:4543";
    CHECK_THROWS_AS(write(folder / "a.kml", to), Error);
    to.crs = "EPSG:999999";
    CHECK_THROWS_AS(write(folder / "a.gpkg", to), Error);
    to.crs = "EPSG:4490";
    CHECK_THROWS_AS(write(folder / "a.dxf", to), Error);
    to.crs = {};
    to.gbk = true;
    CHECK_THROWS_AS(write(folder / "a.gpkg", to), Error);
    CHECK(namesIn(folder.path()).empty());
    std::ofstream(folder / "a.gpkg") << "mine";
    CHECK_THROWS_AS(write(folder / "a.gpkg"), Error);
    CHECK(test::bytesOf(folder / "a.gpkg") == "mine");
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"a.gpkg"});
}

TEST_CASE("files of a set come together or not at all", "[exchange][export]")
{
    const TemporaryFolder folder;
    std::ofstream(folder / "a") << "old";
    {
        FileSet files(folder.path(), true);
        std::ofstream(files.path("a")) << "new";
        std::ofstream(files.path("b")) << "new";
        std::filesystem::create_directory(folder / "b"); // in the way since
        CHECK_THROWS_AS(files.keep(), Error);
    }
    CHECK(test::bytesOf(folder / "a") == "old");
    std::filesystem::remove(folder / "b");
    FileSet files(folder.path(), true);
    std::ofstream(files.path("a")) << "new";
    CHECK(files.keep().size() == 1);
    CHECK(test::bytesOf(folder / "a") == "new");
}
