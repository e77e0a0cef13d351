// SPDX-License-Identifier: MIT
#include "basemap/tile_fetcher.h"

#include "basemap/tile_image.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/tile_server.h"

#include <QEventLoop>

using namespace guatu;
using namespace guatu::basemap;
using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

constexpr FetchLimits hasty{200, 400, 2, 1, 4};

/// What a fetcher brought until it ended.
struct Haul {
    std::vector<TileAddress> arrived;
    std::vector<Message> failures;
    std::vector<bool> forGood;
};

Haul fetch(TileFetcher& fetcher, const std::vector<TileAddress>& tiles)
{
    Haul haul;
    QEventLoop loop;
    QObject::connect(&fetcher, &TileFetcher::ended, &loop, &QEventLoop::quit);
    QObject::connect(&fetcher, &TileFetcher::arrived, &loop,
                     [&](const TileAddress& tile) { haul.arrived.push_back(tile); });
    QObject::connect(&fetcher, &TileFetcher::failed, &loop,
                     [&](const TileAddress&, const Message& why, bool forGood) {
                         haul.failures.push_back(why);
                         haul.forGood.push_back(forGood);
                     });
    fetcher.want(tiles);
    loop.exec();
    return haul;
}

std::vector<TileAddress> row(int count)
{
    std::vector<TileAddress> tiles;
    for (int i = 0; i < count; ++i)
        tiles.push_back({0, {5, i, 11}});
    return tiles;
}

/// A fetcher of the server's, online.
struct Fixture {
    explicit Fixture(TileServer::Answer answer, const std::string& path = "/{z}/{x}/{y}",
                     const std::string& more = "", const KeyValues& keys = {})
        : server(std::move(answer))
    {
        fetcher.setService(parseBasemap(server.definition(path, more), "a.json"), keys);
        fetcher.setOnline(true);
    }
    TileServer server;
    TileFetcher fetcher{hasty};
};

TileAnswer green(const TileRequest&)
{
    return {200, plainTile(Qt::green)};
}

} // namespace

TEST_CASE("the right tiles are asked for, by name of the program, with the key", "[basemap]")
{
    needGui();
    Fixture fixture(green, "/{z}/{x}/{y}?tk={tk}",
                    R"(,"keys":[{"name":"tk","title":{"zh":"密钥","en":"Key"}}])",
                    {{"tk", "se cret"}});
    const Haul haul = fetch(fixture.fetcher, {{0, {12, 3200, 1752}}, {0, {12, 3201, 1752}}});
    CHECK(haul.failures.empty());
    CHECK(haul.arrived.size() == 2);
    REQUIRE(fixture.server.requests.size() == 2);
    CHECK(fixture.server.requests[0].path == "/12/3200/1752?tk=se%20cret");
    CHECK(fixture.server.requests[1].path == "/12/3201/1752?tk=se%20cret");
    CHECK(fixture.server.requests[0].headers["user-agent"].startsWith("Guatu/"));
    CHECK_FALSE(fixture.server.requests[0].headers.contains("cookie"));
}

TEST_CASE("with the network off no socket is opened", "[basemap]")
{
    needGui();
    Fixture fixture(green);
    fixture.fetcher.setOnline(false);
    const Haul haul = fetch(fixture.fetcher, row(5));
    CHECK(haul.arrived.empty());
    CHECK(fixture.server.connections == 0);
    fixture.fetcher.setOnline(true);
    CHECK(fetch(fixture.fetcher, row(5)).arrived.size() == 5);
    CHECK(fixture.server.connections > 0);
}

TEST_CASE("without its key a service is not asked", "[basemap]")
{
    needGui();
    Fixture fixture(green, "/{z}/{x}/{y}?tk={tk}",
                    R"(,"keys":[{"name":"tk","title":{"zh":"密钥","en":"Key"}}])");
    CHECK(fetch(fixture.fetcher, row(3)).arrived.empty());
    CHECK(fixture.server.connections == 0);
}

TEST_CASE("a host is asked for few tiles at a time", "[basemap]")
{
    needGui();
    Fixture fixture(green, "/{z}/{x}/{y}", R"(,"parallel":2)");
    CHECK(fetch(fixture.fetcher, row(20)).arrived.size() == 20);
    CHECK(fixture.server.requests.size() == 20);
    CHECK(fixture.server.mostOpen <= 2);
}

TEST_CASE("what a service says is told without the key", "[basemap]")
{
    needGui();
    const auto [answer, id, forGood, asked] =
        GENERATE(table<TileAnswer, std::string, bool, std::size_t>({
            {{404, "nothing"}, "basemap.not_found", true, 1},
            {{500, "broken"}, "basemap.bad_status", false, 3}, // twice more
            {{403, "key wrong"}, "basemap.refused", false, 1},
            {{418, "teapot"}, "basemap.refused", false, 1},
            {{200, "<html>no picture</html>"}, "basemap.not_image", true, 1},
            {{200, "x", false, 1 << 30}, "basemap.too_large", true, 1},
            {{200, QByteArray(5 << 20, 'x')}, "basemap.too_large", true, 1},
            {{200, {}, true}, "basemap.timeout", false, 3},
        }));
    Fixture fixture(
        [answer = answer](const TileRequest&) { return answer; }, "/{z}/{x}/{y}?tk={tk}",
        R"(,"keys":[{"name":"tk","title":{"zh":"密钥","en":"Key"}}])", {{"tk", "geheim"}});
    const Haul haul = fetch(fixture.fetcher, row(1));
    INFO(id);
    CHECK(haul.arrived.empty());
    REQUIRE(haul.failures.size() == 1);
    CHECK(haul.failures[0].id == id);
    CHECK(haul.forGood[0] == forGood);
    CHECK(fixture.server.requests.size() == asked);
    for (const Language language : {Language::Chinese, Language::English}) {
        const std::string words = text(haul.failures[0], language);
        CHECK_THAT(words, Contains("127.0.0.1") && !Contains("geheim"));
    }
}

TEST_CASE("a second try may help", "[basemap]")
{
    needGui();
    int count = 0;
    Fixture fixture([&count](const TileRequest& request) {
        return ++count < 3 ? TileAnswer{503, "busy"} : green(request);
    });
    const Haul haul = fetch(fixture.fetcher, row(1));
    CHECK(haul.failures.empty());
    CHECK(haul.arrived.size() == 1);
}

TEST_CASE("a service that refuses is left alone until it is chosen anew", "[basemap]")
{
    needGui();
    Fixture fixture(
        [](const TileRequest&) {
            return TileAnswer{403, "no"};
        },
        "/{z}/{x}/{y}", R"(,"parallel":1)");
    fetch(fixture.fetcher, row(30));
    CHECK(fixture.server.requests.size() == 1);
    fetch(fixture.fetcher, row(30));
    CHECK(fixture.server.requests.size() == 1);
}

TEST_CASE("what is no longer wanted is given up", "[basemap]")
{
    needGui();
    Fixture fixture([](const TileRequest& request) {
        return request.path.startsWith("/5/") ? TileAnswer{200, {}, true} : green(request);
    });
    fixture.fetcher.want(row(3));
    const Haul haul = fetch(fixture.fetcher, {{0, {6, 1, 1}}});
    REQUIRE(haul.arrived.size() == 1);
    CHECK(haul.arrived[0].place.zoom == 6);
    CHECK(haul.failures.empty());
}

TEST_CASE("where nobody answers the asking ends soon", "[basemap]")
{
    needGui();
    TileFetcher fetcher(hasty);
    // Port 9 of this computer: nothing listens there.
    fetcher.setService(parseBasemap(R"({"id":"a","title":{"zh":"甲","en":"A"},"kind":"xyz",
                                        "urls":["http://127.0.0.1:9/{z}/{x}/{y}"]})",
                                    "a.json"),
                       {});
    fetcher.setOnline(true);
    const Haul haul = fetch(fetcher, row(100));
    CHECK(haul.failures.size() < 20);
    CHECK(haul.failures.front().id == "basemap.unreachable");
}
