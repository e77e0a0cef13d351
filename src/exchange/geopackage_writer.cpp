// SPDX-License-Identifier: MIT
#include "exchange/geopackage_writer.h"

#include "core/error.h"
#include "exchange/gdal_errors.h"
#include "exchange/ogr_geometry.h"

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
        dataset.CreateLayer(table.source.c_str(), &crs, ogrTypeOf(table.geometry.type()));
    require(layer != nullptr, file, errors);
    addFields(*layer, table);
    require(!errors.failed() && layer->StartTransaction() == OGRERR_NONE, file, errors);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        setFields(*feature, table, row);
        if (auto geometry = ogrGeometryOf(table.geometry, row))
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
