// SPDX-License-Identifier: MIT
#include "access/standard.h"

#include "core/definition_reader.h"
#include "core/json_schema.h"

namespace guatu
{

template <>
access::Standard readAs(const JsonNode& node)
{
    access::Standard standard{.id = node["id"].text(),
                              .service = node["service"].text(),
                              .title = readAs<LocalText>(node["title"])};
    take(node, "facilities", standard.facilities);
    take(node, "exempt_criterion", standard.exemptCriterion);
    take(node, "means", standard.means);
    take(node, "max_minutes", standard.maxMinutes);
    take(node, "max_metres", standard.maxMetres);
    take(node, "rule", standard.rule);
    take(node, "source", standard.source);
    if (standard.maxMinutes.has_value() == standard.maxMetres.has_value() ||
        standard.maxMinutes.has_value() == standard.means.empty())
        throw node.error("access.standard_limit");
    return standard;
}

} // namespace guatu

namespace guatu::access
{
namespace
{

std::vector<Standard> readStandards(const JsonNode& root)
{
    checkAgainstSchema(root, "standards.schema.json");
    requireUniqueIds(root["standards"]);
    std::vector<Standard> standards;
    take(root, "standards", standards);
    return standards;
}

} // namespace

std::vector<Standard> loadStandards(const std::filesystem::path& file)
{
    return readStandards(JsonDocument::read(file).root());
}

std::vector<Standard> parseStandards(std::string_view json, const std::string& name)
{
    return readStandards(JsonDocument(json, name).root());
}

} // namespace guatu::access
