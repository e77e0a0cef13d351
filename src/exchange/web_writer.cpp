// SPDX-License-Identifier: MIT
#include "core/definition.h"
#include "core/error.h"
#include "core/polygon.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

namespace guatu::exchange
{

namespace detail
{
extern const std::vector<std::pair<std::string_view, std::string_view>> webTemplates;
} // namespace detail

namespace
{

using Json = nlohmann::ordered_json;

constexpr double nearestVertices = 8; ///< metres between vertices of lines and areas that are kept
constexpr double pixelsPerMm = 96 / 25.4;

std::string webColour(Colour colour)
{
    return fmt::format("#{:02x}{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b, colour.a);
}

const char* typeWord(GeometryType type)
{
    switch (type) {
    case GeometryType::Line:
        return "line";
    case GeometryType::Polygon:
        return "polygon";
    default:
        return "point";
    }
}

std::string replaced(std::string text, std::string_view what, const std::string& with)
{
    if (const std::size_t at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), with);
    return text;
}

std::string htmlText(std::string_view text)
{
    std::string safe;
    for (const char c : text)
        safe += c == '<'   ? std::string("&lt;")
                : c == '&' ? std::string("&amp;")
                           : std::string(1, c);
    return safe;
}

/// What the page's script reads.
class WebData
{
public:
    explicit WebData(const LayerJob& job) : m_job(job)
    {
        for (const LayerData& layer : job.layers) {
            m_geometry.push_back(geometryIn(layer, job.to.drawingCrs));
            m_box.add(m_geometry.back().box());
        }
        if (m_box.empty())
            throw inputError({"export.web_nothing", {{"file", job.to.file.string()}}});
    }

    Json make()
    {
        Json data{
            {"title", m_job.to.title.empty() ? m_job.to.file.stem().string() : m_job.to.title},
            {"date", m_job.to.subtitle},
            {"stamp", m_job.to.stamp},
            {"footer", m_job.to.footer},
            {"width", std::ceil(m_box.width())},
            {"height", std::ceil(m_box.height())},
            {"words", words()},
            {"layers", Json::array()}};
        for (std::size_t i = 0; i < m_job.layers.size(); ++i) {
            m_job.progress.checkpoint();
            data["layers"].push_back(layer(i));
            noteUnplaced(m_job, m_job.layers[i]);
        }
        data["symbols"] = Json::object();
        for (const std::string& name : m_symbols)
            data["symbols"][name] = svgOf(name);
        return data;
    }

private:
    /// Throws Error(Input) when the pictogram is not there.
    static std::string svgOf(const std::string& name)
    {
        const std::filesystem::path file = dataRoot() / "styles" / "symbols" / (name + ".svg");
        std::ifstream in(file, std::ios::binary);
        std::string svg{std::istreambuf_iterator<char>(in), {}};
        if (svg.empty())
            throw inputError({"definition.unreadable", {{"file", file.string()}}});
        return svg;
    }

    [[nodiscard]] Json words() const
    {
        const auto word = [this](const char* id) { return text(id, m_job.to.language); };
        return {{"search", word("export.web.search")},  {"nothing", word("export.web.nothing")},
                {"zoomIn", word("export.web.zoom_in")}, {"zoomOut", word("export.web.zoom_out")},
                {"all", word("export.web.all")},        {"close", word("export.web.close")},
                {"km", word("export.web.km")},          {"m", word("export.web.m")}};
    }

    Json layer(std::size_t i)
    {
        const LayerData& layer = m_job.layers[i];
        Json classes = Json::array();
        for (const FeatureLook& look : layer.looks) {
            Json each{{"title", look.title.in(m_job.to.language)}};
            if (look.fill)
                each["fill"] = webColour(*look.fill);
            if (look.line)
                each["line"] = webColour(*look.line);
            if (!look.marker.empty() && m_geometry[i].type() == GeometryType::Point) {
                each["symbol"] = look.marker;
                each["size"] = std::round(look.markerSize * pixelsPerMm * 10) / 10;
                m_symbols.insert(look.marker);
            }
            each["width"] = std::max(1.0, std::round(look.width * pixelsPerMm * 10) / 10);
            classes.push_back(std::move(each));
        }
        Json fields = Json::array();
        for (const TableColumn& column : layer.table.columns())
            fields.push_back(column.title.in(m_job.to.language));
        Json features = Json::array();
        for (std::size_t row = 0; row < layer.table.size(); ++row)
            if (m_geometry[i].hasGeometry(row))
                features.push_back(feature(i, row));
        return {{"title", m_job.title(layer)},
                {"type", typeWord(m_geometry[i].type())},
                {"on", true},
                {"classes", std::move(classes)},
                {"fields", std::move(fields)},
                {"features", std::move(features)}};
    }

    Json feature(std::size_t i, std::size_t row)
    {
        const LayerData& layer = m_job.layers[i];
        Json parts = Json::array();
        for (std::size_t part = 0; part < m_geometry[i].partCount(row); ++part)
            parts.push_back(steps(m_geometry[i].part(row, part)));
        Json values = Json::array();
        for (std::size_t c = 0; c < layer.table.columns().size(); ++c)
            values.push_back(
                shown(layer.table.row(row)[c], layer.table.columns()[c], m_job.to.language));
        Json each{{"c", row < layer.lookOf.size() ? layer.lookOf[row] : 0},
                  {"n", nameOf(layer.table, row)},
                  {"v", std::move(values)},
                  {"g", std::move(parts)}};
        if (m_geometry[i].type() == GeometryType::Polygon) {
            constexpr double nearEnough = 100; // metres
            const Point middle = interiorPoint(m_geometry[i], row, nearEnough);
            each["p"] = {std::round(middle.x - m_box.minX), std::round(middle.y - m_box.minY)};
        }
        return each;
    }

    /// Whole metres from the lower left corner, each vertex from the one before it.
    [[nodiscard]] Json steps(std::span<const Point> points) const
    {
        Json steps = Json::array();
        long long lastX = 0;
        long long lastY = 0;
        Point kept;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool isEnd = i == 0 || i + 1 == points.size();
            if (!isEnd && std::hypot(points[i].x - kept.x, points[i].y - kept.y) < nearestVertices)
                continue;
            kept = points[i];
            const long long x = std::llround(kept.x - m_box.minX);
            const long long y = std::llround(kept.y - m_box.minY);
            steps.push_back(x - lastX);
            steps.push_back(y - lastY);
            lastX = x;
            lastY = y;
        }
        return steps;
    }

    [[nodiscard]] std::string nameOf(const Table& table, std::size_t row) const
    {
        const auto found = std::ranges::find(table.columns(), "name", &TableColumn::key);
        if (found == table.columns().end())
            return {};
        const auto at = static_cast<std::size_t>(found - table.columns().begin());
        return cellText(table.row(row)[at], FieldNames::Titles, m_job.to.language);
    }

    std::set<std::string> m_symbols; ///< pictograms that are used
    const LayerJob& m_job;
    std::vector<GeometryColumn> m_geometry;
    Box m_box;
};

} // namespace

void writeWebPage(const LayerJob& job)
{
    const Json data = WebData(job).make();
    std::string json = data.dump(-1, ' ', false, Json::error_handler_t::replace);
    // Nothing in a text may end the script that holds it.
    for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at))
        json.replace(at, 1, "\\u003c");
    std::string page(detail::webTemplates.front().second);
    page = replaced(std::move(page), "@LANG@", job.to.language == Language::Chinese ? "zh" : "en");
    page = replaced(std::move(page), "@TITLE@", htmlText(data.at("title").get<std::string>()));
    page = replaced(std::move(page), "@DATA@", json);
    std::ofstream out(job.path, std::ios::binary);
    out << page;
    out.close();
    if (!out)
        job.fail({});
}

} // namespace guatu::exchange
