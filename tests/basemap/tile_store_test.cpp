// SPDX-License-Identifier: MIT
#include "basemap/tile_store.h"

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace guatu;
using namespace guatu::basemap;
using guatu::test::TemporaryFolder;
using namespace std::chrono_literals;

namespace
{

Basemap service(const std::string& url = "http://a.org/{z}/{x}/{y}?tk={tk}")
{
    Basemap basemap;
    basemap.id = "a";
    basemap.urls = {url};
    basemap.cacheDays = 10;
    return basemap;
}

} // namespace

TEST_CASE("a tile is kept, and old after the service's days", "[basemap]")
{
    const TemporaryFolder folder;
    TileStore store(folder / "tiles", 1 << 20);
    const TileAddress tile{0, {7, 100, 54}};
    CHECK_FALSE(store.read(service(), tile));
    store.write(service(), tile, "picture");
    const auto now = TileStore::Clock::now();
    REQUIRE(store.read(service(), tile, now));
    CHECK(store.read(service(), tile, now)->bytes == "picture");
    CHECK(store.read(service(), tile, now + 9 * 24h)->isFresh);
    CHECK_FALSE(store.read(service(), tile, now + 11 * 24h)->isFresh); // but still there
    CHECK_FALSE(store.read(service(), {1, {7, 100, 54}}));
    CHECK_FALSE(store.read(service(), {0, {7, 54, 100}}));
    CHECK_FALSE(store.read(service("http://b.org/{z}/{x}/{y}"), tile)); // another service
}

TEST_CASE("beyond its size the oldest tiles go", "[basemap]")
{
    const TemporaryFolder folder;
    TileStore store(folder / "tiles", 100'000);
    const auto begin = TileStore::Clock::now();
    for (int i = 0; i < 10; ++i) {
        const TileAddress tile{0, {5, i, 0}};
        store.write(service(), tile, std::string(9'000, 'x'));
        std::filesystem::last_write_time(store.fileOf(service(), tile), begin - 100h + i * 1h);
    }
    CHECK(store.size() == 90'000);
    store.write(service(), {0, {5, 10, 0}}, std::string(18'000, 'x'));
    CHECK(store.size() <= 80'000);
    CHECK_FALSE(store.read(service(), {0, {5, 0, 0}}));
    CHECK(store.read(service(), {0, {5, 9, 0}}));
    CHECK(store.read(service(), {0, {5, 10, 0}}));
    store.clear();
    CHECK(store.size() == 0);
}

TEST_CASE("a folder that cannot be written to is no error", "[basemap]")
{
    TileStore store("/proc/nowhere", 1000);
    store.write(service(), {0, {1, 0, 0}}, "x");
    CHECK_FALSE(store.read(service(), {0, {1, 0, 0}}));
}
