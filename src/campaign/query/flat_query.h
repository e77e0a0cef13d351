// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/query/query.h"

#include <optional>
#include <string>
#include <vector>

namespace guatu::campaign::query
{

/// A query as a panel builds it: a list of conditions joined by all (全部满足) or any (任一满足).
/// The list and the typed expression are two forms of one thing.
struct FlatQuery {
    Noun noun{};
    bool any = false;
    std::vector<Expression> conditions{}; ///< in order; none of them an All or an Any
    std::optional<Nearest> nearest{};

    friend bool operator==(const FlatQuery&, const FlatQuery&) = default;
};

/// Null when the expression joins by all and any in one, or negates a group of conditions: then
/// only the text can show it.
[[nodiscard]] std::optional<FlatQuery> flatten(const Query& query);
[[nodiscard]] Query joined(const FlatQuery& flat);

/// One condition in pieces for its row of the panel, as 类别 | = | 未脱贫户 or
/// 饮水点 | 2 公里内 | 无 | 状态 = 正常.
struct ConditionPieces {
    std::string subject, relation, value, detail;
};
[[nodiscard]] ConditionPieces pieces(const Expression& condition, const Noun& noun,
                                     const Vocabulary& vocabulary, Language language);

/// The operators that a field takes, in the order a panel offers them.
[[nodiscard]] std::vector<Operator> operatorsOf(const Field& field);
[[nodiscard]] std::string operatorText(Operator op, const Vocabulary& vocabulary,
                                       Language language);

// Conditions made by choosing.
[[nodiscard]] Expression compare(std::string field, Operator op, std::vector<Operand> values);
[[nodiscard]] Expression inUnit(UnitCode unit);
[[nodiscard]] Expression near(Target target, double metres);
[[nodiscard]] Expression negated(Expression condition);

} // namespace guatu::campaign::query
