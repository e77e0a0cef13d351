// SPDX-License-Identifier: MIT
#include "core/json_document.h"

#include "core/json_parser.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

namespace guatu
{
namespace
{

constexpr std::uintmax_t largest = 4 << 20; // bytes

Error tooLarge(const std::string& file)
{
    return inputError({"definition.too_large", {{"file", file}, {"limit", "4 MiB"}}});
}

std::string clipped(const std::string& text)
{
    constexpr std::size_t longest = 40; // characters
    const std::u32string characters = decodeUtf8(text);
    if (characters.size() <= longest)
        return '"' + text + '"';
    return '"' + encodeUtf8(std::u32string_view(characters).substr(0, longest)) + "...\"";
}

} // namespace

std::string pointerStep(std::string_view step)
{
    std::string pointer = "/";
    for (const char c : step) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

const JsonValue* JsonValue::find(std::string_view key) const
{
    const auto* object = std::get_if<Object>(&data);
    if (object == nullptr)
        return nullptr;
    const auto found = std::ranges::find(*object, key, &JsonMember::key);
    return found == object->end() ? nullptr : &found->value;
}

bool JsonValue::isInteger() const
{
    const double* number = std::get_if<double>(&data);
    return number != nullptr && std::trunc(*number) == *number;
}

std::string_view JsonValue::typeName() const
{
    constexpr std::array<std::string_view, 6> names{"null",   "boolean", "number",
                                                    "string", "array",   "object"};
    return names[data.index()];
}

std::string JsonValue::brief() const
{
    struct Writer {
        std::string operator()(std::nullptr_t) const { return "null"; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(double number) const { return fmt::format("{}", number); }
        std::string operator()(const std::string& text) const { return clipped(text); }
        std::string operator()(const Array& array) const { return array.empty() ? "[]" : "[...]"; }
        std::string operator()(const Object& object) const
        {
            return object.empty() ? "{}" : "{...}";
        }
    };
    return std::visit(Writer{}, data);
}

JsonNode JsonNode::child(const JsonValue& value, std::string_view step) const
{
    return {value, *m_file, m_pointer + pointerStep(step)};
}

JsonNode JsonNode::operator[](std::string_view key) const
{
    const JsonValue* value = m_value->find(key);
    if (value == nullptr)
        throw error("definition.missing_key", {{"key", std::string(key)}});
    return child(*value, key);
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const
{
    const JsonValue* value = m_value->find(key);
    return value == nullptr ? std::nullopt : std::optional(child(*value, key));
}

template <typename Type>
const Type& JsonNode::as(std::string_view expected) const
{
    const Type* content = std::get_if<Type>(&m_value->data);
    if (content == nullptr)
        throw error("definition.type", {{"expected", std::string(expected)}});
    return *content;
}

const std::string& JsonNode::text() const
{
    return as<std::string>("string");
}

double JsonNode::number() const
{
    return as<double>("number");
}

int JsonNode::integer() const
{
    if (!m_value->isInteger() || std::abs(number()) > std::numeric_limits<int>::max())
        throw error("definition.type", {{"expected", "integer"}});
    return static_cast<int>(number());
}

bool JsonNode::flag() const
{
    return as<bool>("boolean");
}

std::vector<JsonNode> JsonNode::items() const
{
    std::vector<JsonNode> nodes;
    for (const JsonValue& item : as<JsonValue::Array>("array"))
        nodes.push_back(child(item, std::to_string(nodes.size())));
    return nodes;
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const
{
    std::vector<std::pair<std::string, JsonNode>> nodes;
    for (const JsonMember& member : as<JsonValue::Object>("object"))
        nodes.emplace_back(member.key, child(member.value, member.key));
    return nodes;
}

std::vector<std::string> JsonNode::texts() const
{
    std::vector<std::string> texts;
    for (const JsonNode& item : items())
        texts.push_back(item.text());
    return texts;
}

Message JsonNode::complaint(std::string id, const Message::Parameters& more) const
{
    Message message{std::move(id),
                    {{"file", *m_file}, {"pointer", m_pointer}, {"found", m_value->brief()}}};
    message.parameters.insert(message.parameters.end(), more.begin(), more.end());
    return message;
}

JsonDocument::JsonDocument(std::string_view text, std::string file) : m_file(std::move(file))
{
    if (text.size() > largest)
        throw tooLarge(m_file);
    m_root = parseJson(text, m_file);
}

JsonDocument JsonDocument::read(const std::filesystem::path& file)
{
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    std::ifstream in(file, std::ios::binary);
    if (failure || !in)
        throw inputError({"definition.unreadable", {{"file", file.string()}}});
    if (size > largest)
        throw tooLarge(file.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad())
        throw inputError({"definition.unreadable", {{"file", file.string()}}});
    return {text, file.string()};
}

} // namespace guatu
