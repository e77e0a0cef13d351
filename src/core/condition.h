// SPDX-License-Identifier: MIT
#pragma once

#include "core/status.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guatu
{

/// A value a condition compares; monostate is "not known".
using FieldValue = std::variant<std::monostate, double, std::string>;

/// Gives the value of a named field of the row at hand.
using FieldReader = std::function<FieldValue(std::string_view field)>;

/// A condition of a profile rule or layer filter, as a small tree.
///
/// JSON forms: `{"f":"incidence","op":">","v":10}` with op one of `=`, `!=`, `<`, `<=`, `>`,
/// `>=`, `in` (v an array); `{"all":[...]}`, `{"any":[...]}`, `{"not":{...}}`. 超过 is `>`,
/// 以上 and 及以上 are `>=`: the operator is kept as written.
struct Condition {
    enum class Kind : std::uint8_t { Compare, All, Any, Not };
    enum class Operator : std::uint8_t {
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        In
    };

    Kind kind = Kind::All;
    std::string field{};
    Operator op = Operator::Equal;
    std::vector<FieldValue> values{}; ///< one, or several for In
    std::vector<Condition> children{};

    /// Kleene logic: a comparison with an unknown value is unknown (Met is true, Unmet false;
    /// never Exempt). An empty All is met.
    [[nodiscard]] CriterionResult evaluate(const FieldReader& read) const;
    friend bool operator==(const Condition&, const Condition&) = default;
};

[[nodiscard]] std::string_view toString(Condition::Operator op);

/// Whether the condition takes every row: an All of nothing.
[[nodiscard]] inline bool takesAll(const Condition& condition)
{
    return condition.kind == Condition::Kind::All && condition.children.empty();
}

} // namespace guatu
