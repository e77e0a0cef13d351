// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/kleene.h"
#include "campaign/query/query.h"

namespace guatu::campaign::query
{

/// Evaluates expressions over whole tables, one column of truths for each node.
class Evaluator
{
public:
    explicit Evaluator(const QueryContext& context) : m_context(context) {}

    /// For every row of the entity. Throws Error(Input) as runQuery does.
    [[nodiscard]] Truths evaluate(const Expression& expression, Entity entity);

    /// Which rows a noun means at all: of its level, of its kind.
    [[nodiscard]] Truths members(const Noun& noun) const;

    /// Which rows are targets.
    [[nodiscard]] Truths targets(const Target& target);

    /// Targets of distances and areas that had no position, so far.
    [[nodiscard]] std::size_t unlocatedTargets() const { return m_unlocated; }

private:
    [[nodiscard]] Truths group(const Expression& expression, Entity entity);
    [[nodiscard]] Truths related(const Expression& expression, Entity entity);
    [[nodiscard]] Truths inPlace(const Expression& expression, Entity entity);
    [[nodiscard]] Truths spatial(const Expression& expression, Entity entity);

    const QueryContext& m_context;
    std::size_t m_unlocated = 0;
};

} // namespace guatu::campaign::query
