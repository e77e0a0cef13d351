// SPDX-License-Identifier: MIT
#include "render/compiled_condition.h"

#include <cmath>

namespace guatu::render
{
namespace
{

bool compare(double value, Condition::Operator op, double limit)
{
    switch (op) {
    case Condition::Operator::NotEqual:
        return value != limit;
    case Condition::Operator::Less:
        return value < limit;
    case Condition::Operator::LessEqual:
        return value <= limit;
    case Condition::Operator::Greater:
        return value > limit;
    case Condition::Operator::GreaterEqual:
        return value >= limit;
    default:
        return value == limit;
    }
}

} // namespace

CompiledCondition::CompiledCondition(const Condition& condition, const FeatureTable& table)
    : m_condition(&condition), m_table(&table)
{
    if (condition.kind != Condition::Kind::Compare) {
        m_children.reserve(condition.children.size());
        for (const Condition& child : condition.children)
            m_children.emplace_back(child, table);
        return;
    }
    if (const CategoryColumn* category = table.category(condition.field)) {
        m_words = &category->rows;
        for (std::size_t word = 0; word < category->words.size(); ++word) {
            m_wordResults.push_back(condition.evaluate([&](std::string_view) -> FieldValue {
                return word == 0 ? FieldValue{} : FieldValue{category->words[word]};
            }));
        }
    } else if (condition.values.size() == 1 && condition.op != Condition::Operator::In &&
               std::holds_alternative<double>(condition.values.front())) {
        m_numbers = table.number(condition.field);
    }
}

CriterionResult CompiledCondition::evaluate(std::size_t row) const
{
    if (m_words)
        return m_wordResults[(*m_words)[row]];
    if (m_numbers) {
        const double value = (*m_numbers)[row];
        if (std::isnan(value))
            return CriterionResult::Unknown;
        const bool met = compare(value, m_condition->op, std::get<double>(m_condition->values[0]));
        return met ? CriterionResult::Met : CriterionResult::Unmet;
    }
    if (m_condition->kind == Condition::Kind::Compare)
        return m_condition->evaluate(
            [&](std::string_view field) { return m_table->value(field, row); });

    const bool any = m_condition->kind == Condition::Kind::Any;
    const CriterionResult decisive = any ? CriterionResult::Met : CriterionResult::Unmet;
    bool unknown = false;
    bool decided = false;
    for (const CompiledCondition& child : m_children) {
        const CriterionResult result = child.evaluate(row);
        if (result == decisive) {
            decided = true;
            break;
        }
        unknown = unknown || result == CriterionResult::Unknown;
    }
    const CriterionResult neutral = any ? CriterionResult::Unmet : CriterionResult::Met;
    const CriterionResult result = decided   ? decisive
                                   : unknown ? CriterionResult::Unknown
                                             : neutral;
    if (m_condition->kind != Condition::Kind::Not || result == CriterionResult::Unknown)
        return result;
    return result == CriterionResult::Met ? CriterionResult::Unmet : CriterionResult::Met;
}

} // namespace guatu::render
