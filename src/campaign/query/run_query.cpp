// SPDX-License-Identifier: MIT
#include "campaign/query/evaluator.h"
#include "campaign/query/field_columns.h"
#include "campaign/query/places.h"
#include "campaign/query/query.h"

#include <algorithm>
#include <cmath>

namespace guatu::campaign::query
{
namespace
{

using Rows = std::vector<std::uint32_t>;

Rows rowsOf(const Truths& truths, const Truths& members, Truth wanted)
{
    Rows rows;
    for (std::uint32_t row = 0; row < truths.size(); ++row)
        if (members[row] == yes && truths[row] == wanted)
            rows.push_back(row);
    return rows;
}

Amount amountOf(const QueryContext& context, Entity entity, const Rows& rows)
{
    Amount amount{.rows = static_cast<std::int64_t>(rows.size())};
    if (entity == Entity::Household)
        for (const std::uint32_t row : rows)
            amount.persons += std::max<int>(context.snapshot.households.persons[row], 0);
    return amount;
}

SpatialTargets spatialTargets(Evaluator& evaluator, const Target& target)
{
    return {.entity = target.noun.entity,
            .truths = evaluator.targets(target),
            .byName = !target.units.empty()};
}

/// Keeps the nearest hits, nearest first. Of a hit without a position it cannot be told whether it
/// is among them.
void keepNearest(const QueryContext& context, const Nearest& nearest, Evaluator& evaluator,
                 QueryResult& result, Rows& misses)
{
    const auto found = nearestOf(context, result.noun.entity,
                                 spatialTargets(evaluator, nearest.target), result.hits);
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (std::isnan(found[i].metres))
            result.unknown.push_back(result.hits[i]);
        else
            order.emplace_back(found[i].metres, result.hits[i]);
    }
    std::ranges::sort(order);
    std::ranges::sort(result.unknown);
    result.hits.clear();
    for (const auto& [metres, row] : order)
        (result.hits.size() < nearest.count ? result.hits : misses).push_back(row);
}

/// The first distance condition in reading order; null when there is none.
const Expression* firstNear(const Expression& e)
{
    if (e.kind == Expression::Kind::Near)
        return &e;
    for (const Expression& child : e.children)
        if (const Expression* found = firstNear(child))
            return found;
    return nullptr;
}

} // namespace

QueryResult runQuery(const Query& query, const QueryContext& context)
{
    Evaluator evaluator(context);
    const Truths members = evaluator.members(query.noun);
    const Truths truths = query.where ? evaluator.evaluate(*query.where, query.noun.entity)
                                      : Truths(members.size(), yes);
    QueryResult result{.noun = query.noun};
    result.hits = rowsOf(truths, members, yes);
    result.unknown = rowsOf(truths, members, unknown);
    Rows misses = rowsOf(truths, members, no);
    if (query.nearest)
        keepNearest(context, *query.nearest, evaluator, result, misses);
    result.hit = amountOf(context, query.noun.entity, result.hits);
    result.cannotTell = amountOf(context, query.noun.entity, result.unknown);
    result.miss = amountOf(context, query.noun.entity, misses);
    result.unlocatedTargets = evaluator.unlocatedTargets();
    return result;
}

std::vector<NearestTarget> nearestTargets(const Query& query, const QueryContext& context,
                                          const std::vector<std::uint32_t>& rows)
{
    const Expression* condition = query.where ? firstNear(*query.where) : nullptr;
    if (condition == nullptr && !query.nearest)
        return {};
    Evaluator evaluator(context);
    const Target& target = condition != nullptr ? condition->target : query.nearest->target;
    return nearestOf(context, query.noun.entity, spatialTargets(evaluator, target), rows);
}

} // namespace guatu::campaign::query
