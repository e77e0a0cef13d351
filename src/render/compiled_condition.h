// SPDX-License-Identifier: MIT
#pragma once

#include "core/feature_table.h"

namespace guatu::render
{

/// A condition bound to the columns of one table, so that a million rows are judged without a
/// look-up by name. Says for every row what Condition::evaluate says.
class CompiledCondition
{
public:
    /// Both must outlive the object.
    CompiledCondition(const Condition& condition, const FeatureTable& table);

    [[nodiscard]] CriterionResult evaluate(std::size_t row) const;
    [[nodiscard]] bool isMet(std::size_t row) const
    {
        return evaluate(row) == CriterionResult::Met;
    }

private:
    const Condition* m_condition;
    const FeatureTable* m_table;
    const std::vector<std::uint8_t>* m_words = nullptr; ///< rows of a category column ...
    std::vector<CriterionResult> m_wordResults;         ///< ... and the answer for each word
    const NumberColumn* m_numbers = nullptr;
    std::vector<CompiledCondition> m_children;
};

} // namespace guatu::render
