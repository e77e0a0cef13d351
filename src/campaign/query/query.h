// SPDX-License-Identifier: MIT
#pragma once

#include "campaign/closure.h"
#include "campaign/listing.h"
#include "campaign/query/expression.h"
#include "campaign/query/query_error.h"
#include "campaign/query/vocabulary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Queries: one language for command line, window, layers and briefings (docs/queries.md).
namespace guatu::campaign::query
{

/// What a query runs on. All refer to the same snapshot and must outlive the run.
struct QueryContext {
    const Snapshot& snapshot;
    const Profile& profile;
    const Closure& closure;
    const ListingState& listings;
    const PersonColumns* persons = nullptr; ///< without them, queries about persons are refused
};

/// Reads a text. Chinese and English words may be mixed; `fallback` is what is asked for when the
/// text names no entity. Throws QueryError with the place, what was expected and near words.
[[nodiscard]] Query parseQuery(std::string_view text, const Vocabulary& vocabulary,
                               const Noun& fallback = {});

/// The query in words of one language, so that parseQuery gives the same tree again.
[[nodiscard]] std::string canonicalText(const Query& query, const Vocabulary& vocabulary,
                                        Language language);

/// The same without the entity in front, as the query panel shows it.
[[nodiscard]] std::string conditionText(const Query& query, const Vocabulary& vocabulary,
                                        Language language);

/// Rows and the persons in them. Only households have persons; the number is 0 otherwise.
struct Amount {
    std::int64_t rows = 0, persons = 0;

    friend bool operator==(const Amount&, const Amount&) = default;
};

/// Rows of the query's entity: in Snapshot::households for households, in Snapshot::units for units
/// of any level, and so on.
struct QueryResult {
    Noun noun{};
    std::vector<std::uint32_t> hits{}; ///< ascending; nearest first when the query asks for nearest
    std::vector<std::uint32_t> unknown{}; ///< cannot tell, because something is missing; ascending
    Amount hit{}, cannotTell{}, miss{};
    std::size_t unlocatedTargets = 0; ///< targets without a position, left out of distances
};

/// Evaluates over all rows. Missing is unknown (Kleene logic), never false. Throws Error(Input)
/// when the query needs persons that the context lacks, or a unit that is no more.
[[nodiscard]] QueryResult runQuery(const Query& query, const QueryContext& context);

/// For each row of `rows` the target that is nearest, and how far it is: the leading distance
/// condition (or nearest clause) of the query decides what a target is. Empty when it has none.
struct NearestTarget {
    Entity entity{};
    std::uint32_t row = 0; ///< in the table of the target's entity
    double metres = 0;     ///< geodesic; NaN when the row or every target has no position
};
[[nodiscard]] std::vector<NearestTarget> nearestTargets(const Query& query,
                                                        const QueryContext& context,
                                                        const std::vector<std::uint32_t>& rows);

/// Something that may stand at the cursor.
struct Completion {
    enum class Kind : std::uint8_t { Noun, Field, Operator, Value, Unit, Keyword, LengthUnit };

    Kind kind{};
    std::string insert;   ///< replaces the characters from `from` up to the cursor
    LocalText title{};    ///< what it is, for a second column; may be empty
    std::size_t from = 0; ///< in characters (code points)
};

/// What may come at the cursor, best first. `cursor` counts characters. Never throws.
[[nodiscard]] std::vector<Completion> completions(std::string_view text, std::size_t cursor,
                                                  const Vocabulary& vocabulary,
                                                  const Noun& fallback, Language language,
                                                  std::size_t limit = 50);

} // namespace guatu::campaign::query
