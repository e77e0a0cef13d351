// SPDX-License-Identifier: MIT
#include "core/definition_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace guatu
{
namespace
{

FieldValue fieldValue(const JsonNode& node)
{
    if (const bool* flag = std::get_if<bool>(&node.value().data))
        return *flag ? 1.0 : 0.0;
    if (const double* number = std::get_if<double>(&node.value().data))
        return *number;
    return node.text();
}

Condition::Operator operatorOf(const JsonNode& node)
{
    using enum Condition::Operator;
    for (const auto op : {Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In})
        if (toString(op) == node.text())
            return op;
    throw node.error("definition.allowed", {{"allowed", "=, !=, <, <=, >, >=, in"}});
}

Condition comparison(const JsonNode& node)
{
    Condition condition{
        .kind = Condition::Kind::Compare, .field = node["f"].text(), .op = operatorOf(node["op"])};
    const JsonNode value = node["v"];
    const bool isList = std::holds_alternative<JsonValue::Array>(value.value().data);
    if (isList != (condition.op == Condition::Operator::In))
        throw value.error("definition.type",
                          {{"expected", isList ? "number, string, boolean" : "array"}});
    if (!isList)
        condition.values.push_back(fieldValue(value));
    else
        for (const JsonNode& item : value.items())
            condition.values.push_back(fieldValue(item));
    return condition;
}

Condition joined(Condition::Kind kind, const std::vector<JsonNode>& parts)
{
    Condition condition{.kind = kind};
    for (const JsonNode& part : parts)
        condition.children.push_back(readAs<Condition>(part));
    return condition;
}

} // namespace

template <>
bool readAs(const JsonNode& node)
{
    return node.flag();
}

template <>
int readAs(const JsonNode& node)
{
    return node.integer();
}

template <>
std::size_t readAs(const JsonNode& node)
{
    if (node.integer() < 0)
        throw node.error("definition.limit", {{"limit", ">= 0"}});
    return static_cast<std::size_t>(node.integer());
}

template <>
double readAs(const JsonNode& node)
{
    return node.number();
}

template <>
std::string readAs(const JsonNode& node)
{
    return node.text();
}

template <>
LocalText readAs(const JsonNode& node)
{
    return {.zh = node["zh"].text(), .en = node["en"].text()};
}

template <>
Date readAs(const JsonNode& node)
{
    const auto date = Date::fromIso(node.text());
    if (!date)
        throw node.error("definition.no_such_day");
    return *date;
}

template <>
Colour readAs(const JsonNode& node)
{
    const std::string& text = node.text();
    std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
    for (std::size_t part = 0; 2 * part + 2 < text.size() && part < parts.size(); ++part) {
        const char* digits = text.data() + 1 + 2 * part;
        std::from_chars(digits, digits + 2, parts[part], 16);
    }
    return {parts[0], parts[1], parts[2], parts[3]};
}

template <>
Condition readAs(const JsonNode& node)
{
    if (const auto parts = node.find("all"))
        return joined(Condition::Kind::All, parts->items());
    if (const auto parts = node.find("any"))
        return joined(Condition::Kind::Any, parts->items());
    if (const auto part = node.find("not"))
        return joined(Condition::Kind::Not, {*part});
    return comparison(node);
}

std::vector<std::filesystem::path> definitionFiles(const std::filesystem::path& folder,
                                                   std::error_code& failure)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

void takeScales(const JsonNode& object, double& least, double& most)
{
    take(object, "min_scale", least);
    take(object, "max_scale", most);
    if (least > most)
        throw object["min_scale"].error("definition.limit",
                                        {{"limit", fmt::format("<= {}", most)}});
}

void requireUniqueIds(const JsonNode& array)
{
    std::set<std::string> seen;
    for (const JsonNode& item : array.items())
        if (!seen.insert(item["id"].text()).second)
            throw item["id"].error("definition.repeated");
}

} // namespace guatu
