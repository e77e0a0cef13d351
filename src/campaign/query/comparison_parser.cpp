// SPDX-License-Identifier: MIT
#include "campaign/query/parser.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

using enum Expression::Kind;
using ExpectedKind = Expectation::Kind;

constexpr std::string_view yesWord = "yes";

Expression negation(Expression inner)
{
    Expression made{.kind = Not};
    made.children.push_back(std::move(inner));
    return made;
}

bool isOrder(Operator op)
{
    return op >= Operator::Less && op <= Operator::GreaterEqual;
}

bool allowed(FieldType type, Operator op)
{
    const bool equality = op == Operator::Equal || op == Operator::NotEqual;
    switch (type) {
    case FieldType::Number:
        return equality || isOrder(op) || op == Operator::In;
    case FieldType::Date:
        return equality || isOrder(op) || op == Operator::WithinDays;
    case FieldType::Text:
        return equality || op == Operator::In || op == Operator::Contains;
    case FieldType::Flag:
        return equality;
    case FieldType::Word:
    case FieldType::Unit:
        return equality || op == Operator::In;
    }
    return false;
}

} // namespace

/// One word may stand for a field and a criterion (人均纯收入); what follows decides. When none
/// fits, the complaint is of the one that got farthest, the first of them.
Expression Parser::comparison(std::span<const std::uint32_t> candidates, std::size_t end)
{
    const auto& fields = m_reader.words().fields[static_cast<std::size_t>(m_noun.entity)];
    std::optional<QueryError> failure;
    for (const std::uint32_t id : candidates) {
        m_reader.setPosition(end);
        try {
            return compare(fields[id]);
        } catch (const QueryError& error) {
            if (!failure || error.position() > failure->position())
                failure = error;
        }
    }
    throw QueryError(*failure);
}

std::optional<OperatorWord> Parser::operatorOf(const Field& field)
{
    m_reader.skipBlanks();
    m_reader.expect({.kind = ExpectedKind::Operator, .field = &field});
    const auto found = m_reader.match(m_reader.words().operators);
    if (!found)
        return std::nullopt;
    for (const std::uint32_t id : found->ids) {
        const OperatorWord word = m_reader.words().operatorWords[id];
        if (!allowed(field.type, word.op))
            continue;
        m_reader.setPosition(found->end);
        return word;
    }
    m_reader.fail("query.wrong_operator", {{"field", field.title.in(m_reader.language())}});
}

OperatorWord Parser::countOperator()
{
    m_reader.skipBlanks();
    if (const auto found = m_reader.match(m_reader.words().operators)) {
        const OperatorWord word = m_reader.words().operatorWords[found->ids.front()];
        if (word.op <= Operator::GreaterEqual && !word.negated) {
            m_reader.setPosition(found->end);
            return word;
        }
    }
    m_reader.fail("query.expected_comparison");
}

Expression Parser::compare(const Field& field)
{
    if (m_reader.take(Keyword::Missing))
        return {.kind = Missing, .field = field.id};
    if (m_reader.take(Keyword::Known))
        return negation({.kind = Missing, .field = field.id});
    if (m_values.isNext(field)) // 低保 是, listed by county
        return compareValues(field, {Operator::Equal});
    const auto word = operatorOf(field);
    if (!word) {
        if (field.type != FieldType::Flag)
            m_reader.fail("query.expected_operator",
                          {{"field", field.title.in(m_reader.language())}});
        Expression made{.kind = Compare, .field = field.id};
        made.values.emplace_back(std::string(yesWord));
        return made;
    }
    if (word->op == Operator::WithinDays)
        return compareDays(field);
    if (field.type == FieldType::Unit)
        return compareUnit(field, word->negated || word->op == Operator::NotEqual);
    return compareValues(field, *word);
}

Expression Parser::compareDays(const Field& field)
{
    Expression made{.kind = Compare, .field = field.id, .op = Operator::WithinDays};
    made.values.emplace_back(m_values.days());
    return made;
}

/// unit in 小河村委会, unit in villages[listed = yes]
Expression Parser::compareUnit(const Field& field, bool negated)
{
    m_reader.skipBlanks();
    const std::size_t start = m_reader.position();
    Target meant = target(true);
    Expression made{.kind = InPlace, .field = field.id};
    if (!meant.units.empty()) {
        made.kind = Compare;
        made.op = Operator::In;
        for (const UnitCode unit : meant.units)
            made.values.emplace_back(unit);
    } else if (meant.noun.entity == Entity::Unit) {
        made.target = std::move(meant);
    } else {
        m_reader.setPosition(start);
        m_reader.fail("query.expected_unit");
    }
    return negated ? negation(std::move(made)) : made;
}

Expression Parser::compareValues(const Field& field, OperatorWord word)
{
    Expression made{.kind = Compare, .field = field.id, .op = word.op};
    bool orUnknown = false;
    const bool list = word.op == Operator::In && m_reader.take(U'(');
    do {
        if (auto value = m_values.value(field))
            made.values.push_back(std::move(*value));
        else
            orUnknown = true;
    } while (list && m_reader.take(U','));
    if (list && !m_reader.take(U')'))
        m_reader.fail("query.expected_close", {{"bracket", ")"}});
    if (made.op == Operator::In && made.values.size() == 1)
        made.op = Operator::Equal;
    const Expression unknown{.kind = Missing, .field = field.id};
    if (orUnknown && made.values.empty()) {
        made = unknown;
    } else if (orUnknown) {
        Expression either{.kind = Any};
        either.children = {std::move(made), unknown};
        made = std::move(either);
    }
    const bool negative = word.negated || (orUnknown && word.op == Operator::NotEqual);
    return negative ? negation(std::move(made)) : made;
}

} // namespace guatu::campaign::query
