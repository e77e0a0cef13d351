// SPDX-License-Identifier: MIT
#include "campaign/query/evaluator.h"

#include "campaign/query/comparison.h"
#include "campaign/query/links.h"
#include "campaign/query/places.h"

#include <algorithm>

namespace guatu::campaign::query
{
namespace
{

using enum Expression::Kind;

} // namespace

Truths Evaluator::evaluate(const Expression& e, Entity entity)
{
    switch (e.kind) {
    case All:
    case Any:
        return group(e, entity);
    case Not: {
        Truths truths = evaluate(e.children.front(), entity);
        negate(truths);
        return truths;
    }
    case Compare:
        return compareColumn(m_context, readField(m_context, entity, e.field), e);
    case Missing:
        return missingIn(readField(m_context, entity, e.field));
    case Has:
    case Count:
        return related(e, entity);
    case InPlace:
        return inPlace(e, entity);
    case Near:
    case Inside:
    case Intersects:
        break;
    }
    return spatial(e, entity);
}

Truths Evaluator::group(const Expression& e, Entity entity)
{
    Truths truths = evaluate(e.children.front(), entity);
    for (std::size_t i = 1; i < e.children.size(); ++i) {
        const Truths next = evaluate(e.children[i], entity);
        if (e.kind == All)
            conjoin(truths, next);
        else
            disjoin(truths, next);
    }
    return truths;
}

Truths Evaluator::members(const Noun& noun) const
{
    const std::size_t rows = rowCount(m_context, noun.entity);
    if (noun.level) {
        Truths truths(rows);
        for (std::size_t row = 0; row < rows; ++row)
            truths[row] = truth(m_context.snapshot.units.level[row] == *noun.level);
        return truths;
    }
    if (noun.kind.empty())
        return Truths(rows, yes);
    const auto& kinds = noun.entity == Entity::Site ? m_context.snapshot.sites.kind
                                                    : m_context.snapshot.facilities.kind;
    Truths truths(rows);
    for (std::size_t row = 0; row < rows; ++row)
        truths[row] = truth(kinds[row] == noun.kind);
    return truths;
}

Truths Evaluator::targets(const Target& target)
{
    if (!target.units.empty()) {
        Truths truths(m_context.snapshot.units.size(), no);
        for (const UnitCode unit : target.units)
            for (const auto& [row, end] : subtreesOf(m_context.snapshot, unit))
                truths[static_cast<std::size_t>(row)] = yes;
        return truths;
    }
    Truths truths = members(target.noun);
    if (!target.filter.empty())
        conjoin(truths, evaluate(target.filter.front(), target.noun.entity));
    return truths;
}

Truths Evaluator::related(const Expression& e, Entity entity)
{
    const bool persons = e.kind == Count && e.measure == Measure::Persons;
    std::vector<double> weights;
    if (persons)
        weights = std::get<Numbers>(readField(m_context, Entity::Household, "persons"));
    const Counts counts =
        countRelated(m_context, entity, e.target.noun.entity, targets(e.target), weights);
    const Operator op = e.kind == Has ? Operator::Greater : e.op;
    const double bound = e.kind == Has ? 0 : std::get<double>(e.values.front());
    Truths truths(counts.least.size());
    for (std::size_t row = 0; row < truths.size(); ++row)
        truths[row] = compareInterval(counts.least[row], counts.most[row], op, bound);
    return truths;
}

Truths Evaluator::inPlace(const Expression& e, Entity entity)
{
    const Truths units = inherited(m_context.snapshot.units, targets(e.target));
    const auto rows = std::get<UnitRows>(readField(m_context, entity, e.field));
    Truths truths(rows.size(), unknown);
    for (std::size_t row = 0; row < truths.size(); ++row)
        if (rows[row] != noRow)
            truths[row] = units[static_cast<std::size_t>(rows[row])];
    return truths;
}

Truths Evaluator::spatial(const Expression& e, Entity entity)
{
    SpatialTargets meant{.entity = e.target.noun.entity,
                         .truths = targets(e.target),
                         .byName = !e.target.units.empty()};
    SpatialResult result = e.kind == Near     ? near(m_context, entity, meant, e.metres)
                           : e.kind == Inside ? inside(m_context, entity, meant)
                                              : intersecting(m_context, entity, meant);
    m_unlocated += result.unlocatedTargets;
    return std::move(result.truths);
}

} // namespace guatu::campaign::query
