// SPDX-License-Identifier: MIT
// Real inputs made by others.
#include "exchange/import.h"
#include "exchange/pinyin.h"

#include "core/error.h"
#include "core/geodesic.h"
#include "fixtures.h"
#include "support/catch.h"
#include "support/shared_data.h"

#include <fstream>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::Imported;

namespace
{

bool absent(const std::filesystem::path& file)
{
    if (file.empty())
        WARN("the shared data is not here: nothing was checked");
    return file.empty();
}

/// The units of the three tables, with their names from county down.
std::vector<KnownUnit> chuxiong(std::size_t& rows)
{
    std::vector<KnownUnit> units;
    std::map<UnitCode, std::string> names;
    for (const char* table : {"areas", "streets", "villages"}) {
        const auto file = sharedData("units/chuxiong_" + std::string(table) + "_codes.csv");
        const Imported imported = guatu::test::import(file, {.kind = EntityKind::Unit});
        CHECK(imported.report.issues.empty());
        rows += imported.report.rows;
        for (const auto& record : imported.records) {
            const UnitCode code = *UnitCode::parse(record.at("code"));
            names[code] = record.at("name");
            KnownUnit unit{code, code.level(), {}};
            for (const Level level : {Level::County, Level::Town, Level::Village})
                if (level <= code.level())
                    unit.path.push_back(names.at(*code.ancestor(level)));
            units.push_back(std::move(unit));
        }
    }
    return units;
}

double areaOf(const Imported& imported)
{
    double area = 0;
    for (const GeometryColumn& column : imported.geometry)
        for (std::size_t feature = 0; feature < column.size(); ++feature)
            for (std::size_t part = 0; part < column.partCount(feature); ++part)
                area += geodesicArea(column.part(feature, part)); // none has holes
    return area / 1e6;
}

} // namespace

TEST_CASE("the real units of Chuxiong come in with short and long codes", "[exchange][shared]")
{
    if (absent(sharedData("units/chuxiong_areas_codes.csv")))
        return;
    std::size_t rows = 0;
    const auto units = chuxiong(rows);
    CHECK(rows == 10 + 103 + 1106);
    CHECK(units.size() == rows);
}

TEST_CASE("county boundaries in two datums come to lie on each other", "[exchange][shared]")
{
    const auto shp = sharedData("boundaries/楚雄彝族自治州.shp");
    if (absent(shp))
        return;
    std::size_t rows = 0;
    auto units = chuxiong(rows);
    // The files are of the years when 禄丰 was still a county.
    units.push_back({*UnitCode::parse("532331"), Level::County, {"禄丰县"}});
    ImportOptions gcj{.kind = EntityKind::Boundary, .datum = Datum::Gcj02};
    const Imported moved = guatu::test::import(shp, gcj, units);
    const Imported wgs =
        guatu::test::import(sharedData("boundaries/chuxiong_counties_wgs84_derived.geojson"),
                            {.kind = EntityKind::Boundary}, units);
    CHECK(moved.records.size() == 10);
    CHECK(wgs.records.size() == 10);
    CHECK(moved.rejected().empty());
    CHECK(areaOf(moved) == Approx(28417).epsilon(0.0005)); // as PROVENANCE.md states
    CHECK(areaOf(wgs) == Approx(28417).epsilon(0.0005));
    std::map<std::string, Box> boxes;
    for (std::size_t feature = 0; feature < 10; ++feature)
        boxes[wgs.records[feature].at("code")] = wgs.geometry[0].box(feature);
    for (std::size_t feature = 0; feature < 10; ++feature) {
        const Box& box = boxes.at(moved.records[feature].at("code"));
        CHECK(moved.geometry[0].box(feature).minX == Approx(box.minX).margin(1e-5));
        CHECK(moved.geometry[0].box(feature).maxY == Approx(box.maxY).margin(1e-5));
    }
}

TEST_CASE("a gazetteer gives places and offices", "[exchange][shared]")
{
    const auto file = sharedData("places/yunnan_geonames_cities500.tsv");
    if (absent(file))
        return;
    const Imported imported =
        guatu::test::import(file, {.kind = EntityKind::Facility, .datum = Datum::Wgs84});
    CHECK(imported.report.issues.empty());
    CHECK(imported.records.size() == 379);
    CHECK(imported.records[0].at("code") == "1279471");
    CHECK(imported.records[0].at("kind") == "office");
    CHECK(imported.records[0].at("lat") == "24.266670");
}

TEST_CASE("an OpenStreetMap extract gives its roads", "[exchange][shared]")
{
    const auto file = sharedData("roads/andorra.osm.pbf");
    if (absent(file))
        return;
    ImportOptions options{.kind = EntityKind::Road, .area = {1.3, 42.3, 1.9, 42.8}};
    const Imported imported = guatu::test::import(file, options);
    CHECK(imported.records.size() == 1614); // ogrinfo: lines WHERE highway IS NOT NULL
    CHECK(imported.rejected().empty());
}

TEST_CASE("township names are spelled as the published table spells them", "[exchange][shared]")
{
    const auto file = sharedData("units/townships_2019.csv");
    if (absent(file))
        return;
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    std::size_t compared = 0;
    while (std::getline(stream, line)) {
        std::vector<std::string> cells{""};
        for (const char c : line)
            if (c == ',')
                cells.emplace_back();
            else if (c != '"')
                cells.back() += c;
        std::string spelled = cells.at(5);
        std::erase(spelled, ' ');
        CHECK(pinyin(cells.at(3)) == spelled);
        ++compared;
    }
    CHECK(compared == 114);
}

TEST_CASE("every broken file gives a preview or a clear error", "[exchange][shared]")
{
    const auto folder = sharedData("messy");
    if (absent(folder))
        return;
    std::size_t previews = 0;
    std::size_t errors = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        for (const EntityKind kind :
             {EntityKind::Boundary, EntityKind::Road, EntityKind::Project}) {
            ImportOptions options{.kind = kind, .datum = Datum::Wgs84};
            options.area = {-180, -90, 180, 90};
            CAPTURE(entry.path().string(), int(kind));
            try {
                (void)previewFile(entry.path(), options, {});
                (void)guatu::test::import(entry.path(), options);
                ++previews;
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::Input);
                CHECK(hasText(error.message().id, Language::Chinese));
                CHECK(hasText(error.message().id, Language::English));
                ++errors;
            }
        }
    }
    CHECK(previews > 0);
    CHECK(errors > previews); // most are no ledgers of these kinds
}
