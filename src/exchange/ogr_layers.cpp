// SPDX-License-Identifier: MIT
#include "core/crs.h"
#include "core/text.h"
#include "exchange/gdal_errors.h"
#include "exchange/layer_fields.h"
#include "exchange/layer_parts.h"
#include "exchange/ogr_geometry.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace guatu::exchange
{
namespace
{

constexpr std::size_t mostDbfBytes = 254; ///< of a text
constexpr int integerWidth = 18;          ///< digits of a whole number in dBASE
constexpr int realWidth = 24, realDecimals = 15;

/// A column as the format takes it.
struct FieldPlan {
    std::string name;
    ColumnKind kind = ColumnKind::Text;
    int width = 0;
};

bool isShape(const LayerJob& job)
{
    return job.to.format == LayerFormat::Shapefile;
}

OGRFieldType typeOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Integer:
        return OFTInteger64;
    case ColumnKind::Decimal:
    case ColumnKind::Percent:
        return OFTReal;
    case ColumnKind::Date:
        return OFTDate;
    case ColumnKind::Text:
    case ColumnKind::Word:
        break;
    }
    return OFTString;
}

std::size_t bytesIn(const LayerJob& job, const std::string& text)
{
    return job.to.gbk ? gbkSize(text) : text.size();
}

/// The text as the format can hold it, cut between characters.
std::string fitting(const LayerJob& job, std::string text)
{
    if (!isShape(job) || bytesIn(job, text) <= mostDbfBytes)
        return text;
    std::u32string points = decodeUtf8(text);
    do {
        points.pop_back();
        text = encodeUtf8(points);
    } while (bytesIn(job, text) > mostDbfBytes);
    return text;
}

/// Width of the longest text of a column; says how many are cut.
int widthOf(const LayerJob& job, const LayerData& layer, std::size_t column,
            const std::string& name)
{
    std::size_t widest = 1;
    std::size_t cut = 0;
    for (std::size_t row = 0; row < layer.table.size(); ++row) {
        const std::size_t bytes =
            bytesIn(job, cellText(layer.table.row(row)[column], job.to.names, job.to.language));
        widest = std::max(widest, std::min(bytes, mostDbfBytes));
        cut += bytes > mostDbfBytes ? 1U : 0U;
    }
    if (cut > 0)
        job.notes.push_back({"export.cut_texts",
                             {{"layer", job.title(layer)},
                              {"field", name},
                              {"count", std::to_string(cut)},
                              {"limit", std::to_string(mostDbfBytes)}}});
    return static_cast<int>(widest);
}

std::vector<FieldPlan> fieldsOf(const LayerJob& job, const LayerData& layer)
{
    std::vector<std::string> names = fieldNames(layer.table, job.to.names, job.to.language);
    if (isShape(job))
        names = shortFieldNames(names, job.to.gbk);
    std::vector<FieldPlan> plans;
    for (std::size_t i = 0; i < names.size(); ++i) {
        FieldPlan plan{names[i], layer.table.columns()[i].kind};
        if (isShape(job) && typeOf(plan.kind) == OFTString)
            plan.width = widthOf(job, layer, i, plan.name);
        plans.push_back(std::move(plan));
    }
    return plans;
}

class OgrLayers
{
public:
    explicit OgrLayers(const LayerJob& job) : m_job(job)
    {
        const std::string time = job.to.date.iso() + "T00:00:00Z";
        m_stamp = std::make_unique<GdalOption>("OGR_CURRENT_DATE", time.c_str());
        GDALAllRegister();
        m_reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        require(m_reference.SetFromUserInput(crs().c_str()) == OGRERR_NONE);
    }

    void write()
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverName());
        require(driver != nullptr);
        GDALDatasetUniquePtr dataset(
            driver->Create(m_job.path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset != nullptr);
        for (std::size_t i = 0; i < m_job.layers.size(); ++i) {
            m_job.progress.checkpoint();
            m_job.progress.report({Message{"export.writing"}, i, m_job.layers.size()});
            writeLayer(*dataset, m_job.layers[i], m_job.names[i]);
        }
        dataset.reset();
        require(!m_errors.failed());
    }

private:
    void require(bool good) const
    {
        if (!good)
            m_job.fail(m_errors.first());
    }

    [[nodiscard]] std::string crs() const
    {
        if (!m_job.to.crs.empty())
            return m_job.to.crs;
        return m_job.to.format == LayerFormat::GeoJson ? "EPSG:4326" : std::string(storeCrs);
    }

    [[nodiscard]] const char* driverName() const
    {
        switch (m_job.to.format) {
        case LayerFormat::GeoJson:
            return "GeoJSON";
        case LayerFormat::Shapefile:
            return "ESRI Shapefile";
        default:
            return "GPKG";
        }
    }

    [[nodiscard]] CPLStringList options() const
    {
        CPLStringList options;
        if (m_job.to.format == LayerFormat::GeoJson && m_job.to.crs.empty())
            options.SetNameValue("RFC7946", "YES");
        if (isShape(m_job))
            options.SetNameValue("ENCODING", m_job.to.gbk ? "CP936" : "UTF-8");
        return options;
    }

    void writeLayer(GDALDataset& dataset, const LayerData& layer, const std::string& name)
    {
        const GeometryColumn geometry = geometryIn(layer, crs());
        const std::vector<FieldPlan> fields = fieldsOf(m_job, layer);
        CPLStringList creation = options();
        OGRLayer* target = dataset.CreateLayer(name.c_str(), &m_reference,
                                               ogrTypeOf(geometry.type()), creation.List());
        require(target != nullptr);
        for (const FieldPlan& plan : fields)
            addField(*target, plan);
        require(!m_errors.failed());
        require(target->StartTransaction() == OGRERR_NONE);
        m_lost = 0;
        for (std::size_t row = 0; row < layer.table.size(); ++row)
            writeRow(*target, layer, geometry, row);
        require(target->CommitTransaction() == OGRERR_NONE);
        require(!m_errors.failed());
        if (m_lost > 0)
            m_job.notes.push_back(
                {"export.lost_characters",
                 {{"layer", m_job.title(layer)}, {"count", std::to_string(m_lost)}}});
    }

    void addField(OGRLayer& target, const FieldPlan& plan) const
    {
        OGRFieldDefn field(plan.name.c_str(), typeOf(plan.kind));
        if (isShape(m_job)) {
            if (plan.width > 0)
                field.SetWidth(plan.width);
            else if (field.GetType() == OFTInteger64)
                field.SetWidth(integerWidth);
            else if (field.GetType() == OFTReal) {
                field.SetWidth(realWidth);
                field.SetPrecision(realDecimals);
            }
        }
        require(target.CreateField(&field) == OGRERR_NONE);
    }

    void writeRow(OGRLayer& target, const LayerData& layer, const GeometryColumn& geometry,
                  std::size_t row)
    {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(target.GetLayerDefn()));
        const Table::Row& cells = layer.table.row(row);
        for (std::size_t i = 0; i < cells.size(); ++i)
            setField(*feature, static_cast<int>(i), cells[i]);
        if (geometry.type() != GeometryType::None)
            if (auto shape = ogrGeometryOf(geometry, row))
                feature->SetGeometryDirectly(shape.release());
        require(target.CreateFeature(feature.get()) == OGRERR_NONE);
    }

    void setField(OGRFeature& feature, int at, const TableCell& cell)
    {
        if (std::holds_alternative<Blank>(cell) || std::holds_alternative<Unknown>(cell)) {
            feature.SetFieldNull(at);
        } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
            feature.SetField(at, static_cast<GIntBig>(*count));
        } else if (const auto* value = std::get_if<double>(&cell)) {
            std::isfinite(*value) ? feature.SetField(at, *value) : feature.SetFieldNull(at);
        } else if (const auto* date = std::get_if<Date>(&cell)) {
            feature.SetField(at, date->year(), date->month(), date->day());
        } else {
            std::string text = fitting(m_job, cellText(cell, m_job.to.names, m_job.to.language));
            if (isShape(m_job) && m_job.to.gbk)
                text = asGbkCan(text, m_lost);
            feature.SetField(at, text.c_str());
        }
    }

    const LayerJob& m_job;
    GdalErrors m_errors;
    std::unique_ptr<GdalOption> m_stamp;
    OGRSpatialReference m_reference;
    std::size_t m_lost = 0; ///< characters of the layer that the encoding lacks
};

} // namespace

void writeOgrLayers(const LayerJob& job)
{
    OgrLayers(job).write();
}

} // namespace guatu::exchange
