// SPDX-License-Identifier: MIT
#include "core/basemap.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <algorithm>

using namespace guatu;
using Catch::Matchers::Contains;
using guatu::test::TemporaryFolder;

namespace
{

/// A service with these members besides the usual ones.
std::string service(const std::string& url, const std::string& more = "")
{
    return R"({"id":"a","title":{"zh":"甲","en":"A"},"kind":"xyz","urls":[")" + url + "\"]" + more +
           "}";
}

std::string complaint(const std::string& json)
{
    try {
        static_cast<void>(parseBasemap(json, "a.json"));
    } catch (const Error& error) {
        return text(error.message(), Language::English);
    }
    return {};
}

} // namespace

TEST_CASE("the shipped basemaps can be read, each with a word of thanks", "[core]")
{
    const auto basemaps = loadBasemaps(dataRoot() / "data" / "basemaps");
    REQUIRE(basemaps.size() >= 5);
    for (const Basemap& basemap : basemaps) {
        INFO(basemap.id);
        CHECK_FALSE(basemap.attribution.zh.empty());
        CHECK_FALSE(basemap.attribution.en.empty());
        CHECK(basemap.isService());
    }
    const auto tianditu = std::ranges::find(basemaps, "tianditu-vector", &Basemap::id);
    REQUIRE(tianditu != basemaps.end());
    CHECK(tianditu->scheme == TileScheme::Degrees);
    REQUIRE(missingKey(*tianditu, {}));
    CHECK(missingKey(*tianditu, {})->name == "tk");
    CHECK(missingKey(*tianditu, {{"tk", ""}}));
    CHECK_FALSE(missingKey(*tianditu, {{"tk", "abc"}}));
    CHECK_THAT(tileUrl(*tianditu, 0, {15, 25627, 5912}, {{"tk", "abc"}}),
               Contains("TILEMATRIX=15&TILEROW=5912&TILECOL=25627&tk=abc"));
    CHECK_THAT(tileUrl(*tianditu, 1, {15, 25627, 5912}, {{"tk", "abc"}}), Contains("/cva_c/"));
    const auto gaode = std::ranges::find(basemaps, "gaode", &Basemap::id);
    REQUIRE(gaode != basemaps.end());
    CHECK(gaode->datum == Datum::Gcj02);
}

TEST_CASE("an address takes place, host and keys", "[core]")
{
    const Basemap basemap = parseBasemap(
        service("http://h{s}.org/{z}/{x}/{y}/{-y}?k={key}",
                R"(,"hosts":["a","b"],"keys":[{"name":"key","title":{"zh":"钥","en":"Key"}}])"),
        "a.json");
    CHECK(tileUrl(basemap, 0, {3, 5, 2}, {{"key", "a b&c=/"}}) ==
          "http://hb.org/3/5/2/5?k=a%20b%26c%3D%2F"); // 2^3 - 1 - 2 rows from the south
    CHECK(tileUrl(basemap, 0, {3, 4, 2}, {{"key", "x"}}) == "http://ha.org/3/4/2/5?k=x");
}

TEST_CASE("an address that cannot work is refused with its place", "[core]")
{
    CHECK_THAT(complaint(service("http://a.org/{z}/{x}/{y}?k={key}")),
               Contains("a.json#/urls/0") && Contains("key"));
    CHECK_THAT(complaint(service("http://a.org/{z}/{x}")), Contains("a.json#/urls/0"));
    CHECK_THAT(complaint(service("http://{s}.org/{z}/{x}/{y}")), Contains("hosts"));
    CHECK_THAT(complaint(service("file:///{z}/{x}/{y}")), Contains("a.json#/urls/0"));
    CHECK_THAT(complaint(R"({"id":"a","title":{"zh":"甲","en":"A"},"kind":"wmts"})"),
               Contains("urls"));
    CHECK_THAT(complaint(service("http://a.org/{z}/{x}/{y}", R"(,"min_zoom":9,"max_zoom":3)")),
               Contains("max_zoom"));
    CHECK_THAT(complaint(service("http://a.org/{z}/{x}/{y}", R"(,"datum":"bd09")")),
               Contains("/datum"));
}

TEST_CASE("files are found beside their definition, ids are used once", "[core]")
{
    const TemporaryFolder folder;
    (void)folder.write(
        "b.json",
        R"({"id":"b","title":{"zh":"乙","en":"B"},"kind":"mbtiles","file":"x.mbtiles",
                     "order":1})");
    (void)folder.write("a.json", service("http://a.org/{z}/{x}/{y}", R"(,"order":2)"));
    const auto basemaps = loadBasemaps(folder.path());
    REQUIRE(basemaps.size() == 2);
    CHECK(basemaps[0].id == "b");
    CHECK(basemaps[0].file == folder / "x.mbtiles");
    (void)folder.write("c.json", service("http://a.org/{z}/{x}/{y}"));
    CHECK_THROWS_AS(loadBasemaps(folder.path()), Error);
    CHECK(loadBasemaps(folder / "none").empty());
}
