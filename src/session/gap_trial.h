// SPDX-License-Identifier: MIT
#pragma once

#include "session/gap_case.h"

namespace guatu::session
{

/// What one more facility does, one for each household of a case.
struct TrialAnswer {
    Point at{}; ///< of the facility
    std::vector<CriterionResult> verdicts{};
    std::vector<bool> served{}; ///< whether it is nearer than any other
};

/// What one more facility would do, fast enough to follow a hand that drags it: only the search
/// from the new facility is made, and joined with the distances that the case knows. The verdicts
/// are those that the case would give with the facility among its planned ones.
class GapTrial
{
public:
    /// Finds where the households are on the network.
    explicit GapTrial(std::shared_ptr<const GapCase> base);

    [[nodiscard]] const GapCase& base() const { return *m_base; }
    [[nodiscard]] TrialAnswer with(Point at) const;

private:
    std::shared_ptr<const GapCase> m_base;
    std::vector<Point> m_points;
    std::vector<access::Snapped> m_snapped; ///< empty where roads do not matter
    std::vector<std::size_t> m_approximate; ///< those off the network, judged by a straight line
    std::vector<Point> m_approximatePoints;
};

/// Which households a change cuts off from the service, and whose verdict it changes. Rows of the
/// snapshot's households, ascending.
struct GapChanges {
    std::vector<std::uint32_t> cutOff{};  ///< there was a way to a facility, now there is none
    std::vector<std::uint32_t> newGaps{}; ///< unmet now, and not before; the cut off among them
    std::vector<std::uint32_t> closed{};  ///< unmet before, and not now
};

/// Both cases are about the same households.
[[nodiscard]] GapChanges changesBetween(const GapCase& before, const GapCase& after);

} // namespace guatu::session
