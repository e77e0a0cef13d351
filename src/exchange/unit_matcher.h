// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"

#include <array>
#include <unordered_map>

namespace guatu::exchange
{

/// What a row says of the unit it belongs to; empty texts are not given.
struct UnitWords {
    std::string_view code{};                ///< digits, or a name where a code is expected
    std::array<std::string_view, 4> path{}; ///< county, town, village, group
};

struct UnitMatch {
    enum class State {
        Found,
        NotGiven,    ///< the row names no unit
        BadCode,     ///< digits that are no unit code
        UnknownCode, ///< a well-formed code that no known unit has
        UnknownName,
        Ambiguous,    ///< several units have the name
        Contradiction ///< the code's unit has another name than the row says
    } state = State::NotGiven;
    UnitCode code{};
    std::string text{};       ///< what was looked for
    std::string candidates{}; ///< Ambiguous: the paths; Contradiction: the name behind the code
};

/// A unit's name without what kind of unit it is: 小河村委会, 小河村民委员会 and 小河村 are all
/// 小河; 高桥镇 is 高桥. A name that would be empty stays.
[[nodiscard]] std::string coreName(std::string_view name, Level level);

/// Finds the units that rows mean, by code, else by names. Never guesses: what fits several
/// units fits none.
class UnitMatcher
{
public:
    explicit UnitMatcher(const std::vector<KnownUnit>& units);

    [[nodiscard]] bool empty() const { return m_units->empty(); }
    [[nodiscard]] bool knows(UnitCode code) const { return m_byCode.contains(code); }
    [[nodiscard]] bool hasGroups() const { return m_hasGroups; }

    /// The deepest unit that the words name. Answers are remembered; the reference holds until
    /// the next call.
    [[nodiscard]] const UnitMatch& match(const UnitWords& words);

    /// As match, for one name of any level ("武定县", "高桥镇/小河村委会", "高桥镇小河村").
    [[nodiscard]] UnitMatch matchName(std::string_view name) const;

private:
    [[nodiscard]] UnitMatch find(const UnitWords& words) const;
    [[nodiscard]] UnitMatch findByPath(const std::array<std::string_view, 4>& path) const;
    [[nodiscard]] bool fits(const KnownUnit& unit, std::string_view name, Level level) const;
    [[nodiscard]] UnitMatch oneOf(std::vector<std::size_t> candidates, std::string text) const;

    const std::vector<KnownUnit>* m_units;
    std::unordered_map<UnitCode, std::size_t> m_byCode;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byName; ///< "level:core name"
    std::unordered_map<std::string, UnitMatch> m_known;
    bool m_hasGroups = false;
};

} // namespace guatu::exchange
