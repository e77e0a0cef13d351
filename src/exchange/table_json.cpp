// SPDX-License-Identifier: MIT
#include "core/error.h"
#include "core/polygon.h"
#include "exchange/table_writer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace guatu::exchange
{
namespace
{

using Json = nlohmann::ordered_json;

struct JsonCell {
    Language language;

    Json operator()(Blank) const { return nullptr; }
    Json operator()(Unknown) const { return nullptr; }
    Json operator()(std::int64_t count) const { return count; }
    Json operator()(double value) const
    {
        return std::isfinite(value) ? Json(value) : Json(nullptr);
    }
    Json operator()(Date date) const { return date.iso(); }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const LocalText& text) const { return text.in(language); }
    Json operator()(const Word& word) const { return word.code; }
};

void addCells(Json& object, const Table& table, const Table::Row& row, Language language)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        object[table.columns()[i].key] = std::visit(JsonCell{language}, row[i]);
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string position(Point point)
{
    return fmt::format("[{:.7f},{:.7f}]", point.x, point.y);
}

std::string positions(std::span<const Point> part)
{
    std::string text = "[";
    for (std::size_t i = 0; i < part.size(); ++i)
        text += (i == 0 ? "" : ",") + position(part[i]);
    return text + "]";
}

/// Rings as polygons: each counter-clockwise one begins the next.
std::string polygons(const GeometryColumn& geometry, std::size_t feature)
{
    std::string text;
    for (std::size_t i = 0; i < geometry.partCount(feature); ++i) {
        const auto ring = geometry.part(feature, i);
        if (i == 0)
            text += "[";
        else
            text += ringArea(ring) > 0 ? "],[" : ",";
        text += positions(ring);
    }
    return R"({"type":"MultiPolygon","coordinates":[)" + text + "]]}";
}

std::string lines(const GeometryColumn& geometry, std::size_t feature)
{
    std::string text;
    for (std::size_t i = 0; i < geometry.partCount(feature); ++i)
        text += (i == 0 ? "" : ",") + positions(geometry.part(feature, i));
    return R"({"type":"MultiLineString","coordinates":[)" + text + "]}";
}

std::string geometryText(const GeometryColumn& geometry, std::size_t feature)
{
    if (!geometry.hasGeometry(feature))
        return "null";
    switch (geometry.type()) {
    case GeometryType::Point:
        return R"({"type":"Point","coordinates":)" + position(geometry.firstPoint(feature)) + "}";
    case GeometryType::Line:
        return lines(geometry, feature);
    case GeometryType::Polygon:
        return polygons(geometry, feature);
    case GeometryType::None:
        break;
    }
    return "null";
}

} // namespace

std::string jsonOf(std::span<const Table> tables, Language language)
{
    std::string text;
    for (const Table& table : tables)
        for (std::size_t row = 0; row < table.size(); ++row) {
            Json object = Json::object();
            if (tables.size() > 1)
                object["table"] = table.key();
            addCells(object, table, table.row(row), language);
            text += (text.empty() ? "\n" : ",\n") + dumped(object);
        }
    return "[" + text + "\n]\n";
}

std::string geoJsonOf(const Table& table, Language language)
{
    if (table.geometry().type() == GeometryType::None)
        throw inputError({"table.no_geometry", {{"table", table.title().in(language)}}});
    std::string text;
    for (std::size_t row = 0; row < table.size(); ++row) {
        Json properties = Json::object();
        addCells(properties, table, table.row(row), language);
        text += (row == 0 ? "\n" : ",\n");
        text += R"({"type":"Feature","geometry":)" + geometryText(table.geometry(), row) +
                R"(,"properties":)" + dumped(properties) + "}";
    }
    return R"({"type":"FeatureCollection","name":)" + dumped(table.key()) + R"(,"features":[)" +
           text + "\n]}\n";
}

} // namespace guatu::exchange
