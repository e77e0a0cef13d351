// SPDX-License-Identifier: MIT
#include "session/bare_network.h"

#include "access/reach.h"
#include "access/route.h"
#include "core/error.h"
#include "session/named_rows.h"
#include "session/tables/access_tables.h"
#include "session/tables/table_parts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace guatu::session
{
namespace
{

using access::never;
using access::Time;

using Numbers = std::map<std::string, std::uint32_t>;

std::uint32_t known(const Numbers& numbers, const NamedRows& rows, std::size_t column)
{
    const auto found = numbers.find(rows.text(column));
    if (found == numbers.end())
        throw rows.bad(rows.text(column));
    return found->second;
}

/// Throws Error(Input) naming the file for a number that stands there twice.
Numbers numbersOf(const std::vector<std::string>& names, const std::filesystem::path& file)
{
    Numbers numbers;
    for (std::uint32_t i = 0; i < names.size(); ++i)
        if (!numbers.emplace(names[i], i).second)
            throw inputError(
                {"access.repeated_number", {{"file", file.string()}, {"number", names[i]}}});
    return numbers;
}

/// Adds the line through the nodes of directed links; no geometry without any.
void addLine(const access::Graph& graph, std::span<const std::uint32_t> directed,
             GeometryColumn& lines)
{
    const access::LinkTable& links = graph.links();
    std::vector<Point> line;
    for (const std::uint32_t d : directed) {
        const std::uint32_t from = links.from[d / 2], to = links.to[d / 2];
        if (line.empty())
            line.push_back(links.nodes[d % 2 == 0 ? from : to]);
        line.push_back(links.nodes[d % 2 == 0 ? to : from]);
    }
    if (!line.empty())
        lines.addPart(line);
    lines.endFeature();
}

} // namespace

std::uint32_t BareNetwork::node(const std::string& number) const
{
    const auto found = std::ranges::find(nodes, number);
    if (found == nodes.end())
        throw inputError({"access.unknown_node", {{"node", number}}});
    return static_cast<std::uint32_t>(found - nodes.begin());
}

BareNetwork readBareNetwork(const std::filesystem::path& nodes, const std::filesystem::path& links,
                            const std::filesystem::path& turns)
{
    constexpr double most = 1e9; // milliseconds of one link: eleven days
    BareNetwork network;
    access::LinkTable table;
    for (NamedRows rows(nodes, {"node", "x", "y"}); rows.next();) {
        network.nodes.push_back(rows.text(0));
        table.nodes.push_back({rows.number(1, -1e9, 1e9), rows.number(2, -1e9, 1e9)});
    }
    const Numbers nodeNumbers = numbersOf(network.nodes, nodes);
    for (NamedRows rows(links, {"link", "from", "to", "cost_ms", "open_fwd", "open_back"});
         rows.next();) {
        network.links.push_back(rows.text(0));
        table.from.push_back(known(nodeNumbers, rows, 1));
        table.to.push_back(known(nodeNumbers, rows, 2));
        const auto time = static_cast<Time>(std::llround(rows.number(3, 0, most)));
        table.forward.push_back(rows.number(4, 0, 1) != 0 ? time : never);
        table.backward.push_back(rows.number(5, 0, 1) != 0 ? time : never);
    }
    const Numbers linkNumbers = numbersOf(network.links, links);
    if (!turns.empty()) {
        for (NamedRows rows(turns, {"from_link", "via_node", "to_link"}); rows.next();)
            table.bans.push_back({known(linkNumbers, rows, 0), known(nodeNumbers, rows, 1),
                                  known(linkNumbers, rows, 2)});
    }
    network.graph = access::Graph(std::move(table));
    return network;
}

Table routeTable(const BareNetwork& network, const std::string& from, const std::string& to,
                 bool steps)
{
    const access::Graph& graph = network.graph;
    const access::Route route =
        access::quickestRoute(graph, access::placeAt(graph, network.node(from)),
                              access::placeAt(graph, network.node(to)));
    if (!steps) {
        Table table("route", localText("table.route"),
                    {column("column.from_place"), column("column.to_place"),
                     column("column.minutes", ColumnKind::Decimal, 1),
                     column("column.cost_ms", ColumnKind::Integer)});
        table.addRow({from, to, minutesCell(route.time), millisecondsCell(route.time)});
        if (!route.found())
            table.addNote(localText("table.no_route"));
        GeometryColumn line(GeometryType::Line);
        addLine(network.graph, route.links, line);
        table.setGeometry(std::move(line));
        return table;
    }
    Table table("steps", localText("table.route_steps"),
                {column("column.link"), column("column.from_place"), column("column.to_place"),
                 column("column.cost_ms", ColumnKind::Integer)});
    const access::LinkTable& links = graph.links();
    GeometryColumn lines(GeometryType::Line);
    for (const std::uint32_t d : route.links) {
        const std::uint32_t link = d / 2, a = links.from[link], b = links.to[link];
        const bool ahead = d % 2 == 0;
        table.addRow({network.links[link], network.nodes[ahead ? a : b],
                      network.nodes[ahead ? b : a],
                      millisecondsCell(ahead ? graph.forward(link) : graph.backward(link))});
        addLine(graph, {&d, 1}, lines);
    }
    table.setGeometry(std::move(lines));
    return table;
}

Table reachTable(const BareNetwork& network, const std::vector<std::string>& from,
                 const std::vector<double>& minutes, bool towards)
{
    std::vector<access::Place> places;
    for (const std::string& node : from)
        places.push_back(access::placeAt(network.graph, network.node(node)));
    const access::SearchLimit limit{.within = millisecondsOf(minutes.back())};
    const access::Reach reach = towards ? access::reachTo(network.graph, places, limit)
                                        : access::reachFrom(network.graph, places, limit);
    Table table("reach", localText("table.reach"),
                {column("column.node"), column("column.nearest"),
                 column("column.minutes", ColumnKind::Decimal, 1),
                 column("column.within_minutes", ColumnKind::Decimal, TableColumn::asNeeded),
                 column("column.cost_ms", ColumnKind::Integer)});
    GeometryColumn points(GeometryType::Point);
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
        std::uint64_t best = access::Reach::unreached;
        if (towards)
            best = reach.label(network.graph.departure(node).vertex);
        else
            for (const access::Seed seed : network.graph.arrivals(node))
                best = std::min(best, reach.label(seed.vertex));
        if (best == access::Reach::unreached)
            continue;
        const auto time = static_cast<Time>(best >> 32U);
        table.addRow({network.nodes[node], from[static_cast<std::uint32_t>(best)],
                      minutesCell(time), bandOf(time, minutes), millisecondsCell(time)});
        points.addPoint(network.graph.links().nodes[node]);
    }
    table.setGeometry(std::move(points));
    return table;
}

} // namespace guatu::session
