// SPDX-License-Identifier: MIT
// Files that are broken, hostile or not what they say: each is a clear error, and nothing beside
// them changes.
#include "exchange/import.h"

#include "core/error.h"
#include "exchange/archive.h"
#include "fixtures.h"
#include "support/catch.h"

#include <cpl_vsi.h>

using namespace guatu;
using namespace guatu::exchange;
using guatu::test::encoded;
using guatu::test::errorOf;
using guatu::test::TempFolder;

namespace
{

const ImportOptions units{.kind = EntityKind::Unit};

/// A ZIP archive of texts, made by GDAL.
void writeZip(const std::filesystem::path& file,
              const std::vector<std::pair<std::string, std::string>>& members)
{
    for (const auto& [name, text] : members) {
        VSILFILE* member = VSIFOpenL(("/vsizip/" + file.string() + "/" + name).c_str(), "wb");
        REQUIRE(member != nullptr);
        VSIFWriteL(text.data(), 1, text.size(), member);
        VSIFCloseL(member);
    }
}

} // namespace

TEST_CASE("a file that cannot be a ledger says what it is and what to do", "[exchange]")
{
    const TempFolder folder;
    using namespace std::string_literals;
    struct Bad {
        const char* name;
        std::string bytes;
        const char* error;
    };
    const std::vector<Bad> files{
        {"empty.csv", "", "import.file_empty"},
        {"binary.csv",
         "\x7F"
         "ELF\0\1\2\3\0\0\0\xFF\xFE\0"s,
         "import.not_text"},
        {"picture.xlsx", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0"s, "import.not_text"},
        {"numbers.csv", "1,2\n3,4\n", "import.no_header"},
        {"page.xls", "<html><table><tr><td>户编号</td></tr></table></html>", "import.web_page"},
        {"page.csv",
         "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:"
         "spreadsheet\"/>",
         "import.web_page"},
        {"other.xml", "<?xml version=\"1.0\"?><OGRVRTDataSource/>", "import.xml_unknown"},
        {"cut.xlsx", "PK\3\4\x14\0\0\0\x08\0", "import.archive_broken"},
        {"old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "import.format_unknown"},
        {"no.shp", "not a shapefile", "import.shp_broken"},
        {"index.shx", "\0\0\x27\x0A"s, "import.choose_shp"},
        {"cut.geojson",
         R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"532329",)",
         "import.file_broken"},
        {"cut.kml", "<kml><Document><Placemark><name>x</name><Point><coor", "import.file_broken"},
        {"cut.gpx", "<?xml version=\"1.0\"?><gpx><wpt lat=\"25\"", "import.file_broken"},
    };
    for (const Bad& bad : files) {
        CAPTURE(bad.name);
        CHECK(errorOf(folder.write(bad.name, bad.bytes), units) == bad.error);
    }
    CHECK(errorOf(folder.path() / "absent.csv", units) == "import.cannot_open");
    CHECK(errorOf(folder.path(), units) == "import.is_folder");
}

TEST_CASE("text that is not in the declared encoding is refused with its row", "[exchange]")
{
    const TempFolder folder;
    const auto file =
        folder.write("gbk.csv", encoded("区划代码,名称\n532329,武定县\n532328,元谋县\n", "GBK"));
    ImportOptions options = units;
    options.encoding = "UTF-8";
    CHECK(errorOf(file, options) == "import.encoding_wrong");
    options.encoding = "klingon";
    CHECK(errorOf(file, options) == "import.encoding_unknown");
    options.encoding = "gbk";
    CHECK(errorOf(file, options).empty());
}

TEST_CASE("an archive that would unpack beyond measure is not opened", "[exchange]")
{
    const TempFolder folder;
    const auto file = folder.path() / "bomb.xlsx";
    writeZip(file, {{"[Content_Types].xml", "<Types/>"},
                    {"xl/workbook.xml", "<workbook/>"},
                    {"xl/worksheets/sheet1.xml", "<worksheet/>"}});
    CHECK(listArchive(file).size() == 3);
    // The directory says how long each member gets: let the last one claim 4 GB.
    std::string bytes = folder.contents().at("bomb.xlsx");
    const std::size_t entry = bytes.rfind("PK\x01\x02");
    bytes.replace(entry + 24, 4, "\xF0\xFF\xFF\xFF");
    CHECK(errorOf(folder.write("bomb.xlsx", bytes), units) == "import.archive_too_large");
    const auto other = folder.path() / "letters.zip";
    writeZip(other, {{"a.txt", "hello"}});
    CHECK(errorOf(other, units) == "import.archive_unknown");
}

TEST_CASE("looking at files leaves everything around them as it was", "[exchange]")
{
    const TempFolder folder;
    (void)folder.write("units.csv", "code,name\n532329,武定县\n");
    (void)folder.write("points.geojson",
                       R"({"type":"FeatureCollection","features":[{"type":"Feature",
                          "properties":{"code":"532329","name":"武定县"},
                          "geometry":{"type":"Point","coordinates":[102.4,25.5]}}]})");
    const auto before = folder.contents();
    for (const auto& [name, bytes] : before)
        CHECK(errorOf(folder.path() / name, units).empty());
    CHECK(folder.contents() == before);
}
