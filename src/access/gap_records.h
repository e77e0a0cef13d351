// SPDX-License-Identifier: MIT
#pragma once

#include "access/gaps.h"

#include <map>
#include <set>

namespace guatu::access
{

/// What is recorded of units that bears on a standard: exemptions, and results of its criterion.
class GapRecords
{
public:
    GapRecords(const Snapshot& snapshot, const Standard& standard);

    /// Why the subject needs no facility; nothing when it does.
    [[nodiscard]] std::optional<Message> exemption(const Subject& subject) const;

    struct Recorded {
        CriterionResult result = CriterionResult::Unknown;
        Method method{};
        Date asOf{0};
    };
    /// The result recorded for the subject's unit or the nearest one above it up to the village;
    /// null without one.
    [[nodiscard]] const Recorded* recorded(RowIndex unit) const;

private:
    void readValues();
    void findTownSeats();

    const Snapshot& m_snapshot;
    const Standard& m_standard;
    std::map<RowIndex, std::string> m_exempt; ///< with the recorded reason
    std::map<RowIndex, Recorded> m_recorded;
    std::set<RowIndex> m_townSeats; ///< villages at the seat of their township
};

} // namespace guatu::access
