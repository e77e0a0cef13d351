// SPDX-License-Identifier: MIT
#include "core/message.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

using namespace guatu;

namespace
{

std::string readAll(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every string literal of the sources that looks like a message id: words joined by dots.
std::set<std::string> literalsOfSources()
{
    static const std::regex literal(R"re("([a-z][a-z0-9_]*(\.[a-z0-9_]+)+)")re");
    std::set<std::string> found;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(guatu::test::sourceFolder() / "src")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h")
            continue;
        const std::string source = readAll(entry.path());
        for (std::sregex_iterator match(source.begin(), source.end(), literal), end; match != end;
             ++match)
            found.insert((*match)[1]);
    }
    return found;
}

/// Parameters a text names, as {file}.
std::set<std::string> parametersOf(const std::string& text)
{
    static const std::regex parameter(R"(\{([a-z_A-Z0-9]+)\})");
    std::set<std::string> names;
    for (std::sregex_iterator match(text.begin(), text.end(), parameter), end; match != end;
         ++match)
        names.insert((*match)[1]);
    return names;
}

std::set<std::string> prefixesOfCatalogue()
{
    std::set<std::string> prefixes;
    for (const std::string_view id : messageIds(Language::Chinese))
        prefixes.insert(std::string(id.substr(0, id.find('.'))));
    return prefixes;
}

} // namespace

TEST_CASE("both languages have the same messages with the same parameters", "[checks]")
{
    const auto zh = messageIds(Language::Chinese);
    const auto en = messageIds(Language::English);
    CHECK(zh == en);
    for (const std::string_view id : zh) {
        INFO(id);
        CHECK(parametersOf(text(id, Language::Chinese)) ==
              parametersOf(text(id, Language::English)));
    }
}

TEST_CASE("every message that the program uses is in the catalogue", "[checks]")
{
    const auto prefixes = prefixesOfCatalogue();
    static const std::regex fileName(
        R"(.*\.(json|csv|sqlite|png|svg|sql|shp|dbf|prj|xlsx|geojson|html|txt))");
    for (const std::string& id : literalsOfSources()) {
        if (!prefixes.contains(id.substr(0, id.find('.'))) || std::regex_match(id, fileName))
            continue;
        INFO(id);
        CHECK(hasText(id, Language::Chinese));
    }
}

TEST_CASE("every message of the catalogue is used", "[checks]")
{
    const auto used = literalsOfSources();
    for (const std::string_view id : messageIds(Language::Chinese)) {
        INFO(id);
        CHECK(used.contains(std::string(id)));
    }
}
