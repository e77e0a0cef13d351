// SPDX-License-Identifier: MIT
#pragma once

#include "access/gaps.h"
#include "session/tables/gap_table.h"
#include "session/workspace_view.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace guatu::session
{

/// A facility that might be built: working, and as good as the standard asks.
struct PlannedFacility {
    Point at{}; ///< in the snapshot's CRS
    std::string name;

    friend bool operator==(const PlannedFacility&, const PlannedFacility&) = default;
};

/// Households with the persons whose number is known.
struct GapCount {
    std::int64_t households = 0, persons = 0;
    std::int64_t unknownSizes = 0; ///< households of which the number of persons is not known

    void add(int persons);
    friend bool operator==(const GapCount&, const GapCount&) = default;
};

/// By verdict.
struct GapTally {
    std::array<GapCount, 4> by{};

    [[nodiscard]] const GapCount& of(CriterionResult verdict) const
    {
        return by[static_cast<std::size_t>(verdict)];
    }
    friend bool operator==(const GapTally&, const GapTally&) = default;
};

/// A village with its households by verdict.
struct VillageGaps {
    RowIndex village = noRow;
    GapTally tally{};
};

/// One service judged for every household in scope below a unit: what `guatu gaps` says of them,
/// as values. Immutable; any thread may ask it.
class GapCase
{
public:
    /// Throws Error(Input) for an unknown service, means or road, and without roads where the
    /// standard needs them.
    GapCase(std::shared_ptr<const WorkspaceView> view, RowIndex unit, GapQuestion question,
            std::vector<PlannedFacility> added = {});

    [[nodiscard]] const WorkspaceView& view() const { return *m_view; }
    [[nodiscard]] const std::shared_ptr<const WorkspaceView>& sharedView() const { return m_view; }
    [[nodiscard]] RowIndex unit() const { return m_unit; }
    [[nodiscard]] const GapQuestion& question() const { return m_question; }
    [[nodiscard]] const access::Standard& standard() const { return m_standard; }
    [[nodiscard]] const std::vector<PlannedFacility>& added() const { return m_added; }

    /// Rows of the snapshot's households, ascending, and what is judged of each.
    [[nodiscard]] const std::vector<std::uint32_t>& households() const { return m_households; }
    [[nodiscard]] const std::vector<access::Subject>& subjects() const { return m_subjects; }
    [[nodiscard]] const std::vector<access::Gap>& gaps() const { return m_gaps; }
    /// Null for a household that is not among them.
    [[nodiscard]] const access::Gap* gapOf(std::uint32_t household) const;
    [[nodiscard]] std::vector<CriterionResult> verdicts() const;

    /// Those of the snapshot, the planned ones behind them: what Gap::facility means.
    [[nodiscard]] const FacilityColumns& facilities() const
    {
        return m_added.empty() ? m_view->snapshot.facilities : m_facilities;
    }
    [[nodiscard]] access::GapGround ground() const;
    /// Null when roads do not matter.
    [[nodiscard]] const RoadAccess* roads() const { return m_data.roads(); }

    /// Households by verdict, these verdicts or the own ones.
    [[nodiscard]] GapTally tally() const { return tallyOf(verdicts()); }
    [[nodiscard]] GapTally tallyOf(std::span<const CriterionResult> verdicts) const;
    /// Villages with a household that has no service near enough, most such households first.
    [[nodiscard]] std::vector<VillageGaps> villages() const;

private:
    std::shared_ptr<const WorkspaceView> m_view;
    RowIndex m_unit;
    GapQuestion m_question;
    access::Standard m_standard;
    std::vector<PlannedFacility> m_added;
    FacilityColumns m_facilities; ///< with the planned ones, when there are any
    GapData m_data;
    std::vector<std::uint32_t> m_households;
    std::vector<access::Subject> m_subjects;
    std::vector<access::Gap> m_gaps;
};

/// The first standard of each service, in the order of the file.
[[nodiscard]] std::vector<access::Standard> serviceStandards();

/// Facilities with others that meet a standard behind them.
[[nodiscard]] FacilityColumns withPlanned(FacilityColumns all, const access::Standard& standard,
                                          std::span<const PlannedFacility> planned);

} // namespace guatu::session
