// SPDX-License-Identifier: MIT
#include "core/json_document.h"
#include "support/catch.h"

#include <fstream>

using namespace guatu;

namespace
{

Message refusal(const std::string& text)
{
    try {
        const JsonDocument document(text, "a.json");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::Input);
        return error.message();
    }
    return {"taken"};
}

std::string parameter(const Message& message, std::string_view name)
{
    for (const auto& [key, value] : message.parameters)
        if (key == name)
            return value;
    return "none";
}

} // namespace

TEST_CASE("a definition is read with its keys in the order of the text", "[core]")
{
    const JsonDocument document(R"({"b": [1, -2.5, "楚雄"], "a/~": true, "c": null})", "a.json");
    const auto members = document.root().members();
    REQUIRE(members.size() == 3);
    CHECK(members[0].first == "b");
    CHECK(members[0].second.items()[1].number() == -2.5);
    CHECK(members[0].second.items()[2].text() == "楚雄");
    CHECK(members[0].second.items()[2].pointer() == "/b/2");
    CHECK(members[1].second.flag());
    CHECK(members[1].second.pointer() == "/a~1~0");
    CHECK(members[2].second.value().typeName() == "null");
}

TEST_CASE("a text that is no JSON is refused with line and column", "[core]")
{
    const auto at = [](const std::string& text) {
        const Message message = refusal(text);
        CHECK(message.id == "definition.syntax");
        CHECK(parameter(message, "file") == "a.json");
        return parameter(message, "line") + ":" + parameter(message, "column");
    };
    CHECK(at("{\"a\": 1,}") == "1:9");
    CHECK(at("{\n  \"a\": 1,\n  \"b\" 2\n}") == "3:7");
    CHECK(at("{\"楚雄\": x}") == "1:8"); // columns are characters, not bytes
    CHECK(at("{} {}") == "1:4");
    CHECK(at("{\"a\": \"\xe9\"}") == "1:9"); // not UTF-8, as the byte after shows
    CHECK(at("{\"a\": 1e999}") == "1:11");
    CHECK(refusal("").id == "definition.cut_short");
    CHECK(refusal("{\"a\": [1,").id == "definition.cut_short");
    CHECK(refusal("// remark\n{}").id == "definition.syntax");
    CHECK(refusal("{\"a\": NaN}").id == "definition.syntax");
}

TEST_CASE("a byte order mark before a definition does no harm", "[core]")
{
    CHECK(refusal("\xef\xbb\xbf{}").id == "taken");
}

TEST_CASE("a key that stands twice in an object is refused", "[core]")
{
    const Message message = refusal(R"({"a": [{"x": 1}, {"x": 1, "y": 2, "x": 3}]})");
    CHECK(message.id == "definition.duplicate_key");
    CHECK(parameter(message, "pointer") == "/a/1");
    CHECK(parameter(message, "key") == "x");
}

TEST_CASE("deep nesting and huge texts are refused before they cost anything", "[core]")
{
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(refusal(nested(64)).id == "taken");
    CHECK(refusal(nested(65)).id == "definition.too_deep");
    CHECK(refusal(std::string(1'000'000, '[')).id == "definition.too_deep");
    CHECK(refusal(std::string((4 << 20) + 1, ' ')).id == "definition.too_large");
}

TEST_CASE("a definition file that is not there is named", "[core]")
{
    try {
        (void)JsonDocument::read("/nowhere/a.json");
        FAIL("read");
    } catch (const Error& error) {
        CHECK(error.message() == Message{"definition.unreadable", {{"file", "/nowhere/a.json"}}});
    }
    CHECK_THROWS_AS(JsonDocument::read("/"), Error);
}

TEST_CASE("asking a place for another type names the place", "[core]")
{
    const JsonDocument document(R"({"a": [1.5]})", "a.json");
    const JsonNode number = document.root()["a"].items()[0];
    try {
        (void)number.integer();
        FAIL("read");
    } catch (const Error& error) {
        CHECK(parameter(error.message(), "pointer") == "/a/0");
        CHECK(parameter(error.message(), "expected") == "integer");
        CHECK(parameter(error.message(), "found") == "1.5");
    }
    CHECK_THROWS_AS(number.text(), Error);
    CHECK_THROWS_AS(document.root()["b"], Error);
    CHECK_FALSE(document.root().find("b"));
}
