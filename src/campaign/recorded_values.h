// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/subject_index.h"
#include "core/profile.h"

#include <optional>
#include <string_view>

namespace guatu::campaign
{

/// Rows of the criterion values of one type of subject, by subject.
[[nodiscard]] SubjectIndex indexValues(const CriterionValueColumns& values, SubjectType type,
                                       std::size_t subjects);

/// Those of `rows` that are about the criterion, strongest first: verified, reported, computed,
/// of one method the latest.
[[nodiscard]] std::vector<std::uint32_t> strongestFirst(const CriterionValueColumns& values,
                                                        std::span<const std::uint32_t> rows,
                                                        std::string_view criterion);

/// The result recorded; where none was but a number, the number against the threshold.
[[nodiscard]] CriterionResult recordedResult(const CriterionValueColumns& values, std::size_t row,
                                             std::string_view op, std::optional<double> limit);

/// What decides: a verified or reported value, else what is known otherwise, else a computed value.
[[nodiscard]] CriterionResult decide(const CriterionValueColumns& values,
                                     std::span<const std::uint32_t> rows,
                                     const Criterion& criterion, std::optional<double> limit,
                                     CriterionResult otherwise);

} // namespace guatu::campaign
