// SPDX-License-Identifier: MIT
#include "core/polygon.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace guatu::exchange
{
namespace
{

constexpr double textHeight = 40;  ///< metres: 2 mm at 1:20,000
constexpr double nearEnough = 100; ///< metres, of names inside areas

/// The nearest of AutoCAD's seven plain colours; 7 is black on white and white on black.
int colourIndex(const LayerData& layer)
{
    if (layer.looks.empty())
        return 7;
    const FeatureLook& look = layer.looks.front();
    const std::optional<Colour> shown = look.line ? look.line : look.fill;
    if (!shown)
        return 7;
    constexpr int half = 128;
    const int bits =
        (shown->r >= half ? 1 : 0) + (shown->g >= half ? 2 : 0) + (shown->b >= half ? 4 : 0);
    constexpr std::array<int, 8> indices{7, 1, 3, 2, 5, 6, 4, 7};
    return indices.at(static_cast<std::size_t>(bits));
}

/// Writes a drawing of AutoCAD R12, which every CAD program reads: texts in code page 936.
class Drawing
{
public:
    explicit Drawing(const LayerJob& job) : m_job(job) {}

    std::string write()
    {
        const std::string crs = m_job.to.crs.empty() ? m_job.to.drawingCrs : m_job.to.crs;
        for (const LayerData& layer : m_job.layers)
            m_geometry.push_back(geometryIn(layer, crs));
        header();
        layerTable();
        pair(0, "SECTION");
        pair(2, "ENTITIES");
        for (std::size_t i = 0; i < m_job.layers.size(); ++i)
            entities(i);
        pair(0, "ENDSEC");
        pair(0, "EOF");
        return std::move(m_text);
    }

private:
    void pair(int code, std::string_view value)
    {
        m_text += fmt::format("{}\r\n", code);
        m_text.append(value).append("\r\n");
    }
    void number(int code, double value) { pair(code, fmt::format("{:.4f}", value)); }
    void point(Point at)
    {
        number(10, at.x);
        number(20, at.y);
        number(30, 0);
    }
    /// Text for the file's code page, on one line.
    std::string coded(std::string text)
    {
        std::ranges::replace_if(
            text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        return toGbk(text, m_lost);
    }

    void header()
    {
        Box box;
        for (const GeometryColumn& geometry : m_geometry)
            box.add(geometry.box());
        pair(0, "SECTION");
        pair(2, "HEADER");
        pair(9, "$ACADVER");
        pair(1, "AC1009");
        pair(9, "$DWGCODEPAGE");
        pair(3, "ANSI_936");
        if (!box.empty()) {
            pair(9, "$EXTMIN");
            point({box.minX, box.minY});
            pair(9, "$EXTMAX");
            point({box.maxX, box.maxY});
        }
        pair(0, "ENDSEC");
    }

    void layerTable()
    {
        pair(0, "SECTION");
        pair(2, "TABLES");
        pair(0, "TABLE");
        pair(2, "LAYER");
        pair(70, std::to_string(m_job.layers.size() * 2));
        for (std::size_t i = 0; i < m_job.layers.size(); ++i)
            for (const bool labels : {false, true}) {
                pair(0, "LAYER");
                pair(2, layerName(i, labels));
                pair(70, "0");
                pair(62, std::to_string(labels ? 7 : colourIndex(m_job.layers[i])));
                pair(6, "CONTINUOUS");
            }
        pair(0, "ENDTAB");
        pair(0, "ENDSEC");
    }

    std::string layerName(std::size_t i, bool labels)
    {
        return coded(m_job.names[i] +
                     (labels ? "-" + text("export.dxf.names", m_job.to.language) : ""));
    }

    void entities(std::size_t i)
    {
        const LayerData& layer = m_job.layers[i];
        const GeometryColumn& geometry = m_geometry[i];
        m_lost = 0;
        for (std::size_t row = 0; row < layer.table.size(); ++row) {
            if (row % 1000 == 0)
                m_job.progress.checkpoint();
            for (std::size_t part = 0; part < geometry.partCount(row); ++part)
                shape(i, geometry.type(), geometry.part(row, part));
            label(i, row);
        }
        noteUnplaced(m_job, layer);
        m_job.notes.push_back({"export.no_attributes", {{"layer", m_job.title(layer)}}});
        if (m_lost > 0)
            m_job.notes.push_back(
                {"export.lost_characters",
                 {{"layer", m_job.title(layer)}, {"count", std::to_string(m_lost)}}});
    }

    void shape(std::size_t i, GeometryType type, std::span<const Point> points)
    {
        const std::string name = layerName(i, false);
        if (type == GeometryType::Point) {
            pair(0, "POINT");
            pair(8, name);
            point(points.front());
            return;
        }
        // A closed polyline says its first vertex once.
        const bool closed = type == GeometryType::Polygon;
        pair(0, "POLYLINE");
        pair(8, name);
        pair(66, "1");
        point({0, 0});
        pair(70, closed ? "1" : "0");
        for (const Point each : points.first(points.size() - (closed ? 1 : 0))) {
            pair(0, "VERTEX");
            pair(8, name);
            point(each);
        }
        pair(0, "SEQEND");
    }

    /// The name of a point, or inside an area.
    void label(std::size_t i, std::size_t row)
    {
        const Table& table = m_job.layers[i].table;
        const auto column = std::ranges::find(table.columns(), "name", &TableColumn::key);
        const GeometryColumn& geometry = m_geometry[i];
        if (column == table.columns().end() || !geometry.hasGeometry(row) ||
            geometry.type() == GeometryType::Line)
            return;
        const auto at = static_cast<std::size_t>(column - table.columns().begin());
        const std::string name = cellText(table.row(row)[at], m_job.to.names, m_job.to.language);
        if (name.empty())
            return;
        pair(0, "TEXT");
        pair(8, layerName(i, true));
        point(geometry.type() == GeometryType::Point ? geometry.firstPoint(row)
                                                     : interiorPoint(geometry, row, nearEnough));
        number(40, textHeight);
        pair(1, coded(name));
    }

    const LayerJob& m_job;
    std::vector<GeometryColumn> m_geometry;
    std::string m_text;
    std::size_t m_lost = 0;
};

} // namespace

void writeDxf(const LayerJob& job)
{
    const std::string text = Drawing(job).write();
    std::ofstream out(job.path, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        job.fail({});
}

} // namespace guatu::exchange
