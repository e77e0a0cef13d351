// SPDX-License-Identifier: MIT
#include "exchange/geopackage_writer.h"

#include "core/error.h"
#include "exchange/gdal_errors.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>

namespace guatu::exchange
{
namespace
{

/// Throws Error(Input) with GDAL's reason unless `good`.
void require(bool good, const std::string& file, const GdalErrors& errors)
{
    if (!good)
        throw inputError({"qgis.not_written", {{"file", file}, {"reason", errors.first()}}});
}

OGRwkbGeometryType typeOf(GeometryType type)
{
    switch (type) {
    case GeometryType::Point:
        return wkbPoint;
    case GeometryType::Line:
        return wkbMultiLineString;
    case GeometryType::Polygon:
        return wkbMultiPolygon;
    case GeometryType::None:
        break;
    }
    return wkbNone;
}

void setPoints(OGRSimpleCurve& curve, std::span<const Point> points)
{
    curve.setNumPoints(static_cast<int>(points.size()), FALSE);
    for (std::size_t i = 0; i < points.size(); ++i)
        curve.setPoint(static_cast<int>(i), points[i].x, points[i].y);
}

/// Twice the signed area: positive for outer rings.
double turning(std::span<const Point> ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
               (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    return sum;
}

std::unique_ptr<OGRGeometry> polygons(const GeometryColumn& geometry, std::size_t row)
{
    auto all = std::make_unique<OGRMultiPolygon>();
    std::unique_ptr<OGRPolygon> polygon;
    for (std::size_t part = 0; part < geometry.partCount(row); ++part) {
        const auto points = geometry.part(row, part);
        if (polygon && turning(points) > 0)
            all->addGeometryDirectly(polygon.release());
        if (!polygon)
            polygon = std::make_unique<OGRPolygon>();
        auto ring = std::make_unique<OGRLinearRing>();
        setPoints(*ring, points);
        polygon->addRingDirectly(ring.release());
    }
    if (polygon)
        all->addGeometryDirectly(polygon.release());
    return all;
}

std::unique_ptr<OGRGeometry> lines(const GeometryColumn& geometry, std::size_t row)
{
    auto all = std::make_unique<OGRMultiLineString>();
    for (std::size_t part = 0; part < geometry.partCount(row); ++part) {
        auto line = std::make_unique<OGRLineString>();
        setPoints(*line, geometry.part(row, part));
        all->addGeometryDirectly(line.release());
    }
    return all;
}

std::unique_ptr<OGRGeometry> geometryOf(const GeometryColumn& geometry, std::size_t row)
{
    if (!geometry.hasGeometry(row))
        return nullptr;
    if (geometry.type() == GeometryType::Polygon)
        return polygons(geometry, row);
    if (geometry.type() == GeometryType::Line)
        return lines(geometry, row);
    const Point point = geometry.firstPoint(row);
    return std::make_unique<OGRPoint>(point.x, point.y);
}

void addFields(OGRLayer& layer, const FeatureTable& table)
{
    OGRFieldDefn rowId("row_id", OFTInteger64);
    layer.CreateField(&rowId);
    for (const auto& [name, column] : table.columns) {
        OGRFieldDefn field(name.c_str(),
                           std::holds_alternative<NumberColumn>(column) ? OFTReal : OFTString);
        layer.CreateField(&field);
    }
}

void setFields(OGRFeature& feature, const FeatureTable& table, std::size_t row)
{
    if (row < table.ids.size())
        feature.SetField(0, static_cast<GIntBig>(table.ids[row]));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const FieldValue value = table.value(table.columns[i].first, row);
        const int at = static_cast<int>(i) + 1;
        if (const auto* number = std::get_if<double>(&value); number && std::isfinite(*number))
            feature.SetField(at, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            feature.SetField(at, text->c_str());
        else
            feature.SetFieldNull(at);
    }
}

void addLayer(GDALDataset& dataset, const FeatureTable& table, OGRSpatialReference& crs,
              const std::string& file, const GdalErrors& errors)
{
    OGRLayer* layer =
        dataset.CreateLayer(table.source.c_str(), &crs, typeOf(table.geometry.type()));
    require(layer != nullptr, file, errors);
    addFields(*layer, table);
    require(!errors.failed() && layer->StartTransaction() == OGRERR_NONE, file, errors);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        setFields(*feature, table, row);
        if (auto geometry = geometryOf(table.geometry, row))
            feature->SetGeometryDirectly(geometry.release());
        require(layer->CreateFeature(feature.get()) == OGRERR_NONE, file, errors);
    }
    require(layer->CommitTransaction() == OGRERR_NONE, file, errors);
}

} // namespace

void writeGeoPackage(const std::filesystem::path& file, const FeatureTables& tables,
                     const std::string& crs, Date date, const Progress& progress)
{
    const GdalErrors errors;
    // Else the time of writing stands in the file.
    const std::string time = date.iso() + "T00:00:00Z";
    const GdalOption stamp("OGR_CURRENT_DATE", time.c_str());
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    require(driver != nullptr, file.string(), errors);
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    require(reference.SetFromUserInput(crs.c_str()) == OGRERR_NONE, file.string(), errors);
    GDALDatasetUniquePtr dataset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    require(dataset != nullptr, file.string(), errors);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        progress.checkpoint();
        progress.report({Message{"qgis.writing"}, i, tables.size()});
        addLayer(*dataset, *tables[i], reference, file.string(), errors);
    }
    dataset.reset();
    require(!errors.failed(), file.string(), errors);
}

} // namespace guatu::exchange
