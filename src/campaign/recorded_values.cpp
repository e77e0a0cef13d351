// SPDX-License-Identifier: MIT
#include "campaign/recorded_values.h"

#include "campaign/household_judge.h"

#include <cmath>
#include <tuple>

namespace guatu::campaign
{

SubjectIndex indexValues(const CriterionValueColumns& values, SubjectType type,
                         std::size_t subjects)
{
    std::vector<RowIndex> owners(values.size(), noRow);
    bool any = false;
    for (std::size_t row = 0; row < owners.size(); ++row)
        if (values.subjectType[row] == type) {
            owners[row] = values.subject[row];
            any |= owners[row] != noRow;
        }
    return any ? SubjectIndex(owners, subjects) : SubjectIndex();
}

std::vector<std::uint32_t> strongestFirst(const CriterionValueColumns& values,
                                          std::span<const std::uint32_t> rows,
                                          std::string_view criterion)
{
    std::vector<std::uint32_t> found;
    for (const std::uint32_t row : rows)
        if (values.criterion[row] == criterion)
            found.push_back(row);
    const auto strength = [&](std::uint32_t row) {
        return std::tuple(values.method[row], values.asOf[row], row);
    };
    std::ranges::sort(found, std::greater{}, strength);
    return found;
}

CriterionResult recordedResult(const CriterionValueColumns& values, std::size_t row,
                               std::string_view op, std::optional<double> limit)
{
    const double number = values.number[row];
    if (values.result[row] != CriterionResult::Unknown || !limit || std::isnan(number))
        return values.result[row];
    return compares(number, op, *limit) ? CriterionResult::Met : CriterionResult::Unmet;
}

CriterionResult decide(const CriterionValueColumns& values, std::span<const std::uint32_t> rows,
                       const Criterion& criterion, std::optional<double> limit,
                       CriterionResult otherwise)
{
    if (rows.empty())
        return otherwise;
    const auto found = strongestFirst(values, rows, criterion.id);
    if (found.empty())
        return otherwise;
    const std::uint32_t strongest = found.front();
    if (values.method[strongest] == Method::Computed && otherwise != CriterionResult::Unknown)
        return otherwise;
    return recordedResult(values, strongest, criterion.op, limit);
}

} // namespace guatu::campaign
