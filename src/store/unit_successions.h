// SPDX-License-Identifier: MIT
#pragma once

#include "store/table_reader.h"

namespace guatu::store
{

/// What became of units: lets everything that points at a withdrawn unit (merged, renamed,
/// recoded, split) find the one that is valid on the date, so that roll-ups stay complete.
class UnitSuccessions
{
public:
    explicit UnitSuccessions(ReadContext& context);

    /// The name a unit had on the date, when it was renamed under its code later; else null.
    [[nodiscard]] const std::string* earlierName(std::int64_t unit) const;

    /// Whether a unit ended with the withdrawn unit above it: it is no unit of the date, and what
    /// points at it goes where that one went. Asked in the order of the codes.
    [[nodiscard]] bool endsWithParent(std::int64_t unit, UnitCode code);

    /// Lets the ids of withdrawn units lead to their successors in `context.units`; of several
    /// the one with the largest share.
    void follow(const UnitColumns& units);

    /// Gives successors what their own figures, dated earlier, do not hold yet.
    void addStatistics(UnitColumns& units, const std::string& statisticsQuery,
                       const std::string& denominator);

    [[nodiscard]] SuccessionColumns columns() const;

private:
    struct Link {
        std::int64_t oldUnit, newUnit;
        UnitCode oldCode, newCode;
        std::string oldName, kind;
        Date on;
        double share;
        bool newcomer; ///< the new unit began with it
    };
    struct Figure {
        std::int64_t value = -1; ///< -1 unknown
        std::optional<Date> asOf{};
    };
    static constexpr std::size_t figureCount = 3; ///< households, persons, agricultural persons
    using Figures = std::array<Figure, figureCount>;

    void read();
    [[nodiscard]] Figures figuresOf(Statement& statement, std::int64_t unit, int depth) const;

    ReadContext& m_context;
    std::vector<Link> m_links;                                ///< up to the date, oldest first
    std::unordered_map<std::int64_t, std::string> m_earlier;  ///< names before a later renaming
    std::unordered_map<UnitCode, std::int64_t> m_withdrawn;   ///< ids of old units by code
    std::unordered_map<std::int64_t, std::int64_t> m_endedIn; ///< unit -> withdrawn parent
};

} // namespace guatu::store
