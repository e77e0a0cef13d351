// SPDX-License-Identifier: MIT
#include "exchange/qgis_project.h"

#include "core/error.h"
#include "exchange/gdal_errors.h"
#include "exchange/geopackage_writer.h"
#include "exchange/qgis_expression.h"
#include "exchange/qgis_figure.h"
#include "exchange/qgis_layers.h"
#include "exchange/qgis_style.h"
#include "exchange/whole_file.h"
#include "exchange/zip_file.h"

#include <ogr_spatialref.h>

#include <algorithm>

namespace guatu::exchange
{
namespace
{

/// Writes the parts of one project.
class ProjectText
{
public:
    ProjectText(const QgisProject& project, std::string dataFile)
        : m_project(project),
          m_dataFile(std::move(dataFile)),
          m_layers(qgisLayers(project)),
          m_markers(project.symbols)
    {
    }

    std::string write()
    {
        m_xml.open("qgis", {{"projectname", m_project.title}, {"version", "3.22.0"}});
        m_xml.textLeaf("title", m_project.title);
        m_xml.open("projectCrs");
        writeCrs();
        m_xml.close();
        writeTree();
        writeCanvas();
        m_xml.open("projectlayers");
        for (const QgisLayer& layer : m_layers)
            writeLayer(layer);
        m_xml.close();
        writeThemes();
        writeProperties();
        m_xml.close();
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + m_xml.text();
    }

private:
    void writeCrs()
    {
        OGRSpatialReference reference;
        reference.SetFromUserInput(m_project.crs.c_str());
        const char* name = reference.GetAuthorityName(nullptr);
        const char* code = reference.GetAuthorityCode(nullptr);
        m_xml.open("spatialrefsys", {{"nativeFormat", "Wkt"}});
        char* wkt = nullptr;
        const char* const options[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
        reference.exportToWkt(&wkt, options);
        m_xml.textLeaf("wkt", wkt == nullptr ? "" : wkt);
        CPLFree(wkt);
        if (name != nullptr && code != nullptr)
            m_xml.textLeaf("authid", std::string(name) + ":" + code);
        m_xml.close();
    }

    /// Under their headings, top first; the heading stands where its first layer does.
    void writeTree()
    {
        m_xml.open("layer-tree-group");
        std::vector<std::string> groups;
        for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer) {
            const std::string group = groupOf(*layer);
            if (std::ranges::find(groups, group) != groups.end())
                continue;
            groups.push_back(group);
            writeGroup(group);
        }
        m_xml.open("custom-order", {{"enabled", "1"}});
        for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer)
            m_xml.textLeaf("item", layer->id);
        m_xml.close();
        m_xml.close();
    }

    [[nodiscard]] std::string groupOf(const QgisLayer& layer) const
    {
        const std::string& folder = layer.layer->folder.in(m_project.language);
        const std::string& group = layer.layer->group.in(m_project.language);
        const std::string& heading = folder.empty() ? group : folder;
        return heading.empty() ? layer.title : heading;
    }

    void writeGroup(const std::string& group)
    {
        m_xml.open("layer-tree-group",
                   {{"name", group}, {"expanded", "1"}, {"checked", "Qt::Checked"}});
        for (auto layer = m_layers.rbegin(); layer != m_layers.rend(); ++layer) {
            if (groupOf(*layer) == group)
                m_xml.leaf("layer-tree-layer",
                           {{"id", layer->id},
                            {"name", layer->title},
                            {"providerKey", "ogr"},
                            {"source", sourceOf(*layer)},
                            {"expanded", "0"},
                            {"checked", layer->visible ? "Qt::Checked" : "Qt::Unchecked"}});
        }
        m_xml.close();
    }

    void writeExtent()
    {
        m_xml.open("extent");
        m_xml.textLeaf("xmin", shortNumber(m_project.extent.minX));
        m_xml.textLeaf("ymin", shortNumber(m_project.extent.minY));
        m_xml.textLeaf("xmax", shortNumber(m_project.extent.maxX));
        m_xml.textLeaf("ymax", shortNumber(m_project.extent.maxY));
        m_xml.close();
    }

    void writeCanvas()
    {
        m_xml.open("mapcanvas", {{"name", "theMapCanvas"}, {"annotationsVisible", "1"}});
        m_xml.textLeaf("units", "meters");
        writeExtent();
        m_xml.textLeaf("rotation", "0");
        m_xml.open("destinationsrs");
        writeCrs();
        m_xml.close();
        m_xml.close();
    }

    [[nodiscard]] std::string sourceOf(const QgisLayer& layer) const
    {
        std::string source = "./" + m_dataFile + "|layername=" + layer.table->source;
        if (layer.layer->filter)
            source += "|subset=" + qgisExpression(*layer.layer->filter);
        return source;
    }

    void writeRenderer(const QgisLayer& layer, GeometryType type)
    {
        if (isFigure(layer.style.figure))
            return writeQgisFigure(m_xml, layer.style, *layer.table, m_project.language);
        if (!layer.clustered)
            return writeQgisRenderer(m_xml, layer.style, type, m_markers, m_project.language);
        m_xml.open("renderer-v2", {{"type", "pointCluster"},
                                   {"tolerance", shortNumber(layer.layer->clustering->cell)},
                                   {"toleranceUnit", "MM"},
                                   {"toleranceUnitScale", "3x:0,0,0,0,0,0"}});
        writeQgisClusterSymbol(m_xml);
        writeQgisRenderer(m_xml, layer.style, type, m_markers, m_project.language);
        m_xml.close();
    }

    void writeLayer(const QgisLayer& layer)
    {
        const GeometryType type = layer.table->geometry.type();
        const char* geometry = type == GeometryType::Polygon ? "Polygon"
                               : type == GeometryType::Line  ? "Line"
                                                             : "Point";
        // QGIS calls the smallest scale, of the largest denominator, minScale.
        const bool limited =
            qgisDenominator(layer.minScale) != "0" || qgisDenominator(layer.maxScale) != "0";
        m_xml.open("maplayer", {{"type", "vector"},
                                {"geometry", geometry},
                                {"hasScaleBasedVisibilityFlag", limited ? "1" : "0"},
                                {"minScale", qgisDenominator(layer.maxScale)},
                                {"maxScale", qgisDenominator(layer.minScale)},
                                {"labelsEnabled", layer.style.labels.empty() ? "0" : "1"},
                                {"readOnly", "0"}});
        m_xml.textLeaf("id", layer.id);
        m_xml.textLeaf("datasource", sourceOf(layer));
        m_xml.textLeaf("layername", layer.title);
        m_xml.open("srs");
        writeCrs();
        m_xml.close();
        m_xml.leaf("provider", {{"encoding", "UTF-8"}}, "ogr");
        writeRenderer(layer, type);
        writeQgisLabels(m_xml, layer.style, type);
        m_xml.open("map-layer-style-manager", {{"current", "default"}});
        m_xml.leaf("map-layer-style", {{"name", "default"}});
        m_xml.close();
        m_xml.textLeaf("blendMode", "0");
        m_xml.textLeaf("layerOpacity", "1");
        m_xml.close();
    }

    /// QGIS's themes know layers only.
    void writeThemes()
    {
        m_xml.open("visibility-presets");
        for (const MapTheme& theme : m_project.themes) {
            m_xml.open("visibility-preset", {{"name", theme.name},
                                             {"has-expanded-info", "0"},
                                             {"has-checked-group-info", "0"}});
            for (const QgisLayer& layer : m_layers)
                if (theme.shown.contains(layer.layer->id))
                    m_xml.leaf("layer", {{"id", layer.id},
                                         {"visible", "1"},
                                         {"expanded", "0"},
                                         {"style", "default"}});
            m_xml.close();
        }
        m_xml.close();
    }

    void writeProperties()
    {
        m_xml.open("properties");
        m_xml.open("Paths");
        m_xml.leaf("Absolute", {{"type", "bool"}}, "false");
        m_xml.close();
        // QGIS reads the project's CRS only where this is set.
        m_xml.open("SpatialRefSys");
        m_xml.leaf("ProjectionsEnabled", {{"type", "int"}}, "1");
        m_xml.close();
        m_xml.close();
    }

    const QgisProject& m_project;
    std::string m_dataFile;
    std::vector<QgisLayer> m_layers;
    EmbeddedMarkers m_markers;
    XmlWriter m_xml;
};

} // namespace

std::filesystem::path qgisDataFile(const std::filesystem::path& file)
{
    std::filesystem::path data = file;
    return data.replace_extension(".gpkg");
}

std::string qgisProjectText(const QgisProject& project, const std::string& dataFile)
{
    return ProjectText(project, dataFile).write();
}

void writeQgisProject(const std::filesystem::path& file, const QgisProject& project, bool overwrite,
                      const Progress& progress)
{
    WholeFile archive(file, overwrite);
    WholeFile data(qgisDataFile(file), overwrite);
    writeGeoPackage(data.path(), project.tables, project.crs, project.asOf, progress);
    const ZipMember member{file.stem().string() + ".qgs",
                           qgisProjectText(project, qgisDataFile(file).filename().string())};
    writeZip(archive.path(), {&member, 1});
    data.keep();
    archive.keep();
}

} // namespace guatu::exchange
