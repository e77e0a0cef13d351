// SPDX-License-Identifier: MIT
#include "cli/program.h"
#include "support/catch.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <thread>

using namespace guatu::test;
using Catch::Matchers::Contains;

namespace
{

/// A PNG of one pixel, (255, 208, 64).
constexpr std::array<unsigned char, 69> onePixel{
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00,
    0x00, 0x90, 0x77, 0x53, 0xDE, 0x00, 0x00, 0x00, 0x0C, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xDA, 0x63, 0xF8, 0x7F, 0xC1, 0x01, 0x00, 0x04, 0xE1, 0x02, 0x10, 0x4E, 0x71, 0xE4,
    0x4B, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};

/// A web server on this computer that gives every question the same tile, in a thread of its own.
class OneTileServer
{
public:
    OneTileServer()
    {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_listener = socket(AF_INET, SOCK_STREAM, 0);
        socklen_t size = sizeof(here);
        REQUIRE(bind(m_listener, reinterpret_cast<sockaddr*>(&here), size) == 0);
        REQUIRE(listen(m_listener, 64) == 0);
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&here), &size);
        port = ntohs(here.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~OneTileServer()
    {
        shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        close(m_listener);
    }
    OneTileServer(const OneTileServer&) = delete;
    OneTileServer& operator=(const OneTileServer&) = delete;

    int port = 0;
    std::atomic<int> connections = 0;

private:
    void serve()
    {
        for (int client = accept(m_listener, nullptr, nullptr); client >= 0;
             client = accept(m_listener, nullptr, nullptr)) {
            ++connections;
            std::string asked;
            std::array<char, 4096> buffer{};
            while (asked.find("\r\n\r\n") == std::string::npos) {
                const ssize_t got = read(client, buffer.data(), buffer.size());
                if (got <= 0)
                    break;
                asked.append(buffer.data(), static_cast<std::size_t>(got));
            }
            std::string answer =
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 69\r\n\r\n";
            answer.append(reinterpret_cast<const char*>(onePixel.data()), onePixel.size());
            static_cast<void>(send(client, answer.data(), answer.size(), MSG_NOSIGNAL));
            close(client);
        }
    }

    int m_listener = -1;
    std::thread m_thread;
};

/// A user's own folders.
struct Home {
    Home()
    {
        setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
        setenv("XDG_CONFIG_HOME", (folder / "config").c_str(), 1);
        unsetenv("GUATU_KEY_TK");
    }
    ~Home()
    {
        unsetenv("XDG_CACHE_HOME");
        unsetenv("XDG_CONFIG_HOME");
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    [[nodiscard]] std::string definition(int port) const
    {
        return folder.write("local.json",
                            R"({"id":"local","title":{"zh":"本机","en":"Local"},"kind":"xyz",
            "urls":["http://127.0.0.1:)" +
                                std::to_string(port) + R"(/{z}/{x}/{y}"],"datum":"gcj02"})");
    }
    [[nodiscard]] Outcome map(std::vector<std::string> more) const
    {
        std::vector<std::string> words{"map",    sampleWorkspace(), "--unit", "532329",
                                       "--size", "600x400",         "-o",     picture()};
        words.insert(words.end(), more.begin(), more.end());
        return runGuatu(words);
    }
    [[nodiscard]] std::string picture() const { return (folder / "map.png").string(); }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE("a basemap is fetched when allowed, and kept for the day without network", "[cli]")
{
    const Home home;
    OneTileServer server;
    const std::string definition = home.definition(server.port);
    const Outcome refused = home.map({"--basemap", definition});
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("联网"));
    CHECK(server.connections == 0);
    CHECK_FALSE(std::filesystem::exists(home.picture()));

    const Outcome online = home.map({"--basemap", definition, "--online"});
    INFO(online.err);
    CHECK(online.code == 0);
    CHECK(server.connections > 0);
    const std::string fetched = readAll(home.picture());
    const int before = server.connections;
    CHECK(home.map({"--basemap", definition}).code == 0);
    CHECK(server.connections == before);
    CHECK(readAll(home.picture()) == fetched);
    CHECK(home.map({}).code == 0);
    CHECK(readAll(home.picture()) != fetched);
}

TEST_CASE("a basemap that is not there is named with those that are", "[cli]")
{
    const Home home;
    const Outcome outcome = home.map({"--basemap", "nowhere"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("nowhere") && Contains("osm") && Contains("tianditu-vector"));
}

TEST_CASE("a service that wants a key is not asked without one", "[cli]")
{
    const Home home;
    const Outcome outcome = home.map({"--basemap", "tianditu-vector", "--online"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Contains("tk"));
}
