// SPDX-License-Identifier: MIT
#include "core/polygon.h"
#include "exchange/kml_icon.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"
#include "exchange/xml_writer.h"
#include "exchange/zip_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <numeric>

namespace guatu::exchange
{
namespace
{

constexpr const char* iconName = "files/dot.png";

/// aabbggrr, as KML writes colours.
std::string kmlColour(Colour colour)
{
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", colour.a, colour.b, colour.g, colour.r);
}

std::string coordinates(std::span<const Point> points)
{
    std::string text;
    for (const Point point : points)
        text += fmt::format("{}{:.8f},{:.8f}", text.empty() ? "" : " ", point.x, point.y);
    return text;
}

/// The folders a row lies in: county, township and village, as far as the table names them.
class Folders
{
public:
    explicit Folders(const Table& table)
    {
        for (const std::string_view key : {"county", "township", "village"}) {
            const auto found = std::ranges::find(table.columns(), key, &TableColumn::key);
            if (found != table.columns().end())
                m_columns.push_back(static_cast<std::size_t>(found - table.columns().begin()));
        }
    }

    [[nodiscard]] std::vector<std::string> of(const Table::Row& row) const
    {
        std::vector<std::string> path;
        for (const std::size_t column : m_columns)
            if (std::string name = cellText(row[column], FieldNames::Titles, Language::Chinese);
                !name.empty())
                path.push_back(std::move(name));
        return path;
    }

private:
    std::vector<std::size_t> m_columns;
};

class KmlText
{
public:
    explicit KmlText(const LayerJob& job) : m_job(job) {}

    std::string write()
    {
        m_xml.open("kml", {{"xmlns", "http://www.opengis.net/kml/2.2"}});
        m_xml.open("Document");
        m_xml.textLeaf("name", m_job.to.file.stem().string());
        for (std::size_t i = 0; i < m_job.layers.size(); ++i) {
            styles(i);
            schema(i);
        }
        for (std::size_t i = 0; i < m_job.layers.size(); ++i)
            layer(i);
        m_xml.close();
        m_xml.close();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + m_xml.text();
    }

private:
    void styles(std::size_t i)
    {
        const LayerData& layer = m_job.layers[i];
        for (std::size_t look = 0; look < layer.looks.size(); ++look)
            style(fmt::format("s{}-{}", i, look), layer.looks[look]);
    }

    void style(const std::string& id, const FeatureLook& look)
    {
        constexpr double pixelsPerMm = 96 / 25.4;
        const Colour sign = look.fill.value_or(look.line.value_or(Colour{}));
        m_xml.open("Style", {{"id", id}});
        m_xml.open("IconStyle");
        m_xml.textLeaf("color", kmlColour(sign));
        m_xml.textLeaf("scale", "0.5");
        if (isArchive()) {
            m_xml.open("Icon");
            m_xml.textLeaf("href", iconName);
            m_xml.close();
        }
        m_xml.close();
        m_xml.open("LabelStyle");
        m_xml.textLeaf("scale", "0.7");
        m_xml.close();
        m_xml.open("LineStyle");
        m_xml.textLeaf("color", kmlColour(look.line.value_or(sign)));
        m_xml.textLeaf("width", fmt::format("{:.1f}", std::max(1.0, look.width * pixelsPerMm)));
        m_xml.close();
        m_xml.open("PolyStyle");
        m_xml.textLeaf("color", kmlColour(look.fill.value_or(Colour{255, 255, 255, 0})));
        m_xml.textLeaf("fill", look.fill ? "1" : "0");
        m_xml.close();
        m_xml.close();
    }

    void schema(std::size_t i)
    {
        const Table& table = m_job.layers[i].table;
        m_fields.push_back(fieldNames(table, m_job.to.names, m_job.to.language));
        m_xml.open("Schema", {{"name", m_job.names[i]}, {"id", fmt::format("f{}", i)}});
        for (std::size_t c = 0; c < table.columns().size(); ++c) {
            const ColumnKind kind = table.columns()[c].kind;
            const char* type = kind == ColumnKind::Integer ? "int"
                               : isFigure(kind)            ? "double"
                                                           : "string";
            m_xml.leaf("SimpleField", {{"type", type}, {"name", m_fields.back()[c]}});
        }
        m_xml.close();
    }

    /// Rows by their folders; rows of one folder keep their order.
    void layer(std::size_t i)
    {
        const LayerData& layer = m_job.layers[i];
        const Folders folders(layer.table);
        std::vector<std::vector<std::string>> paths;
        for (std::size_t row = 0; row < layer.table.size(); ++row)
            paths.push_back(folders.of(layer.table.row(row)));
        std::vector<std::size_t> order(layer.table.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(
            order, std::less<>(), [&](std::size_t row) -> const auto& { return paths[row]; });
        m_xml.open("Folder");
        m_xml.textLeaf("name", m_job.names[i]);
        std::vector<std::string> open;
        for (const std::size_t row : order) {
            if (row % 1000 == 0)
                m_job.progress.checkpoint();
            enter(open, paths[row]);
            placemark(i, row);
        }
        enter(open, {});
        m_xml.close();
        noteUnplaced(m_job, layer);
    }

    /// Closes and opens folders until `path` is open.
    void enter(std::vector<std::string>& open, const std::vector<std::string>& path)
    {
        const std::size_t common =
            static_cast<std::size_t>(std::ranges::mismatch(open, path).in1 - open.begin());
        for (; open.size() > common; open.pop_back())
            m_xml.close();
        for (; open.size() < path.size(); open.push_back(path[open.size()])) {
            m_xml.open("Folder");
            m_xml.textLeaf("name", path[open.size()]);
        }
    }

    void placemark(std::size_t i, std::size_t row)
    {
        const LayerData& layer = m_job.layers[i];
        if (!layer.table.geometry().hasGeometry(row))
            return;
        m_xml.open("Placemark");
        name(layer.table, row);
        if (row < layer.lookOf.size())
            m_xml.textLeaf("styleUrl", fmt::format("#s{}-{}", i, layer.lookOf[row]));
        else if (!layer.looks.empty())
            m_xml.textLeaf("styleUrl", fmt::format("#s{}-0", i));
        data(i, row);
        geometry(layer.table.geometry(), row);
        m_xml.close();
    }

    void name(const Table& table, std::size_t row)
    {
        for (const std::string_view key : {"name", "household_code", "code"})
            if (const auto found = std::ranges::find(table.columns(), key, &TableColumn::key);
                found != table.columns().end()) {
                m_xml.textLeaf(
                    "name",
                    cellText(
                        table.row(row)[static_cast<std::size_t>(found - table.columns().begin())],
                        m_job.to.names, m_job.to.language));
                return;
            }
    }

    void data(std::size_t i, std::size_t row)
    {
        const Table& table = m_job.layers[i].table;
        m_xml.open("ExtendedData");
        m_xml.open("SchemaData", {{"schemaUrl", fmt::format("#f{}", i)}});
        for (std::size_t c = 0; c < table.columns().size(); ++c)
            if (const std::string value = valueText(table.row(row)[c]); !value.empty())
                m_xml.leaf("SimpleData", {{"name", m_fields[i][c]}}, value);
        m_xml.close();
        m_xml.close();
    }

    [[nodiscard]] bool isArchive() const { return m_job.to.format == LayerFormat::Kmz; }

    [[nodiscard]] std::string valueText(const TableCell& cell) const
    {
        if (const double number = cellNumber(cell); !std::isnan(number))
            return fmt::format("{}", number);
        return cellText(cell, m_job.to.names, m_job.to.language);
    }

    void geometry(const GeometryColumn& column, std::size_t row)
    {
        const std::size_t parts = column.partCount(row);
        if (column.type() == GeometryType::Point) {
            m_xml.open("Point");
            m_xml.textLeaf("coordinates", coordinates(column.part(row, 0)));
            m_xml.close();
            return;
        }
        m_xml.open("MultiGeometry");
        bool polygon = false;
        for (std::size_t part = 0; part < parts; ++part) {
            const auto points = column.part(row, part);
            if (column.type() == GeometryType::Line) {
                m_xml.open("LineString");
                m_xml.textLeaf("tessellate", "1");
                m_xml.textLeaf("coordinates", coordinates(points));
                m_xml.close();
                continue;
            }
            const bool outer = !polygon || ringArea(points) > 0;
            if (outer && polygon)
                m_xml.close();
            if (outer)
                m_xml.open("Polygon");
            polygon = true;
            ring(outer ? "outerBoundaryIs" : "innerBoundaryIs", points);
        }
        if (polygon)
            m_xml.close();
        m_xml.close();
    }

    void ring(const char* boundary, std::span<const Point> points)
    {
        m_xml.open(boundary);
        m_xml.open("LinearRing");
        m_xml.textLeaf("coordinates", coordinates(points));
        m_xml.close();
        m_xml.close();
    }

    const LayerJob& m_job;
    XmlWriter m_xml;
    std::vector<std::vector<std::string>> m_fields; ///< names by layer
};

} // namespace

void writeKml(const LayerJob& job)
{
    // CGCS2000 stands for the WGS 84 of KML: they agree to centimetres.
    const std::string text = KmlText(job).write();
    if (job.to.format == LayerFormat::Kmz) {
        const std::array members{ZipMember{"doc.kml", text}, ZipMember{iconName, kmlIcon()}};
        writeZip(job.path, members);
        return;
    }
    std::ofstream out(job.path, std::ios::binary);
    out << text;
    out.close();
    if (!out)
        job.fail({});
}

} // namespace guatu::exchange
