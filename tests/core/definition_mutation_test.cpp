// SPDX-License-Identifier: MIT
// Every shipped definition is damaged in every place: the error must name file and place.
#include "core/basemap.h"
#include "core/definition.h"
#include "core/error.h"
#include "core/layer.h"
#include "core/profile.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>
#include <regex>
#include <set>

using namespace guatu;
using Json = nlohmann::ordered_json;
using Pointer = Json::json_pointer;
namespace fs = std::filesystem;

namespace
{

/// A definition file and how it is read.
struct Subject {
    std::string name;
    Json json;
    std::function<void(const std::string&)> parse;
};

Json readJson(const fs::path& file)
{
    std::ifstream in(file);
    return Json::parse(in);
}

/// Code lists are long and alike: two codes of each are damaged for all, except where the rest of
/// the profile refers to them.
void shorten(Json& codeLists)
{
    const std::set<std::string> referredTo{"level", "household_class", "aspect", "review_step"};
    for (const auto& [name, list] : codeLists.items())
        if (!referredTo.contains(name) && list.size() > 2)
            list.erase(list.begin() + 2, list.end());
}

std::vector<Subject> subjects()
{
    const auto profile = [](const std::string& text) { (void)parseProfile(text, "a.json"); };
    const auto style = [](const std::string& text) { (void)parseStyle(text, "a.json"); };
    const auto layer = [](const std::string& text) { (void)parseLayer(text, "a.json"); };
    const auto basemap = [](const std::string& text) { (void)parseBasemap(text, "a.json"); };
    std::vector<Subject> all;
    const auto add = [&](const fs::path& folder, const auto& parse) {
        for (const auto& entry : fs::directory_iterator(dataRoot() / folder))
            if (entry.path().extension() == ".json")
                all.push_back({entry.path().filename().string(), readJson(entry.path()), parse});
    };
    add("data/profiles", profile);
    add("styles", style);
    add("layers", layer);
    add("data/basemaps", basemap);
    for (Subject& subject : all)
        if (subject.json.contains("code_lists"))
            shorten(subject.json["code_lists"]);
    return all;
}

/// Every place of a value, parents before children.
void collect(const Json& value, const Pointer& place, std::vector<Pointer>& places)
{
    places.push_back(place);
    if (value.is_object())
        for (const auto& [key, member] : value.items())
            collect(member, place / key, places);
    if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i)
            collect(value[i], place / i, places);
}

std::vector<Pointer> placesOf(const Json& json)
{
    std::vector<Pointer> places;
    collect(json, Pointer(), places);
    return places;
}

/// What became of a text: "taken", or the pointer the refusal names.
std::string verdict(const Subject& subject, const Json& json)
{
    try {
        subject.parse(json.dump());
        return "taken";
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Input);
        std::string file, pointer = "none";
        for (const auto& [key, value] : error.message().parameters) {
            if (key == "file")
                file = value;
            if (key == "pointer")
                pointer = value;
        }
        CHECK(file == "a.json");
        CHECK(hasText(error.message().id, Language::Chinese));
        return pointer;
    }
}

/// Replaces each value that `chosen` picks by each of `wrong`, and expects the place to be named.
void expectRefusals(const std::function<bool(const Pointer&, const Json&)>& chosen,
                    const std::vector<Json>& wrong)
{
    std::size_t tried = 0;
    for (const Subject& subject : subjects())
        for (const Pointer& place : placesOf(subject.json)) {
            if (!chosen(place, subject.json.at(place)))
                continue;
            for (const Json& replacement : wrong) {
                Json damaged = subject.json;
                damaged.at(place) = replacement;
                const std::string named = verdict(subject, damaged);
                INFO(subject.name << " " << place.to_string() << " " << replacement.dump());
                CHECK(named == place.to_string());
                ++tried;
            }
        }
    CHECK(tried > 0);
}

bool isText(const Json& value, const char* pattern)
{
    return value.is_string() && std::regex_match(value.get<std::string>(), std::regex(pattern));
}

} // namespace

TEST_CASE("every shipped definition is read", "[core]")
{
    for (const auto& entry : fs::directory_iterator(dataRoot() / "data" / "profiles"))
        CHECK(loadProfile(entry.path()).code == entry.path().stem());
    const MapDefinition definition = loadMapDefinition(dataRoot());
    for (const Layer& layer : definition.layers)
        CHECK(definition.styleOf(layer).id == layer.style);
    CHECK(std::ranges::is_sorted(definition.layers, {}, &Layer::order));
}

TEST_CASE("a value of a wrong type is refused wherever it stands", "[core]")
{
    expectRefusals([](const Pointer&, const Json&) { return true; }, {nullptr});
}

TEST_CASE("text in place of a number, and number in place of a text, is refused", "[core]")
{
    const auto isBound = [](const Pointer& place) { // conditions compare with texts and numbers
        return place.to_string().find("/v") != std::string::npos;
    };
    expectRefusals([&](const Pointer& place,
                       const Json& value) { return value.is_number() && !isBound(place); },
                   {"12"});
    expectRefusals([&](const Pointer& place,
                       const Json& value) { return value.is_string() && !isBound(place); },
                   {12});
    expectRefusals([](const Pointer&, const Json& value) { return value.is_boolean(); },
                   {Json::array()});
}

TEST_CASE("an unknown key is refused in every object", "[core]")
{
    for (const Subject& subject : subjects())
        for (const Pointer& place : placesOf(subject.json)) {
            if (!subject.json.at(place).is_object())
                continue;
            Json damaged = subject.json;
            damaged.at(place)["surprise"] = nullptr;
            INFO(subject.name << " " << place.to_string());
            CHECK(verdict(subject, damaged).starts_with(place.to_string()));
        }
}

TEST_CASE("a missing key is refused where it is needed, and nowhere does harm", "[core]")
{
    std::size_t refused = 0;
    for (const Subject& subject : subjects())
        for (const Pointer& place : placesOf(subject.json)) {
            if (place.empty() || !subject.json.at(place.parent_pointer()).is_object())
                continue;
            Json damaged = subject.json;
            damaged.at(place.parent_pointer()).erase(place.back());
            INFO(subject.name << " " << place.to_string());
            refused += verdict(subject, damaged) != "taken" ? 1 : 0;
        }
    CHECK(refused > 0);
}

TEST_CASE("the keys a definition cannot do without are named when missing", "[core]")
{
    const auto required = [](const char* schema) {
        return readJson(dataRoot() / "data" / "schema" / schema)["required"];
    };
    for (const Subject& subject : subjects()) {
        const bool isProfile = subject.json.contains("code_lists");
        const bool isStyle = subject.json.contains("classes");
        const bool isBasemap = subject.json.contains("urls");
        const Json keys = required(isProfile   ? "profile.schema.json"
                                   : isStyle   ? "style.schema.json"
                                   : isBasemap ? "basemap.schema.json"
                                               : "layer.schema.json");
        for (const Json& key : keys) {
            Json damaged = subject.json;
            damaged.erase(key.get<std::string>());
            INFO(subject.name << " " << key);
            CHECK(verdict(subject, damaged).empty()); // the pointer of the whole
        }
    }
}

TEST_CASE("a colour that is none is refused", "[core]")
{
    expectRefusals(
        [](const Pointer&, const Json& value) { return isText(value, "#[0-9A-Fa-f]{6,8}"); },
        {"red", "#FFF", "#GG0000", "#1A96411", "1A9641", ""});
}

TEST_CASE("an operator that is none is refused", "[core]")
{
    expectRefusals(
        [](const Pointer& place, const Json&) { return !place.empty() && place.back() == "op"; },
        {"=>", "==", "≥", "超过", ""});
}

TEST_CASE("a day that the calendar does not have is refused", "[core]")
{
    expectRefusals([](const Pointer&,
                      const Json& value) { return isText(value, "[0-9]{4}-[0-9]{2}-[0-9]{2}"); },
                   {"2019-02-29", "2020-13-01", "2020-4-17", "17.04.2020", "2020-04-17 "});
}

TEST_CASE("a definition cut short is refused with its line", "[core]")
{
    for (const Subject& subject : subjects()) {
        const std::string text = subject.json.dump(2);
        for (std::size_t length = 0; length + 1 < text.size(); length += 1 + text.size() / 40)
            try {
                subject.parse(text.substr(0, length));
                FAIL(subject.name << " cut at " << length);
            } catch (const Error& error) {
                CHECK(error.message().id == "definition.cut_short");
            }
    }
}

TEST_CASE("random damage is read or refused, never more", "[core]")
{
    std::mt19937 random(20200417);
    for (const Subject& subject : subjects()) {
        const std::string text = subject.json.dump(1);
        for (int round = 0; round < 60; ++round) {
            std::string damaged = text;
            for (int flips = 0; flips < 3; ++flips)
                damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            try {
                subject.parse(damaged);
            } catch (const Error& error) {
                CHECK(error.kind() == ErrorKind::Input);
            }
        }
    }
}
