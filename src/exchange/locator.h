// SPDX-License-Identifier: MIT
#pragma once

#include "core/crs.h"
#include "exchange/import.h"
#include "exchange/row_source.h"

namespace guatu::exchange
{

/// Reads degrees as 101.5362, 101°32′10″, 101度32分10秒, E101 32 10.3 or 25°N, and metres as
/// plain numbers. S and W are negative.
[[nodiscard]] std::optional<double> parseCoordinate(std::string_view text);

/// Why a position cannot be used.
struct PositionProblem {
    Message reason;
    Message remedy;
};

/// Turns a file's coordinates into lon/lat of EPSG:4490, as its datum was declared. What lies
/// outside the area is refused with a hint at the likely slip; nothing is moved on suspicion.
class Locator
{
public:
    /// `fileCrs` is the file's own, empty when it has none. Throws Error(Input) when a CRS is
    /// unknown or the datum is one that nobody can move.
    Locator(const ImportOptions& options, const std::string& fileCrs);

    /// False when neither the file nor the user says what its coordinates mean.
    [[nodiscard]] bool ready() const { return m_ready; }
    /// What the coordinates are read as, for the preview.
    [[nodiscard]] const std::string& description() const { return m_description; }
    /// A remark when the user's word overrules the file's.
    [[nodiscard]] const std::optional<Message>& overruled() const { return m_overruled; }

    /// Moves a position in place.
    [[nodiscard]] std::optional<PositionProblem> locate(Point& point) const;
    /// Moves all vertices; the problem is that of the first bad one.
    [[nodiscard]] std::optional<PositionProblem> locate(Shape& shape) const;

    /// What undeclared coordinates look like, for asking.
    [[nodiscard]] Message look(Point source) const;

private:
    [[nodiscard]] PositionProblem diagnose(Point source) const;

    Box m_area;
    std::optional<Datum> m_datum;
    std::optional<Transform> m_transform;
    bool m_projected = false;
    bool m_ready = false;
    std::string m_crs;
    std::string m_description;
    std::optional<Message> m_overruled;
};

} // namespace guatu::exchange
