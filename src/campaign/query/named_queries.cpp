// SPDX-License-Identifier: MIT
#include "campaign/query/named_queries.h"

#include "campaign/query/query_files.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

LocalText localText(const JsonNode& node)
{
    return {node["zh"].text(), node["en"].text()};
}

std::vector<NamedQuery> read()
{
    const JsonDocument file = queryFile("standard.json");
    std::vector<NamedQuery> queries;
    for (const JsonNode& node : file.root()["queries"].items())
        queries.push_back({.id = node["id"].text(),
                           .title = localText(node["title"]),
                           .description = localText(node["description"]),
                           .standard = node["standard"].integer(),
                           .text = node["text"].text()});
    return queries;
}

} // namespace

const std::vector<NamedQuery>& namedQueries()
{
    static const std::vector<NamedQuery> queries = read();
    return queries;
}

} // namespace guatu::campaign::query
