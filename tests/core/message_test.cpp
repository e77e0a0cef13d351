// SPDX-License-Identifier: MIT
#include "core/message.h"

#include "core/error.h"
#include "support/catch.h"

#include <algorithm>

using namespace guatu;

TEST_CASE("a message takes its parameters by name in both languages", "[core]")
{
    const Message message{"core.crs.no_way", {{"to", "EPSG:4543"}, {"from", "EPSG:4490"}}};
    CHECK(text(message, Language::English) ==
          "There is no way from coordinate reference system EPSG:4490 to EPSG:4543");
    CHECK(text(message, Language::Chinese) == "不能从坐标系 EPSG:4490 转换到 EPSG:4543");
}

TEST_CASE("an id that the catalogue lacks is shown as it is", "[core]")
{
    CHECK(text("nowhere.at_all", Language::Chinese) == "nowhere.at_all");
    CHECK_FALSE(hasText("nowhere.at_all", Language::English));
    CHECK(hasText("core.crs.unknown", Language::English));
}

TEST_CASE("braces without a parameter, and braces inside a value, are left alone", "[core]")
{
    // An unknown id stands for its own sentence.
    CHECK(text(Message{"a {b} {c", {{"b", "{c} {b}"}}}, Language::English) == "a {c} {b} {c");
    CHECK(text(Message{"{x}{{b}}", {{"b", "1"}}}, Language::English) == "{x}{1}");
    CHECK(text(Message{"}{}", {{"b", "1"}}}, Language::English) == "}{}");
    CHECK(text(Message{"{b}{b}", {{"b", "1"}}}, Language::English) == "11");
}

TEST_CASE("the ids of a catalogue come sorted", "[core]")
{
    const auto ids = messageIds(Language::Chinese);
    CHECK_FALSE(ids.empty());
    CHECK(std::ranges::is_sorted(ids));
    CHECK(ids == messageIds(Language::English));
}

TEST_CASE("an error speaks English to logs and keeps its message for the user", "[core]")
{
    const Error error = inputError({"core.crs.unknown", {{"crs", "EPSG:1"}}});
    CHECK(error.kind() == ErrorKind::Input);
    CHECK(error.message().id == "core.crs.unknown");
    CHECK(std::string(error.what()).find("EPSG:1") != std::string::npos);
    CHECK(storeError({"core.crs.unknown"}).kind() == ErrorKind::Store);
}
