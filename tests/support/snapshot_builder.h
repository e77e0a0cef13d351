// SPDX-License-Identifier: MIT
#pragma once

#include "core/profile.h"
#include "core/snapshot.h"

#include <string>
#include <vector>

namespace guatu::test
{

struct UnitSpec {
    std::string code; ///< 4, 6, 9, 12 or 15 digits
    std::string name = "单位";
    int agriPersons = -1;
    Flag poor = Flag::No;
    int households = -1;
    FormalStatus formal = FormalStatus::NeverRegistered; ///< bound by no criteria of its own
};

/// A household that meets every criterion and has no problem.
struct HouseholdSpec {
    std::string origin; ///< village, or group
    int persons = 3;
    FormalStatus formal = FormalStatus::Exited;
    std::string current{}; ///< blank: where it comes from
    std::string group{};
    Watch watch = Watch::None;
    std::string code{}; ///< blank: a running number
};

struct SiteSpec {
    std::string kind = "poverty_relocation";
    int households = -1, persons = -1; ///< moved
    int plannedHouseholds = -1, plannedPersons = -1;
    std::string host{};
    std::string name = "安置点";
};

struct ListingSpec {
    std::string issuer, rule;
    std::string unit{}; ///< code; blank: a site
    int site = -1;
    std::string subjectName{};
};

struct ProblemSpec {
    SubjectType type = SubjectType::Unit;
    std::string unit{}; ///< code; else the row below
    int subject = -1;
    std::string state = "open";
    std::optional<Date> found{}, closed{};
};

/// Makes tiny snapshots by hand, as of 2020-04-17. Ancestors of a unit are made when missing, and
/// rows stand in the order given, units by code.
class SnapshotBuilder
{
public:
    SnapshotBuilder& unit(UnitSpec spec);
    SnapshotBuilder& household(HouseholdSpec spec, int times = 1);
    SnapshotBuilder& site(SiteSpec spec);
    SnapshotBuilder& listing(ListingSpec spec);
    SnapshotBuilder& problem(ProblemSpec spec);
    [[nodiscard]] Snapshot build() const;

private:
    std::vector<UnitSpec> m_units;
    std::vector<HouseholdSpec> m_households;
    std::vector<SiteSpec> m_sites;
    std::vector<ListingSpec> m_listings;
    std::vector<ProblemSpec> m_problems;
};

/// The row of a unit by any of its code forms.
[[nodiscard]] std::size_t rowOf(const Snapshot& snapshot, const std::string& code);

/// The shipped 100-day campaign: eight household criteria, six listing rules.
[[nodiscard]] Profile campaignProfile();

} // namespace guatu::test
