// SPDX-License-Identifier: MIT
#pragma once

#include "access/facility_choice.h"
#include "access/matrix.h"
#include "session/tables/gap_table.h"
#include "session/workspace_view.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guatu::session
{

/// People who live in one hamlet, or in a village where hamlets are not known.
struct Settlement {
    RowIndex unit = noRow;
    Point at{};
    std::int64_t persons = 0;
    std::int64_t households = 0;
};

/// Where the people below a unit live. Persons of some ages are counted one by one.
struct Settlements {
    std::vector<Settlement> all{};
    std::int64_t unplaced = 0;    ///< persons whose hamlet has no position
    std::int64_t unknownSize = 0; ///< households of which the number of persons is not known
    std::int64_t unknownAge = 0;  ///< persons whose year of birth is not known
    [[nodiscard]] std::int64_t persons() const;
};

/// `ages` counts those who are from the first to the last of them on 1 September of the snapshot's
/// year. Throws Error(Store) where persons cannot be read.
[[nodiscard]] Settlements settlementsOf(const WorkspaceView& view, RowIndex unit,
                                        const std::optional<std::pair<int, int>>& ages);

/// Distances of a service from and to anything, as times: milliseconds by the standard's means, or
/// millimetres along roads or in a straight line.
class ServiceGround
{
public:
    /// Throws Error(Input) for a service without a standard of facilities.
    ServiceGround(const WorkspaceView& view, const GapQuestion& question);

    [[nodiscard]] const access::Standard& standard() const { return m_standard; }
    [[nodiscard]] const access::FacilityChoice& facilities() const { return m_facilities; }
    [[nodiscard]] bool byMinutes() const
    {
        return m_standard.measure() == access::Measure::Minutes;
    }
    [[nodiscard]] access::Time limit() const { return timeOf(m_standard.limit()); }
    /// A figure in the standard's unit as a time, and back.
    [[nodiscard]] access::Time timeOf(double figure) const;
    [[nodiscard]] double figureOf(double time) const;

    /// Times to each of some places (row) from each of others (column), `never` beyond `within`.
    [[nodiscard]] access::TimeMatrix times(const std::vector<Point>& to,
                                           const std::vector<Point>& from,
                                           access::Time within = access::never) const;
    /// From each place to the nearest of others.
    [[nodiscard]] std::vector<access::Time> nearest(const std::vector<Point>& to,
                                                    const std::vector<Point>& from) const;
    [[nodiscard]] std::vector<Point> pointsOf(const std::vector<RowIndex>& facilities) const;
    [[nodiscard]] LocalText meansTitle() const;

private:
    /// A straight line as a time, or what stands for a way where there are no roads.
    [[nodiscard]] access::Time lineTime(double metres) const
    {
        return timeOf(m_data.onlyApproximate()
                          ? m_data.approximation().figure(m_standard.measure(), metres)
                          : metres);
    }
    [[nodiscard]] std::vector<access::Place> placesOf(const std::vector<Point>& points) const;

    const WorkspaceView& m_view;
    access::Standard m_standard;
    access::FacilityChoice m_facilities;
    GapData m_data;
};

} // namespace guatu::session
