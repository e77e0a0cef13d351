// SPDX-License-Identifier: MIT
#pragma once

#include "core/table.h"
#include "session/workspace_view.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guatu::session
{

/// A column by the id of its title: "column.remaining_persons" has the key remaining_persons.
[[nodiscard]] TableColumn column(std::string_view titleId, ColumnKind kind = ColumnKind::Text,
                                 int decimals = 2);

/// A word of a code list of the profile; one that the list lacks is its own title.
[[nodiscard]] Word word(const Profile& profile, std::string_view list, std::string_view code);
/// The same as a cell: unknown where the code is empty or "unknown".
[[nodiscard]] TableCell wordCell(const Profile& profile, std::string_view list,
                                 std::string_view code);

/// Texts of the ledger: an empty one is Blank.
[[nodiscard]] TableCell textCell(std::string_view text);

/// Code and name of a unit; Blank for noRow.
[[nodiscard]] TableCell unitCode(const UnitColumns& units, RowIndex unit);
[[nodiscard]] TableCell unitName(const UnitColumns& units, RowIndex unit);

/// The unit of a level that holds `unit`, itself included; noRow when there is none.
[[nodiscard]] RowIndex unitAt(const UnitColumns& units, RowIndex unit, Level level);

/// Names from the widest unit down to `unit`, joined with " › ".
[[nodiscard]] LocalText unitPath(const UnitColumns& units, RowIndex unit);

/// The units directly below `unit`, in order of code.
[[nodiscard]] std::vector<RowIndex> childrenOf(const UnitColumns& units, RowIndex unit);

/// Adds what every table says below its title: unit, as-of date, sources.
void addHead(Table& table, const WorkspaceView& view, RowIndex unit);

/// Where things stand, in lon/lat, one feature for each of `rows`; noRow has no place.
class Places
{
public:
    explicit Places(const Snapshot& snapshot) : m_snapshot(snapshot) {}

    /// Areas where one of the units has one, else seats.
    [[nodiscard]] GeometryColumn units(std::span<const RowIndex> rows) const;
    [[nodiscard]] GeometryColumn points(std::vector<Point> points) const;
    /// Features of a column of the snapshot.
    [[nodiscard]] GeometryColumn lines(const GeometryColumn& from,
                                       std::span<const std::uint32_t> features) const;
    /// A point on a unit, in the snapshot's CRS: its seat, else inside its area.
    [[nodiscard]] Point unitPoint(RowIndex unit) const;
    /// Where a household is shown to others: the seat of the group or village it lives in, never
    /// its own house (domain notes §11).
    [[nodiscard]] Point coarsePoint(RowIndex home) const;
    [[nodiscard]] Point subjectPoint(SubjectType type, RowIndex row) const;

private:
    const Snapshot& m_snapshot;
};

} // namespace guatu::session
