// SPDX-License-Identifier: MIT
#include "exchange/gdal_source.h"

#include "core/error.h"
#include "core/text.h"
#include "exchange/dbf_encoding.h"
#include "exchange/gdal_dataset.h"
#include "exchange/gdal_errors.h"
#include "exchange/ogr_shape.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace guatu::exchange
{
namespace
{

namespace fs = std::filesystem;

/// Tags of OpenStreetMap that come in one column and are wanted as columns of their own.
constexpr std::array<std::string_view, 5> wantedTags{"surface", "width", "ref", "amenity",
                                                     "oneway"};

/// Without it LIBKML names a Chinese attribute "____", when it opens a file and when it reads.
/// Most megabytes of an OSM extract: a province, where a county needs a few.
constexpr std::uintmax_t mostOsmBinary = 300, mostOsmXml = 4000;
constexpr const char* kmlNamesOption = "LIBKML_LAUNDER_FIELD_NAMES";

bool isWorkbook(FileFormat format)
{
    return format == FileFormat::Xlsx || format == FileFormat::Ods || format == FileFormat::Xls;
}

GeometryType typeOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryType::Point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryType::Line;
    case wkbPolygon:
    case wkbMultiPolygon:
        return GeometryType::Polygon;
    default:
        return GeometryType::None;
    }
}

/// The CRS of a layer as EPSG:n where it is a known one, else as WKT; empty when it has none.
std::string crsOf(const OGRLayer& layer)
{
    const OGRSpatialReference* srs = const_cast<OGRLayer&>(layer).GetSpatialRef();
    if (srs == nullptr || srs->IsLocal() || srs->IsEmpty())
        return {};
    const char* authority = srs->GetAuthorityName(nullptr);
    const char* code = srs->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG")
        return fmt::format("EPSG:{}", code);
    int matches = 0;
    int* confidences = nullptr;
    OGRSpatialReferenceH* found = srs->FindMatches(nullptr, &matches, &confidences);
    std::string best;
    constexpr int sure = 90;
    if (matches > 0 && confidences[0] >= sure) {
        const auto* match = OGRSpatialReference::FromHandle(found[0]);
        if (const char* number = match->GetAuthorityCode(nullptr))
            best = fmt::format("EPSG:{}", number);
    }
    OSRFreeSRSArray(found);
    CPLFree(confidences);
    if (!best.empty())
        return best;
    char* wkt = nullptr;
    srs->exportToWkt(&wkt);
    std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    return text;
}

/// The value of a key in OSM's `"key"=>"value","key"=>"value"`.
std::string tagValue(std::string_view tags, std::string_view key)
{
    const std::string opening = fmt::format("\"{}\"=>\"", key);
    const std::size_t at = tags.find(opening);
    if (at == std::string_view::npos)
        return {};
    std::string value;
    for (std::size_t i = at + opening.size(); i < tags.size() && tags[i] != '"'; ++i) {
        if (tags[i] == '\\' && i + 1 < tags.size())
            ++i;
        value += tags[i];
    }
    return value;
}

class GdalSource final : public RowSource
{
public:
    GdalSource(const fs::path& file, const RecognisedFile& recognised, const ImportOptions& options)
        : m_file(file.filename().string()), m_format(recognised.format)
    {
        const GdalOption xlsxHeaders("OGR_XLSX_HEADERS", "DISABLE");
        const GdalOption xlsxTypes("OGR_XLSX_FIELD_TYPES", "STRING");
        const GdalOption odsHeaders("OGR_ODS_HEADERS", "DISABLE");
        const GdalOption odsTypes("OGR_ODS_FIELD_TYPES", "STRING");
        const GdalOption xlsHeaders("OGR_XLS_HEADERS", "DISABLE");
        const GdalOption xlsTypes("OGR_XLS_FIELD_TYPES", "STRING");
        const GdalOption kmlNames(kmlNamesOption, "NO");
        m_opened = openDataset(file, recognised);
        m_info.format = m_opened.format;
        m_info.notes = m_opened.notes;
        m_info.workbook = isWorkbook(m_format);
        m_info.named = !m_info.workbook;
        GdalErrors errors;
        chooseLayer(options);
        if (errors.failed())
            throwBroken(errors);
        m_info.sheetOrLayer = m_layer->GetName();
        m_info.located = m_info.named && m_layer->GetGeomType() != wkbNone;
        if (m_info.located)
            m_info.crs = crsOf(*m_layer);
        if (m_format == FileFormat::Shapefile || m_format == FileFormat::Dbf)
            chooseEncoding(file, options);
        nameColumns();
        m_first = m_layer;
        if (m_format == FileFormat::Kml && options.sheetOrLayer.empty())
            addFolders();
        rewind();
    }

    ~GdalSource() override
    {
        const GdalErrors quiet;
        if (m_query != nullptr)
            m_opened.dataset->ReleaseResultSet(m_query);
        m_opened.dataset.reset();
    }
    GdalSource(const GdalSource&) = delete;
    GdalSource& operator=(const GdalSource&) = delete;

    [[nodiscard]] const SourceInfo& info() const override { return m_info; }

    void rewind() override
    {
        const GdalErrors quiet;
        m_layer = m_first;
        m_layer->ResetReading();
        m_folder = 0;
        m_row = 0;
    }

    bool next(SourceRow& row) override
    {
        GdalErrors errors;
        const GdalOption kmlNames(kmlNamesOption, "NO");
        OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
        while (!feature && m_folder < m_folders.size()) {
            m_layer = m_folders[m_folder++];
            m_layer->ResetReading();
            feature.reset(m_layer->GetNextFeature());
        }
        if (!feature) {
            if (errors.failed())
                throwBroken(errors);
            return false;
        }
        ++m_row;
        row.number = m_info.workbook ? static_cast<std::size_t>(feature->GetFID()) : m_row;
        readCells(*feature, row);
        row.shape.reset();
        if (const OGRGeometry* geometry = feature->GetGeometryRef())
            row.shape = shapeFrom(*geometry);
        else if (errors.failed() && m_info.named)
            row.shape =
                Shape{.problem = Message{"import.shape_unreadable", {{"what", errors.first()}}}};
        return true;
    }

private:
    [[noreturn]] void throwBroken(const GdalErrors& errors) const
    {
        throw brokenFile(m_file, m_info.format, errors);
    }

    void chooseLayer(const ImportOptions& options);
    void chooseOsmLayer(const ImportOptions& options);
    void checkOsmSize() const;
    void chooseEncoding(const fs::path& file, const ImportOptions& options);
    void nameColumns();
    void addFolders();
    void readCells(const OGRFeature& feature, SourceRow& row);
    [[nodiscard]] std::string decoded(const char* raw);

    std::string m_file;
    FileFormat m_format;
    OpenedDataset m_opened;
    OGRLayer* m_layer = nullptr;      ///< of the dataset, or m_query
    OGRLayer* m_first = nullptr;      ///< what is read before m_folders
    std::vector<OGRLayer*> m_folders; ///< of KML, with the fields of the first
    std::size_t m_folder = 0;         ///< the next of them
    OGRLayer* m_query = nullptr;      ///< a filtered layer that the dataset must release
    SourceInfo m_info;
    std::optional<Decoder> m_decoder; ///< DBF text that is not UTF-8
    int m_tagColumn = -1;
    std::size_t m_row = 0;
};

void GdalSource::chooseLayer(const ImportOptions& options)
{
    GDALDataset& dataset = *m_opened.dataset;
    std::vector<std::string> names;
    for (OGRLayer* layer : dataset.GetLayers())
        names.emplace_back(layer->GetName());
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    if (!options.sheetOrLayer.empty()) {
        m_layer = dataset.GetLayerByName(options.sheetOrLayer.c_str());
        if (m_layer == nullptr)
            throw inputError(
                {"import.no_layer",
                 {{"file", m_file}, {"layer", options.sheetOrLayer}, {"layers", list}}});
        return;
    }
    if (m_format == FileFormat::Osm) {
        chooseOsmLayer(options);
        return;
    }
    // The first with rows, better one whose geometry fits the kind.
    const GeometryType wanted = geometryOf(options.kind);
    std::size_t withRows = 0;
    bool fits = false;
    for (OGRLayer* layer : dataset.GetLayers()) {
        layer->ResetReading();
        if (!OGRFeatureUniquePtr(layer->GetNextFeature()))
            continue;
        ++withRows;
        const bool fitting = typeOf(layer->GetGeomType()) == wanted;
        if (m_layer == nullptr || (fitting && !fits)) {
            m_layer = layer;
            fits = fitting;
        }
    }
    if (m_layer == nullptr)
        throw inputError({"import.no_layer_with_rows", {{"file", m_file}}});
    if (withRows > 1)
        m_info.notes.push_back(
            {"import.other_layers", {{"used", m_layer->GetName()}, {"layers", list}}});
}

/// A whole country would fill memory and disk before the first road is shown.
void GdalSource::checkOsmSize() const
{
    constexpr std::uintmax_t megabyte = 1'000'000;
    std::error_code code;
    const std::uintmax_t size = fs::file_size(m_file, code);
    std::ifstream in(m_file, std::ios::binary);
    const std::uintmax_t most = (in.peek() == '<' ? mostOsmXml : mostOsmBinary);
    if (!code && size > most * megabyte)
        throw inputError({"import.osm_too_big",
                          {{"file", m_file},
                           {"size", std::to_string(size / megabyte)},
                           {"most", std::to_string(most)}}});
}

void GdalSource::chooseOsmLayer(const ImportOptions& options)
{
    checkOsmSize();
    // A query keeps the reader from piling up the features of the other layers.
    const char* query = "SELECT * FROM points WHERE other_tags LIKE '%\"amenity\"=>%'";
    if (options.kind == EntityKind::Road)
        query = "SELECT * FROM lines WHERE highway IS NOT NULL";
    else if (geometryOf(options.kind) == GeometryType::Polygon)
        query = "SELECT * FROM multipolygons WHERE boundary = 'administrative'";
    m_query = m_opened.dataset->ExecuteSQL(query, nullptr, nullptr);
    m_layer = m_query;
    if (m_layer == nullptr)
        throw inputError({"import.no_layer_with_rows", {{"file", m_file}}});
    m_info.notes.push_back({"import.osm_filtered"});
}

void GdalSource::chooseEncoding(const fs::path& file, const ImportOptions& options)
{
    constexpr std::size_t evidenceBytes = 1U << 18U;
    const OGRFeatureDefn& definition = *m_layer->GetLayerDefn();
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    const auto add = [&](const char* text) { bytes += texts.emplace_back(text).size(); };
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        add(definition.GetFieldDefn(i)->GetNameRef());
    m_layer->ResetReading();
    while (bytes < evidenceBytes) {
        const OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
        if (!feature)
            break;
        for (int i = 0; i < definition.GetFieldCount(); ++i)
            if (definition.GetFieldDefn(i)->GetType() == OFTString &&
                feature->IsFieldSetAndNotNull(i))
                add(feature->GetFieldAsString(i));
    }
    DbfDeclaration declaration;
    if (const fs::path cpg = sidecar(file, ".cpg"); !cpg.empty()) {
        std::ifstream stream(cpg);
        std::getline(stream, declaration.codePage);
    }
    const fs::path dbf = m_format == FileFormat::Dbf ? file : sidecar(file, ".dbf");
    std::ifstream header(dbf, std::ios::binary);
    constexpr std::size_t languageByte = 29;
    std::array<char, languageByte + 1> start{};
    if (header.read(start.data(), static_cast<std::streamsize>(start.size())))
        declaration.languageDriver = static_cast<unsigned char>(start.back());
    DbfEncoding found = recogniseDbf(declaration, texts);
    if (!options.encoding.empty()) {
        const auto wanted = encodingFromString(options.encoding);
        if (!wanted)
            throw inputError({"import.encoding_unknown", {{"encoding", options.encoding}}});
        found = {*wanted, {}};
    }
    m_info.encoding = toString(found.encoding);
    m_info.notes.insert(m_info.notes.end(), found.notes.begin(), found.notes.end());
    m_decoder.emplace(found.encoding);
    m_info.cutNames = true;
}

void GdalSource::nameColumns()
{
    const OGRFeatureDefn& definition = *m_layer->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const char* name = definition.GetFieldDefn(i)->GetNameRef();
        if (m_format == FileFormat::Osm && std::string_view(name) == "other_tags")
            m_tagColumn = i;
        m_info.columns.push_back(decoded(name));
    }
    if (m_tagColumn >= 0)
        m_info.columns.insert(m_info.columns.end(), wantedTags.begin(), wantedTags.end());
    if (wkbHasZ(m_layer->GetGeomType()) && m_format != FileFormat::Kml &&
        m_format != FileFormat::Gpx)
        m_info.notes.push_back({"import.heights_dropped"});
}

/// Folders of a KML file that hold the same fields are parts of one table, as of one township each.
void GdalSource::addFolders()
{
    const OGRFeatureDefn& fields = *m_first->GetLayerDefn();
    const auto isAlike = [&fields](const OGRFeatureDefn& other) {
        if (other.GetFieldCount() != fields.GetFieldCount())
            return false;
        for (int i = 0; i < fields.GetFieldCount(); ++i)
            if (std::string_view(other.GetFieldDefn(i)->GetNameRef()) !=
                fields.GetFieldDefn(i)->GetNameRef())
                return false;
        return true;
    };
    for (OGRLayer* layer : m_opened.dataset->GetLayers()) {
        layer->ResetReading();
        if (layer != m_first && isAlike(*layer->GetLayerDefn()) &&
            OGRFeatureUniquePtr(layer->GetNextFeature()))
            m_folders.push_back(layer);
    }
    if (m_folders.empty())
        return;
    std::erase_if(m_info.notes,
                  [](const Message& note) { return note.id == "import.other_layers"; });
    m_info.notes.push_back(
        {"import.kml_folders", {{"count", std::to_string(m_folders.size() + 1)}}});
}

std::string GdalSource::decoded(const char* raw)
{
    const std::string_view bytes(raw);
    const bool ascii =
        std::ranges::all_of(bytes, [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii)
        return std::string(bytes);
    if (!m_decoder)
        return isUtf8(bytes) ? std::string(bytes) : toUtf8(bytes, Encoding::Gb18030);
    std::string text;
    m_decoder->decode(bytes, true, text);
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    while (text.ends_with(replacement)) // the field's width cut the last character
        text.resize(text.size() - replacement.size());
    return text;
}

void GdalSource::readCells(const OGRFeature& feature, SourceRow& row)
{
    const int fields = feature.GetFieldCount();
    row.cells.resize(m_info.columns.empty() ? static_cast<std::size_t>(fields)
                                            : m_info.columns.size());
    for (int i = 0; i < fields; ++i) {
        std::string& cell = row.cells[static_cast<std::size_t>(i)];
        if (!feature.IsFieldSetAndNotNull(i))
            cell.clear();
        else
            cell = decoded(feature.GetFieldAsString(i));
    }
    if (m_tagColumn < 0)
        return;
    const std::string tags = row.cells[static_cast<std::size_t>(m_tagColumn)];
    for (std::size_t tag = 0; tag < wantedTags.size(); ++tag)
        row.cells[static_cast<std::size_t>(fields) + tag] = tagValue(tags, wantedTags[tag]);
}

} // namespace

std::unique_ptr<RowSource> openGdalSource(const fs::path& file, const RecognisedFile& recognised,
                                          const ImportOptions& options)
{
    return std::make_unique<GdalSource>(file, recognised, options);
}

} // namespace guatu::exchange
