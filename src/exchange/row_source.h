// SPDX-License-Identifier: MIT
#pragma once

#include "core/geometry.h"
#include "core/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// A geometry as the file holds it, in the file's own coordinates. Rings are closed, outer ones
/// counter-clockwise, holes clockwise behind their outer ring.
struct Shape {
    GeometryType type = GeometryType::None;
    std::vector<std::vector<Point>> parts{};
    std::vector<Message> notes{};     ///< what was repaired or left out
    std::optional<Message> problem{}; ///< why it cannot be used at all
};

/// One row or feature of a file; cells are UTF-8 text as in the file.
struct SourceRow {
    std::size_t number = 0; ///< 1-based, as RowIssue::row
    std::vector<std::string> cells{};
    std::optional<Shape> shape{};
};

/// What is known of a source once it is open.
struct SourceInfo {
    std::string format{}; ///< CSV, XLSX, ...
    std::string sheetOrLayer{};
    std::string encoding{}; ///< empty where the format has its own
    std::string crs{};      ///< the file's own, as EPSG:n or WKT; empty when it has none
    bool named = false;     ///< the columns have names (vector layers and tables of databases)
    bool located = false;   ///< rows may carry a shape
    bool workbook = false;  ///< numbers and dates may stand as a workbook stores them
    bool cutNames = false;  ///< names may be cut off after 10 bytes (DBF)
    std::vector<std::string> columns{};
    std::vector<Message> notes{}; ///< remarks on the file as a whole
};

/// The rows of one table or layer, in file order. One thread at a time.
class RowSource
{
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual const SourceInfo& info() const = 0;

    /// Reads the next row into `row`; false at the end. Throws Error(Input) where the file is
    /// broken.
    virtual bool next(SourceRow& row) = 0;

    /// Back to the first row.
    virtual void rewind() = 0;

protected:
    RowSource() = default;
    RowSource(const RowSource&) = default;
    RowSource& operator=(const RowSource&) = default;
};

} // namespace guatu::exchange
