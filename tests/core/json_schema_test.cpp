// SPDX-License-Identifier: MIT
#include "core/json_schema.h"
#include "core/layer.h"
#include "core/schema_set.h"
#include "support/catch.h"
#include "support/source_folder.h"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace guatu;
namespace fs = std::filesystem;

namespace guatu::detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> embeddedSchemas;
}

namespace
{

std::string readAll(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder with layers/ and styles/, as the program's data folder has.
class DataFolder
{
public:
    DataFolder()
    {
        fs::remove_all(m_root);
        fs::create_directories(m_root / "layers");
        fs::create_directories(m_root / "styles" / "symbols");
        write("styles/a.json", style("a"));
        write("layers/one.json", layer("one", "a"));
    }
    ~DataFolder() { fs::remove_all(m_root); }
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_root / name) << text;
    }

    static std::string style(const std::string& id, const std::string& symbol = "{}")
    {
        return R"({"id": ")" + id +
               R"(", "classes": [{"id": "all", "title": {"zh": "全部", "en": "all"}, "symbol": )" +
               symbol + "}]}";
    }
    static std::string layer(const std::string& id, const std::string& styleId)
    {
        return R"({"id": ")" + id + R"(", "title": {"zh": "村", "en": "villages"}, )" +
               R"("source": "village", "style": ")" + styleId + R"(", "order": 1})";
    }

    /// "taken", or the message's id with the file's name.
    [[nodiscard]] std::string verdict() const
    {
        try {
            (void)loadMapDefinition(m_root);
            return "taken";
        } catch (const Error& error) {
            const auto& file = error.message().parameters.front().second;
            return error.message().id + " " + fs::path(file).filename().string();
        }
    }

private:
    fs::path m_root = fs::temp_directory_path() / "guatu-definition-test";
};

} // namespace

TEST_CASE("the schemas in the program are those of the data folder, byte for byte", "[core]")
{
    const fs::path folder = guatu::test::sourceFolder() / "data" / "schema";
    const auto schemas =
        std::count_if(fs::directory_iterator(folder), fs::directory_iterator(),
                      [](const auto& entry) { return entry.path().extension() == ".json"; });
    CHECK(detail::embeddedSchemas.size() == static_cast<std::size_t>(schemas));
    for (const auto& [name, text] : detail::embeddedSchemas) {
        INFO(name);
        CHECK(text == readAll(folder / name));
    }
}

TEST_CASE("a mapping of columns is checked against its schema", "[core]")
{
    const auto verdict = [](const std::string& text) -> std::string {
        try {
            checkAgainstSchema(JsonDocument(text, "a.json").root(), "import_mapping.schema.json");
            return "taken";
        } catch (const Error& error) {
            return error.message().id;
        }
    };
    const std::string head = R"({"layout": "x", "kind": "villages", "entries": [)";
    CHECK(verdict(head + "]}") == "definition.allowed");
    const std::string good = R"({"layout": "x", "kind": "units", "entries": [)";
    CHECK(verdict(good + R"({"column": 0, "header": "代码", "field": "code"}]})") == "taken");
    CHECK(verdict(good + R"({"column": -1, "header": "代码", "field": "code"}]})") ==
          "definition.limit");
    CHECK(verdict(good + R"({"column": 0.5, "header": "代码", "field": "code"}]})") ==
          "definition.type");
    CHECK(verdict(good + R"({"column": 0, "header": "代码"}]})") == "definition.missing_key");
}

TEST_CASE("a schema that asks what is not checked is refused", "[core]")
{
    const auto verdict = [](const std::string& schema) -> std::string {
        try {
            const SchemaSet schemas({{"a.schema.json", schema}});
            return "taken";
        } catch (const Error& error) {
            CHECK(error.kind() == ErrorKind::Internal);
            return error.message().id;
        }
    };
    CHECK(verdict(R"({"type": "object", "additionalProperties": false})") == "taken");
    CHECK(verdict(R"({"multipleOf": 2})") == "definition.schema");
    CHECK(verdict(R"({"properties": {"a": {"items": {"const": 2}}}})") == "definition.schema");
    CHECK(verdict(R"({"anyOf": [{"maxLength": 2}]})") == "definition.schema");
    CHECK(verdict(R"({"$defs": {"a": {"oneOf": []}}})") == "definition.schema");
    CHECK(verdict(R"({"items": false})") == "definition.schema");
    CHECK(verdict(R"({"pattern": "^a$"})") == "definition.schema"); // without an example
    CHECK(verdict(R"({"pattern": "^a$", "examples": ["a"]})") == "taken");
    CHECK(verdict(R"({"$ref": "#/$defs/a"})") == "definition.schema");
    CHECK(verdict(R"({"$ref": "b.schema.json#/$defs/a"})") == "definition.schema");
    CHECK(verdict(R"({"$defs": {"a": {}}, "items": {"$ref": "#/$defs/a"}})") == "taken");
}

TEST_CASE("layers and styles are checked together", "[core]")
{
    const DataFolder folder;
    CHECK(folder.verdict() == "taken");
    SECTION("a style that no file defines")
    {
        folder.write("layers/two.json", DataFolder::layer("two", "b"));
        CHECK(folder.verdict() == "definition.no_style two.json");
    }
    SECTION("two layers of one id")
    {
        folder.write("layers/two.json", DataFolder::layer("one", "a"));
        CHECK(folder.verdict() == "definition.repeated two.json");
    }
    SECTION("two styles of one id")
    {
        folder.write("styles/b.json", DataFolder::style("a"));
        CHECK(folder.verdict() == "definition.repeated b.json");
    }
    SECTION("a symbol that is no file")
    {
        folder.write("styles/a.json", DataFolder::style("a", R"({"marker": {"symbol": "hut"}})"));
        CHECK(folder.verdict() == "definition.no_symbol a.json");
        folder.write("styles/symbols/hut.svg", "<svg/>");
        CHECK(folder.verdict() == "taken");
    }
    SECTION("a variant whose symbol is no file, or that is none")
    {
        std::string text = DataFolder::style("a");
        text.insert(text.find(R"("symbol")"),
                    R"("variants": {"grey": {"marker": {"symbol": "hut"}}}, )");
        folder.write("styles/a.json", text);
        CHECK(folder.verdict() == "definition.no_symbol a.json");
        folder.write("styles/symbols/hut.svg", "<svg/>");
        CHECK(folder.verdict() == "taken");
        text.replace(text.find("grey"), 4, "gray");
        folder.write("styles/a.json", text);
        CHECK(folder.verdict() == "definition.unknown_key a.json");
    }
    SECTION("a scale range that leaves nothing")
    {
        std::string text = DataFolder::layer("one", "a");
        text.insert(1, R"("min_scale": 2000, "max_scale": 1000, )");
        folder.write("layers/one.json", text);
        CHECK(folder.verdict() == "definition.limit one.json");
    }
    SECTION("a file that is no JSON")
    {
        folder.write("layers/two.json", "layer");
        CHECK(folder.verdict() == "definition.syntax two.json");
    }
}

TEST_CASE("how names wrap and repeat is read, and checked", "[core]")
{
    const auto withLabel = [](const std::string& label) {
        std::string text = DataFolder::style("a");
        text.insert(text.rfind('}'), R"(, "labels": [)" + label + "]");
        return parseStyle(text, "a.json");
    };
    const auto label = withLabel(R"({"wrap_em": 8, "repeat_mm": 60, "mask": true})").labels.front();
    CHECK(label.wrap == 8);
    CHECK(label.repeat == 60);
    CHECK(label.mask);
    CHECK_THROWS_AS(withLabel(R"({"wrap_em": 1})"), Error);
    CHECK_THROWS_AS(withLabel(R"({"repeat_mm": 0})"), Error);
    CHECK_THROWS_AS(withLabel(R"({"mask": "yes"})"), Error);
}

TEST_CASE("a map without a layers folder is refused", "[core]")
{
    CHECK_THROWS_AS(loadMapDefinition("/nowhere"), Error);
}

TEST_CASE("a text of any length is held against a pattern without harm", "[core]")
{
    const std::string id(1'000'000, 'a');
    CHECK_THROWS_AS(parseStyle(DataFolder::style(id), "a.json"), Error);
}
