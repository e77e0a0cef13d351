// SPDX-License-Identifier: MIT
#include "campaign/query/flat_query.h"

#include "campaign/query/printer.h"
#include "campaign/query/words.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

using enum Expression::Kind;

bool isGroup(const Expression& e)
{
    return e.kind == All || e.kind == Any;
}

/// A condition that a row of a panel can show: no group, plain or negated once.
bool isOneRow(const Expression& e)
{
    return !isGroup(e) &&
           (e.kind != Not || (!isGroup(e.children.front()) && e.children.front().kind != Not));
}

} // namespace

std::optional<FlatQuery> flatten(const Query& query)
{
    FlatQuery flat{.noun = query.noun, .nearest = query.nearest};
    if (!query.where)
        return flat;
    flat.any = query.where->kind == Any;
    if (isGroup(*query.where))
        flat.conditions = query.where->children;
    else
        flat.conditions.push_back(*query.where);
    if (!std::ranges::all_of(flat.conditions, isOneRow))
        return std::nullopt;
    return flat;
}

Query joined(const FlatQuery& flat)
{
    Query query{.noun = flat.noun, .nearest = flat.nearest};
    if (flat.conditions.size() == 1)
        query.where = flat.conditions.front();
    else if (!flat.conditions.empty())
        query.where = Expression{.kind = flat.any ? Any : All, .children = flat.conditions};
    return query;
}

ConditionPieces pieces(const Expression& condition, const Noun& noun, const Vocabulary& vocabulary,
                       Language language)
{
    return Printer(vocabulary, language).pieces(condition, noun.entity);
}

ConditionPieces Printer::pieces(const Expression& condition, Entity entity) const
{
    const bool negative = condition.kind == Not;
    const Expression& e = negative ? condition.children.front() : condition;
    const auto title = [&] {
        return e.target.units.empty() ? m_vocabulary.title(e.target.noun, m_language)
                                      : target(e.target);
    };
    const std::string detail =
        e.target.filter.empty() ? "" : expression(e.target.filter.front(), e.target.noun.entity);
    const Field* field = m_vocabulary.field(entity, e.field);
    switch (e.kind) {
    case Near:
        return {title(), distance(e.metres) + (chinese() ? word(Keyword::Inside) : ""),
                word(negative ? Keyword::No : Keyword::Has), detail};
    case Has:
        return {title(), word(negative ? Keyword::No : Keyword::Has), "", detail};
    case Inside:
    case Intersects:
        return {word(e.kind == Inside ? Keyword::Within : Keyword::Intersects),
                negative ? word(Keyword::Not) : "", title(), detail};
    case Missing:
        return {fieldTitle(entity, e.field), word(negative ? Keyword::Known : Keyword::Missing), "",
                ""};
    case Compare:
        if (field != nullptr) {
            std::string values;
            for (const Operand& one : e.values)
                values += (values.empty() ? ""
                           : chinese()    ? "、"
                                          : ", ") +
                          (e.op == Operator::WithinDays ? number(std::get<double>(one), "days")
                                                        : value(one, field));
            return {fieldTitle(entity, e.field),
                    (negative ? word(Keyword::Not) + " " : "") + word(e.op), values, ""};
        }
        [[fallthrough]];
    default:
        return {expression(condition, entity), "", "", ""};
    }
}

std::vector<Operator> operatorsOf(const Field& field)
{
    using enum Operator;
    switch (field.type) {
    case FieldType::Number:
        return {GreaterEqual, Greater, LessEqual, Less, Equal, NotEqual};
    case FieldType::Date:
        return {WithinDays, Less, LessEqual, Greater, GreaterEqual, Equal};
    case FieldType::Text:
        return {Contains, Equal, NotEqual};
    case FieldType::Flag:
        return {Equal};
    case FieldType::Word:
        return {Equal, NotEqual, In};
    case FieldType::Unit:
        break;
    }
    return {In};
}

std::string operatorText(Operator op, const Vocabulary& vocabulary, Language language)
{
    return vocabulary.words().text(OperatorWord{op}, language);
}

Expression compare(std::string field, Operator op, std::vector<Operand> values)
{
    return {.kind = Compare, .field = std::move(field), .op = op, .values = std::move(values)};
}

Expression inUnit(UnitCode unit)
{
    return compare("unit", Operator::In, {unit});
}

Expression near(Target target, double metres)
{
    return {.kind = Near, .target = std::move(target), .metres = metres};
}

Expression negated(Expression condition)
{
    if (condition.kind == Not)
        return condition.children.front();
    Expression made{.kind = Not};
    made.children.push_back(std::move(condition));
    return made;
}

} // namespace guatu::campaign::query
