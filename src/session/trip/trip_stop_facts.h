// SPDX-License-Identifier: MIT
#pragma once

#include "session/workspace_view.h"
#include "trips/plan.h"

#include <string>
#include <vector>

namespace guatu::session
{

/// What the workspace says today of a stop: why one goes there, and who answers for it. Never
/// names of persons.
struct StopFacts {
    RowIndex unit = noRow, site = noRow; ///< the unit it is in or is; the site it is
    std::string shortName{};             ///< as maps write it
    bool isListed = false;               ///< under official supervision, itself or its village
    std::string issuer{};                ///< county prefecture ...; empty: not listed
    std::size_t households = 0;          ///< that are visited, or for a unit are not cleared
    std::int64_t persons = 0;            ///< of those whose number is known
    std::size_t personsUnknown = 0;      ///< households whose number is not known
    struct Open {
        LocalText title;
        std::size_t count = 0;
        friend bool operator==(const Open&, const Open&) = default;
    };
    std::vector<Open> lacks{};    ///< criteria not met, by households, the most frequent first
    std::size_t unknownItems = 0; ///< households with a criterion that is not known
    std::size_t openProblems = 0;
    struct Answers {
        std::string role, organisation;
        friend bool operator==(const Answers&, const Answers&) = default;
    };
    std::vector<Answers> answers{}; ///< of the unit, or the nearest above it that has any
};

/// A stop that the workspace does not know has no facts but its own name.
[[nodiscard]] StopFacts stopFacts(const WorkspaceView& view, const trips::Stop& stop);

/// Of every stop, in the order of Problem::stops.
[[nodiscard]] std::vector<StopFacts> stopFacts(const WorkspaceView& view,
                                               const trips::Problem& problem);

} // namespace guatu::session
