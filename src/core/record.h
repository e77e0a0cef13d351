// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/datum.h"
#include "core/entity.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace guatu
{

/// A cell on its way into the workspace. monostate is NULL: not known.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Records of one kind on their way into the workspace: rows of `fields.size()` cells, and one
/// geometry per row (lon/lat, EPSG:4490) when the kind has one.
///
/// Flags are 0 or 1, dates ISO text, words and unit codes text. A field that is not listed is
/// left as it is on update and NULL on insert.
struct RecordBatch {
    EntityKind kind;
    std::vector<std::string> fields;
    std::vector<Value> cells{};
    GeometryColumn geometry{}; ///< empty, or one feature per row

    [[nodiscard]] std::size_t size() const
    {
        return fields.empty() ? 0 : cells.size() / fields.size();
    }
    [[nodiscard]] const Value& cell(std::size_t row, std::size_t field) const
    {
        return cells[row * fields.size() + field];
    }
};

/// Where a batch comes from; kept with every record.
struct DatasetInfo {
    std::string name;
    std::string sourceOrganisation{};
    std::optional<Date> asOf{};
    std::string declaredCrs{};
    Datum datum = Datum::Unknown;
    std::string licence{};
    std::string secrecy = "internal"; ///< public, internal, secret
};

/// Takes batches as they are made, so that a million records never stand in memory at once.
using RecordSink = std::function<void(RecordBatch&&)>;

} // namespace guatu
