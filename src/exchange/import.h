// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"
#include "core/record.h"
#include "core/unit_code.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// A unit that rows may refer to, for matching by code or name path. `path` holds the names
/// from county to the unit itself.
struct KnownUnit {
    UnitCode code;
    Level level;
    std::vector<std::string> path;
};

/// Which source column fills which field. Text form: JSON (schema import_mapping.schema.json).
struct ColumnMapping {
    struct Entry {
        std::size_t column; ///< 0-based in the source table
        std::string header; ///< as in the file, two-row headers joined with "/"
        std::string field;  ///< field of the kind; "" is not imported. Also: county, town, village,
                            ///< group (name path), lon, lat, x, y, wkt
    };
    std::vector<Entry> entries{};
    std::string layout{}; ///< fingerprint of the headers, for reuse
    EntityKind kind{};

    [[nodiscard]] std::string toJson() const;
    /// Throws Error(Input) naming the JSON pointer and what is expected.
    static ColumnMapping fromJson(std::string_view json, const std::string& name);
};

struct ImportOptions {
    EntityKind kind{};
    std::string sheetOrLayer{};             ///< empty: the first that has rows
    std::string encoding{};                 ///< empty: recognised
    std::optional<Datum> datum{};           ///< empty: the file's own CRS, else asked for
    std::string crs{};                      ///< EPSG:n, overrules the file's own; with datum empty
    std::optional<ColumnMapping> mapping{}; ///< empty: found by header text
    std::optional<Date> asOf{};
    Box area{73, 18, 136, 54}; ///< lon/lat that points must lie in; the units' box, grown
};

/// A row or cell that was not taken, or taken with a remark.
struct RowIssue {
    enum class Severity { Rejected, Warning, Note } severity = Severity::Rejected;
    std::size_t row =
        0; ///< 1-based, as the user sees it in a spreadsheet; features: 1-based number
    std::string column{}; ///< header; empty if the whole row is meant
    std::string value{};  ///< as in the file; never a personal field's
    Message reason;
    Message remedy;
};

/// What is known of a file before anything is written.
struct ImportPreview {
    std::filesystem::path file;
    std::string format; ///< CSV, XLSX, ESRI Shapefile, ...
    std::string sheetOrLayer;
    std::string encoding; ///< UTF-8, GB18030, UTF-16LE; empty where the format has its own
    std::string crs;      ///< what the coordinates will be read as
    std::vector<std::size_t> headerRows; ///< 1-based; empty for vector layers
    std::size_t rows = 0;
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> sample; ///< first rows, as text; personal fields as ***
    ColumnMapping mapping;
    std::vector<std::string> unmappedRequired; ///< fields without a column
    std::vector<RowIssue> issues;              ///< of the file as a whole
};

/// Looks at a file: format, encoding, header, mapping. Throws Error(Input) when it cannot be
/// used at all, naming file, place and remedy.
[[nodiscard]] ImportPreview previewFile(const std::filesystem::path& file,
                                        const ImportOptions& options,
                                        const std::vector<KnownUnit>& units);

struct ReadReport {
    std::size_t rows = 0, accepted = 0;
    std::vector<RowIssue> issues;
    std::vector<std::size_t> sourceRows; ///< for each accepted record, in order, its source row
};

/// Reads the whole file as records of options.kind into `sink`, in batches, in file order.
/// Never drops a row without a RowIssue. Throws Error(Input) when the file as a whole is
/// unusable, Cancelled on a stop request.
[[nodiscard]] ReadReport readFile(const std::filesystem::path& file, const ImportOptions& options,
                                  const std::vector<KnownUnit>& units, const RecordSink& sink,
                                  const Progress& progress = {});

} // namespace guatu::exchange
