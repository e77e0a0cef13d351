// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.h"
#include "core/unit_code.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The tree of a query: what an expression means, in whichever language it was written.
///
/// It is another tree than core/condition.h, on purpose. A Condition is JSON in profiles and
/// layers, knows one row and its named values, and is evaluated row by row by floors below this
/// one. A query knows kinds of things, their relations and their places, is written by people, and
/// is evaluated over whole columns.
namespace guatu::campaign::query
{

/// What can be asked for, or stand in a relation.
enum class Entity : std::uint8_t {
    Household,
    Person,
    Unit,
    Site,
    Facility,
    Road,
    Project,
    Problem,
    Listing,
    Plan,  ///< help planned for a household
    Visit, ///< a visit on site
};
inline constexpr std::size_t entityCount = 11;

/// An entity, or the part of it that has a word of its own: villages, clinics.
struct Noun {
    Entity entity = Entity::Household;
    std::optional<Level> level{}; ///< of units; null: units of any level
    std::string kind{};           ///< of facilities and sites; empty: of any kind

    friend bool operator==(const Noun&, const Noun&) = default;
};

/// A day, or one counted from the snapshot's as-of date ("today - 30 days").
struct DayValue {
    std::optional<Date> day{}; ///< null: counted from the as-of date
    std::int32_t offset = 0;

    friend bool operator==(const DayValue&, const DayValue&) = default;
};

/// A number, a word's code or a text, a day, a unit.
using Operand = std::variant<double, std::string, DayValue, UnitCode>;

enum class Operator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,         ///< one of the values; of units: in their subtrees
    Contains,   ///< of texts
    WithinDays, ///< a number of days before (of what has been) or after (of what is due) today
};

struct Expression;

/// Things of one kind that meet a filter, or units by name.
struct Target {
    Noun noun{};
    std::vector<Expression> filter{}; ///< none or one
    std::vector<UnitCode> units{};    ///< when not empty these are meant, and there is no filter

    friend bool operator==(const Target&, const Target&);
};

/// What a count of related things is in.
enum class Measure : std::uint8_t { Rows, Persons };

/// One node. Which members mean something depends on the kind.
struct Expression {
    enum class Kind : std::uint8_t {
        All,        ///< of `children`, two or more
        Any,        ///< likewise
        Not,        ///< of the one child
        Compare,    ///< `field` `op` `values`
        Missing,    ///< `field` is unknown
        Has,        ///< some `target` belongs to the row
        Count,      ///< how many of `target` belong to the row, `op` values[0], in `measure`
        InPlace,    ///< the row lies in a unit that is a `target`, by its records
        Near,       ///< within `metres` of a `target` on the ground
        Inside,     ///< its position is covered by the area of a `target`
        Intersects, ///< its shape and that of a `target` have a point in common
    };

    Kind kind = Kind::All;
    std::vector<Expression> children{};
    std::string field{}; ///< id in the field catalogue of the entity at hand
    Operator op = Operator::Equal;
    std::vector<Operand> values{};
    Target target{};
    Measure measure = Measure::Rows;
    double metres = 0;

    friend bool operator==(const Expression&, const Expression&) = default;
};

inline bool operator==(const Target& a, const Target& b)
{
    return a.noun == b.noun && a.units == b.units && a.filter == b.filter;
}

/// Only the `count` rows nearest to a target, among those that meet the rest of the query.
struct Nearest {
    std::size_t count = 0;
    Target target{};

    friend bool operator==(const Nearest&, const Nearest&) = default;
};

/// A whole query: which rows of `noun` meet `where`.
struct Query {
    Noun noun{};
    std::optional<Expression> where{}; ///< null: all
    std::optional<Nearest> nearest{};

    friend bool operator==(const Query&, const Query&) = default;
};

} // namespace guatu::campaign::query
