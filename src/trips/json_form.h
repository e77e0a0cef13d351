// SPDX-License-Identifier: MIT
#pragma once

#include "trips/plan.h"

#include <string>
#include <string_view>

namespace guatu::trips
{

// Problems and plans as JSON, for files and other programs: data/schema/trip_problem.schema.json
// and trip_plan.schema.json. What was written reads back the same.

[[nodiscard]] std::string problemJson(const Problem& problem);
[[nodiscard]] std::string planJson(const Plan& plan);

/// Throws Error(Input) for a text that is not as its schema says, or that is not sound. `file` is
/// for messages.
[[nodiscard]] Problem problemFromJson(std::string_view text, const std::string& file);

/// A plan for `problem`; throws Error(Input) also for indexes that it does not have.
[[nodiscard]] Plan planFromJson(std::string_view text, const std::string& file,
                                const Problem& problem);

/// Both in one file, trip.schema.json.
[[nodiscard]] std::string tripJson(const Trip& trip);
[[nodiscard]] Trip tripFromJson(std::string_view text, const std::string& file);

/// done excluded off_network no_team no_window out_of_reach first_missing outweighed
[[nodiscard]] std::string_view toString(LeftOut why);

} // namespace guatu::trips
